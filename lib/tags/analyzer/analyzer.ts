/**
 * Analyzers: whatever gives the descriptive tags of instructions. One interface for rules, encoders and LMs.
 * Source: paper, Appendix F (Table 12); the original's analyzer is a fine-tuned Llama 3 (Appendix F.1).
 */
import { ANALYZER_ID, analyzePrompt, type DescriptiveFeatures } from "./analyze-prompt.js";

export interface Analyzer {
  /** Name and version: it goes into every features file, so it changes whenever a result can. */
  readonly id: string;
  /**
   * Describes instructions.
   * @returns one result a prompt, in order; null where it could not be had, which a later run asks again
   */
  analyze(prompts: readonly string[]): Promise<readonly (DescriptiveFeatures | null)[]>;
}

/** The analyzer that needs no network: `analyzePrompt` behind the interface. */
export function createEmbeddedAnalyzer(): Analyzer {
  return { id: ANALYZER_ID, analyze: (prompts) => Promise.resolve(prompts.map(analyzePrompt)) };
}
