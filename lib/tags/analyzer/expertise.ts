/**
 * Expertise level: what one must know to follow an instruction. A logistic regression over a few features that
 * can be read: terms of the trade, rarer words, the kind of task.
 */
import { SCALAR_VALUES, type ScalarValue } from "../vocabulary.js";
import { EXPERTISE_FEATURES, type ExpertiseFeature, expertiseFeatures } from "./expertise-features.js";
import { EXPERTISE_MODEL } from "./expertise-weights.js";
import { instructionOf } from "./instruction.js";
import { findSubjects, type SubjectFinding, type SubjectOptions } from "./subjects.js";

/** Log-odds of the three levels, general public first: intercept + Σ weight × feature. */
export interface ExpertiseModel {
  readonly intercepts: readonly [number, number, number];
  readonly weights: Readonly<Record<ExpertiseFeature, readonly [number, number, number]>>;
}

/**
 * Grades a prompt by its instruction: what it quotes may be hard reading and easy to answer from.
 * @param found what `findSubjects` gives for the whole text with the same options
 */
export function gradeExpertise(
  text: string,
  found: SubjectFinding,
  options: SubjectOptions = {},
): ScalarValue<"expertise_level"> {
  const features = instructionFeatures(text, found, options);
  const { intercepts, weights } = EXPERTISE_MODEL;
  const odds = SCALAR_VALUES.expertise_level.map((_, level) =>
    EXPERTISE_FEATURES.reduce(
      (sum, name, i) => sum + weights[name][level]! * features[i]!,
      intercepts[level]!,
    ),
  );
  return SCALAR_VALUES.expertise_level[odds.indexOf(Math.max(...odds))]!;
}

/** The features of a text's instruction. */
export function instructionFeatures(text: string, found: SubjectFinding, options: SubjectOptions): number[] {
  const instruction = instructionOf(text);
  const finding = instruction === text ? found : findSubjects(instruction, options);
  return expertiseFeatures(instruction, finding);
}
