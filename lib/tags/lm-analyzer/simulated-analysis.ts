/**
 * Answers of a simulated LM to the analyzer's requests, for tests, the notebook and a server without a model: a given
 * truth with declared errors. Nothing in it is a language model.
 */
import { createRng, type Json, type Rng } from "../../base/index.js";
import type { SimPrefWorld, WorldPrompt } from "../../datasets/index.js";
import { type AnswerFunction, type ServerAnswer, type ServerRequest, unquoteTexts } from "../../lm/index.js";
import { analyzePrompt, type DescriptiveFeatures } from "../analyzer/analyze-prompt.js";
import { SCALAR_VALUES, SUBJECTS } from "../vocabulary.js";
import { ANALYSIS_INTRODUCTION } from "./analysis-template.js";
import { DIMENSIONS, type Dimension } from "./dimensions.js";

export interface SimulatedAnalysisOptions {
  /**
   * What is true of a prompt; undefined where nothing is known of it, which is answered with a refusal.
   * @param prompt as the request shows it: of a conversation the first user turns, an empty line between them
   */
  readonly describe: (prompt: string) => DescriptiveFeatures | undefined;
  /** Share of prompts for which a dimension is answered wrongly, in [0, 1]. Default 0. */
  readonly errorRate?: number;
}

/** A simulated LM that also answers the analyzer's requests; all others go to `answer`. */
export function withSimulatedAnalyses(
  answer: AnswerFunction,
  options: SimulatedAnalysisOptions,
): AnswerFunction {
  return (request, context) => simulatedAnalysis(request, options) ?? answer(request, context);
}

/** The answer to a request of the analyzer; null for any other request. The same question, the same answer. */
export function simulatedAnalysis(
  { messages }: Pick<ServerRequest, "messages">,
  { describe, errorRate = 0 }: SimulatedAnalysisOptions,
): ServerAnswer | null {
  const [system, user] = messages;
  if (system?.content.startsWith(ANALYSIS_INTRODUCTION) !== true) return null;
  const asked = DIMENSIONS.filter((dimension) => system.content.includes(`\n\`${dimension}\`: `));
  const prompt = unquoteTexts(user?.content ?? "")
    .map(({ text }) => text)
    .join("\n\n");
  const truth = describe(prompt);
  if (truth === undefined) return { refusal: "This simulated LM knows nothing of this prompt." };
  const rng = createRng("simulated analyses").fork(prompt);
  const content = asked.map((dimension): [Dimension, Json] => {
    const own = rng.fork(dimension);
    return [dimension, own.chance(errorRate) ? wrongValue(dimension, truth, own) : truth[dimension]];
  });
  return { content: Object.fromEntries(content) };
}

/** How often the simulated LM of a simulated world errs in a dimension. */
const WORLD_ERROR_RATE = 0.1;

/** Of a world's own prompts what is declared, of others what the embedded analyzer says; with errors in one of ten. */
export function worldAnalyses(world: Pick<SimPrefWorld, "find">): SimulatedAnalysisOptions {
  const describe = (prompt: string): DescriptiveFeatures => {
    const known = world.find(prompt);
    return known === undefined ? analyzePrompt(prompt) : declaredFeatures(known.truth);
  };
  return { describe, errorRate: WORLD_ERROR_RATE };
}

/** What SimPref declares of one of its prompts. */
export function declaredFeatures(truth: WorldPrompt["truth"]): DescriptiveFeatures {
  return {
    subject_of_expertise: [truth.subject],
    languages: [truth.language],
    expertise_level: truth.expertise_level,
    open_endedness: truth.open_endedness,
    safety_concern: truth.safety_concern,
    complexity_of_intents: truth.complexity_of_intents,
    type_of_in_context_material: truth.in_context_material ? ["declared"] : [],
    format_constraints: truth.format_constraints ? ["declared"] : [],
  };
}

/** Another value than the true one; of the open sets, presence in place of absence or the other way round. */
function wrongValue(dimension: Dimension, truth: DescriptiveFeatures, rng: Rng): Json {
  switch (dimension) {
    case "subject_of_expertise":
      return [rng.pick(SUBJECTS.filter((subject) => !truth.subject_of_expertise.includes(subject)))];
    case "languages":
      return truth.languages.includes("English") ? ["French"] : ["English"];
    case "type_of_in_context_material":
    case "format_constraints":
      return truth[dimension].length > 0 ? [] : ["mistaken"];
    default: {
      const values: readonly string[] = SCALAR_VALUES[dimension];
      return rng.pick(values.filter((value) => value !== truth[dimension]));
    }
  }
}
