/** The steps of the main job on a small simulated corpus, in a folder of their own. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Corpus,
  chosenFamily,
  compareFamilies,
  compareMixes,
  compareWithRivals,
  createTrainer,
  expectedTagGains,
  finishRun,
  fitRunPpm,
  loadCorpus,
  type MixSummary,
  measureNoise,
  mixRows,
  parseSettings,
  type Run,
  routeRun,
  runOf,
  type ScoredCandidate,
  sampleRunCandidates,
  saveTable,
  scoreCandidates,
  tagCorpus,
} from "../../lib/analysis/index.js";
import { generateSimPref, writeBenchmark, writePreferences } from "../../lib/datasets/index.js";

const root = mkdtempSync(join(tmpdir(), "hyper-job-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Outcome {
  readonly corpus: Corpus;
  readonly scored: readonly ScoredCandidate[];
  readonly summaries: readonly MixSummary[];
}

function runIn(name: string, workers: number): Run {
  const preferences = join(root, "preferences.jsonl");
  const settings = parseSettings({
    ...{ name: "small", preferences, benchmark: join(root, "benchmark.jsonl"), workers },
    ...{
      candidateCount: 24,
      fittedCount: 20,
      foldCount: 4,
      simulationCount: 40,
      repeatCount: 2,
      noiseRepeatCount: 2,
    },
    budgetFractions: [0.5],
  });
  return runOf(settings, join(root, name));
}

async function runAll(run: Run): Promise<Outcome> {
  const corpus = await loadCorpus(run.settings);
  const tagged = await tagCorpus(run, corpus);
  const trainer = createTrainer(run, corpus);
  const scored = await scoreCandidates(run, corpus, tagged, trainer, sampleRunCandidates(run, tagged));
  const noise = await measureNoise(run, corpus, tagged, trainer, scored);
  const validation = chosenFamily(run, compareFamilies(run, tagged, corpus, scored));
  const ppm = fitRunPpm(run, corpus, tagged, scored, validation);
  saveTable(run, "tag-gains", expectedTagGains(run, tagged, ppm));
  const summaries = await compareMixes(run, corpus, tagged, trainer, await routeRun(run, tagged, ppm));
  saveTable(run, "mixes", mixRows(summaries));
  await finishRun(run, corpus, summaries, compareWithRivals(run, corpus, summaries), noise);
  return { corpus, scored, summaries };
}

const files = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));

describe("the main job", () => {
  const first = runIn("first", 1);
  let outcome: Outcome;
  beforeAll(async () => {
    const corpus = generateSimPref({ seed: 5, pairCount: 300, benchmarkCount: 200 });
    writePreferences(join(root, "preferences.jsonl"), corpus.preferences);
    writeBenchmark(join(root, "benchmark.jsonl"), corpus.benchmark);
    outcome = await runAll(first);
  }, 120_000);

  test("another run with the same seed gives the same bytes, on another number of workers", async () => {
    const second = runIn("second", 2);
    await runAll(second);
    expect(files(second.tables)).toEqual(files(first.tables));
    expect(files(second.models)).toEqual(files(first.models));
    expect(readFileSync(join(second.folder, "manifest.json"), "utf8")).toBe(
      readFileSync(join(first.folder, "manifest.json"), "utf8"),
    );
  }, 120_000);

  test("the manifest names no path of this machine and no clock time", () => {
    const manifest = readFileSync(join(first.folder, "manifest.json"), "utf8");
    expect(manifest).not.toContain(root);
    expect(manifest).not.toMatch(/20\d\d-\d\d-\d\dT/);
    expect(JSON.parse(manifest)).toMatchObject({ settings: { preferences: "preferences.jsonl" } });
  });

  test("pairs of SimPref are called simulated when they come from a file, too", () => {
    expect(outcome.corpus.label).toBe("small (simulated)");
    const manifest = JSON.parse(readFileSync(join(first.folder, "manifest.json"), "utf8")) as object;
    expect(manifest).toMatchObject({ simulated: true });
  });

  test("all-human and all-LM are among the candidates, and counts follow the budget", () => {
    const english = outcome.scored[0]!.counts;
    expect(outcome.scored[0]!.candidate.id).toBe("all-human");
    expect(outcome.scored[1]!.counts.every((count) => count === 0)).toBe(true);
    for (const { counts } of outcome.scored) {
      expect(counts.every((count, tag) => count <= english[tag]!)).toBe(true);
    }
  });

  test("candidates are scored on the selection part alone, mixes on the held-out part alone", () => {
    const { corpus, summaries, scored } = outcome;
    const overlap = corpus.split.selection.filter((i) => corpus.split.heldOut.includes(i));
    expect(overlap).toHaveLength(0);
    for (const { right } of summaries) expect(right[0]).toHaveLength(corpus.split.heldOut.length);
    expect(Object.keys(scored[0]!.scores).slice(0, 5)).toEqual([
      "Overall",
      "Chat",
      "Chat Hard",
      "Safety",
      "Reasoning",
    ]);
  });

  test("random and routed mixes spend exactly the same budget; means lie inside their intervals", () => {
    const byKind = (kind: string): MixSummary => outcome.summaries.find((summary) => summary.kind === kind)!;
    expect(byKind("routed").humanFraction).toBe(byKind("random").humanFraction);
    for (const { columns, intervals } of outcome.summaries) {
      expect(columns.Overall!.mean).toBeGreaterThanOrEqual(intervals.Overall!.low - 1e-9);
      expect(columns.Overall!.mean).toBeLessThanOrEqual(intervals.Overall!.high + 1e-9);
    }
  });

  test("paired differences are the differences of the means", () => {
    const { corpus, summaries } = outcome;
    const overall = (name: string): number =>
      summaries.find((summary) => summary.name === name)!.columns.Overall!.mean;
    const differences = compareWithRivals(first, corpus, summaries).filter(
      ({ column }) => column === "Overall",
    );
    expect(differences.length).toBeGreaterThanOrEqual(5);
    for (const each of differences) {
      expect(each.difference).toBeCloseTo(overall(each.first) - overall(each.second), 9);
      expect(each.detectable).toBeCloseTo(2.8 * each.standardError, 9);
    }
  });
});
