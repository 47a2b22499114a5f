/**
 * Right sides: sums from the last bin down to the second, where the first is the last bin's. 16 bytes each; ended by
 * an infinite one.
 */
import { binCountOf, startOf } from "./feature";

/** LightGBM's constant of 1e-15, a float32: it keeps sums of second derivatives from zero. */
const EPSILON: f64 = <f64>(<f32>1e-15);

export function sumRightSides(histogram: usize, feature: usize, sums: usize): void {
  const first = histogram + startOf(feature);
  let sum = f64x2(0, EPSILON);
  for (let at = first + ((<usize>binCountOf(feature) - 1) << 4); at > first; at -= 16) {
    sum = f64x2.add(sum, v128.load(at));
    v128.store(sums, sum);
    sums += 16;
  }
  v128.store(sums, f64x2(0, Infinity));
}

/** Turns the parent's histogram into the larger child's, and sums both children's. */
export function subtractAndSum(
  parent: usize,
  child: usize,
  feature: usize,
  sums: usize,
  largerSums: usize,
): void {
  const start = startOf(feature);
  const first = parent + start;
  let childAt = child + start + ((<usize>binCountOf(feature) - 1) << 4);
  let sum = f64x2(0, EPSILON);
  let largerSum = sum;
  for (let at = first + ((<usize>binCountOf(feature) - 1) << 4); at > first; at -= 16) {
    const part = v128.load(childAt);
    const rest = f64x2.sub(v128.load(at), part);
    v128.store(at, rest);
    sum = f64x2.add(sum, part);
    largerSum = f64x2.add(largerSum, rest);
    v128.store(sums, sum);
    v128.store(largerSums, largerSum);
    childAt -= 16;
    sums += 16;
    largerSums += 16;
  }
  v128.store(sums, f64x2(0, Infinity));
  v128.store(largerSums, f64x2(0, Infinity));
  v128.store(first, f64x2.sub(v128.load(first), v128.load(childAt)));
}
