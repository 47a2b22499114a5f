/**
 * Four xoshiro128++ generators (Blackman and Vigna 2019) side by side, one a lane; every mix has its own four.
 * Their states come from the seed and the mix's index by the finalizer of MurmurHash3, twice.
 */
import { generatorAt } from "./memory";

let seed0: u32 = 0;
let seed1: u32 = 0;
let seed2: u32 = 0;
let seed3: u32 = 0;
/** Numbers of the last output that have not been used. */
let left: u32 = 0;

export function setSeed(a: u32, b: u32, c: u32, d: u32): void {
  seed0 = a;
  seed1 = b;
  seed2 = c;
  seed3 = d;
}

// @ts-ignore: decorator
@inline
function finalize(x: v128): v128 {
  x = v128.xor(x, i32x4.shr_u(x, 16));
  x = i32x4.mul(x, i32x4.splat(0x85ebca6b));
  x = v128.xor(x, i32x4.shr_u(x, 13));
  x = i32x4.mul(x, i32x4.splat(0xc2b2ae35));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

// @ts-ignore: decorator
@inline
function stateWord(counter: v128, first: u32, second: u32): v128 {
  const x = finalize(i32x4.add(counter, i32x4.splat(first)));
  return finalize(i32x4.add(x, i32x4.splat(second)));
}

/** Starts the generators of a mix; `index` < 2^30. */
export function startGenerator(index: u32): void {
  const lanes = i32x4.add(i32x4.splat(index << 2), i32x4(0, 1, 2, 3));
  const counter = i32x4.mul(lanes, i32x4.splat(0x9e3779b9));
  // Not all zero, which is the one state that does not change.
  const word0 = v128.or(stateWord(counter, seed0, seed1), i32x4.splat(1));
  v128.store(generatorAt, word0);
  v128.store(generatorAt, stateWord(counter, seed1, seed2), 16);
  v128.store(generatorAt, stateWord(counter, seed2, seed3), 32);
  v128.store(generatorAt, stateWord(counter, seed3, seed0), 48);
  left = 0;
}

// @ts-ignore: decorator
@inline
export function rotate(x: v128, by: i32): v128 {
  return v128.or(i32x4.shl(x, by), i32x4.shr_u(x, 32 - by));
}

/** The next 128 random bits. */
// @ts-ignore: decorator
@inline
function nextVector(): v128 {
  let s0 = v128.load(generatorAt);
  let s1 = v128.load(generatorAt, 16);
  let s2 = v128.load(generatorAt, 32);
  let s3 = v128.load(generatorAt, 48);
  const out = i32x4.add(rotate(i32x4.add(s0, s3), 7), s0);
  const t = i32x4.shl(s1, 9);
  s2 = v128.xor(s2, s0);
  s3 = v128.xor(s3, s1);
  s1 = v128.xor(s1, s2);
  s0 = v128.xor(s0, s3);
  s2 = v128.xor(s2, t);
  s3 = rotate(s3, 11);
  v128.store(generatorAt, s0);
  v128.store(generatorAt, s1, 16);
  v128.store(generatorAt, s2, 32);
  v128.store(generatorAt, s3, 48);
  return out;
}

/** The next 32 random bits. */
export function nextBits(): u32 {
  if (left == 0) {
    v128.store(generatorAt, nextVector(), 64);
    left = 4;
  }
  const bits = load<u32>(generatorAt + ((4 - left) << 2), 64);
  left--;
  return bits;
}

/** A random integer in [0, limit), each as likely: bits beyond it are drawn again. */
export function below(limit: u32): u32 {
  if (limit <= 1) return 0;
  const mask = <u32>0xffffffff >> clz(limit - 1);
  let bits: u32;
  do {
    bits = nextBits() & mask;
  } while (bits >= limit);
  return bits;
}
