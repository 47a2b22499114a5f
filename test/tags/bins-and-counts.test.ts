import { describe, expect, test } from "vitest";
import { createRng, type Rng } from "../../lib/base/index.js";
import { averageRanks, createBitset, hasBit } from "../../lib/math/index.js";
import {
  binLength,
  binSimilarity,
  buildTagMatrix,
  countTags,
  countTagsOfRows,
  type Features,
  fitBins,
  JOINT_SUBJECT,
  NO_FEATURES,
  SUBJECTS,
  TAG_NAMES,
  tagRow,
} from "../../lib/tags/index.js";

const lengths = (values: readonly (number | null)[]): Features[] =>
  values.map((prompt_len) => ({ ...NO_FEATURES, prompt_len }));
const idsOf = (features: readonly Features[]): string[] => features.map((_, i) => `row-${i}`);
const tagsOf = (features: Partial<Features>): string[] => {
  const row = { ...NO_FEATURES, ...features };
  return tagRow(row, fitBins([row])).columns.map((column) => TAG_NAMES[column]!);
};
const subject = (name: string): string =>
  `analyzer_closed_set::feature_name=subject_of_expertise|constraints=${name}`;
const bin = (measure: string, index: number): string =>
  `${measure}::min_val=${["0.0", "0.33", "0.67"][index]}|max_val=${["0.33", "0.67", "1.0"][index]}`;

describe("bins of similarities", () => {
  test.each([
    [0, [0], [0]],
    [0.3299999, [0], [0]],
    [0.33, [1], [0, 1]],
    [0.5, [1], [1]],
    [0.67, [2], [1, 2]],
    [1, [2], [2]],
  ])("%d falls in %j half-open, in %j inclusive", (value, halfOpen, inclusive) => {
    expect(binSimilarity(value, "half-open")).toEqual({ bins: halfOpen, clamped: false });
    expect(binSimilarity(value, "inclusive")).toEqual({ bins: inclusive, clamped: false });
  });

  test("values outside [0, 1] are clamped and counted", () => {
    expect(binSimilarity(-0.1, "half-open")).toEqual({ bins: [0], clamped: true });
    expect(binSimilarity(1.5, "half-open")).toEqual({ bins: [2], clamped: true });
    const features = [-1, 0.5, 2].map((rouge) => ({ ...NO_FEATURES, rouge }));
    expect(buildTagMatrix(idsOf(features), features).clampedCount).toBe(2);
  });
});

describe("bins of lengths", () => {
  test("follow the percentile, average rank over n, of the whole data set", () => {
    // Ranks of 10 10 20 30 40 50: 1.5 1.5 3 4 5 6; over 6: .25 .25 .5 .67 .83 1.
    const values = [30, 10, 50, 20, 10, 40];
    const { prompt_len } = fitBins(lengths(values)).lengths;
    expect(values.map((value) => binLength(value, prompt_len, "half-open").bins)).toEqual([
      [1],
      [0],
      [2],
      [1],
      [0],
      [2],
    ]);
  });

  test("a percentile of exactly 0.33 counts twice with inclusive edges", () => {
    const { prompt_len } = fitBins(lengths(Array.from({ length: 100 }, (_, i) => i + 1))).lengths;
    expect(binLength(33, prompt_len, "half-open").bins).toEqual([1]);
    expect(binLength(33, prompt_len, "inclusive").bins).toEqual([0, 1]);
    expect(binLength(67, prompt_len, "inclusive").bins).toEqual([1, 2]);
    expect(binLength(66, prompt_len, "inclusive").bins).toEqual([1]);
  });

  test("a length between fitted ones falls with the smaller, one outside with the nearest and is counted", () => {
    const { prompt_len } = fitBins(lengths([10, 20, 30])).lengths;
    expect(binLength(19, prompt_len, "half-open")).toEqual({ bins: [1], clamped: false });
    expect(binLength(5, prompt_len, "half-open")).toEqual({ bins: [1], clamped: true });
    expect(binLength(31, prompt_len, "half-open")).toEqual({ bins: [2], clamped: true });
  });

  test("agree with ranking by brute force, nulls left out, in any data set", () => {
    const rng = createRng(3).fork("bins");
    for (let round = 0; round < 50; round++) {
      const values = Array.from({ length: 1 + rng.int(120) }, () => (rng.chance(0.1) ? null : rng.int(40)));
      const known = values.filter((value) => value !== null);
      const ranks = averageRanks(known);
      const { prompt_len } = fitBins(lengths(values)).lengths;
      for (const [i, value] of known.entries()) {
        const percentile = ranks[i]! / known.length;
        for (const edges of ["half-open", "inclusive"] as const) {
          expect(binLength(value, prompt_len, edges).bins).toEqual(binSimilarity(percentile, edges).bins);
        }
      }
    }
  });

  test("a measure that no row has gives no tag, and bins survive JSON", () => {
    const bins = fitBins(lengths([null]));
    expect(binLength(5, bins.lengths.prompt_len, "half-open")).toEqual({ bins: [], clamped: false });
    const fitted = fitBins(lengths([1, 2, 3]));
    expect(JSON.parse(JSON.stringify(fitted))).toEqual(fitted);
  });
});

