/** Tables of a study on disk. */
import { createManifest, type JsonObject, writeCsv, writeManifest } from "../../base/index.js";

/** What a table was made from and by. */
export interface StudyProvenance {
  readonly command: string;
  readonly seed: number;
  readonly settings: JsonObject;
  /** Files that were read; none for SimPref, which is generated from the seed. */
  readonly inputs: readonly string[];
}

/** Writes rows as CSV, columns as in the first row, what is not known as an empty cell, with a manifest beside it. */
export async function writeStudyTable(
  path: string,
  rows: readonly Readonly<Record<string, string | number>>[],
  provenance: StudyProvenance,
): Promise<void> {
  const manifest = await createManifest(provenance);
  const cells = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Number.isNaN(value) ? "" : value])),
  );
  writeCsv(path, Object.keys(rows[0] ?? {}), cells);
  writeManifest(path, manifest);
}
