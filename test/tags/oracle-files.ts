/** The shared folder's features and counts, where present. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type Features, NO_FEATURES } from "../../lib/tags/index.js";
import { hasShared, sharedPath } from "../shared.js";

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
}

export const hasOracle =
  hasShared("oracle", "counts-oracle.json") && hasShared("oracle", "features-7531.jsonl.gz");

export function readCountsOracle(): CountsOracle {
  return JSON.parse(readFileSync(sharedPath("oracle", "counts-oracle.json"), "utf8")) as CountsOracle;
}

/** Rows of the oracle's features file, read without the project's own reader. */
export function readOracleFeatures(): { ids: string[]; features: Features[] } {
  const text = gunzipSync(readFileSync(sharedPath("oracle", "features-7531.jsonl.gz"))).toString("utf8");
  const rows = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Features & { id: string });
  return { ids: rows.map((row) => row.id), features: rows.map((row) => ({ ...NO_FEATURES, ...row })) };
}
