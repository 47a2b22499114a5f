/**
 * Prediction intervals from out-of-fold residuals, whatever the family.
 * Source: Vovk, Gammerman and Shafer 2005 (finite-sample quantile); Barber, Candès, Ramdas and Tibshirani 2021,
 * "Predictive inference with the jackknife+" (CV+).
 */
import { z } from "zod";
import { BadInputError, type Json, type JsonObject } from "../../base/index.js";
import type { OutOfFold } from "./fold-statistic.js";

/** How far a family's out-of-fold predictions were off: what a model file keeps for intervals of any level. */
export interface ConformalResiduals {
  /** Folds that the residuals come from. */
  readonly folds: number;
  /** One a training row, ascending. */
  readonly absoluteResiduals: readonly number[];
}

export function conformalResiduals({ actual, predicted, folds }: OutOfFold): ConformalResiduals {
  const absolute = Float64Array.from(actual, (value, row) => Math.abs(value - predicted[row]!)).sort();
  return { folds: folds.length, absoluteResiduals: [...absolute] };
}

/**
 * Half the width of intervals `predicted ± radius` that should miss a new candidate's score at most in a share
 * `alpha` of cases: the ⌈(1 - α)(n + 1)⌉-th smallest residual. Guaranteed for rows that the model was not fitted to;
 * with out-of-fold residuals and a model fitted to all rows it is an approximation, mostly a cautious one, which
 * `intervalCoverage` measures.
 * @param alpha in (0, 1)
 * @throws {BadInputError} if there are too few residuals for it
 */
export function conformalRadius({ absoluteResiduals }: ConformalResiduals, alpha: number): number {
  const rank = upperRank(absoluteResiduals.length, alpha);
  const radius = absoluteResiduals[rank - 1];
  if (radius !== undefined) return radius;
  const least = 1 / (absoluteResiduals.length + 1);
  throw new BadInputError([
    {
      place: "--alpha",
      value: String(alpha),
      rule: `${absoluteResiduals.length} residuals give intervals for an alpha of at least ${least.toPrecision(3)}`,
      remedy: "take a larger one, or fit to more rows",
    },
  ]);
}

/** CV+ interval of one row. @param inner prediction of the row by the model that did not see training row i, and i's absolute residual */
export function cvPlusInterval(
  inner: { readonly predicted: Float64Array; readonly absoluteResiduals: Float64Array },
  alpha: number,
): { lower: number; upper: number } {
  const { predicted, absoluteResiduals } = inner;
  const count = predicted.length;
  const low = predicted.map((value, i) => value - absoluteResiduals[i]!).sort();
  const high = predicted.map((value, i) => value + absoluteResiduals[i]!).sort();
  const rank = upperRank(count, alpha);
  return {
    lower: low[count - rank] ?? Number.NEGATIVE_INFINITY,
    upper: high[rank - 1] ?? Number.POSITIVE_INFINITY,
  };
}

/** ⌈(1 - α)(n + 1)⌉, not moved by the last bit of the product. */
export function upperRank(count: number, alpha: number): number {
  return Math.ceil((1 - alpha) * (count + 1) - 1e-9);
}

export function conformalToJson({ folds, absoluteResiduals }: ConformalResiduals): JsonObject {
  return { method: "out-of-fold absolute residuals", folds, absoluteResiduals };
}

const CONFORMAL = z.object({
  folds: z.number().int().min(2),
  absoluteResiduals: z
    .array(z.number().nonnegative())
    .min(1)
    .refine((values) => values.every((value, i) => i === 0 || value >= values[i - 1]!), "must ascend"),
});

/**
 * What a model file holds under `training.conformal`; null where it has none.
 * @throws {BadInputError} if it is there and no list of residuals
 */
export function conformalFromJson(training: JsonObject, place: string): ConformalResiduals | null {
  const found: Json | undefined = training.conformal;
  if (found === undefined || found === null) return null;
  const parsed = CONFORMAL.safeParse(found);
  if (parsed.success) return parsed.data;
  throw new BadInputError(
    parsed.error.issues.map(({ path, message }) => ({
      place: `${place}, training.conformal.${path.join(".")}`,
      rule: message,
      remedy: "fit the model again",
    })),
  );
}
