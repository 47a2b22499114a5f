/** Routes on disk, with the predicted scores in the manifest beside them. */
import { createManifest, type JsonObject, writeManifest } from "../base/index.js";
import { writeJsonLines } from "../datasets/index.js";
import type { Routing } from "./route-dataset.js";

/** Writes one line an instance, `{id, route, gain}`, in the order of the data set, and a manifest. */
export async function writeRouting(
  path: string,
  routing: Routing,
  provenance: Omit<Parameters<typeof createManifest>[0], "settings"> & { readonly settings?: JsonObject },
): Promise<void> {
  const { strategy, budget, simulations, rows, humanCount, predicted } = routing;
  const settings = { strategy, budget, simulations, humanCount, predicted, ...provenance.settings };
  const manifest = await createManifest({ ...provenance, settings });
  writeJsonLines(
    path,
    rows.map(({ id, route, gain }) => ({ id, route, gain })),
  );
  writeManifest(path, manifest);
}
