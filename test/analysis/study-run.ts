/** A small simulated corpus in files, and studies of it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTrainer, parseSettings, type Run, runOf, type Study } from "../../lib/analysis/index.js";
import { generateSimPref, writeBenchmark, writePreferences } from "../../lib/datasets/index.js";

export interface SmallCorpus {
  readonly root: string;
  /** A run on it with two repeats and 24 candidates. */
  runIn(name: string, workers: number): Run;
  remove(): void;
}

export function smallCorpus(): SmallCorpus {
  const root = mkdtempSync(join(tmpdir(), "hyper-study-"));
  const corpus = generateSimPref({ seed: 5, pairCount: 130, benchmarkCount: 100 });
  const preferences = join(root, "preferences.jsonl");
  const benchmark = join(root, "benchmark.jsonl");
  writePreferences(preferences, corpus.preferences);
  writeBenchmark(benchmark, corpus.benchmark);
  const settings = {
    ...{ name: "small", preferences, benchmark },
    ...{ candidateCount: 22, fittedCount: 22, simulationCount: 20, repeatCount: 2 },
  };
  return {
    root,
    runIn: (name, workers) => runOf(parseSettings({ ...settings, workers }), join(root, name)),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The same study in another run, as tagged already: what tags depend on is tested elsewhere. */
export function studyIn(run: Run, { corpus, tagged }: Study): Study {
  return { run, corpus, tagged, trainer: createTrainer(run, corpus) };
}
