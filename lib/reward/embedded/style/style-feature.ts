/** What a style feature is: a number that a reader of prompt and response could find. */
import type { Passage } from "../passage.js";

export interface Answer {
  readonly prompt: Passage;
  readonly response: Passage;
}

export interface StyleFeature {
  readonly name: string;
  /** What it measures, for people. */
  readonly about: string;
  readonly value: (answer: Answer) => number;
}

/** How often a pattern (with the g flag) occurs. */
export function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** 1 where the pattern occurs, else 0. */
export function occurs(text: string, pattern: RegExp): 0 | 1 {
  return pattern.test(text) ? 1 : 0;
}

/** count per 100 words, damped: log(1 + ·). Counts in a short text weigh more than in a long one. */
export function rate(count: number, words: number): number {
  return Math.log1p((100 * count) / Math.max(20, words));
}
