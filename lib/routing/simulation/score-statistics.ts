/** Mean, spread and extremes of a stream of scores, put together from its parts. */

export interface ScoreStatistics {
  readonly count: number;
  readonly mean: number;
  /** Sum of the squared distances from the mean. */
  readonly squares: number;
  readonly min: number;
  readonly max: number;
}

/** Of scores that are all there. */
export function statisticsOf(scores: Float64Array): ScoreStatistics {
  let [sum, min, max] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const score of scores) {
    sum += score;
    if (score < min) min = score;
    if (score > max) max = score;
  }
  const mean = sum / scores.length;
  let squares = 0;
  for (const score of scores) squares += (score - mean) ** 2;
  return { count: scores.length, mean, squares, min, max };
}

/** Of two parts together (Chan, Golub and LeVeque 1983). */
export function joinStatistics(a: ScoreStatistics, b: ScoreStatistics): ScoreStatistics {
  const count = a.count + b.count;
  const difference = b.mean - a.mean;
  return {
    count,
    mean: a.mean + (difference * b.count) / count,
    squares: a.squares + b.squares + (difference ** 2 * a.count * b.count) / count,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
  };
}

/** Standard deviation of the scores, with one degree of freedom less; 0 of a single one. */
export function scoreSd({ count, squares }: ScoreStatistics): number {
  return count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
}
