/**
 * The polynomial c + b·v + Σ qᵢⱼ·vᵢ·vⱼ (i ≤ j) of each mix. Every lane is a mix, so that each mix's sum is formed in
 * the order of the plain loops: no rounding differs.
 */
import {
  coefficientsAt,
  countsAt,
  featureCount,
  featureTagsAt,
  GROUP_TAGS,
  groupCount,
  SCORED_TOGETHER,
  scaledAt,
  scoresAt,
} from "./memory";

const FEATURE_BYTES: u32 = SCORED_TOGETHER * 8;

/** Scores of the first `mixCount` mixes of the block; those that fill the last eight up mean nothing. */
export function scoreBlock(mixCount: u32, factor: f64, isQuadratic: bool): void {
  for (let first: u32 = 0; first < mixCount; first += SCORED_TOGETHER) {
    scaleCounts(first, factor);
    if (isQuadratic) scoreQuadratic(scoresAt + (first << 3));
    else scoreLinear(scoresAt + (first << 3));
  }
}

/** vᵢ = count · factor of eight mixes. */
function scaleCounts(first: u32, factor: f64): void {
  const mixBytes = groupCount * GROUP_TAGS * 4;
  const counts = countsAt + first * mixBytes;
  for (let i: u32 = 0; i < featureCount; i++) {
    const from = counts + (load<u32>(featureTagsAt + (i << 2)) << 2);
    const to = scaledAt + i * FEATURE_BYTES;
    for (let k: u32 = 0; k < SCORED_TOGETHER; k++) {
      store<f64>(to + (k << 3), <f64>load<u32>(from + k * mixBytes) * factor);
    }
  }
}

function scoreLinear(out: usize): void {
  for (let pair: u32 = 0; pair < FEATURE_BYTES; pair += 16) {
    let score = v128.load64_splat(coefficientsAt);
    for (let i: u32 = 0; i < featureCount; i++) {
      const slope = v128.load64_splat(coefficientsAt + 8 + (i << 3));
      score = f64x2.add(score, f64x2.mul(slope, v128.load(scaledAt + i * FEATURE_BYTES + pair)));
    }
    v128.store(out + pair, score);
  }
}

function scoreQuadratic(out: usize): void {
  const intercept = v128.load64_splat(coefficientsAt);
  let scoreA = intercept;
  let scoreB = intercept;
  let scoreC = intercept;
  let scoreD = intercept;
  const end = scaledAt + featureCount * FEATURE_BYTES;
  let coefficient = coefficientsAt + 8;
  let product = coefficient + (<usize>featureCount << 3);
  for (let vi = scaledAt; vi < end; vi += FEATURE_BYTES) {
    let slopeA = v128.load64_splat(coefficient);
    let slopeB = slopeA;
    let slopeC = slopeA;
    let slopeD = slopeA;
    for (let vj = vi; vj < end; vj += FEATURE_BYTES) {
      const q = v128.load64_splat(product);
      slopeA = f64x2.add(slopeA, f64x2.mul(q, v128.load(vj)));
      slopeB = f64x2.add(slopeB, f64x2.mul(q, v128.load(vj, 16)));
      slopeC = f64x2.add(slopeC, f64x2.mul(q, v128.load(vj, 32)));
      slopeD = f64x2.add(slopeD, f64x2.mul(q, v128.load(vj, 48)));
      product += 8;
    }
    scoreA = f64x2.add(scoreA, f64x2.mul(slopeA, v128.load(vi)));
    scoreB = f64x2.add(scoreB, f64x2.mul(slopeB, v128.load(vi, 16)));
    scoreC = f64x2.add(scoreC, f64x2.mul(slopeC, v128.load(vi, 32)));
    scoreD = f64x2.add(scoreD, f64x2.mul(slopeD, v128.load(vi, 48)));
    coefficient += 8;
  }
  v128.store(out, scoreA);
  v128.store(out, scoreB, 16);
  v128.store(out, scoreC, 32);
  v128.store(out, scoreD, 48);
}
