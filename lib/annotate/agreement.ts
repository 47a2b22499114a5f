/**
 * How well people and an LM agree, and people among themselves. Reads preferences; strength is ignored
 * throughout: a label counts by the side it prefers.
 */
import type { Rng } from "../base/index.js";
import { isLabelled, type Label, type Preference, type Side, sideOf } from "../datasets/index.js";
import { bootstrapInterval, cohenKappa, type Interval } from "../math/index.js";

/** What becomes of ties: rows that either side calls a tie are left out, or a tie is a class of its own. */
export interface TieOptions {
  readonly ties: "drop" | "third-class";
}

/** Agreement of the human label and the LM's. */
export interface Agreement {
  /** Pairs compared: those with both labels, and with `drop` without ties. */
  readonly pairs: number;
  /** Share of them on which both name the same side, in [0, 1]; NaN for none. */
  readonly agreement: number;
  /** Cohen's kappa (Cohen 1960), at most 1; NaN where undefined. */
  readonly kappa: number;
}

/** Agreement and kappa of the human label and the LM's, over the pairs that have both. */
export function agreement(preferences: readonly Preference[], options: TieOptions): Agreement {
  return agreementOf(comparedSides(preferences, options));
}

/** One pair's prompt and the two sides named for it. */
interface Compared {
  readonly prompt: string;
  readonly human: Side;
  readonly lm: Side;
}

function comparedSides(preferences: readonly Preference[], { ties }: TieOptions): Compared[] {
  return preferences
    .filter(isLabelled)
    .map(({ prompt, human, lm }) => ({ prompt, human: sideOf(human), lm: sideOf(lm) }))
    .filter(({ human, lm }) => ties === "third-class" || (human !== "tie" && lm !== "tie"));
}

function agreementOf(compared: readonly Compared[]): Agreement {
  const same = compared.filter(({ human, lm }) => human === lm).length;
  return {
    pairs: compared.length,
    agreement: same / compared.length,
    kappa: cohenKappa(
      compared.map(({ human }) => human),
      compared.map(({ lm }) => lm),
    ),
  };
}

/**
 * Percentile bootstrap intervals of {@link agreement}. Whole prompts are drawn with replacement, since the pairs
 * of one prompt are not independent. A resample in which a value is undefined counts as above all others.
 * @param options.level coverage in (0, 1); default 0.95
 * @param options.resamples default 1000
 */
export function agreementInterval(
  preferences: readonly Preference[],
  options: TieOptions & { readonly level?: number; readonly resamples?: number },
  rng: Rng,
): { readonly agreement: Interval; readonly kappa: Interval } {
  const byPrompt = new Map<string, Compared[]>();
  for (const one of comparedSides(preferences, options)) {
    const group = byPrompt.get(one.prompt);
    if (group === undefined) byPrompt.set(one.prompt, [one]);
    else group.push(one);
  }
  const groups = [...byPrompt.values()];
  const interval = (name: "agreement" | "kappa"): Interval =>
    bootstrapInterval(
      groups.length,
      (drawn) => agreementOf(Array.from(drawn, (prompt) => groups[prompt]!).flat())[name],
      // The same stream for both, so that both are of the same resamples.
      rng.fork("agreement interval"),
      options,
    );
  return { agreement: interval("agreement"), kappa: interval("kappa") };
}

/** Shares of ties, each over the pairs that have that label, in [0, 1]; NaN for no such pairs. */
export function tieShares(preferences: readonly Preference[]): {
  readonly human: number;
  readonly lm: number;
} {
  const share = (labels: readonly (Label | null)[]): number => {
    const given = labels.filter((label) => label !== null);
    return given.filter((label) => sideOf(label) === "tie").length / given.length;
  };
  return { human: share(preferences.map(({ human }) => human)), lm: share(preferences.map(({ lm }) => lm)) };
}

/**
 * Agreement of people among themselves: every two votes on the same pair, where neither is a tie.
 * @returns `votePairs` compared and the share that agree, in [0, 1]; NaN for none
 */
export function humanHumanAgreement(preferences: readonly Preference[]): {
  readonly votePairs: number;
  readonly agreement: number;
} {
  let votePairs = 0;
  let same = 0;
  for (const { humanVotes } of preferences) {
    const a = humanVotes.filter((vote) => sideOf(vote) === "a").length;
    const b = humanVotes.filter((vote) => sideOf(vote) === "b").length;
    same += (a * (a - 1) + b * (b - 1)) / 2;
    votePairs += ((a + b) * (a + b - 1)) / 2;
  }
  return { votePairs, agreement: same / votePairs };
}
