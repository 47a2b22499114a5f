/** `--analyzer lm`: the LM's client and analyzer, and what is said of them. */
import {
  createLmAnalyzer,
  createLmClient,
  escapeControls,
  type LmAnalyzer,
  type LmClient,
  type Progress,
} from "../../../lib/index.js";
import { cacheBeside, estimateText, lmOptions, noAnswerAdvice, usageText } from "../lm-options.js";
import type { TagsOptions } from "./tags-options.js";

/** An analyzer that asks an LM. */
export interface AskedAnalyzer {
  readonly analyzer: LmAnalyzer;
  /** Shows each prompt as it is answered, where the extraction would show slices of many. */
  follow(progress: Progress): Progress;
  /** What a dry run prints. */
  estimateText(prompts: readonly string[]): Promise<string>;
  /** What was sent, and why prompts have no answer. */
  outcomeText(): string;
}

/** Does some work with the analyzer that the options describe; the client is closed afterwards. */
export async function withLmAnalyzer(
  options: TagsOptions,
  work: (asked: AskedAnalyzer) => Promise<void>,
): Promise<void> {
  const client = createLmClient(lmOptions(options, cacheBeside(options.out)));
  try {
    await work(askedAnalyzer(options, client));
  } finally {
    await client.close();
  }
}

function askedAnalyzer(options: TagsOptions, client: LmClient): AskedAnalyzer {
  const { model, perDimension, temperature, maxTokens, attempts } = options;
  let shown: Progress | null = null;
  const analyzer = createLmAnalyzer({
    ...{ client, model: model!, perDimension, temperature, maxTokens, attempts },
    requestsAtOnce: options.batch ? Number.POSITIVE_INFINITY : undefined,
    onDone: () => shown?.advance(),
  });
  return {
    analyzer,
    follow(progress) {
      shown = progress;
      return { advance() {}, done: () => progress.done() };
    },
    estimateText: async (prompts) => estimateText(await analyzer.estimate(prompts)),
    outcomeText: () => usageText(client.usage) + failuresText(analyzer, options),
  };
}

/** Failures that an answer was paid for: the same command would find it in the cache again. */
const ANSWERED = ["refused", "cut", "unreadable"];

function failuresText({ report }: LmAnalyzer, { maxCost }: TagsOptions): string {
  const { failures, stopped, subjectsCut } = report;
  const kinds = new Set(failures.map(({ kind }) => kind));
  const lines = [
    ...failures.map(({ kind, count, firstMessage }) => `${count} prompts ${kind}: ${firstMessage}`),
    ...(stopped === null ? [] : [`Stopped: ${stopped}`]),
    ...([...kinds].some((kind) => !ANSWERED.includes(kind)) ? noAnswerAdvice(kinds, maxCost) : []),
    ...(kinds.has("cut") ? ["Allow longer answers with --max-tokens."] : []),
    ...([...kinds].some((kind) => ANSWERED.includes(kind))
      ? ["Ask again about unusable answers with more --attempts."]
      : []),
    ...(subjectsCut > 0
      ? [`${subjectsCut} prompts were given more than three subjects; the first three count`]
      : []),
  ];
  return lines.map((line) => `${escapeControls(line)}\n`).join("");
}
