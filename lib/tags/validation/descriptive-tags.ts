/** The eight descriptive dimensions as labels that can be compared. */
import type { Features } from "../features.js";
import {
  JOINT_SUBJECT,
  JOINT_SUBJECT_PARTS,
  OPEN_SETS,
  SCALAR_DIMENSIONS,
  SCALAR_VALUES,
  type ScalarDimension,
} from "../vocabulary.js";

/** The descriptive dimensions, in the order of Table 12. */
export const DESCRIPTIVE_DIMENSIONS = [
  "subject_of_expertise",
  "expertise_level",
  "languages",
  "open_endedness",
  "safety_concern",
  "complexity_of_intents",
  "type_of_in_context_material",
  "format_constraints",
] as const;
export type DescriptiveDimension = (typeof DESCRIPTIVE_DIMENSIONS)[number];

/**
 * Descriptive tags of a prompt, as far as they are known. A dimension that is absent or null was not given; an empty
 * list says that there is none.
 */
export type DescriptiveTags = { readonly [D in DescriptiveDimension]?: Features[D] | null };

/** `scalar`: one of a few values; `set`: any of many labels; `presence`: free values, of which only "any?" is a tag. */
export type DimensionKind = "scalar" | "set" | "presence";

/** What stands for an open list that has values, and for a dimension without any. */
export const SOME = "some";
export const NONE = "none";

export function dimensionKind(dimension: DescriptiveDimension): DimensionKind {
  if ((SCALAR_DIMENSIONS as readonly string[]).includes(dimension)) return "scalar";
  return (OPEN_SETS as readonly string[]).includes(dimension) ? "presence" : "set";
}

/** Whether the dimension was given. */
export function isGiven(tags: DescriptiveTags | null, dimension: DescriptiveDimension): boolean {
  return tags?.[dimension] !== undefined && tags[dimension] !== null;
}

/**
 * The labels of a dimension, each once: the value of a scalar, the members of a set (the joint label of journalism and
 * media studies is two subjects), {@link SOME} or {@link NONE} for an open list. Empty where it was not given.
 */
export function labelsOf(tags: DescriptiveTags | null, dimension: DescriptiveDimension): readonly string[] {
  const value = tags?.[dimension];
  if (value === undefined || value === null) return [];
  if (typeof value === "string") return [value];
  if (dimensionKind(dimension) === "presence") return [value.length > 0 ? SOME : NONE];
  if (dimension === "languages") return [...new Set(value.map(languageName))];
  return [...new Set(value.flatMap((one) => (one === JOINT_SUBJECT ? JOINT_SUBJECT_PARTS : [one])))];
}

/** The order in which labels of closed dimensions are shown; empty for sets, whose labels are counted. */
export function labelOrder(dimension: DescriptiveDimension): readonly string[] {
  if (dimensionKind(dimension) === "scalar") return SCALAR_VALUES[dimension as ScalarDimension];
  return dimensionKind(dimension) === "presence" ? [SOME, NONE] : [];
}

function languageName(text: string): string {
  const trimmed = text.trim();
  return trimmed.slice(0, 1).toUpperCase() + trimmed.slice(1).toLowerCase();
}
