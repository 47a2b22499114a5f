/** Speeds of the main job's steps: corpus, tags, candidates, reward models, predictors. */
import {
  buildTagMatrix,
  countCandidates,
  createEmbeddedTrainer,
  createRng,
  crossValidate,
  extractFeatures,
  fitPpm,
  generateSimPref,
  matrixFromRows,
  mixOf,
  PPM_FAMILIES,
  sampleCandidates,
  TAG_NAMES,
  trainMixes,
  usablePairs,
} from "../../lib/index.js";
import { benchMatrix, MULTIPREF_PAIRS } from "./bench-matrix.js";
import { measure } from "./measure.js";

const CANDIDATES = 250;

export async function benchMethod(): Promise<void> {
  const corpus = await measure("generate SimPref, 2,400 pairs", 2400, "pairs", () =>
    generateSimPref({ seed: 0 }),
  );
  const { pairs } = usablePairs(corpus.preferences);
  const features = await measure(`extract features, ${pairs.length} pairs`, pairs.length, "pairs", () =>
    extractFeatures(pairs),
  );
  const { matrix } = buildTagMatrix(
    pairs.map(({ id }) => id),
    features,
  );
  const mixes = sampleCandidates(matrix, { count: CANDIDATES, rng: createRng("bench") }).map((candidate) =>
    mixOf(matrix, candidate),
  );
  const trainer = await measure(
    `features of ${pairs.length} pairs and ${corpus.benchmark.length} items`,
    pairs.length,
    "pairs",
    () => createEmbeddedTrainer({ pairs, benchmark: corpus.benchmark }),
  );
  await measure(`train and score ${CANDIDATES} reward models`, CANDIDATES, "models", () =>
    trainMixes({ mixes, pairs, benchmark: corpus.benchmark, trainer, seed: 0 }),
  );
  await benchFamilies(await benchCounts());
}

async function benchCounts(): Promise<readonly ArrayLike<number>[]> {
  const matrix = await benchMatrix();
  const candidates = await measure(
    `Algorithm 1, ${CANDIDATES} candidates of ${MULTIPREF_PAIRS}`,
    CANDIDATES,
    "candidates",
    () => sampleCandidates(matrix, { count: CANDIDATES, rng: createRng("bench") }),
  );
  const { counts } = await measure(
    `count ${CANDIDATES} candidates over 90 tags`,
    CANDIDATES,
    "candidates",
    () => countCandidates(matrix, candidates),
  );
  return counts;
}

async function benchFamilies(counts: readonly ArrayLike<number>[]): Promise<void> {
  const rng = createRng("bench");
  const table = {
    featureNames: TAG_NAMES,
    counts: matrixFromRows(counts),
    targets: Float64Array.from(counts, () => rng.next()),
  };
  const many = Array.from({ length: 40 }, () => counts).flat();
  for (const family of PPM_FAMILIES) {
    const { ppm } = await measure(`fit ${family.name}, ${CANDIDATES} × 90`, 1, "fits", () =>
      fitPpm(table, { family, scale: MULTIPREF_PAIRS }),
    );
    await measure(`10-fold cross-validation, ${family.name}`, 10, "folds", () =>
      crossValidate(table, { family, scale: MULTIPREF_PAIRS, rng }),
    );
    await measure(`predict, ${family.name}`, many.length, "predictions", () => ppm.predictMany(many));
  }
}
