/** The manifest beside each result: what it was made from, with which settings, seed and versions. */
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { BadInputError } from "./errors.js";
import { writeJsonAtomic } from "./files.js";
import { hashInput } from "./hash.js";
import { isJsonObject, type JsonObject } from "./json.js";

export interface Manifest {
  readonly schema: "hyper-manifest/1";
  /** What made it, e.g. `hyper counts`. */
  readonly command: string;
  readonly seed: number | string | null;
  readonly settings: JsonObject;
  /** Base name → SHA-256 of each input file, `pipe` for one; no absolute paths, so that a manifest can be shared. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
}

/** Builds a manifest; carries no clock time, so that the same run gives the same bytes. */
export async function createManifest(entry: {
  readonly command: string;
  readonly seed?: number | string;
  readonly settings: JsonObject;
  readonly inputs: readonly string[];
}): Promise<Manifest> {
  const hashes = await Promise.all(
    entry.inputs.map(async (path) => [basename(path), await hashInput(path)] as const),
  );
  return {
    schema: "hyper-manifest/1",
    command: entry.command,
    seed: entry.seed ?? null,
    settings: entry.settings,
    inputs: Object.fromEntries(hashes),
    versions: { "hyper-workbench": packageVersion(), node: process.versions.node },
  };
}

/** The manifest's place for a result file: `results.csv` → `results.csv.manifest.json`. */
export function manifestPath(resultPath: string): string {
  return `${resultPath}.manifest.json`;
}

/** Writes the manifest beside its result. */
export function writeManifest(resultPath: string, manifest: Manifest): void {
  writeJsonAtomic(manifestPath(resultPath), manifest);
}

/**
 * The settings in the manifest beside a result; an empty object where there is no manifest.
 * @throws {BadInputError} if there is one that is not JSON
 */
export function readManifestSettings(resultPath: string): JsonObject {
  const path = manifestPath(resultPath);
  if (!existsSync(path)) return {};
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const rule = `not JSON: ${error.message}`;
    throw new BadInputError([
      { place: path, rule, remedy: `restore it, or make ${basename(resultPath)} again` },
    ]);
  }
  const settings = isJsonObject(manifest) ? manifest.settings : undefined;
  return isJsonObject(settings) ? settings : {};
}

/** The version of this package. */
export function packageVersion(): string {
  const parsed = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return parsed.version;
}
