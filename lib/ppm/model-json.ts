/** The fields that `ppm.json` and the sidecar of a LightGBM text file share, with a hash over all of them. */
import { z } from "zod";
import { BadInputError, hashJson, isJsonObject, type Json, type JsonObject } from "../base/index.js";

export const FIT_AGAIN = "fit the model again";

const jsonObject = z.custom<JsonObject>(isJsonObject, "must be a JSON object");

export const MODEL_FIELDS = {
  target: z.string(),
  featureNames: z
    .array(z.string())
    .min(1)
    .refine((names) => new Set(names).size === names.length, "a feature may occur once"),
  scale: z.number().positive(),
  training: jsonObject,
  bins: z.custom<Json>((value) => value !== undefined, "must be there"),
  // Files of older versions lack them; `originFromJson` checks what they hold.
  compat: z.json().optional(),
  taggedWith: z.json().optional(),
};

/** The content of a field `model`: the family checks it. */
export const MODEL_OBJECT = jsonObject;

/** A body with its hash, as it is written. */
export function withIntegrity(body: JsonObject): JsonObject {
  return { ...body, integrity: hashJson(body) };
}

/**
 * Reads the text of a JSON file of one schema, checks its hash and then its fields.
 * @param schema e.g. `hyper-ppm/1`; the part before the slash is the kind, the rest the version
 * @throws {BadInputError} if it is no such file, of another version, changed since it was written, or incomplete
 */
export function readChecked<T>(path: string, text: string, schema: string, fields: z.ZodType<T>): T {
  const { integrity, ...body } = parseObject(path, text);
  if (body.schema !== schema) {
    const kind = `${schema.split("/")[0]}/`;
    const isKind = typeof body.schema === "string" && body.schema.startsWith(kind);
    const why = isKind ? "it comes from another version of this program; " : "is it a ppm.json? ";
    refuse(path, `the schema must be ${schema}`, `${why}${FIT_AGAIN}`, body.schema);
  }
  if (integrity !== hashJson(body)) {
    refuse(path, "its integrity hash does not match: it was changed after it was written", FIT_AGAIN);
  }
  const { data, error } = fields.safeParse(body);
  if (error) throw asBadInput(error, path);
  return data as T;
}

/** Runs a step that reads numbers from a file; whatever it finds wrong is said with the file's name. */
export function readingFrom<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof z.ZodError) throw asBadInput(error, path);
    if (error instanceof RangeError) refuse(path, error.message, FIT_AGAIN);
    if (!(error instanceof BadInputError)) throw error;
    throw new BadInputError(
      error.problems.map((problem) => ({
        ...problem,
        place: problem.place.startsWith(path) ? problem.place : `${path}, ${problem.place}`,
      })),
      error.count,
    );
  }
}

export function refuse(place: string, rule: string, remedy: string, value?: Json): never {
  const found =
    value === undefined ? {} : { value: typeof value === "string" ? value : JSON.stringify(value) };
  throw new BadInputError([{ place, rule, remedy, ...found }]);
}

function asBadInput(error: z.ZodError, path: string): BadInputError {
  return new BadInputError(
    error.issues.map((issue) => ({
      place: `${path}, ${issue.path.join(".") || "top level"}`,
      rule: issue.message,
      remedy: FIT_AGAIN,
    })),
  );
}

function parseObject(path: string, text: string): Record<string, Json> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (isJsonObject(parsed)) return { ...parsed };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    refuse(path, `not JSON: ${error.message}`, FIT_AGAIN);
  }
  return refuse(path, "must be a JSON object", "give the file that `hyper ppm fit` wrote");
}
