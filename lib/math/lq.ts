/**
 * LQ factorization of a wide matrix: the thin QR of its transpose, without transposing.
 * Cost 2·p·n² operations for n rows of length p; nothing of size p × p is ever made.
 */
import { dotFrom, makeReflection, reflect } from "./householder.js";
import { createMatrix, type Matrix, matrixRow } from "./matrix.js";

/** X = L·Qᵀ with Q (p × n) orthonormal. Row i of L holds the coordinates of row i of X: lengths and angles are kept. */
export interface LqFactors {
  /** n × n, zero above the diagonal. */
  readonly lower: Matrix;
  /** Q·u: from n coordinates back to p. */
  lift(coordinates: ArrayLike<number>): Float64Array;
}

/** Rows, and so reflections, that are handled together: each pass over memory then does more arithmetic. */
const PANEL = 4;

/**
 * Factors X with Householder reflections, in panels of four rows.
 * @param x n × p with n ≤ p
 * @throws {RangeError} if n > p
 */
export function factorLq(x: Matrix): LqFactors {
  if (x.rows > x.columns) throw new RangeError(`factorLq: ${x.rows} rows exceed ${x.columns} columns`);
  const n = x.rows;
  const lower = createMatrix(n, n);
  const vectors: Float64Array[] = [];
  const taus = new Float64Array(n);
  const done: Panel[] = [];
  for (let start = 0; start < n; start += PANEL) {
    const rows = Array.from({ length: Math.min(PANEL, n - start) }, (_, i) =>
      matrixRow(x, start + i).slice(),
    );
    const partner = rows.length % 2 === 0 ? [] : [new Float64Array(x.columns)];
    const pairs = [...rows, ...partner];
    for (const panel of done) {
      for (let i = 0; i < pairs.length; i += 2) reflectPair(pairs[i]!, pairs[i + 1]!, panel);
    }
    for (const [i, row] of rows.entries()) {
      const k = start + i;
      for (let earlier = start; earlier < k; earlier++)
        reflect(row, vectors[earlier]!, taus[earlier]!, earlier);
      lower.data.set(row.subarray(0, k), k * n);
      const { tau, alpha } = makeReflection(row, k);
      lower.data[k * n + k] = alpha;
      vectors.push(row);
      taus[k] = tau;
    }
    if (rows.length === PANEL) done.push(makePanel(rows, taus.subarray(start, start + PANEL), start));
  }
  const lift = (coordinates: ArrayLike<number>): Float64Array => {
    const vector = new Float64Array(x.columns);
    vector.set(coordinates);
    for (let k = n - 1; k >= 0; k--) reflect(vector, vectors[k]!, taus[k]!, k);
    return vector;
  };
  return { lower, lift };
}

/** Four reflections, first to last, with the products between their vectors; all are zero before `from`. */
interface Panel {
  readonly vectors: readonly Float64Array[];
  readonly taus: Float64Array;
  readonly from: number;
  /** v₁·v₀, v₂·v₀, v₂·v₁, v₃·v₀, v₃·v₁, v₃·v₂ */
  readonly products: Float64Array;
}

function makePanel(vectors: readonly Float64Array[], taus: Float64Array, from: number): Panel {
  const products = new Float64Array(6);
  for (let i = 1, next = 0; i < PANEL; i++) {
    for (let j = 0; j < i; j++) products[next++] = dotFrom(vectors[i]!, vectors[j]!, from);
  }
  return { vectors, taus, from, products };
}

/** Applies four reflections to two rows in two passes: all inner products, then one update. */
function reflectPair(x: Float64Array, y: Float64Array, panel: Panel): void {
  const { vectors, from } = panel;
  const [v0, v1, v2, v3] = vectors as [Float64Array, Float64Array, Float64Array, Float64Array];
  let x0 = 0;
  let x1 = 0;
  let x2 = 0;
  let x3 = 0;
  let y0 = 0;
  let y1 = 0;
  let y2 = 0;
  let y3 = 0;
  for (let i = from; i < x.length; i++) {
    const a = v0[i]!;
    const b = v1[i]!;
    const c = v2[i]!;
    const d = v3[i]!;
    const u = x[i]!;
    const w = y[i]!;
    x0 += a * u;
    x1 += b * u;
    x2 += c * u;
    x3 += d * u;
    y0 += a * w;
    y1 += b * w;
    y2 += c * w;
    y3 += d * w;
  }
  [x0, x1, x2, x3] = updateFactors(panel, x0, x1, x2, x3);
  [y0, y1, y2, y3] = updateFactors(panel, y0, y1, y2, y3);
  for (let i = from; i < x.length; i++) {
    const a = v0[i]!;
    const b = v1[i]!;
    const c = v2[i]!;
    const d = v3[i]!;
    x[i]! -= x0 * a + x1 * b + (x2 * c + x3 * d);
    y[i]! -= y0 * a + y1 * b + (y2 * c + y3 * d);
  }
}

/** How much of each vector the four reflections together take away, from the row's inner products with them. */
function updateFactors(
  { taus, products }: Panel,
  d0: number,
  d1: number,
  d2: number,
  d3: number,
): [number, number, number, number] {
  const f0 = taus[0]! * d0;
  const f1 = taus[1]! * (d1 - products[0]! * f0);
  const f2 = taus[2]! * (d2 - products[1]! * f0 - products[2]! * f1);
  const f3 = taus[3]! * (d3 - products[3]! * f0 - products[4]! * f1 - products[5]! * f2);
  return [f0, f1, f2, f3];
}
