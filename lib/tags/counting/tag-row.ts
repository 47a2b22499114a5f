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
import { type Binned, type Bins, binLength, binSimilarity, type Edges } from "./bins.js";

const column = (tag: Tag): number => tagColumn(formatTag(tag))!;
const FIRST_BIN = new Map(MEASURES.map((measure) => [measure, column({ kind: "measure", measure, bin: 0 })]));
const SUBJECT_COLUMNS: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ...SUBJECTS.map((subject) => [subject, [column({ kind: "subject", subject })]] as const),
  [JOINT_SUBJECT, JOINT_SUBJECT_PARTS.map((subject) => column({ kind: "subject", subject }))] as const,
]);
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

/** Tags one instance. */
export function tagRow(features: Features, bins: Bins, edges: Edges = "half-open"): TagRow {
  const columns = new Set<number>();
  let clampedCount = 0;
  for (const measure of MEASURES) {
    const binned = binMeasure(features, measure, bins, edges);
    if (binned === null) continue;
    if (binned.clamped) clampedCount++;
    for (const bin of binned.bins) columns.add(FIRST_BIN.get(measure)! + bin);
  }
  for (const subject of features.subject_of_expertise) {
    for (const c of SUBJECT_COLUMNS.get(subject) ?? []) columns.add(c);
  }
  for (const language of features.languages) {
    const c = LANGUAGE_COLUMNS.get(language);
    if (c !== undefined) columns.add(c);
  }
  for (const [dimension, columnOf] of SCALAR_COLUMNS) {
    const value = features[dimension];
    if (value !== null) columns.add(columnOf.get(value)!);
  }
  for (const [dimension, c] of OPEN_SET_COLUMNS) if (features[dimension].length > 0) columns.add(c);
  return { columns: [...columns], clampedCount };
}

function binMeasure(features: Features, measure: Measure, bins: Bins, edges: Edges): Binned | null {
  const value = features[measure];
  if (value === null) return null;
  return isLength(measure) ? binLength(value, bins.lengths[measure], edges) : binSimilarity(value, edges);
}

function isLength(measure: Measure): measure is LengthMeasure {
  return (LENGTH_MEASURES as readonly string[]).includes(measure);
}
