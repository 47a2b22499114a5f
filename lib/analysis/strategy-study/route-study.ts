/** Who labels what in a study: every strategy under every budget by every PPM, and the mixes to compare them with. */
import { createRng, type Progress, type Rng, withProgress } from "../../base/index.js";
import { allHumanCandidate, allLmCandidate, randomMix } from "../../candidates/index.js";
import { type Bitset, countBits } from "../../math/index.js";
import type { Ppm } from "../../ppm/index.js";
import {
  countBudget,
  createMixPredictor,
  OPEN_BUDGET,
  redrawMix,
  routeDataset,
  routingStrategy,
} from "../../routing/index.js";
import type { StudyFit } from "./fit-study-ppms.js";
import type { Study } from "./study.js";
import { type StudyBudget, studyBudgets } from "./study-budget.js";

export const RANDOM = "random";
export const ONE_DRAW = "one draw";
export const ALL_HUMAN_MIX = "all-human";
export const ALL_LM_MIX = "all-lm";

/** A mix in one repeat: who chose it by what, and what the PPM says of it. */
export interface StudyMix {
  readonly strategy: string;
  readonly ppm: string;
  readonly pessimism: number;
  readonly budget: string;
  readonly repeat: number;
  readonly human: Bitset;
  readonly humanCount: number;
  readonly predicted: number;
  /** The PPM's own standard deviation of it; NaN where it says none. */
  readonly predictedSd: number;
  /** As many pairs at random. */
  readonly random: Bitset;
}

export interface RouteStudyOptions {
  readonly strategies: readonly string[];
  /** Families, in the order of the fits' PPMs. */
  readonly families: readonly string[];
  /** Degrees of pessimism, ≥ 0; those above 0 for PPMs that say how unsure they are. */
  readonly pessimism: readonly number[];
  /** Shares of the pairs for humans, in [0, 1], and `open`. */
  readonly budgets: readonly (number | "open")[];
}

/**
 * Routes the pairs in every repeat. Repeat r uses fit r modulo their number, and its own draws, the same for all
 * strategies, PPMs and budgets.
 */
export async function routeStudy(
  study: Study,
  fits: readonly StudyFit[],
  options: RouteStudyOptions,
): Promise<StudyMix[]> {
  const { repeatCount } = study.run.settings;
  const budgets = studyBudgets(study.tagged.matrix.ids.length, options.budgets);
  const cellCount = options.families.length * budgets.length;
  return withProgress("routing", repeatCount * cellCount, async (progress) => {
    const mixes: StudyMix[] = [];
    for (let repeat = 0; repeat < repeatCount; repeat++) {
      const context = { study, options, repeat, budgets, progress };
      const { ppms } = fits[repeat % fits.length]!;
      for (const [f, family] of options.families.entries())
        mixes.push(...(await routeByPpm(context, family, ppms[f]!)));
    }
    return mixes;
  });
}

interface RepeatContext {
  readonly study: Study;
  readonly options: RouteStudyOptions;
  readonly repeat: number;
  readonly budgets: readonly StudyBudget[];
  readonly progress: Progress;
}

/** Everything that one PPM has a say in, in one repeat. */
async function routeByPpm(context: RepeatContext, family: string, ppm: Ppm): Promise<StudyMix[]> {
  const { study, options, repeat, budgets, progress } = context;
  const { matrix } = study.tagged;
  const rowCount = matrix.ids.length;
  const rng = createRng(study.run.settings.seed).fork("study", "routing", repeat);
  const predictor = createMixPredictor(matrix, ppm);
  const describe = (arm: Pick<StudyMix, "strategy" | "pessimism" | "budget">, human: Bitset): StudyMix => {
    const humanCount = countBits(human);
    return {
      ...arm,
      ...{ ppm: family, repeat, human, humanCount },
      predicted: predictor.meanOf(human),
      predictedSd: predictor.sdOf(human),
      random: sameSizeMix(rowCount, humanCount, rng),
    };
  };
  const baseline = (strategy: string, budget: string, human: Bitset) =>
    describe({ strategy, pessimism: 0, budget }, human);
  const mixes = [
    baseline(ALL_HUMAN_MIX, "100%", allHumanCandidate(rowCount).human),
    baseline(ALL_LM_MIX, "0%", allLmCandidate(rowCount).human),
  ];
  for (const { name, count } of budgets) {
    if (count !== null) mixes.push(baseline(RANDOM, name, sameSizeMix(rowCount, count, rng)));
    // The first mix of those that `simulated` looks at: what it would be with nothing to choose from.
    mixes.push(baseline(ONE_DRAW, name, redrawMix(matrix, rng.fork("routing"), 0, count ?? undefined)));
    for (const { strategy, pessimism } of armsOf(options, ppm, count)) {
      const { human } = await routeDataset(matrix, {
        ppm,
        strategy: routingStrategy(strategy),
        budget: count === null ? OPEN_BUDGET : countBudget(count),
        simulations: study.run.settings.simulationCount,
        rng,
        pessimism,
      });
      mixes.push(describe({ strategy, pessimism, budget: name }, human));
    }
    progress.advance();
  }
  return mixes;
}

/** Strategies that ask of a PPM no more than a prediction. */
const BY_PREDICTION_ALONE = ["simulated", "topk", "gain"];

/** What can be asked of a PPM under a budget: a rule of single gains knows no budget, trees know no exact increments. */
function armsOf(
  { strategies, pessimism }: RouteStudyOptions,
  ppm: Ppm,
  budgetCount: number | null,
): { readonly strategy: string; readonly pessimism: number }[] {
  const possible = strategies.filter(
    (strategy) =>
      (strategy !== "gain" || budgetCount === null) &&
      (ppm.polynomial !== null || BY_PREDICTION_ALONE.includes(strategy)),
  );
  const degrees = pessimism.filter((degree) => degree === 0 || ppm.uncertainty !== null);
  return possible.flatMap((strategy) => degrees.map((degree) => ({ strategy, pessimism: degree })));
}

/** Random mixes of a repeat are nested: a smaller one is part of a larger one. */
function sameSizeMix(rowCount: number, humanCount: number, rng: Rng): Bitset {
  return randomMix(rowCount, humanCount, rng.fork("random"));
}
