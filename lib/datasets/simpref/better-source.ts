/**
 * The better source per tag, from the known truth: what routing by tags could win at most, since no real data
 * has the truth. Each pair goes by the one of its tags that tells the two sources apart most clearly.
 */
import { type Label, sideOf } from "../labels.js";
import type { Preference } from "../preference.js";
import { truthOf } from "./truth.js";

/** |z| below this is no evidence; the pair then goes to the source that is better over all pairs. */
const LEAST_Z = 3;

/**
 * Chooses the source of each pair.
 * @param tagsOf names of the tags of pair i
 */
export function betterSourcePerTag(
  pairs: readonly Preference[],
  tagsOf: (i: number) => readonly string[],
): ("human" | "lm")[] {
  const gains = pairs.map((pair) => {
    const { side } = truthOf(pair);
    return side === "tie" ? 0 : credit(pair.human, side) - credit(pair.lm, side);
  });
  const overall = tally(gains);
  const byTag = new Map<string, number[]>();
  for (const [i, gain] of gains.entries()) {
    for (const tag of tagsOf(i)) byTag.set(tag, [...(byTag.get(tag) ?? []), gain]);
  }
  const z = new Map([...byTag].map(([tag, tagGains]) => [tag, tally(tagGains)]));
  return pairs.map((_, i) => {
    const scores = tagsOf(i).map((tag) => z.get(tag)!);
    const clearest = scores.reduce((best, score) => (Math.abs(score) > Math.abs(best) ? score : best), 0);
    return (Math.abs(clearest) >= LEAST_Z ? clearest : overall) > 0 ? "human" : "lm";
  });
}

/** 1 for the right side, 0 for the wrong one; a tie or no label is half right. */
function credit(label: Label | null, side: "a" | "b"): number {
  const said = label === null ? "tie" : sideOf(label);
  return said === "tie" ? 0.5 : Number(said === side);
}

/** Mean in standard errors; 0 where all agree. */
function tally(gains: readonly number[]): number {
  const sum = gains.reduce((total, gain) => total + gain, 0);
  const squares = gains.reduce((total, gain) => total + gain * gain, 0);
  return squares === 0 ? 0 : sum / Math.sqrt(squares);
}
