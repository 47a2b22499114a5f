/**
 * LQ factorization of a wide matrix: the thin QR of its transpose, without transposing.
 * Cost 2·p·n² operations for n rows of length p; nothing of size p × p is ever made.
 */
import { makeReflection, reflect } from "./householder.js";
import { createMatrix, type Matrix, matrixRow } from "./matrix.js";

/** X = L·Qᵀ with Q (p × n) orthonormal. Row i of L holds the coordinates of row i of X: lengths and angles are kept. */
export interface LqFactors {
  /** n × n, zero above the diagonal. */
  readonly lower: Matrix;
  /** Q·u: from n coordinates back to p. */
  lift(coordinates: ArrayLike<number>): Float64Array;
}

/**
 * Factors X row by row with Householder reflections, four at a time so that each pass over a row does more.
 * @param x n × p with n ≤ p
 * @throws {RangeError} if n > p
 */
export function factorLq(x: Matrix): LqFactors {
  if (x.rows > x.columns) throw new RangeError(`factorLq: ${x.rows} rows exceed ${x.columns} columns`);
  const n = x.rows;
  const reflections: Float64Array[] = [];
  const taus = new Float64Array(n);
  const lower = createMatrix(n, n);
  const quads: Quad[] = [];
  for (let row = 0; row < n; row++) {
    const rest = matrixRow(x, row).slice();
    for (const quad of quads) reflectQuad(rest, quad);
    for (let k = 4 * quads.length; k < row; k++) reflect(rest, reflections[k]!, taus[k]!, k);
    lower.data.set(rest.subarray(0, row), row * n);
    const { tau, alpha } = makeReflection(rest, row);
    lower.data[row * n + row] = alpha;
    reflections.push(rest);
    taus[row] = tau;
    if (row % 4 === 3) quads.push(makeQuad(reflections.slice(-4), taus.subarray(row - 3, row + 1), row - 3));
  }
  const lift = (coordinates: ArrayLike<number>): Float64Array => {
    const vector = new Float64Array(x.columns);
    vector.set(coordinates);
    for (let k = n - 1; k >= 0; k--) reflect(vector, reflections[k]!, taus[k]!, k);
    return vector;
  };
  return { lower, lift };
}

/** Four reflections, first to last, with the products between their vectors. */
interface Quad {
  readonly vectors: readonly Float64Array[];
  readonly taus: Float64Array;
  readonly from: number;
  /** v₁·v₀, v₂·v₀, v₂·v₁, v₃·v₀, v₃·v₁, v₃·v₂ */
  readonly products: Float64Array;
}

function makeQuad(vectors: readonly Float64Array[], taus: Float64Array, from: number): Quad {
  const products = new Float64Array(6);
  for (let i = 1, next = 0; i < 4; i++) {
    for (let j = 0; j < i; j++, next++) {
      const a = vectors[i]!;
      const b = vectors[j]!;
      for (let k = from; k < a.length; k++) products[next]! += a[k]! * b[k]!;
    }
  }
  return { vectors, taus, from, products };
}

/** Applies four reflections in two passes over x: their inner products, then one update. */
function reflectQuad(x: Float64Array, { vectors, taus, from, products }: Quad): void {
  const [v0, v1, v2, v3] = vectors as [Float64Array, Float64Array, Float64Array, Float64Array];
  let d0 = 0;
  let d1 = 0;
  let d2 = 0;
  let d3 = 0;
  for (let i = from; i < x.length; i++) {
    const value = x[i]!;
    d0 += v0[i]! * value;
    d1 += v1[i]! * value;
    d2 += v2[i]! * value;
    d3 += v3[i]! * value;
  }
  const y0 = taus[0]! * d0;
  const y1 = taus[1]! * (d1 - products[0]! * y0);
  const y2 = taus[2]! * (d2 - products[1]! * y0 - products[2]! * y1);
  const y3 = taus[3]! * (d3 - products[3]! * y0 - products[4]! * y1 - products[5]! * y2);
  for (let i = from; i < x.length; i++) {
    x[i]! -= y0 * v0[i]! + y1 * v1[i]! + y2 * v2[i]! + y3 * v3[i]!;
  }
}
