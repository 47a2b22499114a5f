/** What counts are divided by before a fit. */
import { BadInputError, manifestPath, readManifestSettings } from "../base/index.js";
import type { PpmFamily, PpmShape } from "./family.js";

/** @throws {BadInputError} unless the scale is a finite number above zero */
export function checkScale(scale: number): number {
  if (Number.isFinite(scale) && scale > 0) return scale;
  throw new BadInputError([
    {
      place: "--scale",
      value: String(scale),
      rule: "the scale must be a finite number above zero",
      remedy: "give the size of the training set, or 1 for raw counts",
    },
  ]);
}

/**
 * The scale of a fit: the one asked for, else 1 for families that need none, else the training size that the
 * table's manifest records.
 * @throws {BadInputError} if the family needs a scale and there is none, or on a scale that is none
 */
export function resolveScale(family: PpmFamily, tablePath: string, asked?: number): number {
  if (asked !== undefined) return checkScale(asked);
  if (!family.needsScale) return 1;
  const recorded = recordedTrainingSize(tablePath);
  if (recorded !== null) return recorded;
  throw new BadInputError([
    {
      place: tablePath,
      rule:
        `${family.name} divides counts by the size of the training set, ` +
        `which ${manifestPath(tablePath)} does not record`,
      remedy: "give --scale: the size of the training set, or 1 for raw counts",
    },
  ]);
}

function recordedTrainingSize(tablePath: string): number | null {
  const { trainingSize } = readManifestSettings(tablePath);
  const isSize = typeof trainingSize === "number" && Number.isFinite(trainingSize) && trainingSize > 0;
  return isSize ? trainingSize : null;
}

/** counts / scale. @throws {RangeError} if the number of counts is not that of the features */
export function scaleCounts(counts: ArrayLike<number>, { featureNames, scale }: PpmShape): Float64Array {
  if (counts.length !== featureNames.length) {
    throw new RangeError(`predict: ${counts.length} counts for ${featureNames.length} features`);
  }
  const scaled = new Float64Array(counts.length);
  for (let i = 0; i < scaled.length; i++) scaled[i] = counts[i]! / scale;
  return scaled;
}
