/** A benchmark for reward models: prompts with a response known to be better than another. */

/** RewardBench's four sections, in its order. */
export const SECTIONS = ["Chat", "Chat Hard", "Safety", "Reasoning"] as const;
export type Section = (typeof SECTIONS)[number];

/** One validated benchmark item. */
export interface BenchmarkItem {
  readonly id: string;
  readonly subset: string;
  readonly section: Section;
  readonly prompt: string;
  readonly chosen: string;
  readonly rejected: string;
}
