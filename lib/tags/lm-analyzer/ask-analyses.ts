/** Asks about some prompts: first requests, then reminders for what could not be read. */
import { escapeControls } from "../../base/index.js";
import type { LmAnswer, LmOutcome, PortionedAsker } from "../../lm/index.js";
import type { DescriptiveFeatures } from "../analyzer/analyze-prompt.js";
import { type AnalysisRequestOptions, analysisRequest } from "./analysis-template.js";
import { DIMENSIONS, type Dimension } from "./dimensions.js";
import { readAnalysis } from "./read-analysis.js";
import type { DimensionValue } from "./read-dimension.js";

/** Why a prompt could not be described. */
export interface AnalysisFailure {
  /** In a word or two: `HTTP 500`, `refused`, `cut`, `unreadable`, `not asked` … */
  readonly kind: string;
  /** One line, safe to print. */
  readonly message: string;
}

export interface Described {
  /** Null where the prompt failed. */
  readonly features: DescriptiveFeatures | null;
  readonly failure: AnalysisFailure | null;
  /** Whether it took more than the first requests. */
  readonly reminded: boolean;
  /** Whether more subjects were named than count. */
  readonly subjectsCut: boolean;
}

export interface AskAnalysesOptions extends AnalysisRequestOptions {
  /** Dimensions of one request each. */
  readonly groups: readonly (readonly Dimension[])[];
  /** Requests for a dimension at most, ≥ 1. */
  readonly attempts: number;
  /** Told of each prompt whose first answers have come. */
  readonly onDone?: () => void;
}

/** A prompt in the making. */
class Description {
  readonly turns: readonly string[];
  readonly found = new Map<Dimension, DimensionValue>();
  failure: AnalysisFailure | null = null;
  problem: AnalysisFailure | null = null;
  reminded = false;
  subjectsCut = false;

  constructor(turns: readonly string[]) {
    this.turns = turns;
  }

  result(): Described {
    const { found, reminded, subjectsCut } = this;
    const isWhole = DIMENSIONS.every((dimension) => found.has(dimension));
    // Every dimension has been read as what it holds.
    const features = isWhole ? Object.fromEntries(DIMENSIONS.map((one) => [one, found.get(one)!])) : null;
    return {
      features: features as DescriptiveFeatures | null,
      failure: isWhole ? null : (this.failure ?? this.problem),
      ...{ reminded, subjectsCut: isWhole && subjectsCut },
    };
  }
}

interface Question {
  readonly about: Description;
  readonly dimensions: readonly Dimension[];
}

/**
 * @param prompts the turns shown of each
 * @returns one result a prompt, in order
 * @throws {BadInputError} where the client cannot send the requests as they stand
 */
export async function askAnalyses(
  prompts: readonly (readonly string[])[],
  asker: PortionedAsker,
  options: AskAnalysesOptions,
): Promise<Described[]> {
  const { groups, attempts, onDone } = options;
  const descriptions = prompts.map((turns) => new Description(turns));
  let questions = descriptions.flatMap((about) =>
    groups.map((dimensions): Question => ({ about, dimensions })),
  );
  const tell = onEach(descriptions.length, groups.length, onDone);
  for (let attempt = 0; attempt < attempts && questions.length > 0; attempt++) {
    const requests = questions.map(({ about, dimensions }) =>
      analysisRequest(about.turns, dimensions, options, attempt),
    );
    const outcomes = await asker.ask(requests, attempt === 0 ? tell : undefined);
    const open = questions.flatMap((question, i) => takeIn(question, outcomes[i], asker.stopped));
    // A prompt that failed for another reason is asked about again by a later run only.
    questions = open.filter(({ about }) => about.failure === null);
    if (attempt + 1 < attempts) for (const { about } of questions) about.reminded = true;
  }
  return descriptions.map((one) => one.result());
}

/** Counts a prompt when the last of its requests has come to an end. */
function onEach(prompts: number, requestsEach: number, onDone = () => {}): (index: number) => void {
  const open = new Array<number>(prompts).fill(requestsEach);
  return (index) => {
    const prompt = Math.floor(index / requestsEach);
    open[prompt]! -= 1;
    if (open[prompt] === 0) onDone();
  };
}

/** @returns what is to be asked again */
function takeIn(question: Question, outcome: LmOutcome | undefined, stopped: string | null): Question[] {
  const { about, dimensions } = question;
  if (outcome === undefined) {
    about.failure ??= failure("not asked", stopped ?? "");
    return [];
  }
  if ("error" in outcome) {
    about.failure ??= failure(outcome.error.kind, outcome.error.message);
    return [];
  }
  const unusable = flawOf(outcome.answer);
  if (unusable !== null) {
    about.problem = unusable;
    return [question];
  }
  const { found, problems, subjectsCut } = readAnalysis(outcome.answer.content, dimensions);
  for (const [dimension, value] of found) about.found.set(dimension, value);
  about.subjectsCut ||= subjectsCut;
  if (problems.size === 0) return [];
  about.problem = failure("unreadable", [...problems.values()].join("; "));
  return [{ about, dimensions: [...problems.keys()] }];
}

function flawOf({ refusal, finishReason }: LmAnswer): AnalysisFailure | null {
  if (refusal !== null || finishReason === "content_filter") {
    return failure("refused", `the model refused to answer${refusal ? `: ${refusal}` : ""}`);
  }
  return finishReason === "length" ? failure("cut", "the answer reached the limit of tokens") : null;
}

const SHOWN_LENGTH = 300;

/** A failure whose message may come from a server or a model. */
function failure(kind: string, message: string): AnalysisFailure {
  const line = escapeControls(message.replace(/\s+/g, " ").trim());
  return { kind, message: line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH)}…` : line };
}
