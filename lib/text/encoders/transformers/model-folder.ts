/** Where a transformer model's files lie, and whether all are there. */
import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { BadInputError, hashFile, hashJson, type Problem, pathInside } from "../../../base/index.js";

/** What a model's folder holds, as on the hub; weights in 32-bit floats. */
export const MODEL_FILES = {
  config: "config.json",
  tokenizer: "tokenizer.json",
  tokenizerConfig: "tokenizer_config.json",
  weights: "onnx/model.onnx",
} as const;

/** A model whose files are all there. */
export interface ModelFolder {
  /** Its name without its owner. */
  readonly name: string;
  readonly folder: string;
}

/** A name of one or two parts, as on the hub; no part leads out of a folder. */
const MODEL_NAME = /^(?!\.)[\w.-]+(?:\/(?!\.)[\w.-]+)?$/;

/** @throws {BadInputError} listing every name that is not one of a model */
export function checkModelNames(names: readonly string[]): void {
  const problems = names
    .filter((name) => !MODEL_NAME.test(name))
    .map((name): Problem => {
      const rule = "a model's name must be OWNER/NAME or NAME, of letters, digits, `.`, `_` and `-`";
      return { place: "model", value: name, rule, remedy: "name it as the hub does" };
    });
  if (problems.length > 0) throw new BadInputError(problems);
}

/** Where models are kept that no other folder is named for: `HYPER_DATA`/models, else the user's cache. */
export function defaultModelCache(): string {
  const data = process.env.HYPER_DATA;
  if (data !== undefined && data !== "") return join(data, "models");
  const cache = process.env.XDG_CACHE_HOME;
  return join(
    cache !== undefined && cache !== "" ? cache : join(homedir(), ".cache"),
    "hyper-workbench",
    "models",
  );
}

/** The folder of a model in a cache of models. The name must have been checked. */
export function cachedModel(cacheFolder: string, name: string): ModelFolder {
  return { name: basename(name), folder: pathInside(cacheFolder, name) };
}

/** A model's files that are not there. */
export function missingFiles({ folder }: ModelFolder): string[] {
  return Object.values(MODEL_FILES)
    .map((file) => join(folder, file))
    .filter((path) => !existsSync(path) || !statSync(path).isFile());
}

/** @throws {BadInputError} listing the files that the hub did not give */
export function checkComplete(model: ModelFolder): void {
  const problems = missingFiles(model).map((place): Problem => {
    const rule = `the hub's repository of ${model.name} has no such file, which an encoder needs`;
    return { place, rule, remedy: "choose a model with ONNX weights for transformers.js" };
  });
  if (problems.length > 0) throw new BadInputError(problems);
}

/**
 * Finds models in a folder that a person has filled: `DIR/OWNER/NAME` or `DIR/NAME`.
 * @throws {BadInputError} listing every file that is missing
 */
export function findModels(modelDir: string, names: readonly string[]): ModelFolder[] {
  if (!statSync(modelDir, { throwIfNoEntry: false })?.isDirectory()) {
    const remedy = `name a folder that holds ${[...new Set(names)].join(" and ")}, each in a folder of its own`;
    throw new BadInputError([{ place: modelDir, rule: "there is no such folder of models", remedy }]);
  }
  const problems: Problem[] = [];
  const found = new Map<string, ModelFolder>();
  for (const name of new Set(names)) {
    const places = [cachedModel(modelDir, name), cachedModel(modelDir, basename(name))];
    const model =
      places.find((place) => missingFiles(place).length === 0) ??
      places.find(({ folder }) => existsSync(folder)) ??
      places[0]!;
    problems.push(...missingFiles(model).map((place) => missingProblem(place, name)));
    found.set(name, model);
  }
  if (problems.length > 0) throw new BadInputError(problems);
  return names.map((name) => found.get(name)!);
}

function missingProblem(place: string, name: string): Problem {
  const rule = `a file of the model ${name} is missing, and with a model folder nothing is downloaded`;
  const remedy = `copy it from the hub's repository ${name}, or leave the model folder out to download it`;
  return { place, rule, remedy };
}

/** SHA-256 over everything that vectors depend on: weights, tokenizer and configuration. */
export async function hashModel({ folder }: ModelFolder): Promise<string> {
  const hashes: string[] = [];
  for (const file of Object.values(MODEL_FILES)) hashes.push(await hashFile(join(folder, file)));
  return hashJson(hashes);
}
