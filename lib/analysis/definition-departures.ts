/** What the original's program counts otherwise than the paper says, on one's own pairs. */
import type { Preference } from "../datasets/index.js";
import { compatDepartures, type Features, measurePlain, summarizeDepartures } from "../tags/index.js";
import type { Row } from "./tables.js";

type Texts = Pick<Preference, "prompt" | "completionA" | "completionB">;

/**
 * One row a departure: how many of the tags that it can touch change their count, by how much together, and which most.
 * @param features of the pairs, by the paper's definitions
 * @param rows the pairs that are counted, such as those that a mix gives to people; default all
 */
export function departureRows(
  pairs: readonly Texts[],
  features: readonly Features[],
  rows?: readonly number[],
): Row[] {
  const upstream = pairs.map((pair) => {
    const { rouge = null, entity_sim = null } = measurePlain(pair, "upstream", isDefinedOtherwise);
    return { rouge, entity_sim };
  });
  const departures = summarizeDepartures(compatDepartures({ paper: features, upstream, rows }));
  return departures.map(({ departure, tagCount, changedTagCount, movedCount, mostChanged }) => ({
    departure,
    tags: tagCount,
    changed: changedTagCount,
    moved: movedCount,
    most_changed: mostChanged?.tag ?? "",
    by: mostChanged?.change ?? 0,
  }));
}

function isDefinedOtherwise(column: string): boolean {
  return column === "rouge" || column === "entity_sim";
}
