/** Numbers too large to compute with, refused before a fit. */
import { BadInputError } from "../base/index.js";
import type { Matrix } from "../math/index.js";

/** Sums of squares of what a fit makes of the counts must stay finite. */
const LARGEST_ENTRY = 1e140;

/**
 * @param power the highest power of a scaled count that the fit squares and sums
 * @throws {BadInputError} if a count / scale is missing, infinite, or overflows so
 */
export function refuseHuge(counts: Matrix, scale: number, power: number): void {
  const huge = counts.data.find((count) => !(Math.abs(count / scale) ** power <= LARGEST_ENTRY));
  if (huge === undefined) return;
  throw new BadInputError([
    {
      place: "table",
      value: String(huge),
      rule: `counts divided by the scale ${scale} must be numbers, and their power ${power} at most ${LARGEST_ENTRY}`,
      remedy: Number.isNaN(huge)
        ? "fill the cell, or take a family that accepts missing values"
        : "give a larger --scale",
    },
  ]);
}
