/** What the extraction from file to file is told, and what it tells. */
import type { Progress } from "../../base/index.js";
import type { SkippedLines } from "../../datasets/index.js";
import type { CreateEncoderOptions } from "../../text/index.js";
import type { Shard } from "./blocks.js";
import type { ExtractionMethods } from "./extractor.js";

export interface ExtractFileOptions extends ExtractionMethods {
  /** Worker threads; default one a core. The result does not depend on it. */
  readonly workers?: number;
  /** Only this part of the rows; parts are put together by `mergeShards`. */
  readonly shard?: Shard;
  /** Compute the features that rows have anew; default: keep them, and compute what is missing. */
  readonly recompute?: boolean;
  /** Drop bad lines instead of throwing. */
  readonly skipBad?: boolean;
  /** Where computed features are kept for later runs; default nowhere. */
  readonly cacheFolder?: string;
  /** Write rows for whose prompt an analyzer of your own has no result, without descriptive columns. */
  readonly allowUntagged?: boolean;
  /** Prompts that an analyzer of your own gets at once; default 500. */
  readonly promptsAtOnce?: number;
  readonly encoderOptions?: CreateEncoderOptions;
  /** Called when the input has been checked, before anything is written or asked. */
  readonly onChecked?: (found: CheckedInput) => void;
  /** Called once for each stage of the work; `done` is called on what it returns, whatever happens. */
  readonly progress?: (stage: "prompts" | "pairs", total: number) => Progress;
}

/** What the check of an input has found. */
export interface CheckedInput {
  /** Good rows in the whole input. */
  readonly rowCount: number;
  readonly skipped: SkippedLines;
}

/** What was done. All but `rowCount` and `untaggedCount` is of this run alone. */
export interface ExtractionReport {
  /** Rows of the result. */
  readonly rowCount: number;
  /** Rows that an earlier, unfinished run had done. */
  readonly resumedCount: number;
  /** Rows of which everything was there or in the cache. */
  readonly knownCount: number;
  /** Rows of which something was computed. */
  readonly computedCount: number;
  /** Rows of the result without all descriptive columns. */
  readonly untaggedCount: number;
  /** Whether an earlier, unfinished result of other input or settings was thrown away. */
  readonly discarded: boolean;
  /** Prompts for which the analyzer had no result; without `allowUntagged` there is no result then. */
  readonly failedPromptCount: number;
  readonly isComplete: boolean;
}

/** What a run would do. */
export interface ExtractionPlan extends CheckedInput {
  /** Rows of the input, or of the shard. */
  readonly plannedCount: number;
  /** Of these: rows of which everything is there or in the cache. */
  readonly knownCount: number;
  /** The prompts that an analyzer of your own would get; none for the embedded one. */
  readonly prompts: readonly string[];
}
