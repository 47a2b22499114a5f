/** What this machine can do at best, measured in a moment: the bounds of the bench are made of these. */
import { fileURLToPath } from "node:url";
import { compileAssembly } from "../../build-kernel/compile-kernel.js";
import { leastSeconds } from "./least-seconds.js";

export interface MachineRates {
  /** Bytes a second that SIMD adds up out of the second-level cache (768 KB, as the kernel's counting has). */
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
const [NEAR, CACHE] = [16_320, 768_000];

export async function machineRates(): Promise<MachineRates> {
  const module = new WebAssembly.Module(await compileAssembly(FOLDER, "rates"));
  const rates = new WebAssembly.Instance(module, {}).exports as unknown as Exports;
  rates.memory.grow(16);
  const bytesRate = (bytes: number): number => {
    const rounds = Math.ceil(2e7 / bytes);
    return (bytes * rounds) / leastSeconds(9, () => rates.readBytes(bytes, rounds));
  };
  const rounds = 200_000;
  return {
    cacheBytes: bytesRate(CACHE),
    nearBytes: bytesRate(NEAR),
    simdMultiplyAdds: (16 * rounds) / leastSeconds(9, () => rates.multiplyAdd(rounds)),
    plainMultiplyAdds: plainRate(),
  };
}

function plainRate(): number {
  const [x, y] = [new Float64Array(1024).fill(1.1), new Float64Array(1024).fill(0.9)];
  const rounds = 1000;
  let total = 0;
  const seconds = leastSeconds(9, () => {
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
