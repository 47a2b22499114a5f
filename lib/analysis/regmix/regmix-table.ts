/**
 * PPM families on somebody else's runs: RegMix (arXiv 2407.01492). 512 mixtures on 1M-parameter models are learned
 * from; settings are chosen on them alone. Tests: other mixtures at 1M, 60M and 1B parameters.
 */
import { mapInWorkers, type Rng, withProgress } from "../../base/index.js";
import { REGMIX_LIGHTGBM_SPEARMAN } from "../../paper/index.js";
import { chooseFamily, type FamilyChoice } from "../../ppm/index.js";
import { REGMIX_LOSSES, REGMIX_SIZES, readRegmix } from "./regmix-files.js";
import { type RegmixResult, regmixResult } from "./regmix-result.js";
import type { RegmixTask, RegmixWork } from "./regmix-worker.js";

export interface RegmixOptions {
  /** Default {@link REGMIX_FAMILIES}. */
  readonly families?: readonly FamilyChoice[];
  /** Default all 13. */
  readonly losses?: readonly string[];
  readonly rng: Rng;
  /** Bootstrap resamples of the test mixtures; default 1000. */
  readonly resamples?: number;
  /** Threads at most; default one a core. The result does not depend on it. */
  readonly workers?: number;
}

/** The families that the table shows; settings and penalties are chosen within the training mixtures. */
export const REGMIX_FAMILIES: readonly FamilyChoice[] = [
  { name: "linear" },
  { name: "ridge", isTuned: true },
  { name: "quadratic-ridge", isTuned: true },
  { name: "gp" },
  { name: "lightgbm", isTuned: true },
];

/** A row a loss and family: Spearman at each size with its 95 % interval, beside the authors' LightGBM at 1M. */
export type RegmixRow = Readonly<Record<string, string | number>>;

/** Every family on every loss, in that order of losses. @throws {BadInputError} as {@link readRegmix} */
export async function regmixResults(folder: string, options: RegmixOptions): Promise<RegmixResult[]> {
  const { families = REGMIX_FAMILIES, losses = REGMIX_LOSSES, rng, resamples = 1000, workers } = options;
  // What is wrong is found here, with one message, rather than by each thread.
  for (const choice of families) chooseFamily(choice);
  const tables = losses.map((loss) => readRegmix(folder, loss));
  const seed = rng.fork("regmix").bits();
  const tasks = losses.flatMap((loss) => families.map((choice): RegmixTask => ({ loss, choice })));
  return withProgress("RegMix", tasks.length, async (progress) => {
    if (workers === 1) {
      return tasks.map(({ loss, choice }) => {
        const result = regmixResult(tables[losses.indexOf(loss)]!, choice, { seed, resamples });
        progress.advance();
        return result;
      });
    }
    const shared: RegmixWork = { folder, seed, resamples };
    return mapInWorkers<RegmixTask, RegmixResult>(workerUrl(), tasks, {
      workers,
      shared,
      onResult: () => progress.advance(),
    });
  });
}

/** The same as rows for a table. */
export async function regmixTable(folder: string, options: RegmixOptions): Promise<RegmixRow[]> {
  return regmixRows(await regmixResults(folder, options));
}

export function regmixRows(results: readonly RegmixResult[]): RegmixRow[] {
  return results.map(({ loss, family, scores }) => ({
    loss,
    family,
    ...Object.assign(
      {},
      ...REGMIX_SIZES.map((size) => ({
        [`spearman_${size}`]: scores[size].spearman,
        [`low_${size}`]: scores[size].interval.low,
        [`high_${size}`]: scores[size].interval.high,
      })),
    ),
    rmse_1m: scores["1m"].rmse,
    authors_lightgbm_1m: REGMIX_LIGHTGBM_SPEARMAN[loss] ?? Number.NaN,
  }));
}

/** Beside this module, in the source tree as in the built one. */
function workerUrl(): URL {
  return new URL(`./regmix-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
}
