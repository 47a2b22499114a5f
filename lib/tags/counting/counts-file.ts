/** Count vectors on disk: feature string → count, as the original writes them. */
import { createManifest, writeJsonAtomic, writeManifest } from "../../base/index.js";
import { TAG_NAMES } from "../tag.js";

/** Writes all 90 feature strings in vocabulary order with their counts, zeros included, and a manifest. */
export async function writeCounts(
  path: string,
  counts: Int32Array,
  provenance: Parameters<typeof createManifest>[0],
): Promise<void> {
  const manifest = await createManifest(provenance);
  writeJsonAtomic(path, Object.fromEntries(TAG_NAMES.map((name, tag) => [name, counts[tag]!])));
  writeManifest(path, manifest);
}
