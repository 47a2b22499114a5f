/** Routes on disk, with the predicted scores in the manifest beside them. */
import { createManifest, type JsonObject, writeManifest } from "../base/index.js";
import { writeJsonLines } from "../datasets/index.js";
import { budgetToJson } from "./budget/budget.js";
import type { Routing } from "./route-dataset.js";

/** Writes one line an instance, `{id, route, gain}`, in the order of the data set, and a manifest. */
export async function writeRouting(
  path: string,
  routing: Routing,
  provenance: Omit<Parameters<typeof createManifest>[0], "settings"> & { readonly settings?: JsonObject },
): Promise<void> {
  const { strategy, budget, simulations, pessimism, constraints, rows, humanCount, predicted, notes } =
    routing;
  const settings = {
    strategy,
    budget: budgetToJson(budget),
    simulations,
    pessimism,
    constraints: constraints.map((constraint) => ({ ...constraint })),
    humanCount,
    predicted: { ...predicted },
    notes: [...notes],
    ...provenance.settings,
  };
  const manifest = await createManifest({ ...provenance, settings });
  writeJsonLines(
    path,
    rows.map(({ id, route, gain }) => ({ id, route, gain })),
  );
  writeManifest(path, manifest);
}
