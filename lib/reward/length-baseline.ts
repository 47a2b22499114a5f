/** The baseline that reads nothing: the longer response wins. On real files it is hard to beat. */
import type { BenchmarkItem } from "../datasets/index.js";
import { type BenchmarkScores, rightFromMargins, type ScoreOptions, scoreBenchmark } from "./score.js";

/** 1 where the chosen response has more characters (UTF-16 units) than the rejected one, else 0. */
export function longerIsRight(items: readonly Pick<BenchmarkItem, "chosen" | "rejected">[]): Uint8Array {
  return rightFromMargins(items.map(({ chosen, rejected }) => chosen.length - rejected.length));
}

/** Scores of preferring the longer response; equal lengths are wrong. */
export function lengthBaseline(items: readonly BenchmarkItem[], options: ScoreOptions = {}): BenchmarkScores {
  return scoreBenchmark(items, longerIsRight(items), options);
}
