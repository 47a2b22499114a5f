/** Seeded rows for the tests of the figures of predictors and routing. They are simulated and say nothing of any model. */
import { createRng } from "../../lib/base/index.js";
import type {
  FamilyEstimateRow,
  FitByCandidatesRow,
  HeldOutRow,
  ResidualRow,
  ResidualTrendRow,
  ScoreByCostRow,
  ScoreByPoolSizeRow,
  StepGridRow,
  StrategyScoreRow,
  TimeByCountRow,
} from "../../lib/figures/index.js";
import { demoHeldOut } from "./demo-rows.js";

const rng = createRng("demonstration rows of the engine");
const FAMILIES = ["linear", "quadratic", "ridge", "quadratic-ridge", "lightgbm", "gp"];

export const demoEstimates: FamilyEstimateRow[] = FAMILIES.flatMap((family, i) => [
  {
    panel: "Spearman's ρ",
    family,
    value: 0.5 + 0.05 * i,
    low: 0.42 + 0.05 * i,
    high: 0.6 + 0.05 * i,
    reference: i < 3 ? 0.3 + 0.1 * i : Number.NaN,
  },
  { panel: "RMSE, points", family, value: 1.4 - 0.1 * i, low: 1.3 - 0.1 * i, high: 1.5 - 0.1 * i },
]);

export const demoDifferences: FamilyEstimateRow[] = FAMILIES.slice(1).map((family, i) => ({
  panel: "Spearman's ρ less that of linear",
  family,
  value: 0.04 * i - 0.05,
  low: 0.04 * i - 0.11,
  high: 0.04 * i + 0.02,
}));

export const demoLearning: FitByCandidatesRow[] = FAMILIES.flatMap((family, f) =>
  [62, 125, 188, 250].flatMap((candidateCount, s) =>
    ["Spearman's ρ", "RMSE, points"].map((panel, p) => {
      const value = p === 0 ? 0.3 + 0.1 * s + 0.03 * f : 1.5 - 0.15 * s - 0.05 * f;
      return { panel, family, candidateCount, value, low: value - 0.06, high: value + 0.07 };
    }),
  ),
);

export const demoIntervals: HeldOutRow[] = demoHeldOut.map((row) => ({
  ...row,
  low: row.predicted - 0.018,
  high: row.predicted + 0.018,
}));

export const demoResiduals: ResidualRow[] = demoHeldOut.flatMap(
  ({ candidateId, budgetFraction, predicted, actual }) => [
    { panel: "Predicted score", candidateId, at: predicted, residual: actual - predicted },
    { panel: "Share labelled by humans", candidateId, at: budgetFraction, residual: actual - predicted },
  ],
);

export const demoTrend: ResidualTrendRow[] = [0, 1, 2, 3, 4].flatMap((i) => [
  {
    panel: "Predicted score",
    at: 0.62 + 0.02 * i,
    mean: 0.002 * (i - 2),
    low: 0.002 * (i - 3),
    high: 0.002 * (i - 1),
  },
  { panel: "Share labelled by humans", at: 0.1 + 0.2 * i, mean: 0, low: -0.002, high: 0.002 },
]);

export function demoSteps(stepCount: number, instanceCount = 30): StepGridRow[] {
  const order = rng.sample(
    Array.from({ length: instanceCount }, (_, i) => i),
    instanceCount,
  );
  return Array.from({ length: stepCount }, (_, step) => ({
    step,
    human: Array.from({ length: instanceCount }, (_, i) => order.indexOf(i) < step),
    predicted: 0.65 + 0.002 * step * (1 - step / 30),
    isChosen: step === stepCount - 1,
  }));
}

export const demoStrategyScores: StrategyScoreRow[] = ["25% human", "50% human", "75% human"].flatMap(
  (panel, b) =>
    ["random", "simulated", "topk", "greedy", "search", "greedy, pessimistic"].map((strategy, s) => ({
      panel,
      strategy,
      predicted: s === 0 ? Number.NaN : 0.68 + 0.008 * s + 0.005 * b,
      actual: 0.675 + 0.004 * b + 0.002 * s,
      low: 0.668 + 0.004 * b,
      high: 0.684 + 0.004 * b + 0.002 * s,
    })),
);

export const demoCosts: ScoreByCostRow[] = ["greedy", "simulated"].flatMap((series, s) =>
  Array.from({ length: 21 }, (_, i) => ({
    series,
    cost: 40 + 120 * i,
    humanShare: i / 20,
    predicted: 0.66 + (0.05 - 0.01 * s) * (1 - Math.exp(-i / 4)) - 0.001 * Math.max(0, i - 12),
    isKnee: i === 5,
  })),
);

const POOLS = [128, 256, 512, 1024, 2048, 4096, 16_384, 65_536, 262_144, 1_000_000];

export const demoPools: ScoreByPoolSizeRow[] = ["predicted", "actual", "expected maximum"].flatMap(
  (series, s) =>
    POOLS.map((poolSize) => {
      const value = 0.66 + (s === 1 ? 0.002 : 0.006) * Math.sqrt(2 * Math.log(poolSize));
      return { series, poolSize, value, low: value - 0.004, high: value + 0.004 };
    }),
);

export const demoTimes: TimeByCountRow[] = [
  ...POOLS.map((count) => ({ series: "kernel, 2 workers", count, seconds: 0.05 + 1e-5 * count })),
  ...POOLS.slice(0, 6).map((count) => ({ series: "plain TypeScript", count, seconds: 6e-4 * count })),
  ...[128, 1_000_000].map((count) => ({
    series: "10 µs a mix",
    count,
    seconds: 1e-5 * count,
    isReference: true,
  })),
];
