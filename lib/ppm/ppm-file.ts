/** `ppm.json`: a fitted performance prediction model on disk, checked on the way in. */
import { z } from "zod";
import {
  BadInputError,
  hashJson,
  isJsonObject,
  type Json,
  type JsonObject,
  readText,
  writeJsonAtomic,
} from "../base/index.js";
import { type CountOrigin, originFromJson, originToJson, UNKNOWN_ORIGIN } from "../tags/index.js";
import { PPM_FAMILIES, ppmFamily } from "./families.js";
import type { Ppm } from "./ppm.js";

export const PPM_SCHEMA = "hyper-ppm/1";

/** A fitted model with what is needed to use it later. */
export interface SavedPpm {
  readonly ppm: Ppm;
  /** The column it predicts, e.g. `Overall`. */
  readonly target: string;
  /** What it was fitted to: rows, rank or penalty, hash of the table … */
  readonly training: JsonObject;
  /** The bins its tags were counted with, as the tags room writes them; null where unknown. */
  readonly bins: Json;
  /** By whose rules its tags were counted, and what made the features. */
  readonly origin: CountOrigin;
}

/** Writes `ppm.json`: whole or not at all, with a hash over all of it. The origin may be left out: unknown. */
export function savePpm(
  path: string,
  { ppm, target, training, bins, origin = UNKNOWN_ORIGIN }: Omit<SavedPpm, "origin"> & Partial<SavedPpm>,
): void {
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
  writeJsonAtomic(path, { ...body, integrity: hashJson(body) });
}

/**
 * Reads `ppm.json`.
 * @throws {BadInputError} if it is no such file, of another version, changed since it was written, or incomplete
 */
export function loadPpm(path: string): SavedPpm {
  const { integrity, ...body } = readObject(path);
  if (body.schema !== PPM_SCHEMA) {
    refuse(
      path,
      `the schema must be ${PPM_SCHEMA}`,
      `${remedyOf(body.schema)}fit the model again`,
      body.schema,
    );
  }
  if (integrity !== hashJson(body)) {
    refuse(
      path,
      "its integrity hash does not match: it was changed after it was written",
      "fit the model again",
    );
  }
  try {
    const { family, target, featureNames, scale, model, training, bins } = PPM_FILE.parse(body);
    const ppm = ppmFamily(family).fromJson({ featureNames, scale }, model);
    return { ppm, target, training, bins, origin: originFromJson(body, path) };
  } catch (error) {
    if (error instanceof z.ZodError) {
      throw new BadInputError(
        error.issues.map((issue) => ({
          place: `${path}, ${issue.path.join(".") || "top level"}`,
          rule: issue.message,
          remedy: "fit the model again",
        })),
      );
    }
    if (error instanceof RangeError) refuse(path, error.message, "fit the model again");
    throw error;
  }
}

const PPM_FILE = z.strictObject({
  schema: z.literal(PPM_SCHEMA),
  family: z.enum(PPM_FAMILIES.map((family) => family.name)),
  target: z.string(),
  featureNames: z
    .array(z.string())
    .min(1)
    .refine((names) => new Set(names).size === names.length, "a feature may occur once"),
  scale: z.number().positive(),
  model: z.record(z.string(), z.json()),
  training: z.record(z.string(), z.json()),
  bins: z.json(),
  // Files of older versions lack them; `originFromJson` checks what they hold.
  compat: z.json().optional(),
  taggedWith: z.json().optional(),
});

function readObject(path: string): Record<string, Json> {
  const text = readText(path, "fit a model first: hyper ppm fit");
  try {
    const parsed: unknown = JSON.parse(text);
    if (isJsonObject(parsed)) return { ...parsed };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    refuse(path, `not JSON: ${error.message}`, "fit the model again");
  }
  return refuse(path, "must be a JSON object", "give the file that `hyper ppm fit` wrote");
}

function remedyOf(schema: Json | undefined): string {
  const isPpm = typeof schema === "string" && schema.startsWith("hyper-ppm/");
  return isPpm ? "it comes from another version of this program; " : "is it a ppm.json? ";
}

function refuse(place: string, rule: string, remedy: string, value?: Json): never {
  const found =
    value === undefined ? {} : { value: typeof value === "string" ? value : JSON.stringify(value) };
  throw new BadInputError([{ place, rule, remedy, ...found }]);
}
