/** The data of a run: pairs that can be trained on, and a benchmark that is split in two. */
import { BadInputError, hashFile, hashJson } from "../base/index.js";
import {
  type BenchmarkItem,
  generateSimPref,
  isSimPref,
  type LabelledPair,
  type Preference,
  readPreferences,
  type SkippedLines,
  type UsablePairs,
  usablePairs,
} from "../datasets/index.js";
import { benchmarkOf } from "./benchmark-of.js";
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
  /** What `skipBad` left out of the file of pairs; null where nothing was. */
  readonly skipped: SkippedLines | null;
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
  if (pairs.length < 2) {
    const rule = "the job needs at least 2 pairs that neither side calls a tie";
    const value = `${source.preferences.length} pairs, ${dropped.eitherTies} with ties`;
    throw new BadInputError([{ place: settings.preferences ?? source.label, value, rule }]);
  }
  return { ...source, pairs, dropped, split: splitBenchmark(source.benchmark, settings.heldOutFraction) };
}

type Source = Pick<Corpus, "label" | "isSimulated" | "preferences" | "benchmark" | "skipped" | "inputs">;

function simulated(settings: Settings): Source {
  const corpus = generateSimPref({ seed: settings.seed });
  return {
    label: "SimPref (simulated)",
    isSimulated: true,
    preferences: corpus.preferences,
    benchmark: corpus.benchmark,
    skipped: null,
    inputs: { "SimPref (generated)": hashJson([corpus.preferences, corpus.benchmark]) },
  };
}

async function fromFiles(settings: Settings): Promise<Source> {
  const path = settings.preferences!;
  const { rows, ...lines } = await readPreferences(path, { labels: "required", skipBad: settings.skipBad });
  const isSimulated = rows.some(isSimPref);
  const common = { label: isSimulated ? `${settings.name} (simulated)` : settings.name, isSimulated };
  const inputs: Record<string, string> = { preferences: await hashFile(path) };
  const { train, benchmark, isHoldout } = await benchmarkOf(rows, settings.benchmark!, settings.seed);
  // A holdout is made of the pairs, whose hash is there already.
  if (!isHoldout) inputs.benchmark = hashJson(benchmark);
  return { ...common, preferences: train, benchmark, skipped: lines.skipped > 0 ? lines : null, inputs };
}
