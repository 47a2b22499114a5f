/** What this processor can do at best, for the bounds of the bench. AssemblyScript. */

/** Adds up `bytes` bytes from address 1024 on, `rounds` times, in six sums, as the kernel's counting does. */
export function readBytes(bytes: u32, rounds: u32): u32 {
  let a = i32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  for (let round: u32 = 0; round < rounds; round++) {
    for (let at: usize = 1024; at < 1024 + bytes; at += 96) {
      a = i8x16.add(a, v128.load(at));
      b = i8x16.add(b, v128.load(at, 16));
      c = i8x16.add(c, v128.load(at, 32));
      d = i8x16.add(d, v128.load(at, 48));
      e = i8x16.add(e, v128.load(at, 64));
      f = i8x16.add(f, v128.load(at, 80));
    }
  }
  return i32x4.extract_lane(i8x16.add(i8x16.add(a, b), i8x16.add(i8x16.add(c, d), i8x16.add(e, f))), 0);
}

/** Multiplies and adds 16 pairs of doubles a round, two a vector, from 8 KB; no sum waits for another. */
export function multiplyAdd(rounds: u32): f64 {
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  let g = a;
  let h = a;
  for (let round: u32 = 0; round < rounds; round++) {
    const at: usize = 1024 + ((round << 7) & 8191);
    const x = v128.load64_splat(at);
    a = f64x2.add(f64x2.mul(x, v128.load(at)), a);
    b = f64x2.add(f64x2.mul(x, v128.load(at, 16)), b);
    c = f64x2.add(f64x2.mul(x, v128.load(at, 32)), c);
    d = f64x2.add(f64x2.mul(x, v128.load(at, 48)), d);
    e = f64x2.add(f64x2.mul(x, v128.load(at, 64)), e);
    f = f64x2.add(f64x2.mul(x, v128.load(at, 80)), f);
    g = f64x2.add(f64x2.mul(x, v128.load(at, 96)), g);
    h = f64x2.add(f64x2.mul(x, v128.load(at, 112)), h);
  }
  const low = f64x2.add(f64x2.add(a, b), f64x2.add(c, d));
  return f64x2.extract_lane(f64x2.add(low, f64x2.add(f64x2.add(e, f), f64x2.add(g, h))), 0);
}
