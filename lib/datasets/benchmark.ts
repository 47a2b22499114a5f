/** A benchmark for reward models: prompts with a response known to be better than another. */
import type { Json } from "../base/index.js";

/** RewardBench's four sections, in its order. */
export const SECTIONS = ["Chat", "Chat Hard", "Safety", "Reasoning"] as const;
/** A section of a benchmark; `Holdout` for pairs kept out of training, whose section is not known. */
export type Section = (typeof SECTIONS)[number] | "Holdout";

/** One validated benchmark item. */
export interface BenchmarkItem {
  readonly id: string;
  readonly subset: string;
  readonly section: Section;
  readonly prompt: string;
  readonly chosen: string;
  readonly rejected: string;
  /** Fields of the input that no reader knows, carried along unchanged; absent where there are none. */
  readonly extra?: Readonly<Record<string, Json>>;
}

/** Whether a text names a section exactly. */
export function isSection(text: unknown): text is Section {
  return text === "Holdout" || SECTIONS.some((section) => section === text);
}
