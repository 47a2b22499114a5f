/** The entities of a text as a set, for comparing two texts. */
import { createMemo } from "../../text/index.js";
import { findEntities } from "./find-entities.js";

const memo = createMemo<ReadonlySet<string>>(5_000);

/**
 * Keys of the entities of a text, each once, without their types: a name that is taken for a person in one response
 * and for a place in the other still is the same name.
 */
export function entitiesOf(text: string): ReadonlySet<string> {
  return memo(text, (whole) => new Set(findEntities(whole).map(({ key }) => key)));
}
