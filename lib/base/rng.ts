/**
 * Seeded random numbers that are passed as arguments and forked by name, so that neither the order of
 * work nor the number of workers can change a draw.
 * Generator: xoshiro128** (Blackman and Vigna 2018), state from SHA-256 of the seed and the fork's path.
 */
import { createHash } from "node:crypto";

/** A stream of random numbers. Drawing changes the stream; forking does not, and does not depend on draws. */
export interface Rng {
  /** The next number in [0, 1), with 53 random bits. */
  next(): number;
  /** The next 32 random bits as an unsigned integer. */
  bits(): number;
  /** An integer in [0, limit), without modulo bias. @throws {RangeError} unless 1 ≤ limit ≤ 2^32 */
  int(limit: number): number;
  /** A draw from the standard normal distribution. */
  normal(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One element. @throws {RangeError} if there is none */
  pick<T>(items: readonly T[]): T;
  /** A new array in random order (Fisher-Yates); the argument is left alone. */
  shuffle<T>(items: readonly T[]): T[];
  /** `count` distinct elements in random order. @throws {RangeError} if there are fewer */
  sample<T>(items: readonly T[], count: number): T[];
  /** An independent stream named by the path; the same names give the same stream, always. */
  fork(...names: readonly (string | number)[]): Rng;
}

/** A generator for a seed. Text and number seeds are distinct: `1` and `"1"` give other streams. */
export function createRng(seed: number | string): Rng {
  return new Xoshiro128(JSON.stringify([seed]));
}

class Xoshiro128 implements Rng {
  readonly #path: string;
  readonly #state: Uint32Array;

  constructor(path: string) {
    this.#path = path;
    const digest = createHash("sha256").update(path).digest();
    this.#state = Uint32Array.from({ length: 4 }, (_, i) => digest.readUInt32LE(4 * i));
    // All-zero is the generator's one fixed point; a hash will not hit it, but a proof is cheaper than a belief.
    if (this.#state.every((word) => word === 0)) this.#state[0] = 1;
  }

  bits(): number {
    const s = this.#state as unknown as [number, number, number, number];
    const product = Math.imul(s[1], 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const t = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = (s[3] << 11) | (s[3] >>> 21);
    return result;
  }

  next(): number {
    return ((this.bits() >>> 5) * 67108864 + (this.bits() >>> 6)) / 9007199254740992;
  }

  int(limit: number): number {
    if (!Number.isInteger(limit) || limit < 1 || limit > 4294967296) {
      throw new RangeError(`int(${limit}): the limit must be an integer from 1 to 2^32`);
    }
    const rejectFrom = 4294967296 - (4294967296 % limit);
    for (;;) {
      const bits = this.bits();
      if (bits < rejectFrom) return bits % limit;
    }
  }

  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError("pick: there is nothing to pick from");
    return items[this.int(items.length)] as T;
  }

  shuffle<T>(items: readonly T[]): T[] {
    const out = items.slice();
    for (let i = out.length - 1; i > 0; i--) {
      const j = this.int(i + 1);
      [out[i], out[j]] = [out[j] as T, out[i] as T];
    }
    return out;
  }

  sample<T>(items: readonly T[], count: number): T[] {
    if (!Number.isInteger(count) || count < 0 || count > items.length) {
      throw new RangeError(`sample(${count}): the count must be an integer from 0 to ${items.length}`);
    }
    const pool = items.slice();
    for (let i = 0; i < count; i++) {
      const j = i + this.int(pool.length - i);
      [pool[i], pool[j]] = [pool[j] as T, pool[i] as T];
    }
    return pool.slice(0, count);
  }

  fork(...names: readonly (string | number)[]): Rng {
    return new Xoshiro128(`${this.#path}${JSON.stringify(names)}`);
  }
}
