/** Steps 5 and 6: performance prediction models: how well each family predicts, the one that routes, its gains. */
import { join } from "node:path";
import { createRng } from "../base/index.js";
import { hasBit, membersOf } from "../math/index.js";
import {
  type CrossValidation,
  crossValidate,
  fitPpm,
  PPM_FAMILIES,
  type Ppm,
  ppmFamily,
  savePpm,
} from "../ppm/index.js";
import { binsToJson, type TagMatrix } from "../tags/index.js";
import { type ScoredCandidate, trainingTable } from "./candidate-scores.js";
import type { Corpus } from "./corpus.js";
import type { Run } from "./run-folder.js";
import type { TaggedCorpus } from "./tagging.js";

/** Cross-validates every family over all candidates, on the same folds (paper, section 4.1 and Table 2). */
export function compareFamilies(
  run: Run,
  { matrix }: TaggedCorpus,
  corpus: Corpus,
  scored: readonly ScoredCandidate[],
): CrossValidation[] {
  const { seed, foldCount } = run.settings;
  const table = trainingTable(matrix, scored);
  return PPM_FAMILIES.map((family) =>
    crossValidate(table, {
      family,
      scale: trainingSize(run, corpus),
      folds: foldCount,
      rng: createRng(seed).fork("cross-validation"),
    }),
  );
}

/**
 * The validation of the family that routes: the one that the settings name or, for `best`, the one with the lowest
 * pooled RMSE. The paper chose its quadratic model so (section 4.1).
 */
export function chosenFamily(run: Run, validations: readonly CrossValidation[]): CrossValidation {
  const named = validations.find(({ family }) => family === run.settings.family);
  return named ?? validations.reduce((best, each) => (each.rmse.pooled < best.rmse.pooled ? each : best));
}

/** Fits the family that routes to the first `fittedCount` candidates, and saves it as `models/ppm.json`. */
export function fitRunPpm(
  run: Run,
  corpus: Corpus,
  { matrix, bins, provenance }: TaggedCorpus,
  scored: readonly ScoredCandidate[],
  { family }: Pick<CrossValidation, "family">,
): Ppm {
  const { fittedCount } = run.settings;
  const scale = trainingSize(run, corpus);
  const table = trainingTable(matrix, scored.slice(0, fittedCount));
  const { ppm, details } = fitPpm(table, { family: ppmFamily(family), scale });
  savePpm(join(run.models, "ppm.json"), {
    ppm,
    target: "Overall",
    training: { ...details, candidates: table.targets.length, trainingSize: scale },
    bins: binsToJson(bins),
    origin: { compat: "paper", provenance },
  });
  return ppm;
}

/** Pairs that a reward model trains on: what counts are divided by. */
export function trainingSize(run: Run, corpus: Corpus): number {
  return Math.round(run.settings.subsampleFraction * corpus.pairs.length);
}

/** A tag's expected gain. */
export type TagGain = {
  readonly tag: string;
  /** Predicted change of Overall, a fraction, for each pair with the tag that goes to humans. */
  readonly gain: number;
  readonly routedCount: number;
};

const GAIN_SAMPLE = 100;

/**
 * Expected gain of each tag: up to 100 random pairs that have it go to humans, against none (paper, section 5
 * and Table 13), per pair. Tags without pairs are left out.
 */
export function expectedTagGains(run: Run, { matrix }: TaggedCorpus, ppm: Ppm): TagGain[] {
  const none = ppm.predict(new Float64Array(matrix.tagNames.length));
  return matrix.tagNames.flatMap((tag, column) => {
    const rng = createRng(run.settings.seed).fork("tag-gains", tag);
    const members = rowsWith(matrix, column);
    const routed = rng.sample(members, Math.min(GAIN_SAMPLE, members.length));
    if (routed.length === 0) return [];
    const counts = matrix.columns.map(
      (_, other) => routed.filter((row) => isTagged(matrix, other, row)).length,
    );
    return [{ tag, gain: (ppm.predict(counts) - none) / routed.length, routedCount: routed.length }];
  });
}

function isTagged(matrix: TagMatrix, column: number, row: number): boolean {
  return hasBit(matrix.columns[column]!, row);
}

function rowsWith(matrix: TagMatrix, column: number): number[] {
  return Array.from(membersOf(matrix.columns[column]!));
}
