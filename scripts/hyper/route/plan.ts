/** What `hyper route` works on: everything read, checked and brought together before any routing. */
import {
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
  parseShareLimits,
  type RoutingTags,
  readFeaturesFile,
  readTiers,
  type SavedPpm,
  type SizeCheck,
  savedPublishedPpm,
  type TagConstraint,
  type TierCount,
  tagConstraints,
  tagForRouting,
  tierCounts,
  tiersFromTags,
} from "../../../lib/index.js";
import { checkTogether, type RouteVerbOptions } from "./options.js";

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
  /** Empty unless prices are by tier. */
  readonly tiers: readonly TierCount[];
  readonly constraints: readonly TagConstraint[];
  readonly solver: ConstraintSolver | null;
  /** Files that the result depends on. */
  readonly inputs: readonly string[];
}

/** @throws {BadInputError} for whatever cannot be used; nothing has been written then */
export async function planRoute(options: RouteVerbOptions): Promise<RoutePlan> {
  const { features, ppm, out, curve } = options;
  checkTogether(options);
  const isPublished = ppm === PUBLISHED_PPM;
  const inputs = isPublished ? [features] : [features, ppm];
  const saved = isPublished ? savedPublishedPpm() : loadPpm(ppm);
  const { rows, provenance } = await readFeaturesFile(features);
  const { compat, otherAnalyzer } = checkOrigin(saved.origin, provenance, options.compat);
  const pairs = rows.map((row) => row.features);
  const tagged = tagForRouting(
    rows.map(({ id }) => id),
    pairs,
    { compat, bins: saved.bins === null ? undefined : binsFromJson(saved.bins, ppm) },
  );
  const { costs, tiers } = await readCosts(options, pairs);
  const budgets = parseBudgets({ labels: options.budget, money: options.budgetMoney }, rows.length, costs);
  const constraints = tagConstraints(tagged.matrix, parseShareLimits(options.minShare, options.maxShare));
  const size = checkSize(saved.training, rows.length, options.rescale ?? false);
  if (constraints.length > 0) await checkFeasible(tagged.matrix, constraints, budgets);
  checkOutputs({ "--out": out, "--curve": curve }, { "--features": features, "--ppm": inputs.slice(1) });
  return {
    saved,
    provenance,
    compat,
    otherAnalyzer,
    tagged,
    size,
    budgets,
    costs,
    tiers,
    constraints,
    solver: constraints.length === 0 ? null : await constraintSolver(tagged.matrix, constraints),
    inputs,
  };
}

/** Costs and tiers, where there are prices. */
async function readCosts(
  { costHuman: prices, costLm: lm = 0, features, tierColumn }: RouteVerbOptions,
  pairs: Parameters<typeof tiersFromTags>[0],
): Promise<{ readonly costs?: LabelCosts; readonly tiers: readonly TierCount[] }> {
  if (prices === undefined) return { tiers: [] };
  const tiers = tierColumn === undefined ? tiersFromTags(pairs) : await readTiers(features, tierColumn);
  const priced = { prices, lm, tiers };
  return { costs: labelCosts(priced), tiers: tierCounts(priced) };
}
