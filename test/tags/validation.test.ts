import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createRng, type Rng } from "../../lib/base/index.js";
import {
  type DescriptiveDimension,
  type DescriptiveTags,
  type GoldRow,
  SCALAR_VALUES,
  SUBJECTS,
  type TagValidation,
  validateAnalysis,
} from "../../lib/tags/index.js";

function goldOf(tags: readonly DescriptiveTags[]): GoldRow[] {
  return tags.map((one, i) => ({ id: `g${i}`, prompt: `prompt ${i}`, tags: one }));
}

function validate(gold: readonly DescriptiveTags[], predicted: readonly (DescriptiveTags | null)[]) {
  return validateAnalysis(goldOf(gold), predicted, { rng: createRng(0), resamples: 20 });
}

function score({ rows }: TagValidation, dimension: DescriptiveDimension, metric: string) {
  const found = rows.find((row) => row.dimension === dimension && row.metric === metric);
  if (found === undefined) throw new Error(`no ${metric} of ${dimension}`);
  return found;
}

describe("hand-worked", () => {
  test("the constant beside an open list is the better of always some and always none, metric by metric", () => {
    const lists = (some: number) =>
      Array.from({ length: 10 }, (_, i) => ({ format_constraints: i < some ? ["#words=9"] : [] }));
    const rare = validate(lists(1), lists(2));
    expect(score(rare, "format_constraints", "exact match").baseline).toBe(0.9);
    expect(score(rare, "format_constraints", "F1").baseline).toBeCloseTo(2 / 11, 12);
    expect(score(validate(lists(9), lists(9)), "format_constraints", "exact match").baseline).toBe(0.9);
  });

  test("a scalar goes by exact match and macro-F1, beside always answering the most frequent value", () => {
    const levels = (values: readonly ("safe" | "low" | "high")[]) =>
      values.map((safety_concern) => ({ safety_concern }));
    const result = validate(
      levels(["safe", "safe", "safe", "low", "high"]),
      levels(["safe", "safe", "low", "low", "safe"]),
    );
    // safe: 2 of 3 found, 3 said; low: 1 of 1 found, 2 said; high: never.
    const macro = (4 / 6 + 2 / 3 + 0) / 3;
    expect(score(result, "safety_concern", "exact match")).toMatchObject({ value: 0.6, baseline: 0.6 });
    expect(score(result, "safety_concern", "macro-F1").value).toBeCloseTo(macro, 12);
    expect(score(result, "safety_concern", "macro-F1").baseline).toBeCloseTo((6 / 8 + 0 + 0) / 3, 12);
    expect(result.labels.find(({ label }) => label === "safe")).toEqual({
      dimension: "safety_concern",
      label: "safe",
      goldCount: 3,
      predictedCount: 3,
      precision: 2 / 3,
      recall: 2 / 3,
      f1: 2 / 3,
    });
    expect(result.confusions).toEqual([
      { dimension: "safety_concern", truth: "safe", predicted: "safe", count: 2 },
      { dimension: "safety_concern", truth: "safe", predicted: "low", count: 1 },
      { dimension: "safety_concern", truth: "low", predicted: "low", count: 1 },
      { dimension: "safety_concern", truth: "high", predicted: "safe", count: 1 },
    ]);
  });

  test("a set goes by F1 of its members: two hits, one miss, one too many are 4 / 6", () => {
    const result = validate(
      [{ subject_of_expertise: ["History", "Law"] }, { subject_of_expertise: ["Physics"] }],
      [{ subject_of_expertise: ["History"] }, { subject_of_expertise: ["Logic", "Physics"] }],
    );
    expect(score(result, "subject_of_expertise", "micro-F1").value).toBeCloseTo(4 / 6, 12);
    expect(score(result, "subject_of_expertise", "macro-F1").value).toBeCloseTo((1 + 0 + 1 + 0) / 4, 12);
    expect(score(result, "subject_of_expertise", "exact match").value).toBe(0);
  });

  test("the joint subject is two subjects, and neither order nor repetition counts", () => {
    const result = validate(
      [{ subject_of_expertise: ["Media studies and communication", "Journalism"] }],
      [{ subject_of_expertise: ["Journalism, media studies and communication", "Journalism"] }],
    );
    expect(score(result, "subject_of_expertise", "exact match").value).toBe(1);
  });

  test("languages are the same in any case of letters", () => {
    const result = validate([{ languages: ["French", "English"] }], [{ languages: ["english ", "FRENCH"] }]);
    expect(score(result, "languages", "exact match").value).toBe(1);
  });

  test("of an open list only presence counts, and the baseline says always some", () => {
    const lists = (values: readonly (readonly string[])[]) =>
      values.map((format_constraints) => ({ format_constraints }));
    const result = validate(lists([["one line"], ["JSON"], [], []]), lists([["#words=3"], [], ["?"], []]));
    expect(score(result, "format_constraints", "F1").value).toBeCloseTo(2 / 4, 12);
    expect(score(result, "format_constraints", "F1").baseline).toBeCloseTo(4 / 6, 12);
    expect(score(result, "format_constraints", "exact match").value).toBe(0.5);
  });

  test("the average is over exact match of scalars, micro-F1 of sets and F1 of presence", () => {
    const gold: DescriptiveTags[] = [
      { safety_concern: "safe", languages: ["English"], format_constraints: ["x"] },
      { safety_concern: "low", languages: ["German"], format_constraints: [] },
    ];
    const predicted: DescriptiveTags[] = [
      { safety_concern: "safe", languages: ["English"], format_constraints: ["x"] },
      { safety_concern: "safe", languages: ["English", "German"], format_constraints: ["x"] },
    ];
    const { average } = validate(gold, predicted);
    expect(average.dimensions).toBe(3);
    expect(average.value).toBeCloseTo((0.5 + 4 / 5 + 2 / 3) / 3, 12);
  });
});

