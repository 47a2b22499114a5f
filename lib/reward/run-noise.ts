/** Run-to-run noise: how much the score of one mix moves with the seed. */

import type { LabelledPair } from "../datasets/index.js";
import { mean, standardDeviation } from "../math/index.js";
import { scoreRow } from "./score-table.js";
import { type JobOptions, jobOf, type Mix, type RewardTrainer } from "./trainer.js";

export interface RunNoise {
  readonly seeds: readonly (number | string)[];
  /** By column (Overall, sections, subsets): mean, sample standard deviation (ddof 1) and the value of each seed. */
  readonly columns: Readonly<Record<string, { mean: number; sd: number; values: readonly number[] }>>;
}

/**
 * Trains the same mix with several seeds.
 * @param options.seeds default: ten, numbered from the given seed: `<seed>/0` to `<seed>/9`
 */
export async function runNoise(options: {
  readonly trainer: RewardTrainer;
  readonly mix: Mix;
  readonly pairs: readonly LabelledPair[];
  readonly seed: number | string;
  readonly seeds?: readonly (number | string)[];
  readonly subsampleFraction?: JobOptions["subsampleFraction"];
  readonly counts?: JobOptions["counts"];
}): Promise<RunNoise> {
  const { trainer, mix, pairs, seed, subsampleFraction, counts } = options;
  const seeds = options.seeds ?? Array.from({ length: 10 }, (_, i) => `${seed}/${i}`);
  const jobs = seeds.map((each) => jobOf(trainer, mix, pairs, { seed: each, subsampleFraction, counts }));
  const rows = (await trainer.train(jobs)).map(({ scores }) => scoreRow(scores));
  const names = Object.keys(rows[0] ?? {});
  return {
    seeds,
    columns: Object.fromEntries(
      names.map((name) => {
        const values = rows.map((row) => row[name]!);
        return [name, { mean: mean(values), sd: standardDeviation(values), values }];
      }),
    ),
  };
}
