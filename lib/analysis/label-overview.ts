/** Step 1: what people and the LM say of the pairs, by source. Columns are counted with polars. */
import { loadPolars } from "../base/index.js";
import type { Preference } from "../datasets/index.js";
import { sideOf } from "../datasets/index.js";
import type { Row } from "./tables.js";

/**
 * Pairs, ties and agreement by source of the prompt, most pairs first, with a last row for all.
 * Shares are in [0, 1]; agreement is over the pairs that neither side calls a tie.
 */
export function labelsBySource(preferences: readonly Preference[]): Row[] {
  const labelled = preferences.flatMap(({ source, human, lm }) =>
    human === null || lm === null ? [] : [{ source, human: sideOf(human), lm: sideOf(lm) }],
  );
  const humanTie = labelled.map(({ human }) => Number(human === "tie"));
  const lmTie = labelled.map(({ lm }) => Number(lm === "tie"));
  const decided = labelled.map(({ human, lm }) => Number(human !== "tie" && lm !== "tie"));
  const pl = loadPolars();
  const frame = pl.DataFrame({
    source: labelled.map(({ source }) => source || "(unknown)"),
    pairs: labelled.map(() => 1),
    human_ties: humanTie,
    lm_ties: lmTie,
    decided,
    agreed: labelled.map(({ human, lm }, i) => Number(decided[i] === 1 && human === lm)),
  });
  const columns = ["pairs", "human_ties", "lm_ties", "decided", "agreed"];
  const bySource = frame
    .groupBy("source")
    .agg(...columns.map((name) => pl.col(name).sum()))
    // Groups come in no fixed order: sort by size, then by name.
    .sort("source")
    .sort("pairs", true);
  const sums = bySource.toRecords() as {
    source: string;
    pairs: number;
    human_ties: number;
    lm_ties: number;
    decided: number;
    agreed: number;
  }[];
  const total = { source: "all", pairs: 0, human_ties: 0, lm_ties: 0, decided: 0, agreed: 0 };
  for (const row of sums) {
    for (const name of columns as (keyof Omit<typeof total, "source">)[]) total[name] += row[name];
  }
  return [...sums, total].map(({ source, pairs, human_ties, lm_ties, decided: without, agreed }) => ({
    source,
    pairs,
    human_tie_share: human_ties / pairs,
    lm_tie_share: lm_ties / pairs,
    pairs_without_ties: without,
    agreement: agreed / without,
  }));
}