describe("tags of a row", () => {
  test("null and empty features give no tag", () => {
    expect(tagsOf({})).toEqual([]);
  });

  test("the joint label sets journalism and media studies, as do the separate ones, each once", () => {
    const both = [subject("Journalism"), subject("Media studies and communication")];
    expect(tagsOf({ subject_of_expertise: [JOINT_SUBJECT] })).toEqual(both);
    expect(tagsOf({ subject_of_expertise: [JOINT_SUBJECT, "Journalism"] })).toEqual(both);
    expect(tagsOf({ subject_of_expertise: ["Media studies and communication"] })).toEqual(both.slice(1));
  });

  test("only English is a tag among languages, and only presence counts in open sets", () => {
    expect(
      tagsOf({ languages: ["French", "English"], format_constraints: ["#words=5", "language=French"] }),
    ).toEqual([
      "analyzer_closed_set::feature_name=languages|constraints=English",
      "analyzer_open_set::feature_name=format_constraints|check_for_existence=1",
    ]);
  });

  test("a full row has one tag a measure and scalar", () => {
    const tags = tagsOf({ rouge: 0.4, prompt_len: 7, safety_concern: "low", open_endedness: "no" });
    expect(tags).toEqual([
      bin("prompt_len", 2),
      bin("rouge", 1),
      "analyzer_scalar::feature_name=open_endedness|value=no",
      "analyzer_scalar::feature_name=safety_concern|value=low",
    ]);
  });
});

describe("counts", () => {
  /** Six rows by hand: lengths 1 to 6, rouge on and off the edges. */
  const rouges = [0.1, 0.33, 0.33, 0.5, 0.67, 1];
  const features = rouges.map((rouge, i): Features => ({ ...NO_FEATURES, rouge, prompt_len: i + 1 }));
  const rows = [0, 1, 4];
  const triple = (counts: Int32Array, measure: string): number[] =>
    [0, 1, 2].map((index) => counts[TAG_NAMES.indexOf(bin(measure, index))]!);

  test("by hand: ranked once over all rows, or inside the subset", () => {
    // Percentiles of rows 0, 1, 4 over all: .17 .33… .83; inside the subset: .33… .67 (2/3) 1.
    const once = countTagsOfRows(features, rows, { lengths: "once" });
    const subset = countTagsOfRows(features, rows, { lengths: "subset" });
    expect(triple(once, "prompt_len")).toEqual([1, 1, 1]);
    expect(triple(subset, "prompt_len")).toEqual([0, 2, 1]);
    expect(triple(once, "rouge")).toEqual([1, 1, 1]);
    expect(once.reduce((sum, count) => sum + count)).toBe(6);
  });

  test("by hand: with inclusive edges a value on an edge counts twice", () => {
    const counts = countTagsOfRows(features, rows, { edges: "inclusive" });
    expect(triple(counts, "rouge")).toEqual([2, 2, 1]);
  });

  test("the matrix and the rows give the same counts, as does counting one by one", () => {
    const rng = createRng(4).fork("counts");
    const many = Array.from({ length: 200 }, () => randomFeatures(rng));
    const { matrix } = buildTagMatrix(idsOf(many), many);
    const human = rng.sample(Array.from(many.keys()), 77);
    const bits = createBitset(many.length, human);
    const counts = countTags(matrix, bits);
    expect([...counts]).toEqual([...countTagsOfRows(many, human)]);
    expect([...counts]).toEqual(
      matrix.columns.map((column) => human.filter((row) => hasBit(column, row)).length),
    );
    const bins = [0, 1, 2].map((index) => matrix.columns[TAG_NAMES.indexOf(bin("rouge", index))]!);
    for (const row of many.keys()) {
      const hits = bins.filter((column) => hasBit(column, row)).length;
      expect(hits).toBe(many[row]!.rouge === null ? 0 : 1);
    }
  });

  test("as many ids as rows are needed", () => {
    expect(() => buildTagMatrix(["a"], [])).toThrow(RangeError);
  });
});

function randomFeatures(rng: Rng): Features {
  return {
    ...NO_FEATURES,
    rouge: rng.chance(0.1) ? null : rng.pick([rng.next(), 0.33, 0.67, 0, 1]),
    len_longer: rng.int(500),
    prompt_len: rng.chance(0.1) ? null : rng.int(50),
    subject_of_expertise: rng.sample(SUBJECTS, rng.int(4)),
    safety_concern: rng.pick(["safe", "low", "moderate", "high", null] as const),
  };
}
