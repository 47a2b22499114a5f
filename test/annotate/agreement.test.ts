import { describe, expect, test } from "vitest";
import { agreement, agreementInterval, humanHumanAgreement, tieShares } from "../../lib/annotate/index.js";
import { createRng } from "../../lib/base/index.js";
import { type Label, type Preference, readPreferences } from "../../lib/datasets/index.js";
import { hasShared, sharedPath } from "../shared.js";

function pair(
  prompt: string,
  human: Label | null,
  lm: Label | null,
  humanVotes: readonly Label[] = [],
): Preference {
  const names = { modelA: "", modelB: "", source: "" };
  return {
    id: prompt,
    prompt,
    completionA: "1",
    completionB: "2",
    ...names,
    human,
    lm,
    humanVotes,
    extra: {},
  };
}

/** A 2 × 2 table as pairs: both a, human a and LM b, human b and LM a, both b; and two ties and one unlabelled. */
const TABLE = [
  ...Array.from({ length: 20 }, (_, i) => pair(`aa${i}`, "a-is-clearly-better", "a-is-better")),
  ...Array.from({ length: 5 }, (_, i) => pair(`ab${i}`, "a-is-better", "b-is-better")),
  ...Array.from({ length: 10 }, (_, i) => pair(`ba${i}`, "b-is-slightly-better", "a-is-better")),
  ...Array.from({ length: 15 }, (_, i) => pair(`bb${i}`, "b-is-better", "b-is-better")),
  pair("tie", "tie", "tie"),
  pair("half", "tie", "a-is-better"),
  pair("none", null, "tie"),
];

describe("by hand", () => {
  test("without ties: 35 of 50 agree, and kappa is (0.7 - 0.5) / (1 - 0.5)", () => {
    const result = agreement(TABLE, { ties: "drop" });
    expect(result).toMatchObject({ pairs: 50, agreement: 0.7 });
    expect(result.kappa).toBeCloseTo(0.4, 12);
  });

  test("with ties as a third class: 36 of 52", () => {
    const result = agreement(TABLE, { ties: "third-class" });
    const chance = (25 * 31 + 25 * 20 + 2 * 1) / (52 * 52);
    expect(result.pairs).toBe(52);
    expect(result.agreement).toBeCloseTo(36 / 52, 12);
    expect(result.kappa).toBeCloseTo((36 / 52 - chance) / (1 - chance), 12);
  });

  test("tie shares are of the pairs that have the label", () => {
    expect(tieShares(TABLE)).toEqual({ human: 2 / 52, lm: 2 / 53 });
    expect(tieShares([])).toEqual({ human: Number.NaN, lm: Number.NaN });
  });

  test("people are compared two votes at a time, ties left out", () => {
    const votes = (...labels: Label[]) => pair("v", null, null, labels);
    const a = "a-is-better";
    const b = "b-is-slightly-better";
    expect(humanHumanAgreement([votes(a, a, b)])).toEqual({ votePairs: 3, agreement: 1 / 3 });
    expect(humanHumanAgreement([votes(a, "a-is-clearly-better", "tie"), votes(b), votes()])).toEqual({
      votePairs: 1,
      agreement: 1,
    });
    expect(humanHumanAgreement([votes("tie", "tie")])).toEqual({ votePairs: 0, agreement: Number.NaN });
  });
});

describe("intervals", () => {
  test("the interval holds the estimate, is the same for the same seed, and narrows with more prompts", () => {
    const options = { ties: "drop", resamples: 400 } as const;
    const interval = agreementInterval(TABLE, options, createRng(1));
    expect(interval).toEqual(agreementInterval(TABLE, options, createRng(1)));
    expect(interval.agreement.low).toBeLessThan(0.7);
    expect(interval.agreement.high).toBeGreaterThan(0.7);
    expect(interval.kappa.low).toBeLessThan(0.4);
    expect(interval.kappa.high).toBeGreaterThan(0.4);
    const fourTimes = [0, 1, 2, 3].flatMap((copy) =>
      TABLE.map((one) => ({ ...one, prompt: `${copy} ${one.prompt}` })),
    );
    const narrow = agreementInterval(fourTimes, options, createRng(1));
    const width = ({ low, high }: { low: number; high: number }): number => high - low;
    expect(width(narrow.agreement)).toBeLessThan(0.7 * width(interval.agreement));
  });

  test("pairs of one prompt are drawn together: one prompt alone has no spread", () => {
    const onePrompt = TABLE.map((one) => ({ ...one, prompt: "same" }));
    const { agreement: interval } = agreementInterval(
      onePrompt,
      { ties: "drop", resamples: 50 },
      createRng(1),
    );
    expect(interval).toEqual({ low: 0.7, high: 0.7 });
  });
});

describe.skipIf(!hasShared("data", "preferences"))("real files (skipped: without the shared folder)", () => {
  // The statistics that came with the files, made with another tool: percentages, and kappa.
  test.each([
    ["vicuna80", 1246, 76.7, 0.531, 55.1, 14.9, 25.5, 62.9],
    ["mt-bench", 779, 87.4, 0.748, 65.5, 30.8, 26.7, 81.4],
    ["pandalm", 595, 79.7, 0.593, 70.1, 8.8, 4.5, 94.2],
    ["xstest-pairs", 236, 96.2, 0.924, 54.5, 36.9, 48.0, 100.0],
  ])(
    "%s: agreement, kappa, ties and human-human agreement as published with it",
    async (name, ...published) => {
      const { rows } = await readPreferences(sharedPath("data", "preferences", `${name}.jsonl`));
      const withoutTies = agreement(rows, { ties: "drop" });
      const ties = tieShares(rows);
      const percent = (share: number): number => Number((100 * share).toFixed(1));
      expect([
        withoutTies.pairs,
        percent(withoutTies.agreement),
        Number(withoutTies.kappa.toFixed(3)),
        percent(agreement(rows, { ties: "third-class" }).agreement),
        percent(ties.human),
        percent(ties.lm),
        percent(humanHumanAgreement(rows).agreement),
      ]).toEqual(published);
    },
  );
});
