/** Student's t distribution. */

/** P(T ≤ t), by Simpson's rule over the angle whose tangent is t / √degrees: smooth, and bounded for every t. */
export function studentProbability(t: number, degrees: number): number {
  const limit = Math.atan(Math.abs(t) / Math.sqrt(degrees));
  const area = (upper: number): number => simpson((angle) => Math.cos(angle) ** (degrees - 1), upper);
  const half = area(limit) / area(Math.PI / 2) / 2;
  return t < 0 ? 0.5 - half : 0.5 + half;
}

/** The t with P(T ≤ t) = probability, by bisection. @param probability in (0, 1) @param degrees at least 1 */
export function studentQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1 && degrees >= 1)) {
    throw new RangeError(
      `studentQuantile(${probability}, ${degrees}): needs 0 < probability < 1, degrees ≥ 1`,
    );
  }
  // In the angle, all t from -∞ to ∞ lie in a short range.
  let [low, high] = [-Math.PI / 2, Math.PI / 2];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (studentProbability(Math.tan(middle) * Math.sqrt(degrees), degrees) < probability) low = middle;
    else high = middle;
  }
  return Math.tan((low + high) / 2) * Math.sqrt(degrees);
}

const STEPS = 400;

function simpson(f: (x: number) => number, upper: number): number {
  const width = upper / STEPS;
  let sum = f(0) + f(upper);
  for (let i = 1; i < STEPS; i++) sum += (i % 2 === 1 ? 4 : 2) * f(i * width);
  return (sum * width) / 3;
}
