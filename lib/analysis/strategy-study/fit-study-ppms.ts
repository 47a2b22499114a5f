/** The PPMs of a study: candidates, a reward model on each, and every family fitted to their scores. */
import { createRng } from "../../base/index.js";
import {
  allHumanCandidate,
  allLmCandidate,
  type Candidate,
  countCandidates,
  sampleCandidates,
} from "../../candidates/index.js";
import { matrixFromRows } from "../../math/index.js";
import { fitPpm, type Ppm, type TrainingTable } from "../../ppm/index.js";
import { trainingSize } from "../predictor.js";
import { type Study, selectionScore, trainRepeats } from "./study.js";
import { studyFamily } from "./study-families.js";

/** Candidates drawn once, with the families fitted to their scores. */
export interface StudyFit {
  /** Counts of the candidates, and Overall on the items that the PPMs may see. */
  readonly table: TrainingTable;
  /** One a family, in the order in which they were asked for. */
  readonly ppms: readonly Ppm[];
}

export interface StudyFitOptions {
  /** Families, as `studyFamily` takes them. */
  readonly families: readonly string[];
  /** How many times candidates are drawn, scored and fitted to. */
  readonly fitCount: number;
  /** Members of each bootstrap ensemble. */
  readonly memberCount: number;
}

/**
 * Draws the settings' `fittedCount` candidates as the main job does, `fitCount` times anew, trains a reward model on each
 * (all of a fit on the same subsample of the pairs), and fits the families.
 */
export async function fitStudyPpms(
  study: Study,
  { families, fitCount, memberCount }: StudyFitOptions,
): Promise<StudyFit[]> {
  const { run, tagged, corpus } = study;
  const { seed } = run.settings;
  const fits = Array.from({ length: fitCount }, (_, fit) => drawCandidates(study, fit));
  const trained = await trainRepeats(
    study,
    "candidates",
    fits.map((candidates) => candidates.map(({ human }) => human)),
    (fit) => `${seed}/study/candidates/${fit}`,
  );
  return fits.map((candidates, fit) => {
    const table: TrainingTable = {
      featureNames: tagged.matrix.tagNames,
      counts: matrixFromRows(countCandidates(tagged.matrix, candidates).counts),
      targets: Float64Array.from(candidates, ({ human }) =>
        selectionScore(study, trained.rightOf(fit, human)),
      ),
    };
    const scale = trainingSize(run, corpus);
    const ppms = families.map((name) => {
      const rng = createRng(seed).fork("study", "ensemble", name, fit);
      return fitPpm(table, { family: studyFamily(name, { memberCount, rng }), scale }).ppm;
    });
    return { table, ppms };
  });
}

function drawCandidates({ run, tagged }: Study, fit: number): Candidate[] {
  const { seed, fittedCount } = run.settings;
  const rowCount = tagged.matrix.ids.length;
  const rng = createRng(seed).fork("study", "candidates", fit);
  return [
    allHumanCandidate(rowCount),
    allLmCandidate(rowCount),
    ...sampleCandidates(tagged.matrix, { count: fittedCount - 2, rng }),
  ];
}
