/** The best simulated mixes on disk: a table that `hyper ppm predict` reads, and the routes of the best one. */
import { createManifest, type JsonObject, writeCsv, writeManifest } from "../../base/index.js";
import { writeJsonLines } from "../../datasets/index.js";
import { type Bitset, hasBit } from "../../math/index.js";
import type { TagMatrix } from "../../tags/index.js";
import type { Simulation } from "./simulate-mixes.js";

/** Columns of the table before the tags'. */
export const SIMULATION_COLUMNS = [
  "rank",
  "index",
  "human_count",
  "human_fraction",
  "predicted_score",
] as const;

export type SimulationProvenance = Omit<Parameters<typeof createManifest>[0], "settings"> & {
  readonly settings: JsonObject;
};

/**
 * Writes one row a mix, best first: rank (from 1), index (mix of the seed), human_count, human_fraction, predicted_score,
 * and human-labelled instances of each tag. The manifest has the spread of all scores and the best of the first so many.
 * @param countsOf counts of the mix of an index, in vocabulary order
 */
export async function writeSimulation(
  path: string,
  { ids, tagNames }: TagMatrix,
  { best, scores, bestOfFirst, recounted }: Simulation,
  countsOf: (index: number) => ArrayLike<number>,
  { settings, ...provenance }: SimulationProvenance,
): Promise<void> {
  const curve = bestOfFirst.map(({ count, mix }) => ({ count, index: mix.index, predicted: mix.score }));
  const manifest = await createManifest({
    ...provenance,
    settings: { ...settings, instances: ids.length, scores: { ...scores }, bestOfFirst: curve, recounted },
  });
  const rows = best.map(({ index, humanCount, score }, place) => {
    const counts = countsOf(index);
    return {
      rank: place + 1,
      index,
      human_count: humanCount,
      human_fraction: humanCount / ids.length,
      predicted_score: score,
      ...Object.fromEntries(tagNames.map((name, tag) => [name, counts[tag]!])),
    };
  });
  writeCsv(path, [...SIMULATION_COLUMNS, ...tagNames], rows);
  writeManifest(path, manifest);
}

/** Writes one line an instance, `{id, route, gain}`, as `hyper route` does, and a manifest. */
export async function writeMixRoutes(
  path: string,
  ids: readonly string[],
  human: Bitset,
  gains: Float64Array,
  provenance: SimulationProvenance,
): Promise<void> {
  const manifest = await createManifest(provenance);
  const routeOf = (row: number): string => (hasBit(human, row) ? "human" : "lm");
  writeJsonLines(
    path,
    ids.map((id, row) => ({ id, route: routeOf(row), gain: gains[row]! })),
  );
  writeManifest(path, manifest);
}
