/**
 * Analyzers: whatever gives the descriptive tags of instructions. One interface for rules, encoders and LMs.
 * Source: paper, Appendix F (Table 12); the original's analyzer is a fine-tuned Llama 3 (Appendix F.1).
 */
import type { Encoder } from "../../text/index.js";
import {
  ANALYZER_ID,
  ANALYZER_MAX_LENGTH,
  analyzePrompt,
  type DescriptiveFeatures,
  describe,
} from "./analyze-prompt.js";
import { createPrototypeScorer, PROTOTYPES_ID } from "./prototypes.js";

export interface Analyzer {
  /** Name and version: it goes into every features file, so it changes whenever a result can. */
  readonly id: string;
  /**
   * Describes instructions.
   * @returns one result a prompt, in order; null where it could not be had, which a later run asks again
   */
  analyze(prompts: readonly string[]): Promise<readonly (DescriptiveFeatures | null)[]>;
}

export interface EmbeddedAnalyzerOptions {
  /**
   * Compares prompts with prototypes of the subjects too. Left out: rules alone, which take no model and less time.
   * Worth it with a neural encoder; the hashed one adds next to nothing to the word lists.
   */
  readonly encoder?: Encoder;
}

/** Prompts encoded at once. */
const BATCH = 64;
/** Results kept, so that a prompt of several pairs is encoded once. */
const MAX_KEPT = 20_000;

/** The analyzer that needs no network. The result of one prompt does not depend on the others. */
export function createEmbeddedAnalyzer({ encoder }: EmbeddedAnalyzerOptions = {}): Analyzer {
  if (encoder !== undefined) return createPrototypeAnalyzer(encoder);
  return {
    id: ANALYZER_ID,
    analyze: (prompts) => Promise.resolve(prompts.map((prompt) => analyzePrompt(prompt))),
  };
}

/** Encoders that know meaning; to the hashed one prototypes add next to nothing, and of others nothing is known. */
const NEURAL = /^(?:use-lite|transformers)\//;

/** The embedded analyzer that goes with an encoder: prototypes too where it is a neural one of ours, else rules alone. */
export function embeddedAnalyzerFor(encoder: Encoder): Analyzer {
  return createEmbeddedAnalyzer(NEURAL.test(encoder.id) ? { encoder } : {});
}

function createPrototypeAnalyzer(encoder: Encoder): Analyzer {
  const score = createPrototypeScorer(encoder);
  const kept = new Map<string, DescriptiveFeatures>();
  return {
    id: `${ANALYZER_ID} + ${PROTOTYPES_ID} of ${encoder.id}`,
    async analyze(prompts) {
      const texts = prompts.map((prompt) => prompt.slice(0, ANALYZER_MAX_LENGTH));
      const results = new Map<string, DescriptiveFeatures>();
      for (const text of texts) if (kept.has(text)) results.set(text, kept.get(text)!);
      const missing = [...new Set(texts)].filter((text) => !results.has(text));
      for (let start = 0; start < missing.length; start += BATCH) {
        const batch = missing.slice(start, start + BATCH);
        const points = await score(batch);
        for (const [i, text] of batch.entries()) results.set(text, describe(text, points[i]!));
      }
      if (kept.size + missing.length > MAX_KEPT) kept.clear();
      for (const text of missing) kept.set(text, results.get(text)!);
      return texts.map((text) => results.get(text)!);
    },
  };
}
