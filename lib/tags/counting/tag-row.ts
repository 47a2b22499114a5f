/** The tags of one instance: the one rule that counting, training and routing share. */

import type { Features } from "../features.js";
import { formatTag, type Tag, tagColumn } from "../tag.js";
import {
  JOINT_SUBJECT,
  JOINT_SUBJECT_PARTS,
  LENGTH_MEASURES,
  type LengthMeasure,
  MEASURES,
  type Measure,
  OPEN_SETS,
  SCALAR_DIMENSIONS,
  SCALAR_VALUES,
  SUBJECTS,
  TAGGED_LANGUAGES,
} from "../vocabulary.js";
import { type Binned, type Bins, binLength, binSimilarity } from "./bins.js";
import { COUNTING_RULES, type TagRules } from "./rules.js";

const column = (tag: Tag): number => tagColumn(formatTag(tag))!;
const FIRST_BIN = new Map(MEASURES.map((measure) => [measure, column({ kind: "measure", measure, bin: 0 })]));
const SUBJECT_COLUMNS: ReadonlyMap<string, number> = new Map(
  SUBJECTS.map((subject) => [subject, column({ kind: "subject", subject })]),
);
const JOINT_COLUMNS = JOINT_SUBJECT_PARTS.map((subject) => column({ kind: "subject", subject }));
const LANGUAGE_COLUMNS: ReadonlyMap<string, number> = new Map(
  TAGGED_LANGUAGES.map((language) => [language, column({ kind: "language", language })]),
);
const SCALAR_COLUMNS = SCALAR_DIMENSIONS.map(
  (dimension) =>
    [
      dimension,
      new Map<string, number>(
        SCALAR_VALUES[dimension].map((value) => [value, column({ kind: "scalar", dimension, value })]),
      ),
    ] as const,
);
const OPEN_SET_COLUMNS = OPEN_SETS.map(
  (dimension) => [dimension, column({ kind: "open-set", dimension })] as const,
);

/** The columns of an instance's tags, each once, and how many of its values were clamped. */
export interface TagRow {
  readonly columns: readonly number[];
  readonly clampedCount: number;
}

/** The column of a measure's lowest bin; the other two follow. */
export function firstBinColumn(measure: Measure): number {
  return FIRST_BIN.get(measure)!;
}

/**
 * Tags one instance.
 * @param bins what its lengths are compared with
 * @param rules default the paper's
 */
export function tagRow(
  features: Features,
  bins: Bins,
  rules: TagRules & { readonly edges: "half-open" | "inclusive" } = PAPER,
): TagRow {
  return tagRowWith(
    features,
    (measure, value) => binLength(value, bins.lengths[measure], rules.edges),
    rules,
  );
}

const PAPER = { ...COUNTING_RULES.paper, edges: "half-open" } as const;

/** Tags one instance, its lengths binned by whatever they are compared with. */
export function tagRowWith(
  features: Features,
  binLengthOf: (measure: LengthMeasure, value: number) => Binned,
  { edges, jointSubject }: TagRules,
): TagRow {
  const columns: number[] = [];
  let clampedCount = 0;
  for (const measure of MEASURES) {
    const value = features[measure];
    if (value === null) continue;
    const binned = isLength(measure) ? binLengthOf(measure, value) : binSimilarity(value, edges);
    if (binned.clamped) clampedCount++;
    for (const bin of binned.bins) columns.push(FIRST_BIN.get(measure)! + bin);
  }
  for (const subject of features.subject_of_expertise) {
    const own = SUBJECT_COLUMNS.get(subject);
    if (own !== undefined) pushOnce(columns, own);
    else if (subject === JOINT_SUBJECT && jointSubject === "both") pushOnce(columns, ...JOINT_COLUMNS);
  }
  for (const language of features.languages) {
    const own = LANGUAGE_COLUMNS.get(language);
    if (own !== undefined) pushOnce(columns, own);
  }
  for (const [dimension, columnOf] of SCALAR_COLUMNS) {
    const value = features[dimension];
    if (value !== null) columns.push(columnOf.get(value)!);
  }
  for (const [dimension, own] of OPEN_SET_COLUMNS) if (features[dimension].length > 0) columns.push(own);
  return { columns, clampedCount };
}

/** A list may name a subject or language twice. */
function pushOnce(columns: number[], ...more: readonly number[]): void {
  for (const column of more) if (!columns.includes(column)) columns.push(column);
}

const LENGTHS: ReadonlySet<Measure> = new Set(LENGTH_MEASURES);

function isLength(measure: Measure): measure is LengthMeasure {
  return LENGTHS.has(measure);
}
