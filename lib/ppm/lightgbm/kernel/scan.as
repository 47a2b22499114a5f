/**
 * The best split of a leaf by a plain feature: no value is missing, no penalty is L1, second derivatives count rows.
 * Two bins at a time are passed over where neither can be better than what has been found.
 */

// A leaf: doubles. What it sums up to (the second derivatives with 2 · 1e-15 more), what a side needs, what to beat.
const GRADIENT: usize = 0;
const HESSIAN: usize = 8;
const LEAST_HESSIAN: usize = 16;
const GAIN_TO_BEAT: usize = 24;
const LAMBDA_L2: usize = 32;
// The best split so far: its gain above the gain to beat, its right side, its feature, the right side's first bin.
const BEST_GAIN: usize = 40;
const BEST_GRADIENT: usize = 48;
const BEST_HESSIAN: usize = 56;
const BEST_FEATURE: usize = 64;
const BEST_BIN: usize = 72;

/**
 * @param sums right sides, see `sums.as`
 * @param feature its number, to be noted in the leaf if it is the best so far
 * @returns whether any split gains anything
 */
export function scan(sums: usize, binCount: u32, leaf: usize, feature: u32): bool {
  const gradient = load<f64>(leaf, GRADIENT);
  const hessian = load<f64>(leaf, HESSIAN);
  const least = load<f64>(leaf, LEAST_HESSIAN);
  const gainToBeat = load<f64>(leaf, GAIN_TO_BEAT);
  const lambda = load<f64>(leaf, LAMBDA_L2);
  const leafBest = load<f64>(leaf, BEST_GAIN);
  const worthwhile = lower(max(gainToBeat, leafBest + gainToBeat));
  let floor = lower(gainToBeat);
  let bestGain = -Infinity;
  let bestAt: usize = 0;
  for (let at = sums; ; ) {
    const one = v128.load(at);
    const two = v128.load(at, 16);
    const rightGradients = v128.shuffle<f64>(one, two, 0, 2);
    const rightHessians = v128.shuffle<f64>(one, two, 1, 3);
    const leftGradients = f64x2.sub(f64x2.splat(gradient), rightGradients);
    const leftHessians = f64x2.sub(f64x2.splat(hessian), rightHessians);
    const left = f64x2.add(leftHessians, f64x2.splat(lambda));
    const right = f64x2.add(rightHessians, f64x2.splat(lambda));
    const leftSquares = f64x2.mul(leftGradients, leftGradients);
    const rightSquares = f64x2.mul(rightGradients, rightGradients);
    // Both sides' gain times both sums, without a division.
    const scaled = f64x2.add(f64x2.mul(leftSquares, right), f64x2.mul(rightSquares, left));
    const worse = f64x2.lt(scaled, f64x2.mul(f64x2.splat(floor), f64x2.mul(left, right)));
    const passed = v128.or(worse, f64x2.lt(rightHessians, f64x2.splat(least)));
    const ended = f64x2.lt(leftHessians, f64x2.splat(least));
    if (!v128.any_true(v128.or(ended, v128.not(passed)))) {
      at += 32;
      continue;
    }
    // The first of the two bins that may be better, unless the left side is too small already.
    const endings = i64x2.bitmask(v128.andnot(ended, f64x2.lt(rightHessians, f64x2.splat(least))));
    const candidates = i64x2.bitmask(v128.not(passed)) & (endings & 1 ? 0 : endings & 2 ? 1 : 3);
    if (candidates === 0) {
      if (endings) break;
      at += 32;
      continue;
    }
    if (!(candidates & 1)) at += 16;
    const rightGradient = load<f64>(at);
    const leftGradient = gradient - rightGradient;
    const rightHessian = load<f64>(at, 8);
    const leftSum = hessian - rightHessian + lambda;
    const gain = (leftGradient * leftGradient) / leftSum + (rightGradient * rightGradient) / (rightHessian + lambda);
    if (gain > gainToBeat && gain > bestGain) {
      bestGain = gain;
      bestAt = at;
      floor = max(worthwhile, lower(gain));
    }
    at += 16;
  }
  if (bestAt === 0) return false;
  if (bestGain - gainToBeat > leafBest) {
    store<f64>(leaf, bestGain - gainToBeat, BEST_GAIN);
    store<f64>(leaf, load<f64>(bestAt), BEST_GRADIENT);
    store<f64>(leaf, load<f64>(bestAt, 8), BEST_HESSIAN);
    store<f64>(leaf, <f64>feature, BEST_FEATURE);
    store<f64>(leaf, <f64>(binCount - 1 - <u32>((bestAt - sums) >> 4)), BEST_BIN);
  }
  return true;
}

/** A little less than a gain, so that rounding cannot lift a smaller one above it. */
function lower(gain: f64): f64 {
  return gain - abs(gain) * 1e-11;
}
