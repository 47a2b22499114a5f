/** Whose definitions of the measures, bins and tags hold: the paper's text, or the original's program. */

/**
 * - `paper` (default): ROUGE-L, true intersection over union of entities, lengths ranked once, each value in
 *   one bin, journalism set by the joint label.
 * - `upstream`: what the original's program computes, its mistakes included; see `docs/formats.md`.
 */
export type Definitions = "paper" | "upstream";

export const DEFINITIONS = ["paper", "upstream"] as const satisfies readonly Definitions[];
