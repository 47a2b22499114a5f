/** Tag matrices for tests of the simulation: any number of tags. */
import { createRng } from "../../../lib/base/index.js";
import { type Bitset, createBitset, setBit } from "../../../lib/math/index.js";
import type { TagMatrix } from "../../../lib/tags/index.js";

/** A matrix whose tags have these rows. */
export function matrixOfSets(rowCount: number, sets: readonly (readonly number[])[]): TagMatrix {
  return matrixOfColumns(
    rowCount,
    sets.map((rows) => createBitset(rowCount, rows)),
  );
}

/** Tags of all frequencies, some on every row and some on none; the last tenth of the rows has no tag. */
export function randomMatrix(rowCount: number, tagCount: number, seed: string): TagMatrix {
  const rng = createRng(seed);
  const columns = Array.from({ length: tagCount }, (_, tag) => {
    const frequency = tag % 7 === 0 ? tag % 2 : rng.next() ** 3;
    const column = createBitset(rowCount);
    for (let row = 0; row < 0.9 * rowCount; row++) if (rng.chance(frequency)) setBit(column, row);
    return column;
  });
  return matrixOfColumns(rowCount, columns);
}

function matrixOfColumns(rowCount: number, columns: readonly Bitset[]): TagMatrix {
  return {
    ids: Array.from({ length: rowCount }, (_, row) => `i${row}`),
    tagNames: columns.map((_, tag) => `tag${tag}`),
    columns,
  };
}

/** Every pair or more of the integers below `size`: its subsets of `count` members, as sorted texts. */
export function subsets(size: number, count: number): string[] {
  if (count === 0) return [""];
  return Array.from({ length: size }, (_, last) => last).flatMap((last) =>
    subsets(last, count - 1).map((rest) => (rest === "" ? `${last}` : `${rest},${last}`)),
  );
}
