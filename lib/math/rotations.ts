/** Plane rotations, remembered in order so that they can be applied to a vector later. */

const INITIAL_CAPACITY = 256;

/**
 * A product of plane rotations. Kept as a list, it costs O(1) a rotation; multiplied into an n × n matrix,
 * it would cost O(n) each and be most of the work of a decomposition that is only ever applied to vectors.
 */
export class RotationLog {
  #count = 0;
  #places = new Int32Array(2 * INITIAL_CAPACITY);
  #angles = new Float64Array(2 * INITIAL_CAPACITY);

  /** Appends a rotation of the plane of axes i and j with cosine c and sine s. */
  push(i: number, j: number, c: number, s: number): void {
    const at = 2 * this.#count++;
    if (at === this.#places.length) {
      this.#places = enlarged(this.#places, new Int32Array(2 * at));
      this.#angles = enlarged(this.#angles, new Float64Array(2 * at));
    }
    this.#places[at] = i;
    this.#places[at + 1] = j;
    this.#angles[at] = c;
    this.#angles[at + 1] = s;
  }

  /** x ← Gₖ ⋯ G₁ x, where G turns (xᵢ, xⱼ) into (c·xᵢ + s·xⱼ, c·xⱼ - s·xᵢ). */
  apply(x: Float64Array): void {
    for (let at = 0; at < 2 * this.#count; at += 2) this.#turn(x, at, this.#angles[at + 1]!);
  }

  /** x ← G₁ᵀ ⋯ Gₖᵀ x, the inverse. */
  applyTransposed(x: Float64Array): void {
    for (let at = 2 * this.#count - 2; at >= 0; at -= 2) this.#turn(x, at, -this.#angles[at + 1]!);
  }

  /** G applied to every column at once, as {@link apply}: rows of one length. */
  applyToRows(rows: readonly Float64Array[]): void {
    for (let at = 0; at < 2 * this.#count; at += 2) {
      turnRows(
        rows[this.#places[at]!]!,
        rows[this.#places[at + 1]!]!,
        this.#angles[at]!,
        this.#angles[at + 1]!,
      );
    }
  }

  #turn(x: Float64Array, at: number, s: number): void {
    const i = this.#places[at]!;
    const j = this.#places[at + 1]!;
    const c = this.#angles[at]!;
    const first = x[i]!;
    const second = x[j]!;
    x[i] = c * first + s * second;
    x[j] = c * second - s * first;
  }
}

function turnRows(a: Float64Array, b: Float64Array, c: number, s: number): void {
  for (let i = 0; i < a.length; i++) {
    const first = a[i]!;
    const second = b[i]!;
    a[i] = c * first + s * second;
    b[i] = c * second - s * first;
  }
}

function enlarged<T extends Int32Array | Float64Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
