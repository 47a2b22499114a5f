/** The lengths of one measure in ascending order, to rank them in any subset without sorting again. */
import type { Features } from "../features.js";
import type { BinIndex, LengthMeasure } from "../vocabulary.js";
import { binSimilarity, type Edges } from "./bins.js";

export class LengthRanks {
  /** Rows in which the length is known, shortest first. */
  readonly #order: Int32Array;
  /** The lengths that occur, shortest first. */
  readonly #lengths: readonly number[];
  /** Where each length ends in the order. */
  readonly #ends: Int32Array;

  constructor(features: readonly Features[], measure: LengthMeasure) {
    const values = Float64Array.from(features, (row) => row[measure] ?? Number.NaN);
    const known = features.flatMap((row, i) => (row[measure] === null ? [] : [i]));
    this.#order = Int32Array.from(known).sort((a, b) => values[a]! - values[b]!);
    this.#lengths = [...new Set(Array.from(this.#order, (row) => values[row]!))];
    const ends = new Map<number, number>();
    for (const [i, row] of this.#order.entries()) ends.set(values[row]!, i + 1);
    this.#ends = Int32Array.from(ends.values());
  }

  /**
   * How many rows of a subset each bin holds, when the subset is ranked by itself (percentile: average rank / count).
   * @param isMember one entry a row, 1 for those of the subset, else 0
   */
  countBins(isMember: Uint8Array, edges: Edges): readonly [number, number, number] {
    const order = this.#order;
    const ends = this.#ends;
    const sizes = new Int32Array(ends.length);
    let count = 0;
    for (let group = 0, i = 0; group < ends.length; group++) {
      let size = 0;
      for (const end = ends[group]!; i < end; i++) size += isMember[order[i]!]!;
      sizes[group] = size;
      count += size;
    }
    const counts: [number, number, number] = [0, 0, 0];
    let shorter = 0;
    for (const size of sizes) {
      if (size === 0) continue;
      for (const bin of binsOfGroup(shorter, size, count, edges)) counts[bin] += size;
      shorter += size;
    }
    return counts;
  }

  /** The bins of each length that occurs, when all rows are ranked. */
  binsByLength(edges: Edges): ReadonlyMap<number, readonly BinIndex[]> {
    const count = this.#order.length;
    return new Map(
      this.#lengths.map((length, group) => {
        const shorter = group === 0 ? 0 : this.#ends[group - 1]!;
        return [length, binsOfGroup(shorter, this.#ends[group]! - shorter, count, edges)];
      }),
    );
  }
}

/** The bins of `size` equal lengths of `count`, of which `shorter` are shorter. */
function binsOfGroup(shorter: number, size: number, count: number, edges: Edges): readonly BinIndex[] {
  return binSimilarity((shorter + (size + 1) / 2) / count, edges).bins;
}
