/**
 * The kernel's random numbers in plain TypeScript, bit by bit the same: four xoshiro128++ generators (Blackman and
 * Vigna 2019) side by side. Every mix has its own four; their states come from the seed and the mix's index by the
 * finalizer of MurmurHash3, twice.
 */

const LANES = 4;

/** State of the generators of mix `index`: word `w` of lane `l` at `4·w + l`. @param seed four words @param index below 2^30 */
export function laneStates(seed: Uint32Array, index: number): Uint32Array {
  const state = new Uint32Array(4 * LANES);
  for (let lane = 0; lane < LANES; lane++) {
    const counter = Math.imul(LANES * index + lane, 0x9e3779b9);
    for (let word = 0; word < 4; word++) {
      const mixed = finalize((counter + seed[word]!) | 0);
      state[LANES * word + lane] = finalize((mixed + seed[(word + 1) & 3]!) | 0);
    }
    // Not all zero, which is the one state that does not change.
    state[lane]! |= 1;
  }
  return state;
}

/** The random numbers of one mix. */
export class LaneGenerator {
  readonly #state: Uint32Array;
  readonly #unused = new Uint32Array(LANES);
  #left = 0;

  /** @param state as {@link laneStates} gives it; changed by every draw */
  constructor(state: Uint32Array) {
    this.#state = state;
  }

  /** The next 128 random bits as four words. */
  nextVector(into: Uint32Array): void {
    const s = this.#state;
    for (let lane = 0; lane < LANES; lane++) {
      const [s0, s1] = [s[lane]!, s[lane + 4]!];
      into[lane] = rotate((s0 + s[lane + 12]!) | 0, 7) + s0;
      const s2 = s[lane + 8]! ^ s0;
      const s3 = s[lane + 12]! ^ s1;
      s[lane + 4] = s1 ^ s2;
      s[lane] = s0 ^ s3;
      s[lane + 8] = s2 ^ (s1 << 9);
      s[lane + 12] = rotate(s3, 11);
    }
  }

  /** The next 32 random bits. */
  nextBits(): number {
    if (this.#left === 0) {
      this.nextVector(this.#unused);
      this.#left = LANES;
    }
    this.#left -= 1;
    return this.#unused[LANES - 1 - this.#left]!;
  }

  /** A random integer in [0, limit), each as likely: bits beyond it are drawn again. */
  below(limit: number): number {
    if (limit <= 1) return 0;
    const mask = 0xffffffff >>> Math.clz32(limit - 1);
    for (;;) {
      const bits = (this.nextBits() & mask) >>> 0;
      if (bits < limit) return bits;
    }
  }
}

function finalize(x: number): number {
  let mixed = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}
