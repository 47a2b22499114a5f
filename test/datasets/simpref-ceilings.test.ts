/**
 * There is something to win on SimPref, and it comes from errors that go with tags. One corpus by default;
 * `HYPER_SIMPREF_SEEDS=0,1,2,3,4 npx vitest run test/datasets/simpref-ceilings.test.ts` prints the table of
 * docs/simpref.md (corpora of several seeds, five training seeds each).
 */
import { describe, expect, test } from "vitest";
import { type Calibration, calibrate, calibrationTable, gainOf } from "./simpref-calibration.js";

const SEEDS = (process.env.HYPER_SIMPREF_SEEDS ?? "0").split(",").map(Number);
const TRAINING_SEEDS = SEEDS.length > 1 ? [0, 1, 2, 3, 4] : [0, 1, 2];
const byTag: Calibration[] = [];
const uniform: Calibration[] = [];
for (const seed of SEEDS) {
  const run = await calibrate(seed, TRAINING_SEEDS);
  byTag.push(run.byTag);
  uniform.push(run.uniform);
}
if (SEEDS.length > 1) {
  const facts = byTag.map(
    (run, i) =>
      `${run.usableCount} usable, agreement ${run.agreement.toFixed(3)}, kappa ${run.kappa.toFixed(3)}, ` +
      `human share of the better source ${run.humanShare.toFixed(2)}, gain ${(100 * gainOf(run)).toFixed(1)}, in the control ${(100 * gainOf(uniform[i]!)).toFixed(1)}`,
  );
  console.log([...facts, calibrationTable(byTag), "control:", calibrationTable(uniform)].join("\n"));
}

describe.each(SEEDS.map((seed, i) => ({ seed, run: byTag[i]!, control: uniform[i]! })))(
  "corpus of seed $seed",
  ({ run: { scores }, run, control }) => {
    test("on true labels the embedded model reaches 80 % Overall and 65 % in every section", () => {
      const [overall, ...sections] = scores["true labels"];
      expect(overall).toBeGreaterThanOrEqual(0.8);
      expect(Math.min(...sections)).toBeGreaterThanOrEqual(0.65);
    });

    test("on all-human and on all-LM labels it is clearly worse", () => {
      expect(scores["all human"][0]).toBeLessThan(scores["true labels"][0]! - 0.05);
      expect(scores["all LM"][0]).toBeLessThan(scores["true labels"][0]! - 0.05);
    });

    test("people are weak in Reasoning, the LM in Chat Hard and Safety", () => {
      const [, , humanHard, humanSafety, humanReasoning] = scores["all human"];
      const [, , lmHard, lmSafety, lmReasoning] = scores["all LM"];
      expect(lmReasoning).toBeGreaterThan(humanReasoning! + 0.1);
      expect(humanHard).toBeGreaterThan(lmHard! + 0.1);
      expect(humanSafety).toBeGreaterThan(lmSafety! + 0.1);
    });

    test("the better source per extracted tag beats both by at least 5 points Overall", () => {
      expect(gainOf(run)).toBeGreaterThanOrEqual(0.05);
    });

    test("where errors do not go with tags there is no such gain", () => {
      // A single control's gain has a standard deviation of 1.5 points; the mean over corpora is tested below.
      expect(gainOf(control)).toBeLessThan(0.035);
      expect(gainOf(control)).toBeLessThan(gainOf(run) - 0.03);
      expect(control.agreement).toBeCloseTo(run.agreement, 2);
    });

    test("preferring the longer response is no way to score", () => {
      expect(scores["longer wins"][0]).toBeLessThan(0.55);
    });
  },
);

test.skipIf(SEEDS.length < 5)(
  "over five corpora the control's mean gain is nil (skipped: needs HYPER_SIMPREF_SEEDS)",
  () => {
    expect(uniform.reduce((sum, run) => sum + gainOf(run), 0) / uniform.length).toBeLessThan(0.01);
  },
);
