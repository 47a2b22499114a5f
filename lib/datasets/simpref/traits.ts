/** What a reader can see in a response, and what a response and a pair are while they are being made. */

/** Training or benchmark: the two use other prompts and other templates. */
export type Split = "train" | "benchmark";

/** Visible traits of one response. Quality and every annotator's judgement are functions of these. */
export interface Traits {
  /** 0 wrong … 1 right; a fact, a sum or a line of code. */
  readonly correctness: number;
  /** Share of what was asked for that is there, in [0, 1]. */
  readonly completeness: number;
  /** Whether it follows the instruction: the format asked for, the topic; in [0, 1]. */
  readonly instruction: number;
  /** -1 rude … 0 neutral … 1 warm. */
  readonly tone: number;
  /** Number of sentences that say nothing. */
  readonly padding: number;
  /** -1 hedged … 0 … 1 overconfident. */
  readonly confidence: number;
  /** 1 declines, 0 complies. */
  readonly refusal: number;
}

export const NEUTRAL_TRAITS: Traits = {
  correctness: 1,
  completeness: 1,
  instruction: 1,
  tone: 0,
  padding: 0,
  confidence: 0,
  refusal: 0,
};

/** The substance of a response, before a model's manner is put around it. */
export interface Core {
  readonly text: string;
  readonly traits: Traits;
  /** False where words around it would break the format or blunt a refusal. */
  readonly dressable: boolean;
}

/** A finished response. */
export interface Draft {
  readonly text: string;
  readonly traits: Traits;
}

/** What kind of error a pair can hold; annotators are good at some and bad at others. */
export type Kind =
  | "fact"
  | "arithmetic"
  | "code"
  | "format"
  | "advice"
  | "creative"
  | "unsafe"
  | "alarming"
  | "language";

/** What two answers to a question of fact differ in besides length and manner. */
export type FactContrast = "correctness" | "false-detail" | "completeness";
/** A question, a question about a passage that is given, or several requests in one. */
export type FactForm = "question" | "passage" | "several";

export type ExpertiseLevel = "general public" | "basic domain knowledge" | "expert domain knowledge";
export type SafetyLevel = "safe" | "low" | "moderate" | "high";

/** What is declared of a prompt: truth for checks, never an input of tags or training. */
export interface PromptTruth {
  readonly kind: Kind;
  /** Names the template: no template serves both splits. */
  readonly template: string;
  readonly subject: string;
  readonly expertise_level: ExpertiseLevel;
  readonly open_endedness: "no" | "low" | "moderate" | "high";
  readonly safety_concern: SafetyLevel;
  readonly complexity_of_intents: "simple" | "moderate" | "complex";
  readonly in_context_material: boolean;
  readonly format_constraints: boolean;
  readonly language: string;
}

/** A prompt with two responses in the making, in no order. */
export interface Task {
  readonly prompt: string;
  readonly truth: PromptTruth;
  readonly cores: readonly [Core, Core];
}

/** Truth of a plain prompt; makers override what differs. */
export function plainTruth(
  kind: Kind,
  template: string,
  subject: string,
  rest: Partial<PromptTruth> = {},
): PromptTruth {
  return {
    kind,
    template,
    subject,
    expertise_level: "general public",
    open_endedness: "low",
    safety_concern: "safe",
    complexity_of_intents: "simple",
    in_context_material: false,
    format_constraints: false,
    language: "English",
    ...rest,
  };
}
