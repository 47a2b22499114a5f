/** The lengths of all rows: what bins are fitted to, and the only thing of the rows that is held in memory. */
import { type Bins, fitBins } from "../counting/bins.js";
import type { Features } from "../features.js";
import { LENGTH_MEASURES, type LengthMeasure } from "../vocabulary.js";

/** A row's lengths in the order of `LENGTH_MEASURES`. */
export type RowLengths = readonly (number | null)[];

export class LengthColumns {
  readonly #rows: RowLengths[] = [];

  add(rows: readonly RowLengths[]): void {
    for (const row of rows) this.#rows.push(row);
  }

  get rowCount(): number {
    return this.#rows.length;
  }

  fitBins(): Bins {
    return fitBins(this.#rows.map(toFeatures));
  }
}

/** The lengths among a row's features. */
export function lengthsOf(features: Partial<Features>): RowLengths {
  return LENGTH_MEASURES.map((measure) => features[measure] ?? null);
}

function toFeatures(lengths: RowLengths): Pick<Features, LengthMeasure> {
  return Object.fromEntries(LENGTH_MEASURES.map((measure, i) => [measure, lengths[i] ?? null])) as Pick<
    Features,
    LengthMeasure
  >;
}
