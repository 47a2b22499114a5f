/**
 * The parameters of LightGBM that this trainer knows, by LightGBM's own names, so that its documentation applies.
 * Source: LightGBM 4 documentation, "Parameters".
 */
import { BadInputError, type Json, nearestName, type Problem } from "../../base/index.js";

/** Settings of a fit. */
export interface LightGbmParams {
  /** Boosting rounds, ≥ 1. */
  readonly num_iterations: number;
  /** Shrinkage of each tree, > 0. */
  readonly learning_rate: number;
  /** Most leaves of a tree, 2 … 131072. */
  readonly num_leaves: number;
  /** Deepest leaf; ≤ 0 for no limit. */
  readonly max_depth: number;
  /** Fewest training rows in a leaf, ≥ 0. */
  readonly min_data_in_leaf: number;
  /** Least sum of second derivatives in a leaf (the number of its rows, for squared error), ≥ 0. */
  readonly min_sum_hessian_in_leaf: number;
  /** L1 penalty on leaf values, ≥ 0. */
  readonly lambda_l1: number;
  /** L2 penalty on leaf values, ≥ 0. */
  readonly lambda_l2: number;
  /** Least gain of a split, ≥ 0. */
  readonly min_gain_to_split: number;
  /** Most bins of a feature, ≥ 2. */
  readonly max_bin: number;
  /** Fewest values in a bin, ≥ 1. */
  readonly min_data_in_bin: number;
  /** Whether missing values get a bin and a direction of their own; else they count as zeros. */
  readonly use_missing: boolean;
  /** Whether zeros count as missing values. */
  readonly zero_as_missing: boolean;
  /** Whether features that no split can use, given `min_data_in_leaf`, are dropped before training. */
  readonly feature_pre_filter: boolean;
  /** Whether training starts from the mean of the targets rather than from 0. */
  readonly boost_from_average: boolean;
  /** Stop when the validation error has not improved for so many rounds; ≤ 0 never stops. */
  readonly early_stopping_round: number;
}

export const LIGHTGBM_DEFAULTS: LightGbmParams = {
  num_iterations: 100,
  learning_rate: 0.1,
  num_leaves: 31,
  max_depth: -1,
  min_data_in_leaf: 20,
  min_sum_hessian_in_leaf: 1e-3,
  lambda_l1: 0,
  lambda_l2: 0,
  min_gain_to_split: 0,
  max_bin: 255,
  min_data_in_bin: 3,
  use_missing: true,
  zero_as_missing: false,
  feature_pre_filter: true,
  boost_from_average: true,
  early_stopping_round: 0,
};

interface Rule {
  readonly says: string;
  readonly whole?: boolean;
  readonly holds: (value: number) => boolean;
}

const LARGEST_INT = 2 ** 31 - 1;
const whole = (least: number, most = LARGEST_INT): Rule => ({
  says: `a whole number from ${least} to ${most}`,
  holds: (value) => Number.isInteger(value) && value >= least && value <= most,
});
const NOT_NEGATIVE: Rule = {
  says: "a finite number ≥ 0",
  holds: (value) => Number.isFinite(value) && value >= 0,
};
const POSITIVE: Rule = {
  says: "a finite number above 0",
  holds: (value) => Number.isFinite(value) && value > 0,
};

type NumericName = {
  [K in keyof LightGbmParams]: LightGbmParams[K] extends number ? K : never;
}[keyof LightGbmParams];

const RULES: Readonly<Record<NumericName, Rule>> = {
  num_iterations: whole(1, 1_000_000),
  learning_rate: POSITIVE,
  num_leaves: whole(2, 131_072),
  max_depth: whole(-1),
  min_data_in_leaf: whole(0),
  min_sum_hessian_in_leaf: NOT_NEGATIVE,
  lambda_l1: NOT_NEGATIVE,
  lambda_l2: NOT_NEGATIVE,
  min_gain_to_split: NOT_NEGATIVE,
  max_bin: whole(2, 65_535),
  min_data_in_bin: whole(1),
  early_stopping_round: whole(0),
};

/**
 * All parameters: those given, the rest as LightGBM has them. Values may be text, as on a command line.
 * @param place where the record comes from, for messages, e.g. `--params`
 * @throws {BadInputError} that lists every unknown name and every value out of its range
 */
export function parseLightGbmParams(
  record: Readonly<Record<string, Json | undefined>>,
  place = "LightGBM parameters",
): LightGbmParams {
  const problems: Problem[] = [];
  const params: Record<string, number | boolean> = { ...LIGHTGBM_DEFAULTS };
  for (const [name, given] of Object.entries(record)) {
    if (given === undefined) continue;
    if (!Object.hasOwn(LIGHTGBM_DEFAULTS, name)) {
      const near = nearestName(name, Object.keys(LIGHTGBM_DEFAULTS));
      problems.push({ place, value: name, rule: "no such parameter", remedy: `did you mean ${near}?` });
      continue;
    }
    const isFlag = typeof LIGHTGBM_DEFAULTS[name as keyof LightGbmParams] === "boolean";
    const value = isFlag ? asFlag(given) : asNumber(given);
    const rule = isFlag ? "true or false" : RULES[name as NumericName].says;
    if (value === null || (typeof value === "number" && !RULES[name as NumericName].holds(value))) {
      const found = typeof given === "string" ? given : JSON.stringify(given);
      problems.push({ place: `${place}, ${name}`, value: found, rule: `must be ${rule}` });
    } else params[name] = value;
  }
  if (problems.length > 0) throw new BadInputError(problems);
  return params as unknown as LightGbmParams;
}

function asNumber(given: Json): number | null {
  if (typeof given === "number") return given;
  return typeof given === "string" && given.trim() !== "" ? Number(given) : null;
}

function asFlag(given: Json): boolean | null {
  if (typeof given === "boolean") return given;
  if (given === "true" || given === "1" || given === 1) return true;
  return given === "false" || given === "0" || given === 0 ? false : null;
}
