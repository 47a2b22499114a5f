/** The entities of a text as a set, for comparing two texts. */
import { createMemo } from "../../text/index.js";
import { ENTITY_MAX_LENGTH } from "./entity.js";
import { findEntities } from "./find-entities.js";

const memo = createMemo<ReadonlySet<string>>(5_000);

/**
 * Keys of the entities of a text, each once, without their types: a name that is taken for a person in one response
 * and for a place in the other still is the same name. Empty for a text without entities.
 *
 * The original compares what spaCy's `en_core_web_lg` finds (a neural tagger of 18 types). Of its types, peoples and
 * languages ("French"), events, laws, products, durations ("two weeks") and relative days ("yesterday") are left out
 * here; units ("5 km") are not part of a number; and the ways of writing a date, an amount or a name have one key,
 * where the original compares strings.
 */
export function entitiesOf(text: string): ReadonlySet<string> {
  return memo(text.slice(0, ENTITY_MAX_LENGTH), (part) => new Set(findEntities(part).map(({ key }) => key)));
}
