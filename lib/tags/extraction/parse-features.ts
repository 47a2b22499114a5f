/** Features from the fields of a row, each checked. */
import type { Json, Problem } from "../../base/index.js";
import { nearestName } from "../../base/index.js";
import { FEATURE_COLUMNS, type Features, NO_FEATURES } from "../features.js";
import {
  JOINT_SUBJECT,
  LENGTH_MEASURES,
  OPEN_SETS,
  SCALAR_DIMENSIONS,
  SCALAR_VALUES,
  SIMILARITY_MEASURES,
  SUBJECTS,
} from "../vocabulary.js";

export interface ParsedFeatures {
  /** Columns that are absent, null or wrong have no tag. */
  readonly features: Features;
  /** The feature columns the row has, null ones among them. */
  readonly present: readonly (keyof Features)[];
  readonly problems: readonly Problem[];
}

/** What a column must hold. `check` gives the problem with a value that is not null, or null where it is fine. */
type Check = (value: Json) => Omit<Problem, "place"> | null;

const CHECKS: Readonly<Record<keyof Features, Check>> = Object.fromEntries([
  ...SIMILARITY_MEASURES.map((column) => [column, checkSimilarity] as const),
  ...LENGTH_MEASURES.map((column) => [column, checkLength] as const),
  ...SCALAR_DIMENSIONS.map((column) => [column, checkScalar(SCALAR_VALUES[column])] as const),
  ...OPEN_SETS.map((column) => [column, checkTexts] as const),
  ["languages", checkTexts] as const,
  ["subject_of_expertise", checkSubjects] as const,
]) as Record<keyof Features, Check>;

/**
 * Reads the feature columns among a row's fields; other fields are left alone.
 * @param place where the row is, for messages: `file:line`
 */
export function parseFeatures(fields: Readonly<Record<string, Json>>, place: string): ParsedFeatures {
  const present = FEATURE_COLUMNS.filter((column) => Object.hasOwn(fields, column));
  const known: Partial<Record<keyof Features, Json>> = {};
  const problems: Problem[] = [];
  for (const column of present) {
    const value = fields[column] ?? null;
    if (value === null) continue;
    const problem = CHECKS[column](value);
    if (problem === null) known[column] = value;
    else problems.push({ ...problem, place, rule: `"${column}" ${problem.rule}` });
  }
  // Every known value has passed the check of its column.
  return { features: { ...NO_FEATURES, ...(known as Partial<Features>) }, present, problems };
}

function checkSimilarity(value: Json): ReturnType<Check> {
  if (typeof value === "number" && Number.isFinite(value)) return null;
  return { value: JSON.stringify(value), rule: "must be a finite number or null", remedy: "correct it" };
}

function checkLength(value: Json): ReturnType<Check> {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return null;
  return {
    value: JSON.stringify(value),
    rule: "must be a number of tokens (an integer ≥ 0) or null",
    remedy: "correct it",
  };
}

function checkScalar(legal: readonly string[]): Check {
  return (value) => {
    if (typeof value === "string" && legal.includes(value)) return null;
    const names = legal.map((name) => JSON.stringify(name)).join(", ");
    return { value: asText(value), rule: "must be one of its values or null", remedy: `values are ${names}` };
  };
}

function checkTexts(value: Json): ReturnType<Check> {
  if (isTexts(value)) return null;
  return { value: asText(value), rule: "must be a list of texts or null", remedy: "correct its type" };
}

const SUBJECT_VALUES: readonly string[] = [...SUBJECTS, JOINT_SUBJECT];

function checkSubjects(value: Json): ReturnType<Check> {
  if (!isTexts(value)) return checkTexts(value);
  const unknown = value.find((subject) => !SUBJECT_VALUES.includes(subject));
  if (unknown === undefined) return null;
  const nearest = JSON.stringify(nearestName(unknown, SUBJECT_VALUES));
  return {
    value: unknown,
    rule: "must hold subjects of the vocabulary",
    remedy: `did you mean ${nearest}? All ${SUBJECTS.length} are in lib/tags/vocabulary.ts`,
  };
}

function isTexts(value: Json): value is readonly string[] {
  return Array.isArray(value) && value.every((inner) => typeof inner === "string");
}

function asText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
