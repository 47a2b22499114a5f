import { describe, expect, test } from "vitest";
import { countBits, createBitset } from "../../lib/math/index.js";
import {
  buildTagMatrix,
  COUNTING_RULES,
  countTags,
  countTagsOfRows,
  createTagCounter,
  ROUTING_RULES,
  TAG_NAMES,
} from "../../lib/tags/index.js";
import { readCountsOracle, readOracleFeatures } from "./oracle-files.js";

describe("counts of the original's own functions", () => {
  const oracle = readCountsOracle();
  const { ids, features } = readOracleFeatures();
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const { matrix, clampedCount } = buildTagMatrix(ids, features, { rules: COUNTING_RULES.upstream });

  test("the vocabulary is the original's list, in its order", () => {
    expect(TAG_NAMES).toEqual(oracle.feature_order);
  });

  test("with inclusive edges each tag has as many instances as in the original", () => {
    expect(matrix.columns.map(countBits)).toEqual(oracle.feature_map_sizes_inclusive);
    expect(clampedCount).toBe(0);
  });

  test("with strict edges each tag has as many instances as at the original's routing", () => {
    const strict = buildTagMatrix(ids, features, { rules: ROUTING_RULES.upstream }).matrix;
    expect(strict.columns.map(countBits)).toEqual(oracle.binary_column_sums_exclusive);
  });

  const upstream = createTagCounter(features, COUNTING_RULES.upstream);
  test.each(Object.keys(oracle.sets))("every count of %s agrees, in both ways of ranking lengths", (name) => {
    const set = oracle.sets[name]!;
    const rows = set.ids.map((id) => rowOf.get(id)!);
    expect(rows).toHaveLength(set.n);
    const once = countTagsOfRows(features, rows, { lengths: "once", edges: "inclusive" });
    expect([...once]).toEqual(set.counts_lengths_ranked_once);
    expect([...countTags(matrix, createBitset(ids.length, rows))]).toEqual(set.counts_lengths_ranked_once);
    const subset = countTagsOfRows(features, rows, { lengths: "subset", edges: "inclusive" });
    expect([...subset]).toEqual(set.counts_upstream_rerank);
    expect([...upstream.count(createBitset(ids.length, rows))]).toEqual(set.counts_upstream_rerank);
  });
});
