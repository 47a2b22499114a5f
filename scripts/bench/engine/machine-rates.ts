/** What this machine can do at best, measured in a moment: the bounds of the bench are made of these. */
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { compileAssembly } from "../../build-kernel/compile-kernel.js";
import { leastSecondsWithin } from "./least-seconds.js";

export interface MachineRates {
  /** Bytes a second that SIMD adds up out of the second-level cache (393 KB, as the kernel's counting has). */
  readonly cacheBytes: number;
  /** The same out of the first-level cache (16 KB). */
  readonly nearBytes: number;
  /** Pairs of doubles a second that SIMD multiplies and adds. */
  readonly simdMultiplyAdds: number;
  /** The same in plain JavaScript: a dot product with four sums. */
  readonly plainMultiplyAdds: number;
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  readBytes(bytes: number, rounds: number): number;
  multiplyAdd(rounds: number): number;
}

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const [NEAR, CACHE] = [16_320, 393_216];
/** Many short runs: some of them are left alone by whatever else the machine does. */
const SECONDS = 1.5;

export async function machineRates(): Promise<MachineRates> {
  const rates = await optimizedRates();
  const bytesRate = (bytes: number): number => {
    const rounds = Math.ceil(4e6 / bytes);
    return (bytes * rounds) / leastSecondsWithin(SECONDS, () => rates.readBytes(bytes, rounds));
  };
  const rounds = 20_000;
  return {
    cacheBytes: bytesRate(CACHE),
    nearBytes: bytesRate(NEAR),
    simdMultiplyAdds: (16 * rounds) / leastSecondsWithin(SECONDS, () => rates.multiplyAdd(rounds)),
    plainMultiplyAdds: plainRate(),
  };
}

/** Compiled in full before the first run, not some time during the later ones. */
async function optimizedRates(): Promise<Exports> {
  const bytes = await compileAssembly(FOLDER, "rates");
  setFlagsFromString("--no-liftoff");
  const rates = new WebAssembly.Instance(new WebAssembly.Module(bytes), {}).exports as unknown as Exports;
  rates.memory.grow(16);
  rates.readBytes(NEAR, 1);
  rates.multiplyAdd(1);
  setFlagsFromString("--liftoff");
  return rates;
}

function plainRate(): number {
  const [x, y] = [new Float64Array(1024).fill(1.1), new Float64Array(1024).fill(0.9)];
  const rounds = 100;
  let total = 0;
  const seconds = leastSecondsWithin(SECONDS, () => {
    for (let round = 0; round < rounds; round++) total += dot(x, y);
  });
  if (!Number.isFinite(total)) throw new Error("a sum of finite numbers");
  return (x.length * rounds) / seconds;
}

function dot(x: Float64Array, y: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < x.length; i += 4) {
    a += x[i]! * y[i]!;
    b += x[i + 1]! * y[i + 1]!;
    c += x[i + 2]! * y[i + 2]!;
    d += x[i + 3]! * y[i + 3]!;
  }
  return a + b + (c + d);
}
