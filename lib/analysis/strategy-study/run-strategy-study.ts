/**
 * Prediction against truth: what a PPM promises of the mix that a strategy chose, and what a reward model trained on that
 * mix scores. A strategy that searches hard finds mixes whose prediction is too high: the table says by how much.
 * Source: arXiv 2410.19133, appendix E (Tables 10 and 11), which has top-k and simulated, and the score alone.
 */
import { fitStudyPpms, type StudyFitOptions } from "./fit-study-ppms.js";
import { type RouteStudyOptions, routeStudy } from "./route-study.js";
import type { StrategyStudyRow } from "./strategy-study-row.js";
import { strategyStudyRows } from "./strategy-study-rows.js";
import { type Study, trainRepeats } from "./study.js";

export type StrategyStudyOptions = StudyFitOptions & RouteStudyOptions;

/**
 * Fits the PPMs, routes by them in every repeat, trains a reward model on each mix, and compares.
 * @returns the long table: strategy × PPM × pessimism × budget × measure
 */
export async function runStrategyStudy(
  study: Study,
  options: StrategyStudyOptions,
): Promise<StrategyStudyRow[]> {
  const { repeatCount, seed } = study.run.settings;
  const fits = await fitStudyPpms(study, options);
  const mixes = await routeStudy(study, fits, options);
  const mixesOf = Array.from({ length: repeatCount }, (_, repeat) =>
    mixes.filter((mix) => mix.repeat === repeat).flatMap(({ human, random }) => [human, random]),
  );
  const trained = await trainRepeats(
    study,
    "chosen mixes",
    mixesOf,
    (repeat) => `${seed}/study/chosen/${repeat}`,
  );
  return strategyStudyRows(study, mixes, trained, options.budgets);
}
