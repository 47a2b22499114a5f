/**
 * The rules of the embedded analyzer: descriptive tags of an instruction, from word lists and patterns.
 * It stands in for the original's fine-tuned classifier (paper, Appendix F.1), which needs a GPU, and agrees
 * with it less than that classifier does with people; tags made elsewhere can be brought in a features file.
 */
import { createMemo } from "../../text/index.js";
import type { Features } from "../features.js";
import type { OpenSet, ScalarDimension } from "../vocabulary.js";
import { gradeComplexity } from "./complexity.js";
import { gradeExpertise } from "./expertise.js";
import { findFormatConstraints } from "./format-constraints.js";
import { findInContextMaterial } from "./in-context-material.js";
import { findLanguages } from "./languages.js";
import { gradeOpenEndedness } from "./open-endedness.js";
import { gradeSafety } from "./safety.js";
import { findSubjects, type SubjectPoints } from "./subjects.js";

/** Name and version: it goes into manifests, so it changes whenever a rule does. */
export const ANALYZER_ID = "rules/2";

/** Characters beyond it are left out; the instruction comes first in nearly every prompt. */
export const ANALYZER_MAX_LENGTH = 8_000;

/** The features that describe an instruction. */
export type DescriptiveFeatures = Pick<
  Features,
  "subject_of_expertise" | "languages" | ScalarDimension | OpenSet
>;

const memo = createMemo<DescriptiveFeatures>(20_000);

/** Describes a prompt; every dimension has a value, and an empty prompt gets the plainest ones. */
export function analyzePrompt(prompt: string): DescriptiveFeatures {
  return memo(prompt.slice(0, ANALYZER_MAX_LENGTH), (text) => describe(text));
}

/**
 * The same without a memory.
 * @param text at most {@link ANALYZER_MAX_LENGTH} characters
 * @param points further evidence of subjects
 */
export function describe(text: string, points: SubjectPoints = []): DescriptiveFeatures {
  const languages = findLanguages(text);
  const options = { languages, points };
  const finding = findSubjects(text, options);
  const material = findInContextMaterial(text);
  const constraints = findFormatConstraints(text);
  return {
    subject_of_expertise: finding.subjects,
    languages,
    expertise_level: gradeExpertise(text, finding, options),
    open_endedness: gradeOpenEndedness(text, constraints, material),
    safety_concern: gradeSafety(text),
    complexity_of_intents: gradeComplexity(text, constraints),
    type_of_in_context_material: material,
    format_constraints: constraints,
  };
}
