/** `results.csv`: candidates with their counts and scores, the table that PPMs are fitted to. */
import {
  createManifest,
  type JsonObject,
  readManifestSettings,
  writeCsv,
  writeManifest,
} from "../base/index.js";
import { CANDIDATE_COLUMNS, CANDIDATES_FILE, type CandidateSet } from "../candidates/index.js";
import type { MixTable } from "../reward/index.js";
import { TAG_NAMES } from "../tags/index.js";

/**
 * Writes `results.csv`: id, budget, human, 90 counts, then scores as fractions in [0, 1], and a manifest that
 * records the training size, the number of instances, the bins and whose definitions hold, for `hyper ppm fit`.
 */
export async function writeResults(
  path: string,
  { candidates, counts }: CandidateSet,
  table: MixTable,
  provenance: {
    readonly folder: string;
    readonly seed: number;
    readonly settings: JsonObject;
    readonly inputs: readonly string[];
  },
): Promise<void> {
  const drawn = `${provenance.folder}/${CANDIDATES_FILE}`;
  const { bins = null, instances = null, compat = null, taggedWith = null } = readManifestSettings(drawn);
  const manifest = await createManifest({
    command: "hyper train",
    seed: provenance.seed,
    settings: { ...provenance.settings, instances, bins, compat, taggedWith },
    inputs: [drawn, ...provenance.inputs],
  });
  writeCsv(
    path,
    [...CANDIDATE_COLUMNS, ...TAG_NAMES, ...table.columns],
    candidates.map(({ id, budgetCount, humanCount }, i) => ({
      id,
      budget: budgetCount,
      human: humanCount,
      ...Object.fromEntries(TAG_NAMES.map((name, tag) => [name, counts[i]![tag]!])),
      ...table.rows[i],
    })),
  );
  writeManifest(path, manifest);
}
