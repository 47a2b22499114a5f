/**
 * Where a curve stops rising steeply: beyond its knee, more costs more than it brings.
 * Source: Satopää, Albrecht, Irwin and Raghavan, "Finding a 'Kneedle' in a Haystack", ICDCSW 2011.
 */

export interface KneeOptions {
  /** How far the curve must bend, in mean steps of x, before a bend is a knee; the paper's S, default 1. */
  readonly sensitivity?: number;
}

/**
 * The index of the knee of y over ascending x, or null where there is none: fewer than 3 points, no rise, or hardly
 * a bend.
 *
 * Kneedle for concave, rising curves: x and y are mapped to [0, 1], and the knee is where y - x is largest, provided
 * that it then falls by more than S mean steps. Two departures, since predicted scores are few, rough and may fall again:
 * only the part up to the highest point counts (what lies beyond is dearer and worse), and the least concave curve
 * above the points stands in for the paper's smoothing spline, so that there is one knee at most, at a point.
 */
export function findKnee(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { sensitivity = 1 }: KneeOptions = {},
): number | null {
  const last = lastHighest(y);
  if (last < 2 || !(y[last]! > y[0]!) || !(x[last]! > x[0]!)) return null;
  let knee = 0;
  let bend = 0;
  for (let i = 0; i <= last; i++) {
    const difference = (y[i]! - y[0]!) / (y[last]! - y[0]!) - (x[i]! - x[0]!) / (x[last]! - x[0]!);
    // The largest difference of the points is that of their concave hull: it is linear, so a corner has it.
    if (difference > bend) [knee, bend] = [i, difference];
  }
  return bend > sensitivity / last ? knee : null;
}

/** Of equal ones the last: a level stretch at the top costs more and brings nothing, which is what makes a knee. */
function lastHighest(y: ArrayLike<number>): number {
  let highest = 0;
  for (let i = 1; i < y.length; i++) if (y[i]! >= y[highest]!) highest = i;
  return highest;
}
