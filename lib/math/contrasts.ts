/** What is left of observations once a constant is free: n - 1 orthonormal contrasts. */
import { dotFrom, makeReflection, reflect } from "./householder.js";
import { createMatrix, type Matrix, matrixRow } from "./matrix.js";

/** Coordinates in which a direction of n-space is left out, without making the (n - 1) × n matrix C. */
export interface Contrasts {
  /** C·x: n - 1 values. */
  project(x: ArrayLike<number>): Float64Array;
  /** Cᵀ·z: n values. */
  lift(z: ArrayLike<number>): Float64Array;
  /** C·K·Cᵀ for a symmetric n × n matrix. */
  projectBoth(k: Matrix): Matrix;
}

/** @param direction n values, not all zero: ones for a constant, square roots of the weights for a weighted one */
export function createContrasts(direction: ArrayLike<number>): Contrasts {
  const v = Float64Array.from(direction);
  const n = v.length;
  const { tau } = makeReflection(v, 0);
  return {
    project(x) {
      const turned = Float64Array.from(x);
      reflect(turned, v, tau, 0);
      return turned.slice(1);
    },
    lift(z) {
      const lifted = new Float64Array(n);
      lifted.set(z, 1);
      reflect(lifted, v, tau, 0);
      return lifted;
    },
    projectBoth(k) {
      const w = Float64Array.from({ length: n }, (_, i) => tau * dotFrom(matrixRow(k, i), v, 0));
      const half = (tau / 2) * dotFrom(w, v, 0);
      for (let i = 0; i < n; i++) w[i]! -= half * v[i]!;
      const projected = createMatrix(n - 1, n - 1);
      for (let i = 1; i < n; i++) {
        for (let j = 1; j < n; j++) {
          projected.data[(i - 1) * (n - 1) + j - 1] = k.data[i * n + j]! - v[i]! * w[j]! - w[i]! * v[j]!;
        }
      }
      return projected;
    },
  };
}