describe("what is missing", () => {
  test("gold rows count for the dimensions that they have", () => {
    const result = validate(
      [{ safety_concern: "safe" }, { expertise_level: "general public" }, { safety_concern: null }],
      [
        { safety_concern: "safe", expertise_level: "general public" },
        { safety_concern: "high", expertise_level: "general public" },
        { safety_concern: "high", expertise_level: "general public" },
      ],
    );
    expect(score(result, "safety_concern", "exact match")).toMatchObject({ value: 1, count: 1 });
    expect(score(result, "expertise_level", "exact match")).toMatchObject({ value: 1, count: 1 });
  });

  test("a prompt without a prediction is wrong and is counted; a dimension nobody predicted is not scored", () => {
    const gold = [
      { safety_concern: "safe", languages: ["English"] },
      { safety_concern: "safe", languages: ["English"] },
    ] as const;
    const result = validate(gold, [{ safety_concern: "safe" }, null]);
    expect(score(result, "safety_concern", "exact match")).toMatchObject({ value: 0.5, unansweredCount: 1 });
    expect(result.rows.every(({ dimension }) => dimension === "safety_concern")).toBe(true);
    expect(result.confusions).toContainEqual({
      ...{ dimension: "safety_concern", truth: "safe", predicted: "none", count: 1 },
    });
  });

  test("presence that is neither in the gold nor predicted has no F1, and does not enter the average", () => {
    const none = { format_constraints: [], safety_concern: "safe" } as const;
    const result = validate([none, none], [none, none]);
    expect(score(result, "format_constraints", "F1").value).toBeNaN();
    expect(result.average.value).toBe(1);
  });

  test("lists of different lengths, and nothing in common, are refused", () => {
    expect(() => validate([{ safety_concern: "safe" }], [])).toThrow(RangeError);
    expect(() => validate([{ safety_concern: "safe" }], [null])).toThrow(/no dimension/);
  });
});

