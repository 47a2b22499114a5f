/** From pools and what reward models get right to rows: means over repeats, with intervals. */
import { createRng } from "../../base/index.js";
import { mean, quantile, spearman } from "../../math/index.js";
import type { ScoredItem } from "../../reward/index.js";
import { countTags } from "../../tags/index.js";
import { spreadOverItems, spreadOverRepeats } from "../strategy-study/spread.js";
import type { Spread } from "../strategy-study/strategy-study-row.js";
import { rightOn, type Study, selectionScore, type TrainedMixes } from "../strategy-study/study.js";
import { type Line, leastSquaresLine, nearestDistance } from "./calibration.js";
import type { RepeatPools } from "./draw-pools.js";
import { expectedNormalMaximum } from "./expected-maximum.js";
import type { PoolSizeMeasure, PoolSizeRow } from "./pool-size-row.js";
import type { PooledMix } from "./simulated-pool.js";

/** What one repeat says of one pool size: scores on both parts, and the rest by measure. */
interface PoolPoint {
  readonly heldOut: Float64Array;
  readonly values: Readonly<Partial<Record<PoolSizeMeasure, number>>>;
}

/**
 * The rows of every PPM and pool size. The pool of one is the mean over unselected mixes; its `top spearman` is over all of
 * them.
 */
export function poolSizeRows(
  study: Study,
  pools: readonly RepeatPools[],
  poolSizes: readonly number[],
  trained: TrainedMixes,
): PoolSizeRow[] {
  const families = [...new Set(pools.map(({ family }) => family))];
  return families.flatMap((family) => {
    const repeats = pools
      .filter((pool) => pool.family === family)
      .map((pool) => pointsOf(study, pool, poolSizes, trained));
    return [1, ...poolSizes].flatMap((simulations, size) =>
      rowsOf(
        study,
        { ppm: family, simulations },
        repeats.map((points) => points[size]!),
      ),
    );
  });
}

/** The points of one repeat: unselected first, then one a pool size. */
function pointsOf(
  study: Study,
  pools: RepeatPools,
  poolSizes: readonly number[],
  trained: TrainedMixes,
): PoolPoint[] {
  const { matrix } = study.tagged;
  const { unselected, repeat, fit } = pools;
  const scoreOf = ({ human }: PooledMix) => selectionScore(study, trained.rightOf(repeat, human));
  const heldOutOf = ({ human }: PooledMix) =>
    rightOn(trained.rightOf(repeat, human), study.corpus.split.heldOut);
  const distanceOf = ({ human }: PooledMix) => nearestDistance(countTags(matrix, human), fit.table.counts);
  const shareOf = ({ humanCount }: PooledMix) => humanCount / matrix.ids.length;

  const predicted = unselected.map((mix) => mix.predicted);
  const actual = unselected.map(scoreOf);
  const line: Line = leastSquaresLine(predicted, actual);
  const usualDistance = quantile(unselected.map(distanceOf), 0.5);
  const kept = unselected.map(heldOutOf);
  const first: PoolPoint = {
    heldOut: kept[0]!.map((_, item) => mean(kept.map((right) => right[item]!))),
    values: {
      predicted: mean(predicted),
      actual: mean(actual),
      optimism: mean(predicted) - mean(actual),
      "normal maximum": pools.pools[0]!.predictions.mean,
      regressed: mean(actual),
      "top spearman": spearman(predicted, actual),
      distance: 1,
      "human share": mean(unselected.map(shareOf)),
    },
  };
  const rest = poolSizes.map((simulations, size): PoolPoint => {
    const { best: top, predictions } = pools.pools[size]!;
    const [best] = top as [PooledMix];
    const score = scoreOf(best);
    return {
      heldOut: heldOutOf(best),
      values: {
        predicted: best.predicted,
        actual: score,
        optimism: best.predicted - score,
        "normal maximum": predictions.mean + predictions.sd * expectedNormalMaximum(simulations),
        regressed: line.intercept + line.slope * best.predicted,
        "top spearman": spearman(
          top.map((mix) => mix.predicted),
          top.map(scoreOf),
        ),
        distance: distanceOf(best) / usualDistance,
        "human share": shareOf(best),
      },
    };
  });
  return [first, ...rest];
}

const MEASURES_OF_REPEATS: readonly PoolSizeMeasure[] = [
  ...(["predicted", "actual", "optimism", "normal maximum", "regressed"] as const),
  ...(["top spearman", "distance", "human share"] as const),
];

function rowsOf(
  { run, corpus }: Study,
  key: Pick<PoolSizeRow, "ppm" | "simulations">,
  points: readonly PoolPoint[],
): PoolSizeRow[] {
  const rng = () => createRng(run.settings.seed).fork("study", "intervals");
  const items: ScoredItem[] = Array.from(corpus.split.heldOut, (item) => corpus.benchmark[item]!);
  const row = (what: PoolSizeMeasure, spread: Spread): PoolSizeRow => ({ ...key, what, ...spread });
  const rows = MEASURES_OF_REPEATS.flatMap((what) => {
    // Spearman is undefined where all scores are equal; such a repeat does not count.
    const values = points.map((point) => point.values[what]!).filter((value) => !Number.isNaN(value));
    return values.length === 0 ? [] : [row(what, spreadOverRepeats(values, rng()))];
  });
  const heldOut = row(
    "held out",
    spreadOverItems(
      items,
      points.map((point) => point.heldOut),
      rng(),
    ),
  );
  return [...rows.slice(0, 2), heldOut, ...rows.slice(2)];
}
