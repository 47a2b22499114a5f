/** Whether a run gave the same as the committed reference run. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { hashJson } from "../base/index.js";
import { packageFolder, type Run } from "./run-folder.js";

const manifestSchema = z.object({
  settings: z.record(z.string(), z.json()),
  inputs: z.record(z.string(), z.string()),
  outputs: z.record(z.string(), z.string()),
});

/** `results/reference`: the default settings, kept in git. */
export function referenceFolder(): string {
  return join(packageFolder(), "results", "reference");
}

/**
 * Names the tables, models and SVGs of a finished run that differ from the reference's.
 * @returns null where the run has other settings or inputs, or there is no reference to compare with
 */
export function differsFromReference(run: Run): string[] | null {
  const ours = readManifest(run.folder);
  const reference = readManifest(referenceFolder());
  if (ours === null || reference === null) return null;
  if (hashJson([ours.settings, ours.inputs]) !== hashJson([reference.settings, reference.inputs]))
    return null;
  const names = new Set([...Object.keys(ours.outputs), ...Object.keys(reference.outputs)]);
  return [...names].filter((name) => ours.outputs[name] !== reference.outputs[name]).sort();
}

function readManifest(folder: string): z.infer<typeof manifestSchema> | null {
  const path = join(folder, "manifest.json");
  return existsSync(path) ? manifestSchema.parse(JSON.parse(readFileSync(path, "utf8"))) : null;
}
