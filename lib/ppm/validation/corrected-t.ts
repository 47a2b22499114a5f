/** An interval for a mean over cross-validation folds, whose training rows overlap. */
import { type Interval, mean, standardDeviation } from "../../math/index.js";
import { studentQuantile } from "./student-t.js";

/**
 * Corrected resampled t interval of a mean difference.
 * @param differences one a fold, of all repeats
 * @param testToTrain rows tested over rows trained on, in one fold
 * @returns NaN at both ends for fewer than two differences
 * @see Nadeau and Bengio 2003, "Inference for the generalization error", section 4.1
 */
export function correctedInterval(
  differences: readonly number[],
  testToTrain: number,
  level = 0.95,
): Interval {
  const count = differences.length;
  const center = mean(differences);
  if (count < 2) return { low: Number.NaN, high: Number.NaN };
  const error = standardDeviation(differences) * Math.sqrt(1 / count + testToTrain);
  const half = studentQuantile((1 + level) / 2, count - 1) * error;
  return { low: center - half, high: center + half };
}
