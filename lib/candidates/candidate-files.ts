/** Candidates on disk: `candidates.csv` with their counts, `routings.jsonl` with who labels what. */
import { join } from "node:path";
import { createManifest, type JsonObject, writeCsv, writeManifest } from "../base/index.js";
import { writeJsonLines } from "../datasets/index.js";
import { type Bitset, membersOf } from "../math/index.js";
import { countTags, type TagMatrix } from "../tags/index.js";
import type { Candidate } from "./candidate.js";

export const CANDIDATES_FILE = "candidates.csv";
export const ROUTINGS_FILE = "routings.jsonl";

/** Columns of `candidates.csv` before the counts. */
export const CANDIDATE_COLUMNS = ["id", "budget", "human"] as const;

/** Candidates with their count vectors. */
export interface CandidateSet {
  readonly candidates: readonly Candidate[];
  /** For each candidate: human-labelled instances per tag, in vocabulary order. */
  readonly counts: readonly Int32Array[];
}

/**
 * Counts the tags of each candidate's human-labelled rows.
 * @param countsOf another way of counting, such as a counter that ranks lengths inside each mix; default
 * the tags of the matrix
 */
export function countCandidates(
  matrix: TagMatrix,
  candidates: readonly Candidate[],
  countsOf: (human: Bitset) => Int32Array = (human) => countTags(matrix, human),
): CandidateSet {
  return { candidates, counts: candidates.map(({ human }) => countsOf(human)) };
}

/**
 * Writes `candidates.csv` (id, budget, human as a count, one column a tag), `routings.jsonl`
 * (`{id, human: [ids]}`, and `left_out: [ids]` where a subsample was drawn) and a manifest.
 */
export async function writeCandidates(
  folder: string,
  matrix: TagMatrix,
  { candidates, counts }: CandidateSet,
  provenance: Omit<Parameters<typeof createManifest>[0], "settings"> & { readonly settings?: JsonObject },
): Promise<void> {
  const settings = { candidates: candidates.length, instances: matrix.ids.length, ...provenance.settings };
  const manifest = await createManifest({ ...provenance, settings });
  writeJsonLines(join(folder, ROUTINGS_FILE), routingRows(matrix.ids, candidates));
  writeCsv(
    join(folder, CANDIDATES_FILE),
    [...CANDIDATE_COLUMNS, ...matrix.tagNames],
    candidates.map(({ id, budgetCount, humanCount }, i) => ({
      id,
      budget: budgetCount,
      human: humanCount,
      ...Object.fromEntries(matrix.tagNames.map((name, tag) => [name, counts[i]![tag]!])),
    })),
  );
  writeManifest(join(folder, CANDIDATES_FILE), manifest);
}

/** One at a time: the ids of many mixes of many instances would fill the memory. */
function* routingRows(ids: readonly string[], candidates: readonly Candidate[]): Generator<JsonObject> {
  for (const candidate of candidates) yield routingRow(ids, candidate);
}

function routingRow(ids: readonly string[], { id, human, leftOut }: Candidate): JsonObject {
  const idsOf = (rows: Int32Array) => Array.from(rows, (row) => ids[row]!);
  const row = { id, human: idsOf(membersOf(human)) };
  return leftOut === undefined ? row : { ...row, left_out: idsOf(membersOf(leftOut)) };
}
