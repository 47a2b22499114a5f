/** The end of a run: the table for the terminal, and the manifest of everything made. */
import { existsSync, readdirSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { hashFile, packageVersion, writeFileAtomic, writeJsonAtomic } from "../base/index.js";
import type { MixSummary } from "./comparison.js";
import type { Corpus } from "./corpus.js";
import type { MixDifference } from "./differences.js";
import { differenceText, mixText, noiseText } from "./mix-text.js";
import type { Run } from "./run-folder.js";
import type { NoiseRow } from "./run-noise.js";

/** Where the table for the terminal is kept. */
export function summaryPath(run: Run): string {
  return join(run.folder, "summary.txt");
}

/**
 * Writes `summary.txt` and `manifest.json`: settings, hashes of inputs and of every table, model and SVG, versions.
 * Neither carries a clock time or a path of this machine: the same run gives the same bytes.
 * @returns the text of `summary.txt`
 */
export async function finishRun(
  run: Run,
  corpus: Corpus,
  summaries: readonly MixSummary[],
  differences: readonly MixDifference[],
  noise: readonly NoiseRow[],
): Promise<string> {
  const { pairs, dropped, split, benchmark } = corpus;
  const heading =
    `${corpus.label}: ${pairs.length} pairs (${dropped.eitherTies} ties dropped), ` +
    `scored on ${split.heldOut.length} of ${benchmark.length} benchmark items`;
  const parts = [heading, mixText(summaries), differenceText(differences), noiseText(noise)];
  const summary = `${parts.join("\n\n")}\n`;
  writeFileAtomic(summaryPath(run), summary);
  const { preferences, benchmark: benchmarkPath, workers: _, ...settings } = run.settings;
  writeJsonAtomic(join(run.folder, "manifest.json"), {
    schema: "hyper-run/1",
    simulated: corpus.isSimulated,
    settings: { ...settings, preferences: baseName(preferences), benchmark: baseName(benchmarkPath) },
    inputs: corpus.inputs,
    outputs: await hashOutputs(run),
    versions: { "hyper-workbench": packageVersion(), node: process.versions.node },
  });
  return summary;
}

function baseName(path: string | null): string | null {
  return path === null ? null : basename(path);
}

async function hashOutputs(run: Run): Promise<Record<string, string>> {
  const files = [run.tables, run.models, run.figures]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => /\.(csv|json|jsonl|svg)$/.test(path))
    .sort();
  const hashes = await Promise.all(
    files.map(async (path) => [relative(run.folder, path), await hashFile(path)] as const),
  );
  return Object.fromEntries(hashes.map(([path, hash]) => [path.split(sep).join("/"), hash]));
}
