/**
 * Style features: everything about a response that is counted rather than spelled out as words.
 * A new one is added to its group here; nothing else needs to change.
 */
import { ARITHMETIC_FEATURES } from "./arithmetic.js";
import { CODE_FEATURES } from "./code.js";
import { FORMAT_FEATURES } from "./format.js";
import { LAYOUT_FEATURES } from "./layout.js";
import { RELEVANCE_FEATURES } from "./relevance.js";
import type { Answer, StyleFeature } from "./style-feature.js";
import { TONE_FEATURES } from "./tone.js";

export type { Answer, StyleFeature } from "./style-feature.js";

/** All style features, in the order of their columns. */
export const STYLE_FEATURES: readonly StyleFeature[] = [
  ...LAYOUT_FEATURES,
  ...TONE_FEATURES,
  ...RELEVANCE_FEATURES,
  ...ARITHMETIC_FEATURES,
  ...FORMAT_FEATURES,
  ...CODE_FEATURES,
];

/** The values of {@link STYLE_FEATURES} for one answer. */
export function styleOf(answer: Answer): Float64Array {
  return Float64Array.from(STYLE_FEATURES, (feature) => feature.value(answer));
}
