/** From features to the tag matrix. */
import { createBitset, setBit } from "../../math/index.js";
import type { Features } from "../features.js";
import { TAG_NAMES } from "../tag.js";
import type { TagMatrix } from "../tag-matrix.js";
import { LENGTH_MEASURES } from "../vocabulary.js";
import { type Bins, type Edges, fitBins } from "./bins.js";
import { LengthRanks } from "./length-ranks.js";
import { COUNTING_RULES, type TagRules } from "./rules.js";
import { type TagRow, tagRow, tagRowWith } from "./tag-row.js";

export interface TagMatrixOptions {
  /** Reference of lengths fitted elsewhere (routing with a fitted predictor); default: fitted to the rows. */
  readonly bins?: Bins;
  /** Default the paper's. With `bins`, edges are half open or inclusive: strict ones rank the rows themselves. */
  readonly rules?: TagRules;
}

/** What {@link buildTagMatrix} gives. */
export interface TaggedRows {
  readonly matrix: TagMatrix;
  /** The bins used, or those of the rows. */
  readonly bins: Bins;
  /** Values outside [0, 1] or outside the reference. With half-open edges the nearest bin holds them. */
  readonly clampedCount: number;
}

/**
 * Tags every instance.
 * @param ids one id a row, in the order of `features`
 * @throws {RangeError} if the lengths differ, or bins are given with strict edges
 */
export function buildTagMatrix(
  ids: readonly string[],
  features: readonly Features[],
  { bins, rules = COUNTING_RULES.paper }: TagMatrixOptions = {},
): TaggedRows {
  if (ids.length !== features.length) {
    throw new RangeError(`buildTagMatrix: ${ids.length} ids for ${features.length} rows of features`);
  }
  const tag = bins === undefined ? rankedTagger(features, rules) : fittedTagger(bins, rules);
  const columns = TAG_NAMES.map(() => createBitset(ids.length));
  let clampedCount = 0;
  for (const [row, instance] of features.entries()) {
    const tags = tag(instance);
    clampedCount += tags.clampedCount;
    for (const column of tags.columns) setBit(columns[column]!, row);
  }
  return { matrix: { ids, tagNames: TAG_NAMES, columns }, bins: bins ?? fitBins(features), clampedCount };
}

type Tagger = (features: Features) => TagRow;

/** Lengths ranked among the rows themselves. */
function rankedTagger(features: readonly Features[], rules: TagRules): Tagger {
  const binsByLength = Object.fromEntries(
    LENGTH_MEASURES.map((measure) => [measure, new LengthRanks(features, measure).binsByLength(rules.edges)]),
  );
  return (row) =>
    tagRowWith(
      row,
      (measure, length) => ({ bins: binsByLength[measure]!.get(length)!, clamped: false }),
      rules,
    );
}

function fittedTagger(bins: Bins, { edges, jointSubject }: TagRules): Tagger {
  if (!isFittable(edges))
    throw new RangeError("buildTagMatrix: strict edges rank the rows themselves; leave bins out");
  return (row) => tagRow(row, bins, { edges, jointSubject });
}

function isFittable(edges: Edges): edges is "half-open" | "inclusive" {
  return edges !== "strict";
}
