/** What `hyper route` works on: everything read, checked and brought together before any routing. */
import {
  BadInputError,
  type Budget,
  binsFromJson,
  type ConstraintSolver,
  checkFeasible,
  checkOrigin,
  checkOutputs,
  checkSize,
  constraintSolver,
  type Definitions,
  type FeaturesFile,
  type LabelCosts,
  labelCosts,
  loadPpm,
  PUBLISHED_PPM,
  parseBudgets,
  type RoutingTags,
  readFeaturesFile,
  readTiers,
  type SavedPpm,
  type SizeCheck,
  savedPublishedPpm,
  type TagConstraint,
  tagConstraints,
  tagForRouting,
  tiersFromTags,
} from "../../../lib/index.js";
import type { RouteVerbOptions } from "./options.js";

export interface RoutePlan {
  readonly saved: SavedPpm;
  readonly provenance: FeaturesFile["provenance"];
  readonly compat: Definitions;
  readonly otherAnalyzer: boolean;
  readonly tagged: RoutingTags;
  readonly size: SizeCheck;
  readonly budgets: readonly Budget[];
  /** Undefined without prices. */
  readonly costs: LabelCosts | undefined;
  readonly constraints: readonly TagConstraint[];
  readonly solver: ConstraintSolver | null;
  /** Files that the result depends on. */
  readonly inputs: readonly string[];
}

/** @throws {BadInputError} for whatever cannot be used; nothing has been written then */
export async function planRoute(options: RouteVerbOptions): Promise<RoutePlan> {
  const { features, ppm, out, curve } = options;
  checkOptions(options);
  const isPublished = ppm === PUBLISHED_PPM;
  const inputs = isPublished ? [features] : [features, ppm];
  const saved = isPublished ? savedPublishedPpm() : loadPpm(ppm);
  const { rows, provenance } = await readFeaturesFile(features);
  checkOutputs({ "--out": out, "--curve": curve }, { "--features": features, "--ppm": inputs.slice(1) });
  const { compat, otherAnalyzer } = checkOrigin(saved.origin, provenance, options.compat);
  const pairs = rows.map((row) => row.features);
  const tagged = tagForRouting(
    rows.map(({ id }) => id),
    pairs,
    { compat, bins: saved.bins === null ? undefined : binsFromJson(saved.bins, ppm) },
  );
  const costs = await readCosts(options, pairs);
  const budgets = parseBudgets({ labels: options.budget, money: options.budgetMoney }, rows.length, costs);
  const constraints = tagConstraints(tagged.matrix, [...options.minShare, ...options.maxShare]);
  if (constraints.length > 0) await checkFeasible(tagged.matrix, constraints, budgets);
  return {
    saved,
    provenance,
    compat,
    otherAnalyzer,
    tagged,
    size: checkSize(saved.training, rows.length, options.rescale ?? false),
    budgets,
    costs,
    constraints,
    solver: constraints.length === 0 ? null : await constraintSolver(tagged.matrix, constraints),
    inputs,
  };
}

/** Options that say nothing without another. */
function checkOptions({ costHuman, costLm, tierColumn, budget, budgetMoney }: RouteVerbOptions): void {
  const problems = [];
  if (costHuman === undefined && costLm !== undefined)
    problems.push({
      place: "--cost-lm",
      rule: "needs --cost-human",
      remedy: "add the price of a human label",
    });
  if (costHuman?.kind !== "tiers" && tierColumn !== undefined) {
    const remedy = "write --cost-human expert=4,normal=1.5, or leave the column out";
    problems.push({ place: "--tier-column", value: tierColumn, rule: "needs prices by tier", remedy });
  }
  if (costHuman === undefined && budgetMoney !== undefined)
    problems.push({ place: "--budget-money", rule: "money needs prices", remedy: "add --cost-human" });
  if (budget === undefined && budgetMoney === undefined) {
    const remedy = "give --budget (a count, a fraction, open), or --budget-money with --cost-human";
    problems.push({ place: "--budget", rule: "a budget is needed", remedy });
  }
  if (problems.length > 0) throw new BadInputError(problems);
}

async function readCosts(
  { costHuman: prices, costLm: lm = 0, features, tierColumn }: RouteVerbOptions,
  pairs: Parameters<typeof tiersFromTags>[0],
): Promise<LabelCosts | undefined> {
  if (prices === undefined) return undefined;
  const tiers = tierColumn === undefined ? tiersFromTags(pairs) : await readTiers(features, tierColumn);
  return labelCosts({ prices, lm, tiers });
}
