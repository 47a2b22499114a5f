/** A preference pair: one prompt, two completions, and what people and an LM say of them. */
import type { Json } from "../base/index.js";
import type { Label } from "./labels.js";

/** One validated preference pair. Readers build it; everything after trusts it. */
export interface Preference {
  readonly id: string;
  readonly prompt: string;
  readonly completionA: string;
  readonly completionB: string;
  /** Model names; empty where unknown. */
  readonly modelA: string;
  readonly modelB: string;
  /** Where the prompt comes from; empty where unknown. */
  readonly source: string;
  /** Single annotators' votes, in file order; empty where only an aggregate is known. */
  readonly humanVotes: readonly Label[];
  /** The aggregated human label; null where nobody has labelled the pair. */
  readonly human: Label | null;
  /** The LM's label; null where it has not been asked. */
  readonly lm: Label | null;
  /** Fields of the input that no reader knows, carried along unchanged (features among them). */
  readonly extra: Readonly<Record<string, Json>>;
}
