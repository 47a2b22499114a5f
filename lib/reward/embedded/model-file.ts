/** A trained embedded model on its own: rewards of any response to any prompt, and a file to keep it in. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { BadInputError, writeJsonAtomic } from "../../base/index.js";
import { RAW_COLUMN_COUNT } from "./families.js";
import { readPassage } from "./passage.js";
import type { PreparedFeatures } from "./prepare.js";
import { rawFeatures } from "./raw-features.js";
import { readPrompt } from "./response-features.js";

export interface EmbeddedModel {
  /** SHA-256 of the weights, as in the result of the job. */
  readonly sha256: string;
  /** Raw columns that have a weight, in no order. */
  readonly rawColumns: Int32Array;
  /** Weight of each of them on raw (unscaled) features. */
  readonly rawWeights: Float64Array;
}

/** The model behind weights on prepared features. */
export function embeddedModel(
  { rawColumns, columnScales }: Pick<PreparedFeatures, "rawColumns" | "columnScales">,
  weights: Float64Array,
  sha256: string,
): EmbeddedModel {
  return {
    sha256,
    rawColumns: rawColumns.slice(),
    rawWeights: weights.map((weight, column) => weight * columnScales[column]!),
  };
}

/** Gives r(prompt, response): only differences between responses to the same prompt mean something. */
export function rewardFunction(model: EmbeddedModel): (prompt: string, response: string) => number {
  const dense = new Float64Array(RAW_COLUMN_COUNT);
  for (const [k, column] of model.rawColumns.entries()) dense[column] = model.rawWeights[k]!;
  return (prompt, response) => {
    const { columns, values } = rawFeatures(readPrompt(readPassage(prompt)), readPassage(response));
    return columns.reduce((sum, column, k) => sum + dense[column]! * values[k]!, 0);
  };
}

const base64 = z.base64();
const modelSchema = z.strictObject({
  schema: z.literal("hyper-reward-model/1"),
  backend: z.literal("embedded/1"),
  sha256: z.string(),
  /** Little-endian 32-bit integers. */
  rawColumns: base64,
  /** Little-endian 64-bit floats. */
  rawWeights: base64,
});

/** Writes a model, whole or not at all. */
export function writeEmbeddedModel(path: string, { sha256, rawColumns, rawWeights }: EmbeddedModel): void {
  writeJsonAtomic(path, {
    schema: "hyper-reward-model/1",
    backend: "embedded/1",
    sha256,
    rawColumns: toBase64(rawColumns),
    rawWeights: toBase64(rawWeights),
  });
}

/** Reads a model. @throws {BadInputError} where the file is not one */
export function readEmbeddedModel(path: string): EmbeddedModel {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BadInputError([{ place: path, rule: `not JSON: ${error.message}` }]);
  }
  const parsed = modelSchema.safeParse(json);
  if (!parsed.success) {
    throw new BadInputError(
      parsed.error.issues.map((issue) => ({
        place: `${path}: ${issue.path.join(".")}`,
        rule: issue.message,
      })),
    );
  }
  const { sha256, rawColumns, rawWeights } = parsed.data;
  const columns = new Int32Array(fromBase64(rawColumns));
  const weights = new Float64Array(fromBase64(rawWeights));
  if (
    columns.length !== weights.length ||
    columns.some((column) => column < 0 || column >= RAW_COLUMN_COUNT)
  ) {
    throw new BadInputError([{ place: path, rule: "columns must be valid, with a weight each" }]);
  }
  return { sha256, rawColumns: columns, rawWeights: weights };
}

function toBase64({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}

function fromBase64(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, "base64")).buffer;
}
