/** What `hyper route` says about its result, on standard error. */
import {
  type Budget,
  COUNTING_RULES,
  describeConstraint,
  escapeControls,
  missingDimensions,
  mixCost,
  pureCosts,
  type Routing,
  SHORT_TAG_NAMES,
  type TierCount,
  tagColumn,
  type UnseenCount,
  unseenScore,
} from "../../../lib/index.js";
import { reportClamped, reportMeasured } from "../compat.js";
import type { RoutePlan } from "./plan.js";

/** What to know before routing. */
export function reportPlan({
  provenance,
  compat,
  otherAnalyzer,
  size,
  saved,
  tagged,
  tiers,
}: RoutePlan): void {
  reportMeasured(provenance, compat);
  if (otherAnalyzer) say(OTHER_ANALYZER);
  if (size.extrapolates) {
    const counts = `the model was fitted to ${size.fittedCount} pairs, and these are ${tagged.matrix.ids.length}`;
    say(`${counts}: it predicts beyond what it has seen; --rescale sees them as if they were as many`);
  }
  const missing = missingDimensions(tagged.matrix, saved.ppm);
  if (missing.length > 0) {
    const names = missing.join(", ");
    say(
      `no pair has a tag of ${names}, which the model counts: it will take that for a fact; are they tagged?`,
    );
  }
  if (tiers.length > 0) say(`prices: ${tiersText(tiers)}`);
  for (const note of saved.notes) say(escapeControls(note));
}

/** `expert 4 (1203 pairs), normal 1.5 (6328 pairs)`. */
function tiersText(tiers: readonly TierCount[]): string {
  return tiers
    .map(({ tier, price, pairCount }) => `${escapeControls(tier)} ${price} (${pairCount} pairs)`)
    .join(", ");
}

const OTHER_ANALYZER =
  "another analyzer made the descriptive tags of these pairs than of those that the model was fitted to";

export interface RouteResult {
  readonly best: Routing;
  /** One for each budget asked for. */
  readonly all: readonly Routing[];
  /** Tags counted beyond what the model was fitted to; null where it does not say. */
  readonly unseen: readonly UnseenCount[] | null;
}

/** What was chosen, what it would bring and cost, and what to note. */
export function reportRouting(out: string, plan: RoutePlan, { best, all, unseen }: RouteResult): void {
  const { tagged, compat, constraints, saved } = plan;
  const { matrix } = tagged;
  const { chosen, allLm, allHuman } = best.predicted;
  if (all.length > 1)
    for (const one of all)
      say(`budget ${budgetName(one.budget)}: ${one.humanCount} pairs, predicted ${predictedText(one)}`);
  say(
    `${out}: ${best.humanCount} of ${matrix.ids.length} pairs to humans by ${best.strategy}; predicted ` +
      `${escapeControls(saved.target)} ${predictedText(best)} (all LM ${digits(allLm)}, all human ${digits(allHuman)})`,
  );
  if (chosen < allLm) say("labels by the LM alone are predicted to do better");
  reportCost(plan, best);
  for (const constraint of constraints) say(`kept: ${describeConstraint(matrix, constraint)}`);
  const outside = tagged.binsFrom === "ppm" ? "[0, 1] or the lengths that the model was fitted to" : "[0, 1]";
  reportClamped(tagged.clampedCount, outside, COUNTING_RULES[compat].edges);
  if (unseen !== null && unseen.length > 0) say(unseenText(unseen));
  const seen = unseenScore(chosen, saved.training);
  if (seen !== null) {
    const scores = `${digits(seen.min)} to ${digits(seen.max)}`;
    say(`no mix that the model was fitted to scored so (${scores}): take the prediction as a ranking only`);
  }
  for (const note of best.notes) say(escapeControls(note));
}

/** Costs of the chosen mix and of the pure ones. */
function reportCost({ costs }: RoutePlan, { human }: Routing): void {
  if (costs === undefined) return;
  const { allLm, allHuman } = pureCosts(costs);
  say(`cost ${money(mixCost(costs, human))} (all LM ${money(allLm)}, all human ${money(allHuman)})`);
}

const SHOWN_TAGS = 3;

function unseenText(unseen: readonly UnseenCount[]): string {
  const some = unseen.slice(0, SHOWN_TAGS).map(({ tag, count, min, max }) => {
    const column = tagColumn(tag);
    const name = column === undefined ? escapeControls(tag) : SHORT_TAG_NAMES[column]!;
    return `${name} ${Math.round(count)} (${min} to ${max})`;
  });
  const rest = unseen.length > SHOWN_TAGS ? ", …" : "";
  const tags = unseen.length === 1 ? "1 tag is" : `${unseen.length} tags are`;
  return `${tags} counted beyond what the model was fitted to: ${some.join(", ")}${rest}`;
}

function budgetName(budget: Budget): string {
  if (budget.kind === "count") return String(budget.count);
  return budget.kind === "open" ? "open" : `${money(budget.limit)} of money over all LM`;
}

/** `0.7123 ± 0.0041`: the standard deviation where the model knows it. */
function predictedText({ predicted: { chosen, sd } }: Routing): string {
  return sd === null ? digits(chosen) : `${digits(chosen)} ± ${digits(sd)} (sd of the prediction)`;
}

function digits(score: number): string {
  return score.toFixed(4);
}

function money(amount: number): string {
  return String(Number(amount.toFixed(2)));
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
