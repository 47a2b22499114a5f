/** Singular values of a bidiagonal matrix by implicitly shifted QR steps, the second half of the SVD. */
import { RotationLog } from "./rotations.js";

/** B = P·S·Wᵀ: the rotations that make up P and W, and the diagonal of S, signs and order as they come. */
export interface BidiagonalSvd {
  readonly values: Float64Array;
  readonly left: RotationLog;
  readonly right: RotationLog;
}

const MAX_SWEEPS_A_VALUE = 60;

/**
 * Golub-Kahan-Reinsch iteration.
 * @param diagonal n values; overwritten
 * @param above n - 1 values; overwritten
 * @throws {RangeError} on a value that is not finite, or if the iteration does not settle
 * @see Golub and Van Loan, Matrix Computations, 4th ed., §8.6
 */
export function decomposeBidiagonal(diagonal: Float64Array, above: Float64Array): BidiagonalSvd {
  const d = diagonal;
  const e = above;
  const left = new RotationLog();
  const right = new RotationLog();
  const norm = Math.max(0, ...d.map(Math.abs), ...e.map(Math.abs));
  if (!Number.isFinite(norm)) throw new RangeError("decomposeBidiagonal: a value is not finite");
  // A change of this size is far below the rank cut of every caller, max(rows, columns)·ε·s₁.
  const floor = (Number.EPSILON * norm) / 16;
  const isSmall = (value: number, scale: number) =>
    Math.abs(value) <= Math.max(floor, Number.EPSILON * scale);
  let sweepsLeft = MAX_SWEEPS_A_VALUE * d.length;
  for (let high = d.length - 1; high > 0; ) {
    for (let i = 0; i < high; i++) {
      if (isSmall(e[i]!, Math.abs(d[i]!) + Math.abs(d[i + 1]!))) e[i] = 0;
    }
    if (e[high - 1] === 0) {
      high--;
      continue;
    }
    let low = high - 1;
    while (low > 0 && e[low - 1] !== 0) low--;
    if (--sweepsLeft < 0) throw new RangeError("decomposeBidiagonal: the iteration did not settle");
    const zero = findSmall(d, low, high, floor);
    if (zero === high) clearColumn(d, e, low, high, right);
    else if (zero >= low) clearRow(d, e, zero, high, left);
    else shiftedStep(d, e, low, high, left, right);
  }
  return { values: d, left, right };
}

function findSmall(d: Float64Array, low: number, high: number, floor: number): number {
  for (let i = low; i <= high; i++) if (Math.abs(d[i]!) <= floor) return i;
  return -1;
}

/** The last diagonal value is zero: rotates what is above it away, upwards. */
function clearColumn(d: Float64Array, e: Float64Array, low: number, high: number, right: RotationLog): void {
  d[high] = 0;
  let bulge = e[high - 1]!;
  e[high - 1] = 0;
  for (let k = high - 1; k >= low; k--) {
    const { c, s, length } = planeRotation(d[k]!, bulge);
    d[k] = length;
    right.push(k, high, c, s);
    if (k === low) return;
    bulge = -s * e[k - 1]!;
    e[k - 1]! *= c;
  }
}

/** A diagonal value is zero: rotates what is right of it away, downwards, which splits the matrix there. */
function clearRow(d: Float64Array, e: Float64Array, zero: number, high: number, left: RotationLog): void {
  d[zero] = 0;
  let bulge = e[zero]!;
  e[zero] = 0;
  for (let k = zero + 1; k <= high; k++) {
    const { c, s, length } = planeRotation(d[k]!, bulge);
    d[k] = length;
    left.push(k, zero, c, s);
    if (k === high) return;
    bulge = -s * e[k]!;
    e[k]! *= c;
  }
}

/** One QR step on rows and columns low…high, whose off-diagonal values are all nonzero. */
function shiftedStep(
  d: Float64Array,
  e: Float64Array,
  low: number,
  high: number,
  left: RotationLog,
  right: RotationLog,
): void {
  let f = (d[low]! * d[low]! - wilkinsonShift(d, e, low, high)) / d[low]!;
  let g = e[low]!;
  for (let k = low; k < high; k++) {
    const columns = planeRotation(f, g);
    right.push(k, k + 1, columns.c, columns.s);
    if (k > low) e[k - 1] = columns.length;
    f = columns.c * d[k]! + columns.s * e[k]!;
    e[k] = columns.c * e[k]! - columns.s * d[k]!;
    g = columns.s * d[k + 1]!;
    d[k + 1]! *= columns.c;

    const rows = planeRotation(f, g);
    left.push(k, k + 1, rows.c, rows.s);
    d[k] = rows.length;
    f = rows.c * e[k]! + rows.s * d[k + 1]!;
    d[k + 1] = rows.c * d[k + 1]! - rows.s * e[k]!;
    if (k + 1 < high) {
      g = rows.s * e[k + 1]!;
      e[k + 1]! *= rows.c;
    }
  }
  e[high - 1] = f;
}

/** The eigenvalue of the last 2 × 2 block of BᵀB that is nearer to its last entry. */
function wilkinsonShift(d: Float64Array, e: Float64Array, low: number, high: number): number {
  const before = high - 1 > low ? e[high - 2]! : 0;
  const a = d[high - 1]! * d[high - 1]! + before * before;
  const b = d[high]! * d[high]! + e[high - 1]! * e[high - 1]!;
  const corner = d[high - 1]! * e[high - 1]!;
  const half = (a - b) / 2;
  if (corner === 0) return b;
  return b - (corner * corner) / (half + Math.sign(half || 1) * Math.sqrt(half * half + corner * corner));
}

/** The rotation that turns (f, g) into (length, 0). */
function planeRotation(f: number, g: number): { c: number; s: number; length: number } {
  const length = Math.sqrt(f * f + g * g);
  return length === 0 ? { c: 1, s: 0, length } : { c: f / length, s: g / length, length };
}
