/** Scores on the labels that real files carry, apart for prompts that rules may have been written from and others. */
import type { Rng } from "../../base/index.js";
import type { Analyzer } from "../analyzer/analyzer.js";
import { type DescriptiveTags, NONE } from "./descriptive-tags.js";
import { groupedIntervals } from "./grouped-intervals.js";
import { type RealFileTask, realFileTasks } from "./real-file-tasks.js";
import { type LabelledPrompt, promptSide, type RealFiles } from "./real-files.js";
import { exactMatch, type LabelledRow, labelF1, macroF1, type Tallies, tally } from "./tallies.js";
import type { TagScore } from "./validate-analysis.js";

/**
 * Which prompts: `dev` and `test` by {@link promptSide}; `unseen` those of groups without a dev prompt (only where that is
 * fewer than `test`); `all`.
 */
export type RealFileSide = "dev" | "test" | "unseen" | "all";

export interface RealFileScore extends TagScore {
  /** The files' labels, and the tag they are compared with. */
  readonly task: string;
  readonly side: RealFileSide;
  readonly metric: string;
  /** Distinct prompts. */
  readonly count: number;
  /** Groups that were resampled. */
  readonly groupCount: number;
}

/** How often a label met a prediction; `none` where the prediction is none of the labels. */
export interface RealFileCell {
  readonly task: string;
  readonly side: RealFileSide;
  readonly truth: string;
  readonly predicted: string;
  readonly count: number;
}

export interface RealFileScores {
  readonly scores: readonly RealFileScore[];
  readonly confusions: readonly RealFileCell[];
}

export interface RealFileOptions {
  readonly rng: Rng;
  /** Default 1000. */
  readonly resamples?: number;
}

/**
 * Analyzes the files' distinct prompts and scores the tags. A prompt that the analyzer has no answer for is wrong.
 * @throws {BadInputError} as the readers do
 */
export async function realFileScores(
  files: RealFiles,
  analyzer: Pick<Analyzer, "analyze">,
  { rng, resamples }: RealFileOptions,
): Promise<RealFileScores> {
  const parts: RealFileScores[] = [];
  for (const task of await realFileTasks(files)) {
    const tags = await analyzer.analyze(task.prompts.map(({ prompt }) => prompt));
    for (const side of ["dev", "test", "unseen", "all"] as const)
      parts.push(scoreSide(task, tags, side, rng.fork(task.task, side), resamples));
  }
  return {
    scores: parts.flatMap(({ scores }) => scores),
    confusions: parts.flatMap(({ confusions }) => confusions),
  };
}

function scoreSide(
  task: RealFileTask,
  tags: readonly (DescriptiveTags | null)[],
  side: RealFileSide,
  rng: Rng,
  resamples: number | undefined,
): RealFileScores {
  const chosen = promptsOf(task.prompts, side);
  if (chosen.length === 0) return { scores: [], confusions: [] };
  const place = (label: string | null): number[] =>
    label !== null && task.labels.includes(label) ? [task.labels.indexOf(label)] : [];
  const rows: LabelledRow[] = chosen.map((i) => {
    const own = tags[i] ?? null;
    return {
      gold: place(task.prompts[i]!.label),
      predicted: own === null ? [] : place(task.predict(own)),
    };
  });
  const always = place(task.constant ?? mostFrequent(chosen.map((i) => task.prompts[i]!)));
  const constant = rows.map(({ gold }) => ({ gold, predicted: always }));
  const values = metricsOf(task, tally(rows, task.labels.length));
  const baselines = metricsOf(task, tally(constant, task.labels.length));
  const { intervals, groupCount } = groupedIntervals(
    chosen.map((i) => task.prompts[i]!.group),
    (weights) => metricsOf(task, tally(rows, task.labels.length, weights)).map(({ value }) => value),
    rng,
    { resamples },
  );
  return {
    scores: values.map(({ metric, value }, i) => ({
      ...{ task: task.task, side, metric, value, ...intervals[i]!, baseline: baselines[i]!.value },
      ...{ count: chosen.length, groupCount },
    })),
    confusions: cellsOf(task, side, rows),
  };
}

function metricsOf(
  { positive, labels }: RealFileTask,
  tallies: Tallies,
): { metric: string; value: number }[] {
  return [
    { metric: "macro-F1", value: macroF1(tallies) },
    positive === null
      ? { metric: "exact match", value: exactMatch(tallies) }
      : { metric: `F1 of ${positive}`, value: labelF1(tallies, labels.indexOf(positive)) },
  ];
}

/** The places of a side's prompts; none for `unseen` where that is all of `test`. */
function promptsOf(prompts: readonly LabelledPrompt[], side: RealFileSide): number[] {
  const places = prompts.map((_, i) => i);
  if (side === "all") return places;
  const of = (wanted: string): number[] => places.filter((i) => promptSide(prompts[i]!.prompt) === wanted);
  if (side !== "unseen") return of(side);
  const seen = new Set(of("dev").map((i) => prompts[i]!.group));
  const unseen = places.filter((i) => !seen.has(prompts[i]!.group));
  return unseen.length === of("test").length ? [] : unseen;
}

function cellsOf(
  { task, labels }: RealFileTask,
  side: RealFileSide,
  rows: readonly LabelledRow[],
): RealFileCell[] {
  const counts = new Map<string, RealFileCell>();
  for (const { gold, predicted } of rows) {
    const [truth, answer] = [labels[gold[0]!]!, labels[predicted[0] ?? -1] ?? NONE];
    const key = `${truth}\n${answer}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { task, side, truth, predicted: answer, count });
  }
  return [...counts.values()];
}

function mostFrequent(prompts: readonly LabelledPrompt[]): string {
  const counts = new Map<string, number>();
  for (const { label } of prompts) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort(([, x], [, y]) => y - x)[0]?.[0] ?? "";
}
