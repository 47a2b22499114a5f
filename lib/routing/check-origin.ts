/** Whether a model may route features: both must come about in the same way. */
import { BadInputError, type Problem } from "../base/index.js";
import type { CountOrigin, Definitions, Provenance } from "../tags/index.js";

export interface OriginCheck {
  /** By whose rules the features are tagged. */
  readonly compat: Definitions;
  /** Whether another analyzer made the descriptive tags than those the model was fitted to. */
  readonly otherAnalyzer: boolean;
}

/**
 * What is unknown on either side is accepted.
 * @param model of the saved predictor
 * @param provenance of the features to route
 * @param asked `--compat`; without it the model's, else that of the features, else the paper's
 * @throws {BadInputError} if it contradicts the model, or the features come from other definitions or another encoder
 */
export function checkOrigin(
  model: CountOrigin,
  provenance: Provenance | null,
  asked?: Definitions,
): OriginCheck {
  const problems: Problem[] = [];
  if (asked !== undefined && model.compat !== null && asked !== model.compat) {
    const rule = `the model was fitted to counts by the rules of ${model.compat}`;
    const remedy = "leave --compat out, or fit a model to candidates of the other rules";
    problems.push({ place: "--compat", value: asked, rule, remedy });
  }
  const fitted = model.provenance;
  for (const part of ["definitions", "encoder"] as const) {
    if (fitted === null || provenance === null || fitted[part] === provenance[part]) continue;
    const rule = `the model was fitted to features by the ${NOUNS[part]} ${JSON.stringify(fitted[part])}`;
    const remedy = "tag these pairs in the same way, or fit a model to features like these";
    problems.push({ place: "--features", value: provenance[part], rule, remedy });
  }
  if (problems.length > 0) throw new BadInputError(problems);
  return {
    compat: asked ?? model.compat ?? provenance?.definitions ?? "paper",
    otherAnalyzer: fitted !== null && provenance !== null && fitted.analyzer !== provenance.analyzer,
  };
}

const NOUNS = { definitions: "definitions of", encoder: "encoder" } as const;