describe("against other ways of computing", () => {
  interface Golden {
    readonly expected: Readonly<Record<DescriptiveDimension, Readonly<Record<string, number>>>>;
    readonly rows: readonly { readonly gold: DescriptiveTags; readonly predicted: DescriptiveTags }[];
  }

  test("scikit-learn gives the same figures", () => {
    const url = new URL("../fixtures/tag-validation-golden.json", import.meta.url);
    const { expected, rows } = JSON.parse(readFileSync(url, "utf8")) as Golden;
    const result = validate(
      rows.map(({ gold }) => gold),
      rows.map(({ predicted }) => predicted),
    );
    const found = Object.fromEntries(Object.keys(expected).map((dimension) => [dimension, {}])) as Record<
      string,
      Record<string, number>
    >;
    for (const { dimension, metric, value } of result.rows) found[dimension]![metric] = value;
    for (const [dimension, metrics] of Object.entries(expected))
      for (const [metric, value] of Object.entries(metrics))
        expect(found[dimension]![metric], `${dimension} ${metric}`).toBeCloseTo(value, 12);
    expect(result.rows.length).toBe(Object.values(expected).flatMap((one) => Object.keys(one)).length);
  });

  test("random tags: counting pair by pair gives the same figures, with any rows missing", () => {
    for (let trial = 0; trial < 40; trial++) {
      const rng = createRng(`validation ${trial}`);
      const size = 1 + rng.int(30);
      const gold = Array.from({ length: size }, () => randomTags(rng, 0.1));
      const predicted = Array.from({ length: size }, () => (rng.chance(0.1) ? null : randomTags(rng, 0.2)));
      const both = (["safety_concern", "subject_of_expertise"] as const).filter(
        (one) => gold.some((tags) => one in tags) && predicted.some((tags) => tags !== null && one in tags),
      );
      if (both.length === 0) continue;
      const result = validate(gold, predicted);
      for (const one of both) {
        const kept = gold.flatMap((tags, i) => (one in tags ? [i] : []));
        const sets = kept.map((i) => [setOf(gold[i]!, one), setOf(predicted[i]!, one)] as const);
        const labels = [...new Set(sets.flatMap(([g, p]) => [...g, ...p]))];
        const f1s = labels.map((label) => bruteF1(sets, label));
        expect(score(result, one, "macro-F1").value).toBeCloseTo(average(f1s), 12);
        expect(score(result, one, "exact match").value).toBeCloseTo(
          average(sets.map(([g, p]) => Number(g.size === p.size && [...g].every((label) => p.has(label))))),
          12,
        );
      }
    }
  });

  function randomTags(rng: Rng, missing: number): DescriptiveTags {
    return {
      ...(rng.chance(missing) ? {} : { safety_concern: rng.pick(SCALAR_VALUES.safety_concern) }),
      ...(rng.chance(missing) ? {} : { subject_of_expertise: rng.sample(SUBJECTS.slice(0, 6), rng.int(4)) }),
    };
  }

  function setOf(tags: DescriptiveTags | null, dimension: "safety_concern" | "subject_of_expertise") {
    const value = tags?.[dimension] ?? [];
    return new Set(typeof value === "string" ? [value] : value);
  }

  function bruteF1(sets: readonly (readonly [Set<string>, Set<string>])[], label: string): number {
    const said = sets.filter(([, p]) => p.has(label));
    const true_ = sets.filter(([g]) => g.has(label));
    const hits = said.filter(([g]) => g.has(label)).length;
    if (hits === 0) return 0;
    const [precision, recall] = [hits / said.length, hits / true_.length];
    return (2 * precision * recall) / (precision + recall);
  }

  function average(values: readonly number[]): number {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  }
});

describe("intervals", () => {
  const values = Array.from({ length: 200 }, (_, i) => (i % 4 === 0 ? "low" : "safe") as "low" | "safe");
  const gold = goldOf(values.map((safety_concern) => ({ safety_concern })));
  const predicted = values.map(() => ({ safety_concern: "safe" }) as const);

  test("cover the value, and are about as wide as the binomial says", () => {
    const result = validateAnalysis(gold, predicted, { rng: createRng(1), resamples: 2000 });
    const { value, low, high } = score(result, "safety_concern", "exact match");
    const halfWidth = 1.96 * Math.sqrt((0.75 * 0.25) / 200);
    expect(value).toBe(0.75);
    expect(low).toBeCloseTo(0.75 - halfWidth, 1.5);
    expect(high).toBeCloseTo(0.75 + halfWidth, 1.5);
  });

  test("one seed, one result", () => {
    const run = () => validateAnalysis(gold, predicted, { rng: createRng(2), resamples: 50 });
    expect(run()).toEqual(run());
  });

  test("rows of one group are drawn together, so that copies of prompts make nothing surer", () => {
    const copies = [0, 1, 2, 3].flatMap((copy) => gold.map((row) => ({ ...row, id: `${row.id}/${copy}` })));
    const four = [...predicted, ...predicted, ...predicted, ...predicted];
    const once = validateAnalysis(gold, predicted, { rng: createRng(3), resamples: 500 });
    const repeated = validateAnalysis(copies, four, { rng: createRng(3), resamples: 500 });
    expect(repeated.groupCount).toBe(200);
    expect(score(repeated, "safety_concern", "exact match")).toMatchObject({
      low: score(once, "safety_concern", "exact match").low,
      high: score(once, "safety_concern", "exact match").high,
    });
  });
});
