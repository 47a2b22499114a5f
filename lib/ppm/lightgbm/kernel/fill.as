/** Sums of gradients and second derivatives by bin. Each sum has its rows in their order. */
import { binCountOf, binsOf, mostFrequentBinOf, startOf } from "./feature";

/** Puts [gradient, 1] of the leaf's rows side by side. @param gradients f32, one a row of the table */
export function gather(rows: usize, rowCount: u32, gradients: usize, gathered: usize): void {
  for (let i: u32 = 0; i < rowCount; i++) {
    const row = load<u32>(rows + (i << 2));
    const pair = f64x2.replace_lane(f64x2.splat(1), 0, f64(load<f32>(gradients + (row << 2))));
    v128.store(gathered + (i << 4), pair);
  }
}

export function clear(histogram: usize, feature: usize): void {
  const start = histogram + startOf(feature);
  const end = start + ((<usize>binCountOf(feature)) << 4);
  for (let at = start; at < end; at += 16) v128.store(at, i64x2.splat(0));
}

export function fillOne(histogram: usize, feature: usize, rows: usize, rowCount: u32, gathered: usize): void {
  const bins = binsOf(feature);
  const sums = histogram + startOf(feature);
  for (let i: u32 = 0; i < rowCount; i++) {
    const row = load<u32>(rows + (i << 2));
    const at = sums + (<usize>load<u16>(bins + (row << 1)) << 4);
    v128.store(at, f64x2.add(v128.load(at), v128.load(gathered + (i << 4))));
  }
}

/** Four features at once: they wait less for each other's additions, and rows are read once. */
export function fillFour(
  histogram: usize,
  a: usize,
  b: usize,
  c: usize,
  d: usize,
  rows: usize,
  rowCount: u32,
  gathered: usize,
): void {
  const binsA = binsOf(a);
  const binsB = binsOf(b);
  const binsC = binsOf(c);
  const binsD = binsOf(d);
  const sumsA = histogram + startOf(a);
  const sumsB = histogram + startOf(b);
  const sumsC = histogram + startOf(c);
  const sumsD = histogram + startOf(d);
  const end = rows + (rowCount << 2);
  while (rows < end) {
    const row = <usize>load<u32>(rows) << 1;
    const pair = v128.load(gathered);
    const atA = sumsA + (<usize>load<u16>(binsA + row) << 4);
    v128.store(atA, f64x2.add(v128.load(atA), pair));
    const atB = sumsB + (<usize>load<u16>(binsB + row) << 4);
    v128.store(atB, f64x2.add(v128.load(atB), pair));
    const atC = sumsC + (<usize>load<u16>(binsC + row) << 4);
    v128.store(atC, f64x2.add(v128.load(atC), pair));
    const atD = sumsD + (<usize>load<u16>(binsD + row) << 4);
    v128.store(atD, f64x2.add(v128.load(atD), pair));
    rows += 4;
    gathered += 16;
  }
}

/** LightGBM does not sum the most frequent bin, unless it is the first, but takes what the others leave. */
export function restoreMostFrequentBin(histogram: usize, feature: usize, gradient: f64, hessian: f64): void {
  const restored = mostFrequentBinOf(feature);
  if (restored === 0) return;
  const start = histogram + startOf(feature);
  const at = start + (<usize>restored << 4);
  const end = start + (<usize>binCountOf(feature) << 4);
  let left = f64x2(gradient, hessian);
  for (let other = start; other < at; other += 16) left = f64x2.sub(left, v128.load(other));
  for (let other = at + 16; other < end; other += 16) left = f64x2.sub(left, v128.load(other));
  v128.store(at, left);
}
