/**
 * How many mixes to simulate: the actual score of the best predicted of ever more of them.
 * The best prediction of n grows like the maximum of n draws; the actual score of that mix follows it only as far as
 * predictions hold where none was checked. Source: arXiv 2410.19133, §4.1 and Figure 3 (n from 128 to 4096).
 */
import { fitStudyPpms, type StudyFitOptions } from "../strategy-study/fit-study-ppms.js";
import { type Study, trainRepeats } from "../strategy-study/study.js";
import { type DrawPoolOptions, drawPools } from "./draw-pools.js";
import type { PoolSizeRow } from "./pool-size-row.js";
import { poolSizeRows } from "./pool-size-rows.js";

export type PoolSizeStudyOptions = StudyFitOptions & DrawPoolOptions;

/** How long one pool took: a measurement, another on every run. */
export type PoolTime = {
  readonly ppm: string;
  readonly simulations: number;
  readonly repeat: number;
  readonly seconds: number;
};

/** Fits the PPMs, draws the pools of every repeat, trains reward models on the best of each, and compares. */
export async function runPoolSizeStudy(
  study: Study,
  options: PoolSizeStudyOptions,
): Promise<{ readonly rows: PoolSizeRow[]; readonly times: PoolTime[] }> {
  const { repeatCount, seed } = study.run.settings;
  const fits = await fitStudyPpms(study, options);
  const pools = await drawPools(study, fits, options);
  const mixesOf = Array.from({ length: repeatCount }, (_, repeat) =>
    pools
      .filter((pool) => pool.repeat === repeat)
      .flatMap((pool) => [...pool.unselected, ...pool.pools.flatMap(({ best }) => best)])
      .map(({ human }) => human),
  );
  const trained = await trainRepeats(
    study,
    "chosen mixes",
    mixesOf,
    (repeat) => `${seed}/study/chosen/${repeat}`,
  );
  const times = pools.flatMap(({ family, repeat, seconds }) =>
    seconds.map((each, i) => ({
      ppm: family,
      simulations: options.poolSizes[i]!,
      repeat,
      seconds: each,
    })),
  );
  return { rows: poolSizeRows(study, pools, options.poolSizes, trained), times };
}
