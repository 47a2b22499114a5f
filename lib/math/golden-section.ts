/** Smooth functions of one variable, made smallest. */

const SHRINK = (Math.sqrt(5) - 1) / 2;

export interface Minimum {
  readonly at: number;
  readonly value: number;
}

/**
 * The smallest value on a grid, then golden section between its neighbours. The grid keeps it from a poor local
 * minimum; NaN counts as infinite. The same points are always tried.
 * @param low first point of the grid
 * @param high last one
 * @param gridCount points of the grid, at least 3
 * @param steps of golden section: each leaves 0.618 of the bracket, which begins as two steps of the grid
 * @see Brent 1973, Algorithms for Minimization without Derivatives, §5.3
 */
export function minimizeOnInterval(
  value: (at: number) => number,
  { low, high, gridCount, steps }: { low: number; high: number; gridCount: number; steps: number },
): Minimum {
  const tried = (at: number): Minimum => {
    const found = value(at);
    return { at, value: Number.isNaN(found) ? Number.POSITIVE_INFINITY : found };
  };
  const spacing = (high - low) / (gridCount - 1);
  const grid = Array.from({ length: gridCount }, (_, i) =>
    tried(i === gridCount - 1 ? high : low + i * spacing),
  );
  let best = grid.reduce((a, b) => (b.value < a.value ? b : a));
  let from = Math.max(low, best.at - spacing);
  let to = Math.min(high, best.at + spacing);
  let left = tried(to - SHRINK * (to - from));
  let right = tried(from + SHRINK * (to - from));
  for (let step = 0; step < steps; step++) {
    if (left.value <= right.value) {
      to = right.at;
      right = left;
      left = tried(to - SHRINK * (to - from));
    } else {
      from = left.at;
      left = right;
      right = tried(from + SHRINK * (to - from));
    }
  }
  for (const candidate of [left, right]) if (candidate.value < best.value) best = candidate;
  return best;
}
