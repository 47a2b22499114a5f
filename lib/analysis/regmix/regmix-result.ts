/** One family on one loss of RegMix: fitted to the training mixtures alone, tried at every size. */
import { createRng, type JsonObject } from "../../base/index.js";
import { bootstrapInterval, type Interval, rootMeanSquareError, spearman } from "../../math/index.js";
import { chooseFamily, type FamilyChoice, fitPpm, predictTable } from "../../ppm/index.js";
import { REGMIX_SIZES, type RegmixSize, type RegmixTables } from "./regmix-files.js";

/** What a test says. */
export interface RegmixScore {
  /** Of predicted and actual loss. */
  readonly spearman: number;
  /** 95 % percentile interval over test mixtures drawn with replacement. */
  readonly interval: Interval;
  /** In nats; of another size than 1M the level of the loss differs, so only ranks carry over. */
  readonly rmse: number;
}

export interface RegmixResult {
  readonly loss: string;
  readonly family: string;
  readonly scores: Readonly<Record<RegmixSize, RegmixScore>>;
  /** What the fit chose: penalty, settings … */
  readonly details: JsonObject;
}

/** @param seed draws the bootstrap resamples, the same mixtures for every family */
export function regmixResult(
  { loss, train, tests }: RegmixTables,
  choice: FamilyChoice,
  { seed, resamples }: { readonly seed: number; readonly resamples: number },
): RegmixResult {
  // Shares need no scale.
  const { ppm, details } = fitPpm(train, { family: chooseFamily(choice), scale: 1 });
  const score = (size: RegmixSize): RegmixScore => {
    const { targets } = tests[size];
    const predicted = predictTable(ppm, tests[size]);
    const rho = (rows: Int32Array): number =>
      spearman(
        Array.from(rows, (row) => targets[row]!),
        Array.from(rows, (row) => predicted[row]!),
      );
    return {
      spearman: spearman(targets, predicted),
      interval: bootstrapInterval(targets.length, rho, createRng(seed).fork(loss, size), { resamples }),
      rmse: rootMeanSquareError(targets, predicted),
    };
  };
  const scores = Object.fromEntries(REGMIX_SIZES.map((size) => [size, score(size)]));
  return { loss, family: ppm.family, scores: scores as Record<RegmixSize, RegmixScore>, details };
}
