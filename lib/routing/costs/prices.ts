/** Prices as they are written: `1.5` for every human label, or `expert=4,normal=1.5` by the annotator's tier. */
import { BadInputError, type Problem } from "../../base/index.js";
import type { LabelCosts } from "./label-costs.js";

/** The price of a human label: one for all, or one for each tier of annotators. */
export type HumanPrices =
  | { readonly kind: "one"; readonly price: number }
  | { readonly kind: "tiers"; readonly ofTier: ReadonlyMap<string, number> };

/** Reads a price. @throws {BadInputError} unless it is a plain number of at least 0 */
export function parsePrice(text: string, place: string): number {
  const problem = priceProblem(text, place);
  if (problem !== null) throw new BadInputError([problem]);
  return Number(text);
}

/** Reads `1.5` or `expert=4,normal=1.5`. @throws {BadInputError} listing what is no price, and tiers named twice */
export function parseHumanPrices(text: string, place: string): HumanPrices {
  if (!text.includes("=")) return { kind: "one", price: parsePrice(text, place) };
  const ofTier = new Map<string, number>();
  const problems: Problem[] = [];
  for (const entry of text.split(",")) {
    const at = entry.lastIndexOf("=");
    const tier = entry.slice(0, at).trim();
    const price = entry.slice(at + 1);
    const flaw = at < 0 || tier === "" ? { place, value: entry, rule: NO_TIER, remedy: HOW_TO_WRITE } : null;
    const problem = flaw ?? priceProblem(price, place);
    if (problem !== null) problems.push(problem);
    else if (ofTier.has(tier)) problems.push({ place, value: tier, rule: "a tier has one price" });
    ofTier.set(tier, Number(price));
  }
  if (problems.length > 0) throw new BadInputError(problems);
  return { kind: "tiers", ofTier };
}

/** Sums over millions of pairs stay far from where numbers lose cents. */
const LARGEST_PRICE = 1e12;

const NO_TIER = "must be a tier and its price";
const HOW_TO_WRITE = "write 1.5, or expert=4,normal=1.5";

function priceProblem(text: string, place: string): Problem | null {
  if (/^\s*(\d+\.?\d*|\.\d+)\s*$/.test(text) && Number(text) <= LARGEST_PRICE) return null;
  const rule = "a price is a plain number of at least 0 and at most 1000000000000";
  return { place, value: text, rule, remedy: HOW_TO_WRITE };
}

export interface PricedPairs {
  readonly prices: HumanPrices;
  /** Price of an LM label. */
  readonly lm: number;
  /** The tier of each pair's annotator. */
  readonly tiers: readonly string[];
}

/**
 * What each pair's labels cost.
 * @throws {BadInputError} listing tiers that occur and have no price, and prices not above that of the LM
 */
export function labelCosts({ prices, lm, tiers }: PricedPairs): LabelCosts {
  if (prices.kind === "one") {
    checkDearer([["human", prices.price]], lm);
    return { lm, human: new Float64Array(tiers.length).fill(prices.price) };
  }
  const missing = [...countTiers(tiers)].filter(([tier]) => !prices.ofTier.has(tier));
  if (missing.length > 0) {
    const given = [...prices.ofTier.keys()].join(", ");
    const remedy = `add a price for it; prices are given for ${given}`;
    const rule = (count: number) => `a tier of ${count} pairs has no price`;
    throw new BadInputError(
      missing.map(([tier, count]) => ({ place: "--cost-human", value: tier, rule: rule(count), remedy })),
    );
  }
  checkDearer([...prices.ofTier], lm);
  return { lm, human: Float64Array.from(tiers, (tier) => prices.ofTier.get(tier)!) };
}

/** A tier of annotators with its price. */
export interface TierCount {
  readonly tier: string;
  readonly price: number;
  readonly pairCount: number;
}

/** The tiers that occur, dearest first; of one price for all there are none. */
export function tierCounts({ prices, tiers }: PricedPairs): TierCount[] {
  if (prices.kind === "one") return [];
  return [...countTiers(tiers)]
    .map(([tier, pairCount]) => ({ tier, price: prices.ofTier.get(tier) ?? Number.NaN, pairCount }))
    .sort((a, b) => b.price - a.price);
}

function countTiers(tiers: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tier of tiers) counts.set(tier, (counts.get(tier) ?? 0) + 1);
  return counts;
}

/** Where a human is no dearer than the LM, money decides nothing: those pairs would all go to humans. */
function checkDearer(prices: readonly (readonly [string, number])[], lm: number): void {
  const cheap = prices.filter(([, price]) => price <= lm);
  if (cheap.length === 0) return;
  throw new BadInputError(
    cheap.map(([tier, price]) => ({
      place: "--cost-human",
      value: `${tier}=${price}`,
      rule: `a human label must cost more than one by the LM (${lm}), or money is no reason to leave pairs to the LM`,
      remedy: "correct the price; or route by a number of labels, with --budget and without prices",
    })),
  );
}
