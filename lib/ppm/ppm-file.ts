/** Fitted performance prediction models on disk: `ppm.json`, or LightGBM's text. Checked on the way in. */
import { z } from "zod";
import { readText, writeJsonAtomic } from "../base/index.js";
import { originFromJson, originToJson, UNKNOWN_ORIGIN } from "../tags/index.js";
import { BOOTSTRAP_PREFIX } from "./bootstrap/bootstrap-family.js";
import { PPM_FAMILIES, ppmFamily } from "./families.js";
import { isLightGbmText, loadLightGbm, saveLightGbm } from "./lightgbm-file.js";
import { MODEL_FIELDS, MODEL_OBJECT, readChecked, readingFrom, withIntegrity } from "./model-json.js";
import type { PpmToSave, SavedPpm } from "./saved-ppm.js";

export { type PpmToSave, type SavedPpm, UNKNOWN_TARGET } from "./saved-ppm.js";

export const PPM_SCHEMA = "hyper-ppm/1";

/**
 * Writes a model, whole or not at all, with a hash over all of it: a path that ends in `.txt` gets LightGBM's text and
 * the sidecar `<path>.names.json`, any other our JSON, which every family has.
 * @throws {BadInputError} if a `.txt` is asked for and the model is no LightGBM model
 */
export function savePpm(path: string, saved: PpmToSave): void {
  if (path.toLowerCase().endsWith(".txt")) {
    saveLightGbm(path, saved);
    return;
  }
  const { ppm, target, training, bins, origin = UNKNOWN_ORIGIN } = saved;
  const { family, featureNames, scale } = ppm;
  const body = {
    schema: PPM_SCHEMA,
    family,
    target,
    featureNames,
    scale,
    model: ppm.toJson(),
    training,
    bins,
    ...originToJson(origin),
  };
  writeJsonAtomic(path, withIntegrity(body));
}

/**
 * Reads what {@link savePpm} wrote, or any LightGBM text model; which of them, its first line says, not its name.
 * @throws {BadInputError} if it is no such file, of another version, changed since it was written, or incomplete
 */
export function loadPpm(path: string): SavedPpm {
  const text = readText(path, "fit a model first: hyper ppm fit");
  if (isLightGbmText(text)) return loadLightGbm(path, text);
  const { family, target, featureNames, scale, model, training, bins, ...rest } = readChecked(
    path,
    text,
    PPM_SCHEMA,
    PPM_FILE,
  );
  const ppm = readingFrom(path, () => ppmFamily(family).fromJson({ featureNames, scale }, model));
  return { ppm, target, training, bins, origin: originFromJson({ ...rest, bins }, path), notes: [] };
}

const PPM_FILE = z.strictObject({
  schema: z.literal(PPM_SCHEMA),
  family: z.enum(PPM_FAMILIES.flatMap(({ name }) => [name, `${BOOTSTRAP_PREFIX}${name}`])),
  model: MODEL_OBJECT,
  ...MODEL_FIELDS,
});
