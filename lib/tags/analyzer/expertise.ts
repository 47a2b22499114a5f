/**
 * Expertise level: what one must know to follow an instruction. A logistic regression over a few features that
 * can be read: terms of the trade, rarer words, the kind of task.
 */
import { SCALAR_VALUES, type ScalarValue } from "../vocabulary.js";
import { EXPERTISE_FEATURES, type ExpertiseFeature, expertiseFeatures } from "./expertise-features.js";
import { EXPERTISE_MODEL } from "./expertise-weights.js";
import type { SubjectFinding } from "./subjects.js";

/** Log-odds of the three levels, general public first: intercept + Σ weight × feature. */
export interface ExpertiseModel {
  readonly intercepts: readonly [number, number, number];
  readonly weights: Readonly<Record<ExpertiseFeature, readonly [number, number, number]>>;
}

/**
 * Grades a prompt.
 * @param stems the words of the text, as `stemsOf` gives them
 */
export function gradeExpertise(
  text: string,
  stems: readonly string[],
  finding: SubjectFinding,
): ScalarValue<"expertise_level"> {
  const features = expertiseFeatures(text, stems, finding);
  const { intercepts, weights } = EXPERTISE_MODEL;
  const odds = SCALAR_VALUES.expertise_level.map((_, level) =>
    EXPERTISE_FEATURES.reduce(
      (sum, name, i) => sum + weights[name][level]! * features[i]!,
      intercepts[level]!,
    ),
  );
  return SCALAR_VALUES.expertise_level[odds.indexOf(Math.max(...odds))]!;
}
