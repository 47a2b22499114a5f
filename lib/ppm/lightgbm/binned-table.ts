/** Training rows as bin numbers, feature by feature. */
import type { Matrix } from "../../math/index.js";
import { type BinMapper, binOfValue, findBins } from "./bin-mapper.js";
import { type Bundle, type BundleMember, bundlingMatters, findBundles, forEachLoss } from "./bundles.js";
import type { LightGbmParams } from "./params.js";

/** A feature that splits can use. */
export interface BinnedFeature {
  /** Its column in the table. */
  readonly column: number;
  readonly mapper: BinMapper;
  /** Bin of each row. */
  readonly bins: Uint8Array | Uint16Array;
  /** Where its bins start in a histogram, in bins. */
  readonly start: number;
}

export interface BinnedTable {
  readonly rowCount: number;
  /** Every column's bins, useless ones included. */
  readonly mappers: readonly BinMapper[];
  /** The useful columns, in order. */
  readonly features: readonly BinnedFeature[];
  /** Bins of all useful features together. */
  readonly totalBins: number;
  /** Features, by position, that collide in some rows. */
  readonly bundles: readonly Bundle[];
}

/** @param rows NaN where missing */
export function binTable(rows: Matrix, params: LightGbmParams): BinnedTable {
  const mappers: BinMapper[] = [];
  const features: BinnedFeature[] = [];
  let start = 0;
  for (let column = 0; column < rows.columns; column++) {
    const values = columnOf(rows, column);
    const mapper = findBins(values.slice(), params);
    mappers.push(mapper);
    if (mapper.isTrivial) continue;
    features.push({ column, mapper, bins: binsOf(values, mapper), start });
    start += mapper.binCount;
  }
  const table = { rowCount: rows.rows, mappers, features, totalBins: start };
  if (
    !bundlingMatters(
      features.map((feature) => feature.mapper),
      rows.rows,
    )
  )
    return { ...table, bundles: [] };
  const members = membersOf(features, rows);
  const bundles = findBundles(members, rows.rows);
  for (const bundle of bundles) {
    forEachLoss(bundle, members, (member, row) => {
      features[member]!.bins[row] = features[member]!.mapper.mostFrequentBin;
    });
  }
  return { ...table, bundles };
}

/** Other rows as LightGBM would store them beside this table: values lost to bundling read as the most frequent bin. */
export function storedRows(rows: Matrix, { features, bundles }: BinnedTable): Matrix {
  if (bundles.length === 0) return rows;
  const stored = { ...rows, data: rows.data.slice() };
  const members = membersOf(features, rows);
  for (const bundle of bundles) {
    forEachLoss(bundle, members, (member, row) => {
      const { column, mapper } = features[member]!;
      stored.data[row * rows.columns + column] = valueInBin(mapper, mapper.mostFrequentBin);
    });
  }
  return stored;
}

function membersOf(features: readonly BinnedFeature[], rows: Matrix): BundleMember[] {
  return features.map(({ column, mapper }) => ({ column, mapper, values: columnOf(rows, column) }));
}

/** Some value of a bin. */
function valueInBin({ zeroBin, upperBounds }: BinMapper, bin: number): number {
  if (bin === zeroBin) return 0;
  return bin < upperBounds.length ? Math.min(upperBounds[bin]!, Number.MAX_VALUE) : Number.NaN;
}

function columnOf(rows: Matrix, column: number): Float64Array {
  const values = new Float64Array(rows.rows);
  for (let i = 0, at = column; i < values.length; i++, at += rows.columns) values[i] = rows.data[at]!;
  return values;
}

function binsOf(values: Float64Array, mapper: BinMapper): Uint8Array | Uint16Array {
  const bins = mapper.binCount <= 256 ? new Uint8Array(values.length) : new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) bins[i] = binOfValue(mapper, values[i]!);
  return bins;
}
