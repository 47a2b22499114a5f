/**
 * The LM analyzer: descriptive tags of instructions, asked of a language model through a client of lm/, which keeps
 * every answer that was paid for. Feeds the extraction. Touches no files.
 * Source: paper, Appendix F. Departure: the original asks a fine-tuned model with a request for each dimension; here any
 * model is asked, by default for all eight dimensions in one request.
 */
import { sha256 } from "../../base/index.js";
import { type LmClient, type LmEstimate, PortionedAsker } from "../../lm/index.js";
import type { DescriptiveFeatures } from "../analyzer/analyze-prompt.js";
import type { Analyzer } from "../analyzer/analyzer.js";
import { type AnalysisRequestOptions, analysisTemplateName, dimensionGroups } from "./analysis-template.js";
import { type AnalysisFailure, askAnalyses } from "./ask-analyses.js";
import { estimateAnalysis } from "./estimate-analysis.js";
import { shownTurns } from "./shown-turns.js";

export interface LmAnalyzerOptions extends AnalysisRequestOptions {
  readonly client: LmClient;
  /** A request for each dimension, as the original asks. Default false: one for all. */
  readonly perDimension?: boolean;
  /** How often a dimension is asked for until the answer can be read; default 2: one reminder. */
  readonly attempts?: number;
  /** Requests handed to the client at once, which bounds memory. Default 4096; a batch wants all. */
  readonly requestsAtOnce?: number;
  /** Told of each prompt that could not be described, a repeated one once a call. */
  readonly onFailure?: (prompt: string, failure: AnalysisFailure) => void;
  /** Told of each distinct prompt whose answers have come, reminders aside. */
  readonly onDone?: () => void;
}

/** What a run of the analyzer came to; plain JSON. */
export interface LmAnalyzerReport {
  /** Distinct prompts (as far as they are shown) that were asked about. */
  readonly prompts: number;
  readonly described: number;
  /** Kind of failure → prompts, the most frequent first, with the first message of each. */
  readonly failures: readonly {
    readonly kind: string;
    readonly count: number;
    readonly firstMessage: string;
  }[];
  /** Prompts that took more than the first requests. */
  readonly reminded: number;
  /** Prompts for which the model named more than three subjects; the first three count. */
  readonly subjectsCut: number;
  /** Why the rest was not asked; null where all was. */
  readonly stopped: string | null;
}

export interface LmAnalyzer extends Analyzer {
  /** What it would take to describe prompts. Sends nothing; reminders are not foreseen. */
  estimate(prompts: readonly string[], onProgress?: (prompts: number) => void): Promise<LmEstimate>;
  /** What was done so far; a copy at each reading. */
  readonly report: LmAnalyzerReport;
}

/** @throws {RangeError} for attempts below 1 */
export function createLmAnalyzer(options: LmAnalyzerOptions): LmAnalyzer {
  if (!((options.attempts ?? 2) >= 1))
    throw new RangeError(`attempts must be at least 1: ${options.attempts}`);
  return new AskingAnalyzer(options);
}

/** A distinct prompt: all that share what is shown of them. */
interface Shown {
  readonly key: string;
  readonly prompt: string;
  readonly turns: readonly string[];
}

class AskingAnalyzer implements LmAnalyzer {
  readonly id: string;
  readonly #options: LmAnalyzerOptions;
  readonly #asker: PortionedAsker;
  /** Grows with the distinct prompts, a kilobyte or less each, as the client's index of its cache does. */
  readonly #kept = new Map<string, DescriptiveFeatures>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #failed = new Map<string, AnalysisFailure>();
  #reminded = 0;
  #subjectsCut = 0;

  constructor(options: LmAnalyzerOptions) {
    const { client, model, perDimension = false, temperature = 0, requestsAtOnce } = options;
    this.id = lmAnalyzerId(model, perDimension, temperature);
    this.#options = options;
    this.#asker = new PortionedAsker(client, requestsAtOnce);
  }

  async analyze(prompts: readonly string[]): Promise<(DescriptiveFeatures | null)[]> {
    const shown = prompts.map(showPrompt);
    const distinct = [...new Map(shown.map((one) => [one.key, one])).values()];
    const open = distinct.filter(({ key }) => !this.#kept.has(key) && !this.#running.has(key));
    // Calls may overlap: what another one is asking is waited for.
    const others = distinct.flatMap(({ key }) => this.#running.get(key) ?? []);
    const described = this.#describe(open);
    for (const { key } of open) this.#running.set(key, described);
    try {
      await Promise.all([described, ...new Set(others)]);
    } finally {
      for (const { key } of open) this.#running.delete(key);
    }
    return shown.map(({ key }) => this.#kept.get(key) ?? null);
  }

  estimate(prompts: readonly string[], onProgress?: (prompts: number) => void): Promise<LmEstimate> {
    const { client, perDimension } = this.#options;
    const groups = groupsOf(perDimension);
    const shown = prompts.map(showPrompt);
    return estimateAnalysis(shown, client, { ...this.#options, groups, onProgress });
  }

  get report(): LmAnalyzerReport {
    const kinds = new Map<string, { kind: string; count: number; firstMessage: string }>();
    for (const { kind, message } of this.#failed.values()) {
      const known = kinds.get(kind) ?? { kind, count: 0, firstMessage: message };
      kinds.set(kind, { ...known, count: known.count + 1 });
    }
    return {
      prompts: this.#kept.size + this.#failed.size,
      described: this.#kept.size,
      failures: [...kinds.values()].sort((a, b) => b.count - a.count),
      ...{ reminded: this.#reminded, subjectsCut: this.#subjectsCut, stopped: this.#asker.stopped },
    };
  }

  async #describe(open: readonly Shown[]): Promise<void> {
    const { attempts = 2, perDimension, onFailure } = this.#options;
    const turns = open.map((one) => one.turns);
    const groups = groupsOf(perDimension);
    const described = await askAnalyses(turns, this.#asker, { ...this.#options, groups, attempts });
    for (const [i, { features, failure, reminded, subjectsCut }] of described.entries()) {
      const { key, prompt } = open[i]!;
      this.#reminded += Number(reminded);
      this.#subjectsCut += Number(subjectsCut);
      if (features === null) {
        this.#failed.set(key, failure!);
        onFailure?.(prompt, failure!);
      } else {
        this.#failed.delete(key);
        this.#kept.set(key, features);
      }
    }
  }
}

/** The id of the analyzer that asks a model in this way: `lm/MODEL/together-0123abcd`. No address and no key. */
export function lmAnalyzerId(model: string, perDimension = false, temperature: number | null = 0): string {
  // Spaces and bars part the fields of the mark that the id is a part of.
  const name = model.replace(/[\s|\p{C}]+/gu, "_");
  return `lm/${name}/${analysisTemplateName(perDimension ? "separate" : "together", temperature)}`;
}

function groupsOf(perDimension = false) {
  return dimensionGroups(perDimension ? "separate" : "together");
}

function showPrompt(prompt: string): Shown {
  const turns = shownTurns(prompt);
  return { key: sha256(JSON.stringify(turns)), prompt, turns };
}
