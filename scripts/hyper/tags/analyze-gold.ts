/** The analyzer that a verb was asked to score, run over prompts. */
import {
  createEncoder,
  createLmAnalyzer,
  createLmClient,
  type DescriptiveTags,
  embeddedAnalyzerFor,
  escapeControls,
  type LmAnalyzer,
  withProgress,
} from "../../../lib/index.js";
import {
  cacheBeside,
  estimateText,
  type LmCommandOptions,
  lmOptions,
  noAnswerAdvice,
  usageText,
} from "../lm-options.js";
import type { LmAnalyzerOptionValues } from "./analyzer-options.js";

export interface AnalyzerOptions extends LmAnalyzerOptionValues {
  analyzer: "embedded" | "lm";
  encoder: "hashed" | "use-lite";
  out?: string;
}

export interface AnalyzedGold {
  /** One a prompt; null where there was no answer. */
  readonly tags: readonly (DescriptiveTags | null)[];
  /** The analyzer's id. */
  readonly analyzer: string;
}

/**
 * @returns null after a dry run, which prints what it would take, and where the LM gave no answer at all (exit code 1)
 * @throws {BadInputError} where the LM's options are bad
 */
export async function analyzeGold(
  prompts: readonly string[],
  options: AnalyzerOptions & LmCommandOptions,
): Promise<AnalyzedGold | null> {
  if (options.analyzer === "lm") return askLm(prompts, options);
  const analyzer = embeddedAnalyzerFor(await createEncoder({ kind: options.encoder }));
  return { tags: await analyzer.analyze(prompts), analyzer: analyzer.id };
}

async function askLm(
  prompts: readonly string[],
  options: AnalyzerOptions & LmCommandOptions,
): Promise<AnalyzedGold | null> {
  const lm = lmOptions(options, cacheBeside(options.out ?? "tags"));
  const client = createLmClient(lm);
  const distinct = new Set(prompts).size;
  try {
    const analyze = (onDone: () => void): LmAnalyzer =>
      createLmAnalyzer({
        ...{ client, model: options.model!, perDimension: options.perDimension, onDone },
        ...{ temperature: options.temperature, maxTokens: options.maxTokens, attempts: options.attempts },
        // A batch takes hours, so there should be few; else memory is what counts.
        requestsAtOnce: options.batch ? Number.POSITIVE_INFINITY : undefined,
      });
    if (options.dryRun) {
      process.stdout.write(estimateText(await analyze(() => {}).estimate(prompts)));
      return null;
    }
    const { tags, analyzer } = await withProgress("prompts", distinct, async (progress) => {
      const own = analyze(() => progress.advance());
      return { tags: await own.analyze(prompts), analyzer: own };
    });
    process.stderr.write(usageText(client.usage));
    reportFailures(analyzer, options.maxCost);
    if (analyzer.report.described > 0) return { tags, analyzer: analyzer.id };
    process.exitCode = 1;
    return null;
  } finally {
    await client.close();
  }
}

/** Says how many prompts have no tags, why, and what to do. */
function reportFailures({ report }: LmAnalyzer, maxCost: number | undefined): void {
  const { prompts, described, failures } = report;
  if (failures.length === 0) return;
  const why = failures
    .map(({ kind, count, firstMessage }) => `${count} ${kind} (${firstMessage})`)
    .join("; ");
  const wrong = described === 0 ? "nothing to score" : "they count as wrong";
  const advice = noAnswerAdvice(new Set(failures.map(({ kind }) => kind)), maxCost);
  const first = `${prompts - described} of ${prompts} prompts without tags, ${wrong}: ${why}`;
  process.stderr.write(`${[first, ...advice].map(escapeControls).join("\n")}\n`);
}
