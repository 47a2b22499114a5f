/** Random tag matrices for tests. */
import { createRng } from "../../lib/base/index.js";
import { createBitset, setBit } from "../../lib/math/index.js";
import { TAG_NAMES, type TagMatrix } from "../../lib/tags/index.js";

/** Rows `i0`, `i1` …; each tag has its own frequency; the last `untagged` rows have no tag at all. */
export function randomTags(rowCount: number, seed: string, untagged = 0): TagMatrix {
  const columns = TAG_NAMES.map((name) => {
    const rng = createRng(seed).fork(name);
    const frequency = rng.next() ** 2;
    const column = createBitset(rowCount);
    for (let row = 0; row < rowCount - untagged; row++) if (rng.chance(frequency)) setBit(column, row);
    return column;
  });
  return { ids: Array.from({ length: rowCount }, (_, i) => `i${i}`), tagNames: TAG_NAMES, columns };
}
