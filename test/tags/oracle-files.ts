/** The original's counts of a synthetic features file. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Features, NO_FEATURES } from "../../lib/tags/index.js";
import { oraclePath } from "../fixtures/oracle/path.js";

export interface CountsOracle {
  readonly feature_order: readonly string[];
  readonly sets: Readonly<
    Record<
      string,
      {
        readonly n: number;
        readonly ids: readonly string[];
        readonly counts_upstream_rerank: readonly number[];
        readonly counts_lengths_ranked_once: readonly number[];
      }
    >
  >;
  readonly feature_map_sizes_inclusive: readonly number[];
  readonly binary_column_sums_exclusive: readonly number[];
}

export function readCountsOracle(): CountsOracle {
  return JSON.parse(readFileSync(oraclePath("counts.json"), "utf8")) as CountsOracle;
}

/** Rows of the oracle's features file, read without the project's own reader. */
export function readOracleFeatures(): { ids: string[]; features: Features[] } {
  const text = gunzipSync(readFileSync(oraclePath("features.jsonl.gz"))).toString("utf8");
  const rows = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Features & { id: string });
  return { ids: rows.map((row) => row.id), features: rows.map((row) => ({ ...NO_FEATURES, ...row })) };
}
