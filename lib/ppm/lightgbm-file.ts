/**
 * A LightGBM model as LightGBM's own text file, with a sidecar `<file>.names.json` for what the text cannot hold:
 * our feature names (LightGBM refuses `:` in names), the scale, the target and where the counts come from.
 */
import { existsSync } from "node:fs";
import { z } from "zod";
import { type Json, readText, sha256, writeFileAtomic, writeJsonAtomic } from "../base/index.js";
import { originFromJson, originToJson, TAG_NAMES, UNKNOWN_ORIGIN } from "../tags/index.js";
import { formatLightGbmModel, LightGbmPpm, parseLightGbmModel } from "./lightgbm/index.js";
import { MODEL_FIELDS, readChecked, readingFrom, refuse, withIntegrity } from "./model-json.js";
import { type PpmToSave, type SavedPpm, UNKNOWN_TARGET } from "./saved-ppm.js";

export const NAMES_SCHEMA = "hyper-ppm-names/1";

/** The sidecar's path. */
export function lightGbmNamesPath(path: string): string {
  return `${path}.names.json`;
}

/** Whether a text is a LightGBM model, by its first line. */
export function isLightGbmText(text: string): boolean {
  return /^\s*tree\s*\n/.test(text);
}

/**
 * Writes the sidecar, then the text that it belongs to: if the second fails, the sidecar fits no text and is refused.
 * @throws {BadInputError} if the model is no LightGBM model
 */
export function saveLightGbm(path: string, saved: PpmToSave): void {
  const { ppm, target, training, bins, origin = UNKNOWN_ORIGIN } = saved;
  if (!(ppm instanceof LightGbmPpm)) {
    const rule = "only a lightgbm model can be written as LightGBM's text";
    refuse(path, rule, "name a file that ends in .json", ppm.family);
  }
  const text = formatLightGbmModel(ppm.model);
  const { featureNames, scale } = ppm;
  writeJsonAtomic(
    lightGbmNamesPath(path),
    withIntegrity({
      schema: NAMES_SCHEMA,
      target,
      featureNames,
      scale,
      training,
      bins,
      ...originToJson(origin),
      modelSha256: sha256(text),
    }),
  );
  writeFileAtomic(path, text);
}

/**
 * Reads the text of a LightGBM model. Without a sidecar its names are those in the file; if these are just numbered
 * columns, exactly as many as there are tags, they are taken as the tags in vocabulary order.
 * @throws {BadInputError} if the text is incomplete or of another kind, or does not fit its sidecar
 */
export function loadLightGbm(path: string, text: string): SavedPpm {
  const model = readingFrom(path, () => parseLightGbmModel(text, path));
  const names = lightGbmNamesPath(path);
  if (existsSync(names)) {
    const sidecar = readChecked(names, readText(names), NAMES_SCHEMA, NAMES_FILE);
    const { featureNames, scale, target, training, bins, modelSha256, ...rest } = sidecar;
    if (modelSha256 !== sha256(text)) {
      const remedy = `restore ${path}, or remove the sidecar if the model is another one`;
      refuse(names, `it belongs to another text than ${path} holds: one of them was changed`, remedy);
    }
    const ppm = readingFrom(names, () => new LightGbmPpm(model.withNames(featureNames), scale));
    return { ppm, target, training, bins, origin: originFromJson({ ...rest, bins }, names), notes: [] };
  }
  const numbered = model.featureNames.every((name, i) => name === `Column_${i}`);
  const areTags = numbered && model.featureNames.length === TAG_NAMES.length;
  const ppm = new LightGbmPpm(areTags ? model.withNames(TAG_NAMES) : model);
  const taken = areTags
    ? `its columns are numbered, so they are taken as the ${TAG_NAMES.length} tags in vocabulary order`
    : "its features have the names that the file gives";
  const note = `${path} has no sidecar ${names}: ${taken}, and counts are not scaled`;
  const unknown: { training: Record<string, Json>; bins: Json } = { training: {}, bins: null };
  return { ppm, target: UNKNOWN_TARGET, ...unknown, origin: UNKNOWN_ORIGIN, notes: [note] };
}

const NAMES_FILE = z.strictObject({
  schema: z.literal(NAMES_SCHEMA),
  ...MODEL_FIELDS,
  modelSha256: z.string(),
});
