/** The standard normal distribution. */

const STEPS = 400;
/** Beyond it lies less than 1e-22 of the distribution. */
const FARTHEST = 10;

/** The z with P(Z ≤ z) = probability, to 1e-9, by bisection of Simpson's rule. @param probability in (0, 1) */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`normalQuantile(${probability}): the probability must lie between 0 and 1`);
  }
  let [low, high] = [-FARTHEST, FARTHEST];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (0.5 + areaFromZero(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function areaFromZero(upper: number): number {
  const width = upper / STEPS;
  const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(0) + density(upper);
  for (let i = 1; i < STEPS; i++) sum += (i % 2 === 1 ? 4 : 2) * density(i * width);
  return (sum * width) / 3;
}
