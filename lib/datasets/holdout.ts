/** A benchmark made of the data itself: pairs of prompts kept out of training whose label is beyond dispute. */
import { BadInputError, type Rng } from "../base/index.js";
import { type BenchmarkItem, isSection } from "./benchmark.js";
import { type Side, sideOf } from "./labels.js";
import type { Preference } from "./preference.js";

export interface Holdout {
  /** Every pair of the other prompts, in the order of the input. */
  readonly train: Preference[];
  /** Kept-out pairs with a sure label, in the order of the input. */
  readonly benchmark: BenchmarkItem[];
  /** Kept-out pairs that are in neither, by reason. */
  readonly leftOut: {
    /** Nobody has labelled the pair. */
    readonly unlabelled: number;
    /** Two or more votes, not all for the same side. */
    readonly splitVotes: number;
    /** The votes, or the one human label, say tie. */
    readonly humanTies: number;
    /** One human label only, and the LM's is absent or not the same. */
    readonly unconfirmed: number;
  };
}

/**
 * Splits by prompt, so that no prompt (case and white space aside) and no conversation is on both sides.
 * A kept-out pair becomes a benchmark item where two or more votes are unanimous, or where the single human
 * label and the LM's name the same side. Its subset is its source; its section is its field `section` where that
 * names one, else `Holdout`.
 * @param fraction of the prompts to keep out, in (0, 1)
 * @param rng decides which; the order of the input does not matter
 * @throws {RangeError} for another fraction
 * @throws {BadInputError} if either side would be empty
 */
export function holdoutBenchmark(preferences: readonly Preference[], fraction: number, rng: Rng): Holdout {
  if (!(fraction > 0 && fraction < 1)) throw new RangeError(`holdoutBenchmark: ${fraction} is not in (0, 1)`);
  const prompts = [...new Set(preferences.map(promptKey))].sort();
  const keptOut = new Set(rng.sample(prompts, Math.round(fraction * prompts.length)));
  const train: Preference[] = [];
  const benchmark: BenchmarkItem[] = [];
  const leftOut = { unlabelled: 0, splitVotes: 0, humanTies: 0, unconfirmed: 0 };
  for (const preference of preferences) {
    if (!keptOut.has(promptKey(preference))) {
      train.push(preference);
      continue;
    }
    const side = sureSide(preference);
    if (side === "a" || side === "b") benchmark.push(toItem(preference, side));
    else leftOut[side] += 1;
  }
  if (train.length === 0 || benchmark.length === 0) throw noSides(prompts.length, train, benchmark, leftOut);
  return { train, benchmark, leftOut };
}

/**
 * The fraction in `holdout:0.25`, the name of this benchmark at the command line; null for a text that does not
 * begin with `holdout:` (a path, then).
 * @throws {BadInputError} unless the fraction is a number in (0, 1)
 */
export function parseHoldout(text: string): number | null {
  const given = /^holdout:(.*)$/s.exec(text)?.[1];
  if (given === undefined) return null;
  const fraction = /^[0-9]*\.?[0-9]+$/.test(given) ? Number(given) : Number.NaN;
  if (fraction > 0 && fraction < 1) return fraction;
  const rule = "a holdout needs a fraction of the prompts between 0 and 1";
  throw new BadInputError([{ place: "benchmark", value: text, rule, remedy: "for example holdout:0.25" }]);
}

/** Conversations marked `[Turn 1] … [Turn 2] …` go by their first turn: later turns of a question stay with it. */
function promptKey({ prompt }: Preference): string {
  const text = prompt.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
  return text.replace(/^\[turn 1\] ?/, "").replace(/ ?\[turn 2\].*$/s, "");
}

function sureSide({ humanVotes, human, lm }: Preference): "a" | "b" | keyof Holdout["leftOut"] {
  const sides = new Set<Side>(humanVotes.map(sideOf));
  if (humanVotes.length >= 2 && sides.size > 1) return "splitVotes";
  const label = humanVotes[0] ?? human;
  if (label === null) return "unlabelled";
  const side = sideOf(label);
  if (side === "tie") return "humanTies";
  if (humanVotes.length >= 2) return side;
  return lm !== null && sideOf(lm) === side ? side : "unconfirmed";
}

function toItem(preference: Preference, side: "a" | "b"): BenchmarkItem {
  const { id, prompt, source, completionA, completionB, extra } = preference;
  return {
    id,
    subset: source === "" ? "holdout" : source,
    section: isSection(extra.section) ? extra.section : "Holdout",
    prompt,
    chosen: side === "a" ? completionA : completionB,
    rejected: side === "a" ? completionB : completionA,
  };
}

function noSides(
  prompts: number,
  train: readonly Preference[],
  benchmark: readonly BenchmarkItem[],
  leftOut: Holdout["leftOut"],
): BadInputError {
  const counts = Object.entries(leftOut).map(([reason, count]) => `${reason} ${count}`);
  return new BadInputError([
    {
      place: `holdout of ${prompts} prompts`,
      value: `${train.length} training pairs, ${benchmark.length} items; left out: ${counts.join(", ")}`,
      rule: "a holdout needs pairs to train on and kept-out pairs with a sure label",
      remedy: "choose another fraction, or give a benchmark",
    },
  ]);
}
