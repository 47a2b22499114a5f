/** Speeds of fitting and validating predictors on 250 candidates. */
import {
  countCandidates,
  createRng,
  crossValidate,
  fitPpm,
  matrixFromRows,
  ppmFamily,
  sampleCandidates,
  TAG_NAMES,
  type TagMatrix,
} from "../../../lib/index.js";
import { leastSeconds } from "./least-seconds.js";
import type { MachineRates } from "./machine-rates.js";
import { printAgainst } from "./print-against.js";

const [CANDIDATES, TRAINED, FOLDS, TAGS] = [250, 225, 10, 90];
const SCALE = 7000;

/** Candidates of a matrix with simulated scores: a quadratic's, with noise. */
function benchTable(matrix: TagMatrix, rowCount: number) {
  const candidates = sampleCandidates(matrix, { count: rowCount, rng: createRng("bench") });
  const { counts } = countCandidates(matrix, candidates);
  const rng = createRng("bench scores");
  const gains = Float64Array.from(TAG_NAMES, () => 1e-6 * rng.normal());
  const targets = Float64Array.from(counts, (row) => {
    const linear = gains.reduce((sum, gain, tag) => sum + gain * row[tag]!, 0.7);
    return linear + 0.01 * (row[3]! / SCALE) ** 2 + 0.003 * rng.normal();
  });
  return { featureNames: TAG_NAMES, counts: matrixFromRows(counts), targets };
}

export function benchPredictors(matrix: TagMatrix, { plainMultiplyAdds }: MachineRates): void {
  const table = benchTable(matrix, CANDIDATES);
  const family = ppmFamily("quadratic");
  const validation = leastSeconds(5, () => {
    crossValidate(table, { family, scale: SCALE, rng: createRng("folds") });
  });
  const products = (CANDIDATES ** 2 * TAGS) / 2 + (FOLDS * TRAINED ** 3) / 6;
  printAgainst(`${FOLDS}-fold cross-validation, quadratic, ${CANDIDATES} × ${TAGS}`, validation, {
    seconds: products / plainMultiplyAdds,
    of: "inner products, a factorization a fold",
  });
  const training = benchTable(matrix, TRAINED);
  const trees = ppmFamily("lightgbm");
  const fit = leastSeconds(5, () => {
    fitPpm(training, { family: trees, scale: 1 });
  });
  printAgainst(`fit LightGBM, ${TRAINED} × ${TAGS}, 100 trees`, fit, {
    seconds: (100 * TRAINED * TAGS) / plainMultiplyAdds,
    of: "the table once a tree",
  });
}
