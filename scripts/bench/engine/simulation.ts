/** Speeds of the simulation kernel: its stages, its plain twin, a million mixes, and growth with the instances. */
import {
  countTags,
  createBitset,
  createRng,
  hasBit,
  type PolynomialScorer,
  polynomialScore,
  redrawMix,
  setBit,
  simulateMixes,
  simulationSeed,
  TAG_NAMES,
  type TagMatrix,
} from "../../../lib/index.js";
import { createKernel } from "../../../lib/routing/simulation/kernel/kernel.js";
import { leastSeconds } from "./least-seconds.js";
import type { MachineRates } from "./machine-rates.js";
import { printAgainst } from "./print-against.js";

const MIXES = 1_000_000;
const seed = simulationSeed(createRng("bench"));

/** A quadratic in all tags, of random coefficients. */
export function benchScorer(rowCount: number): PolynomialScorer {
  const rng = createRng("bench scorer");
  const normals = (count: number) => Float64Array.from({ length: count }, () => rng.normal());
  const polynomial = { intercept: 0.7, coefficients: normals(90), products: normals(4095) };
  return { polynomial, columns: Int32Array.from(TAG_NAMES, (_, tag) => tag), factor: 1 / rowCount };
}

export async function benchSimulation(matrix: TagMatrix, rates: MachineRates): Promise<void> {
  benchStages(matrix, rates);
  benchTwin(matrix);
  await benchMillion(matrix);
  for (const rowCount of [1e3, 1e4, 1e5, 1e6]) benchInstances(resampled(matrix, rowCount));
}

function benchStages(matrix: TagMatrix, rates: MachineRates): void {
  const rowCount = matrix.ids.length;
  const kernel = createKernel({ ...matrix, rowCount }, seed, benchScorer(rowCount));
  const count = kernel.blockSize;
  const perMix = (work: () => void): number => leastSeconds(25, work) / count;
  const draw = perMix(() => kernel.draw(0, count, null));
  const counted = perMix(() => kernel.count(count));
  const scored = perMix(() => kernel.score(count));
  const unions = meanUnions(matrix);
  const drawBound = (unions * (rowCount / 8)) / rates.cacheBytes;
  const countBound = ((rowCount / 8) * TAG_NAMES.length) / rates.cacheBytes;
  const scoreBound = (4095 + 90) / rates.simdMultiplyAdds;
  printAgainst("draw a mix, one thread", draw, {
    seconds: drawBound,
    of: `read ${unions.toFixed(1)} tags' rows`,
  });
  printAgainst("count its 90 tags", counted, { seconds: countBound, of: "a byte a tag and eight rows" });
  printAgainst("score it by the quadratic", scored, { seconds: scoreBound, of: "4,185 multiplications" });
  printAgainst("draw, count and score a mix, one thread", draw + counted + scored, {
    seconds: drawBound + countBound + scoreBound,
    of: "the three",
  });
}

/** How many tags Algorithm 1 looks at, on average, until the budget is met. */
function meanUnions({ columns, ids }: TagMatrix): number {
  const rng = createRng("unions");
  const draws = 300;
  let unions = 0;
  for (let draw = 0; draw < draws; draw++) {
    const budget = 1 + rng.int(ids.length - 1);
    const human = new Uint8Array(ids.length);
    let taken = 0;
    for (const column of rng.shuffle(columns)) {
      if (taken >= budget) break;
      unions += 1;
      for (let row = 0; row < ids.length; row++) {
        if (human[row] === 1 || !hasBit(column, row)) continue;
        human[row] = 1;
        taken += 1;
      }
    }
  }
  return unions / draws;
}

function benchTwin(matrix: TagMatrix): void {
  const scorer = benchScorer(matrix.ids.length);
  const count = 100;
  const seconds = leastSeconds(5, () => {
    for (let i = 0; i < count; i++) polynomialScore(scorer, countTags(matrix, redrawMix(matrix, seed, i)));
  });
  printAgainst("the same by the plain twin", seconds / count);
}

async function benchMillion(matrix: TagMatrix): Promise<void> {
  const rssBefore = process.memoryUsage().rss;
  const before = process.cpuUsage();
  const start = performance.now();
  await simulateMixes({ matrix, scorer: benchScorer(matrix.ids.length), seed, count: MIXES, keepCount: 100 });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  printAgainst("1,000,000 mixes, the best 100, all cores, threads started", seconds);
  const grownMb = (process.memoryUsage().rss - rssBefore) / 2 ** 20;
  process.stdout.write(
    `  processor time ${((user + system) / 1e6).toFixed(2)} s, ${((user + system) / MIXES).toFixed(2)} µs a mix; ` +
      `memory grew by ${grownMb.toFixed(0)} MB\n`,
  );
}

function benchInstances(matrix: TagMatrix): void {
  const rowCount = matrix.ids.length;
  const kernel = createKernel({ ...matrix, rowCount }, seed, benchScorer(rowCount));
  const count = kernel.blockSize;
  const perMix =
    leastSeconds(rowCount > 1e5 ? 1 : 5, () => {
      kernel.draw(0, count, null);
      kernel.count(count);
      kernel.score(count);
    }) / count;
  const perThousand = `${((1e9 * perMix) / rowCount).toFixed(2)} ns an instance`;
  printAgainst(`a mix of ${rowCount.toLocaleString("en")} instances (${perThousand})`, perMix);
}

/** So many rows drawn with replacement. */
function resampled(matrix: TagMatrix, rowCount: number): TagMatrix {
  const rng = createRng("resampled");
  const rows = Int32Array.from({ length: rowCount }, () => rng.int(matrix.ids.length));
  const columns = matrix.columns.map((column) => {
    const bits = createBitset(rowCount);
    for (let i = 0; i < rowCount; i++) if (hasBit(column, rows[i]!)) setBit(bits, i);
    return bits;
  });
  return { ids: Array.from(rows, String), tagNames: matrix.tagNames, columns };
}
