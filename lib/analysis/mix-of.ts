/** From rows of a tag matrix to the ids that trainers know. */
import type { Candidate } from "../candidates/index.js";
import { hasBit } from "../math/index.js";
import type { Mix } from "../reward/index.js";
import type { TagMatrix } from "../tags/index.js";

/** The mix that a candidate describes. */
export function mixOf({ ids }: Pick<TagMatrix, "ids">, { id, human }: Pick<Candidate, "id" | "human">): Mix {
  return { id, humanIds: new Set(ids.filter((_, row) => hasBit(human, row))) };
}
