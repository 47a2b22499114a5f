/** The data of a run: pairs that can be trained on, and a benchmark that is split in two. */
import { createRng, hashFile, hashJson } from "../base/index.js";
import {
  type BenchmarkItem,
  generateSimPref,
  holdoutBenchmark,
  type LabelledPair,
  type Preference,
  parseHoldout,
  readBenchmark,
  readPreferences,
  type UsablePairs,
  usablePairs,
} from "../datasets/index.js";
import { type BenchmarkSplit, splitBenchmark } from "./benchmark-split.js";
import type { Settings } from "./settings.js";

export interface Corpus {
  /** What to call it; says so where it is simulated. */
  readonly label: string;
  readonly isSimulated: boolean;
  /** Every pair of the input that is not kept out for the benchmark. */
  readonly preferences: readonly Preference[];
  /** Those without a tie on either side: what is tagged, routed and trained on. */
  readonly pairs: readonly LabelledPair[];
  readonly dropped: UsablePairs["dropped"];
  readonly benchmark: readonly BenchmarkItem[];
  readonly split: BenchmarkSplit;
  /** Name → SHA-256 of what was read. */
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * Reads or generates the data.
 * @throws {BadInputError} listing what is wrong with the files
 */
export async function loadCorpus(settings: Settings): Promise<Corpus> {
  const source = settings.preferences === null ? simulated(settings) : await fromFiles(settings);
  const { pairs, dropped } = usablePairs(source.preferences);
  return { ...source, pairs, dropped, split: splitBenchmark(source.benchmark, settings.heldOutFraction) };
}

type Source = Pick<Corpus, "label" | "isSimulated" | "preferences" | "benchmark" | "inputs">;

function simulated(settings: Settings): Source {
  const corpus = generateSimPref({ seed: settings.seed });
  return {
    label: "SimPref (simulated)",
    isSimulated: true,
    preferences: corpus.preferences,
    benchmark: corpus.benchmark,
    inputs: { "SimPref (generated)": hashJson([corpus.preferences, corpus.benchmark]) },
  };
}

async function fromFiles(settings: Settings): Promise<Source> {
  const path = settings.preferences!;
  const { rows } = await readPreferences(path, { labels: "required" });
  const common = { label: settings.name, isSimulated: false };
  const inputs: Record<string, string> = { preferences: await hashFile(path) };
  const fraction = parseHoldout(settings.benchmark!);
  if (fraction !== null) {
    const { train, benchmark } = holdoutBenchmark(rows, fraction, createRng(settings.seed).fork("holdout"));
    return { ...common, preferences: train, benchmark, inputs };
  }
  const benchmark = (await readBenchmark(settings.benchmark!)).rows;
  inputs.benchmark = hashJson(benchmark);
  return { ...common, preferences: rows, benchmark, inputs };
}
