/** Step 8, continued: each routed mix against its rivals, as paired differences with what could have been seen. */
import { createRng } from "../base/index.js";
import { ALL_HUMAN, ALL_LM } from "../candidates/index.js";
import { compareScores, type ScoreComparison } from "../reward/index.js";
import { heldOutItems, type MixSummary } from "./comparison.js";
import type { Corpus } from "./corpus.js";
import type { Run } from "./run-folder.js";

/** A paired difference of two mixes' mean scores. */
export interface MixDifference extends ScoreComparison {
  readonly first: string;
  readonly second: string;
  readonly column: string;
}

/** Each routed mix against its rivals: the pure mixes, and the random mix of the same budget. */
export function compareWithRivals(
  run: Run,
  corpus: Corpus,
  summaries: readonly MixSummary[],
): MixDifference[] {
  const items = heldOutItems(corpus);
  const chosen = summaries.filter(({ kind }) => kind === "routed" || kind === "best-hybrid");
  return chosen.flatMap((first) =>
    rivalsOf(first, summaries).flatMap((second) => {
      const rng = createRng(run.settings.seed).fork("differences");
      const comparison = compareScores(items, first.right, second.right, rng);
      return Object.entries(comparison).map(([column, difference]) => ({
        first: first.name,
        second: second.name,
        column,
        ...difference,
      }));
    }),
  );
}

function rivalsOf(first: MixSummary, summaries: readonly MixSummary[]): MixSummary[] {
  const randomName = first.name.replace("Routed", "Random");
  return summaries.filter(
    ({ name, kind }) => kind === ALL_HUMAN || kind === ALL_LM || (name === randomName && name !== first.name),
  );
}
