/**
 * `npm run bench`: speeds of the parts that take time, on simulated data of stated size. Each line names its unit;
 * nothing here is ever part of a test.
 */
import { availableParallelism } from "node:os";
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
  ppmFamily,
  routeDataset,
  routingStrategy,
  sampleCandidates,
  TAG_NAMES,
  trainMixes,
  usablePairs,
} from "../lib/index.js";
import { benchAnnotation } from "./bench/annotation.js";
import { measure } from "./bench/measure.js";
import { benchTags } from "./bench/tags.js";

const MULTIPREF_PAIRS = 7531;
const CANDIDATES = 250;

process.env.HYPER_QUIET = "1";
process.stdout.write(`Node ${process.versions.node}, ${availableParallelism()} cores; simulated data\n`);

const corpus = await measure("generate SimPref, 2,400 pairs", 2400, "pairs", () =>
  generateSimPref({ seed: 0 }),
);
const { pairs } = usablePairs(corpus.preferences);
const features = await measure(`extract features, ${pairs.length} pairs`, pairs.length, "pairs", () =>
  extractFeatures(pairs),
);
const { matrix: simMatrix } = buildTagMatrix(
  pairs.map(({ id }) => id),
  features,
);

// Rows drawn with replacement from SimPref's: the size of MultiPref, tags as frequent as SimPref's.
const rng = createRng("bench");
const rows = Array.from({ length: MULTIPREF_PAIRS }, () => features[rng.int(features.length)]!);
const { matrix } = await measure(`tag matrix, ${MULTIPREF_PAIRS} × 90`, MULTIPREF_PAIRS, "pairs", () =>
  buildTagMatrix(
    rows.map((_, i) => `pair-${i}`),
    rows,
  ),
);
const candidates = await measure(
  `Algorithm 1, ${CANDIDATES} candidates of ${MULTIPREF_PAIRS}`,
  CANDIDATES,
  "candidates",
  () => sampleCandidates(matrix, { count: CANDIDATES, rng }),
);
const { counts } = await measure(
  `count ${CANDIDATES} candidates over 90 tags`,
  CANDIDATES,
  "candidates",
  () => countCandidates(matrix, candidates),
);

const mixes = sampleCandidates(simMatrix, { count: CANDIDATES, rng }).map((candidate) =>
  mixOf(simMatrix, candidate),
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

const table = {
  featureNames: TAG_NAMES,
  counts: matrixFromRows(counts),
  targets: Float64Array.from(counts, () => rng.next()),
};
for (const name of ["linear", "quadratic", "ridge", "quadratic-ridge"]) {
  const family = ppmFamily(name);
  const { ppm } = await measure(`fit ${name}, ${CANDIDATES} × 90`, 1, "fits", () =>
    fitPpm(table, { family, scale: MULTIPREF_PAIRS }),
  );
  await measure(`10-fold cross-validation, ${name}`, 10, "folds", () =>
    crossValidate(table, { family, scale: MULTIPREF_PAIRS, rng }),
  );
  const many = Array.from({ length: 40 }, () => counts).flat();
  await measure(`predict, ${name}`, many.length, "predictions", () => ppm.predictMany(many));
  if (name !== "quadratic") continue;
  await measure(`route ${MULTIPREF_PAIRS} pairs, 500 simulations`, 500, "simulations", () =>
    routeDataset(matrix, {
      ppm,
      strategy: routingStrategy("simulated"),
      budget: 1883,
      simulations: 500,
      rng,
    }),
  );
}

await benchTags(rows);
await benchAnnotation();
