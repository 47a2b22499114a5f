/** What training can use: pairs that a human and an LM have labelled, neither with a tie (paper, section 3). */
import { BadInputError, type Problem } from "../base/index.js";
import { type Label, sideOf } from "./labels.js";
import type { Preference } from "./preference.js";

/** A pair with both labels. */
export type LabelledPair = Preference & { readonly human: Label; readonly lm: Label };

export interface UsablePairs {
  /** In the order of the input. */
  readonly pairs: LabelledPair[];
  readonly dropped: {
    /** Pairs that the human label calls a tie. */
    readonly humanTies: number;
    /** Pairs that the LM's label calls a tie. */
    readonly lmTies: number;
    /** Pairs dropped: those in either of the two, each counted once. */
    readonly eitherTies: number;
  };
}

/**
 * Drops ties by either side, and counts them.
 * @throws {BadInputError} listing every pair without a human or an LM label
 */
export function usablePairs(preferences: readonly Preference[]): UsablePairs {
  const unlabelled = preferences.flatMap(missingLabels);
  if (unlabelled.length > 0) throw new BadInputError(unlabelled);
  const labelled = preferences.filter(isLabelled);
  const pairs = labelled.filter(({ human, lm }) => sideOf(human) !== "tie" && sideOf(lm) !== "tie");
  return {
    pairs,
    dropped: {
      humanTies: labelled.filter(({ human }) => sideOf(human) === "tie").length,
      lmTies: labelled.filter(({ lm }) => sideOf(lm) === "tie").length,
      eitherTies: labelled.length - pairs.length,
    },
  };
}

/** Whether a pair has both labels. */
export function isLabelled(preference: Preference): preference is LabelledPair {
  return preference.human !== null && preference.lm !== null;
}

function missingLabels({ id, human, lm }: Preference): Problem[] {
  const missing = [human === null ? "a human label" : "", lm === null ? "an LM label" : ""].filter(Boolean);
  if (missing.length === 0) return [];
  const rule = `training needs ${missing.join(" and ")}`;
  return [{ place: `pair ${JSON.stringify(id)}`, rule, remedy: "label the pair or leave it out" }];
}
