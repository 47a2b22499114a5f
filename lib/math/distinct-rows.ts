/** Rows drawn with replacement, as distinct rows with weights. */

export interface WeightedRows {
  /** Each row once, in the order of first appearance. */
  readonly rows: Int32Array;
  /** How often it was drawn; ≥ 1. */
  readonly weights: Float64Array;
}

/** Merges the copies of a row: a fit to k copies is one that gives the row the weight k. */
export function distinctRows(drawn: ArrayLike<number>): WeightedRows {
  const weightOf = new Map<number, number>();
  for (let i = 0; i < drawn.length; i++) weightOf.set(drawn[i]!, (weightOf.get(drawn[i]!) ?? 0) + 1);
  return { rows: Int32Array.from(weightOf.keys()), weights: Float64Array.from(weightOf.values()) };
}
