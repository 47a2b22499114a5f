/**
 * Frozen features: computed once for all pairs and the benchmark, from texts alone. Mixes differ only in
 * which side each pair prefers, so that training one is a matter of signs.
 */
import { sha256 } from "../../base/index.js";
import type { BenchmarkItem, Preference } from "../../datasets/index.js";
import { differenceRows } from "./difference.js";
import { FAMILIES, type Family, familyOf, RAW_COLUMN_COUNT } from "./families.js";
import { packRows, type SparseRow, type SparseRows } from "./sparse-rows.js";

export interface FeatureOptions {
  /** A column is kept if it differs within at least this many training pairs. */
  readonly minPairs: number;
  /**
   * The size of each family: root mean square over training pairs of the norm of its difference vector; for
   * `style` and `class-style` of each column on its own. The L2 penalty weighs families through it. 0 leaves one out.
   */
  readonly familyScales: Readonly<Record<Family, number>>;
}

/**
 * Set, with the L2 penalty, between variants that did well in five-fold cross-validation over prompts of public
 * preference data (training pairs, human and LM labels), by log loss; these very numbers were not among the
 * variants. Benchmark scores on public data were seen along the way. Style features in full size overfit small data.
 */
export const DEFAULT_FEATURE_OPTIONS: FeatureOptions = {
  minPairs: 3,
  familyScales: { style: 0.3, "class-style": 0.2, ngrams: 3, "class-words": 2, crosses: 2, refusal: 1 },
};

export interface PreparedFeatures {
  /** Difference a - b of each training pair, in the order given. */
  readonly pairs: SparseRows;
  /** Difference chosen - rejected of each benchmark item, in the order given. */
  readonly benchmark: SparseRows;
  /** The raw column and the factor behind each column that was kept. */
  readonly rawColumns: Int32Array;
  readonly columnScales: Float64Array;
  /** SHA-256 of all of the above: equal features give equal models. */
  readonly fingerprint: string;
}

type PairText = Pick<Preference, "prompt" | "completionA" | "completionB">;
type ItemText = Pick<BenchmarkItem, "prompt" | "chosen" | "rejected">;

/**
 * Computes features of pairs and benchmark items. Columns and scales come from the training texts only, never
 * from labels or the benchmark. Dense encoders can add columns here, as one more family.
 */
export function prepareFeatures(
  pairs: readonly PairText[],
  benchmark: readonly ItemText[],
  options: FeatureOptions = DEFAULT_FEATURE_OPTIONS,
): PreparedFeatures {
  const pairRows = differenceRows(
    pairs.map(({ prompt, completionA, completionB }) => ({
      prompt,
      first: completionA,
      second: completionB,
    })),
  );
  const itemRows = differenceRows(
    benchmark.map(({ prompt, chosen, rejected }) => ({ prompt, first: chosen, second: rejected })),
  );
  const { rawColumns, columnScales } = chooseColumns(pairRows, options);
  const place = new Int32Array(RAW_COLUMN_COUNT).fill(-1);
  for (const [column, raw] of rawColumns.entries()) place[raw] = column;
  const pack = (rows: readonly SparseRow[]): SparseRows =>
    packRows(
      rows.map((row) => keepColumns(row, place, columnScales)),
      rawColumns.length,
    );
  const prepared = { pairs: pack(pairRows), benchmark: pack(itemRows), rawColumns, columnScales };
  return { ...prepared, fingerprint: fingerprintOf(prepared) };
}

function chooseColumns(
  rows: readonly SparseRow[],
  { minPairs, familyScales }: FeatureOptions,
): { rawColumns: Int32Array; columnScales: Float64Array } {
  const pairCounts = new Int32Array(RAW_COLUMN_COUNT);
  const squares = new Float64Array(RAW_COLUMN_COUNT);
  for (const { columns, values } of rows) {
    for (const [k, column] of columns.entries()) {
      pairCounts[column]!++;
      squares[column]! += values[k]! ** 2;
    }
  }
  // Frequent columns first: they then share cache lines, and a fit takes half the time.
  const rawColumns = Int32Array.from(pairCounts.keys())
    .filter((column) => pairCounts[column]! >= minPairs && familyScales[familyOf(column)] > 0)
    .sort((a, b) => pairCounts[b]! - pairCounts[a]! || a - b);
  const familySquares = new Map<Family, number>(FAMILIES.map((family) => [family, 0]));
  for (const column of rawColumns) {
    const family = familyOf(column);
    familySquares.set(family, familySquares.get(family)! + squares[column]!);
  }
  const columnScales = Float64Array.from(rawColumns, (column) => {
    const family = familyOf(column);
    const isStyle = family === "style" || family === "class-style";
    const total = isStyle ? squares[column]! : familySquares.get(family)!;
    return familyScales[family] / Math.sqrt(total / rows.length);
  });
  return { rawColumns, columnScales };
}

function keepColumns(row: SparseRow, place: Int32Array, scales: Float64Array): SparseRow {
  const kept = row.columns.map((raw) => place[raw]!).filter((column) => column >= 0);
  const values = row.values.filter((_, k) => place[row.columns[k]!]! >= 0);
  return { columns: kept, values: values.map((value, k) => value * scales[kept[k]!]!) };
}

function fingerprintOf({
  pairs,
  benchmark,
  rawColumns,
  columnScales,
}: Omit<PreparedFeatures, "fingerprint">): string {
  const arrays = [pairs, benchmark].flatMap(({ starts, columns, values }) => [starts, columns, values]);
  return sha256(
    [...arrays, rawColumns, columnScales]
      .map((array) => sha256(new Uint8Array(array.buffer, array.byteOffset, array.byteLength)))
      .join(" "),
  );
}
