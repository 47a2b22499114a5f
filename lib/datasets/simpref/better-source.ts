/**
 * The better source per tag, from the known truth: what routing by tags could win at most, since no real data
 * has the truth. The advantage of people over the LM on a pair is taken as a sum over the pair's tags.
 */
import { type Label, sideOf } from "../labels.js";
import type { Preference } from "../preference.js";
import { truthOf } from "./truth.js";

/** Ridge penalty in pairs: a tag with as many pairs is believed by half. */
const PENALTY_PAIRS = 20;
/** Sweeps of coordinate descent; with few tags a pair it has long converged by then. */
const SWEEPS = 50;

/**
 * Chooses the source of each pair by the tags alone. The advantage per tag is fitted on the other half of the
 * pairs, so that chance does not look like a difference between sources.
 * @param tagsOf distinct names of the tags of pair i
 */
export function betterSourcePerTag(
  pairs: readonly Preference[],
  tagsOf: (i: number) => readonly string[],
): ("human" | "lm")[] {
  const tags = pairs.map((_, i) => tagsOf(i));
  const advantages = pairs.map(humanAdvantage);
  const halves = [0, 1].map((half) =>
    fitAdvantage(
      tags.filter((_, i) => i % 2 !== half),
      advantages.filter((_, i) => i % 2 !== half),
    ),
  );
  return tags.map((names, i) => (halves[i % 2]!(names) > 0 ? "human" : "lm"));
}

/** 1 where only people are right, -1 where only the LM is; a tie or no label is half right. */
function humanAdvantage(pair: Preference): number {
  const { side } = truthOf(pair);
  if (side === "tie") return 0;
  const credit = (label: Label | null): number => {
    const said = label === null ? "tie" : sideOf(label);
    return said === "tie" ? 0.5 : Number(said === side);
  };
  return credit(pair.human) - credit(pair.lm);
}

/** Ridge regression on tags, with an intercept that is not penalised, by coordinate descent. */
function fitAdvantage(
  tags: readonly (readonly string[])[],
  advantages: readonly number[],
): (names: readonly string[]) => number {
  const intercept = advantages.reduce((sum, value) => sum + value, 0) / Math.max(1, advantages.length);
  const left = advantages.map((value) => value - intercept);
  const members = new Map<string, number[]>();
  for (const [i, names] of tags.entries()) {
    for (const name of names) members.set(name, [...(members.get(name) ?? []), i]);
  }
  const effects = new Map<string, number>();
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const [name, rows] of members) {
      const before = effects.get(name) ?? 0;
      const total = rows.reduce((sum, i) => sum + left[i]! + before, 0);
      const after = total / (rows.length + PENALTY_PAIRS);
      for (const i of rows) left[i]! += before - after;
      effects.set(name, after);
    }
  }
  return (names) => names.reduce((sum, name) => sum + (effects.get(name) ?? 0), intercept);
}
