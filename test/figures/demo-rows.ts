/** Seeded rows for the figures' tests, of realistic shapes and sizes. They are simulated and say nothing of any model. */
import { createRng } from "../../lib/base/index.js";
import type {
  BaselineRow,
  BudgetScoreRow,
  CandidateRow,
  HeldOutRow,
  MixScoreRow,
  TagGainRow,
  TagShareRow,
  TagTotal,
} from "../../lib/figures/index.js";
import { TABLE_13 } from "../../lib/paper/index.js";
import { TAG_NAMES } from "../../lib/tags/index.js";

const rng = createRng("demonstration rows");
const TAGS = TAG_NAMES;

export const demoTags: TagTotal[] = TAGS.map((tag, i) => ({
  tag,
  totalCount: Math.round(7000 * rng.fork("total", i).next() ** 3),
}));

export const demoCandidates: CandidateRow[] = Array.from({ length: 250 }, (_, i) => {
  const random = rng.fork("candidate", i);
  const budgetFraction = random.next();
  return {
    candidateId: `candidate-${i}`,
    budgetFraction,
    score: 0.62 + 0.08 * Math.sin(3 * budgetFraction) + 0.015 * random.normal(),
    counts: demoTags.map(({ totalCount }) =>
      Math.round(
        totalCount * (random.chance(0.15) ? 1 : Math.min(1, budgetFraction * (0.4 + 0.6 * random.next()))),
      ),
    ),
  };
});

export const demoHeldOut: HeldOutRow[] = demoCandidates.map(({ candidateId, score }, i) => ({
  candidateId,
  budgetFraction: rng.fork("budget", i).next(),
  actual: score,
  predicted: 0.25 * 0.66 + 0.75 * score + 0.01 * rng.fork("error", i).normal(),
  fold: i % 10,
}));

export function demoBudgetScores(panels: readonly string[]): BudgetScoreRow[] {
  return panels.flatMap((panel) => {
    const random = rng.fork("panel", panel);
    const base = 0.6 + 0.1 * random.next();
    const row = (mix: BudgetScoreRow["mix"], budgetFraction: number, lift: number): BudgetScoreRow => ({
      panel,
      mix,
      budgetFraction,
      meanScore: base + lift + 0.006 * random.normal(),
      sdScore: 0.006 + 0.008 * random.next(),
    });
    const budgets = [0.25, 0.5, 0.75];
    return [
      row("all-lm", 0, 0.03),
      row("all-human", 1, -0.02),
      ...budgets.map((budget) => row("random", budget, 0.01)),
      ...budgets.map((budget) => row("routed", budget, 0.05)),
      row("best-hybrid", 0.374, 0.085),
    ];
  });
}

const SECTIONS = ["Overall", "Chat", "Chat Hard", "Safety", "Reasoning"];

export const demoMixScores: MixScoreRow[] = [
  "100% human",
  "100% LM",
  "50% random hybrid",
  "50% routed hybrid",
  "Best hybrid (37.4% human)",
].flatMap((mix, m) =>
  SECTIONS.map((section, s) => {
    const random = rng.fork(mix, section);
    const score = 0.55 + 0.05 * m + 0.08 * Math.sin(3 * s) + 0.02 * random.normal();
    return {
      mix,
      section,
      score,
      low: score - 0.02 - 0.01 * random.next(),
      high: score + 0.02 + 0.01 * random.next(),
    };
  }),
);

export const demoBaseline: BaselineRow[] = SECTIONS.map((section, s) => ({
  section,
  score: 0.5 + 0.04 * Math.cos(2 * s),
}));

export const demoShares: TagShareRow[] = demoTags.map(({ tag, totalCount }) => ({
  tag,
  share: totalCount / 7000,
}));

export const demoGains: TagGainRow[] = TABLE_13.map(({ tag, gainThousandths }) => ({
  tag,
  gain: gainThousandths / 1000,
}));
