/** Token ids as a model was trained on them: its own tokenizer, cut to a number of tokens, with its marks around. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BadInputError, isJsonObject, type JsonObject } from "../../../base/index.js";
import { MODEL_FILES, type ModelFolder } from "./model-folder.js";

export interface TokenizedText {
  /** The text's own tokens. */
  readonly tokens: readonly string[];
  /** Their ids, with the model's marks before (`markCount` many) and after. */
  readonly ids: readonly number[];
  readonly markCount: number;
}

export interface TransformerTokenizer {
  /** Most tokens that the model takes, marks included. */
  readonly maxLength: number;
  /** Marks around each text. */
  readonly markCount: number;
  tokenize(text: string, maxTokens: number): TokenizedText;
}

/** Characters beyond it, times the number of tokens wanted, are not looked at, so that a megabyte costs little. */
const MAX_CHARACTERS_PER_TOKEN = 64;

/** @throws {BadInputError} where a file is not what it must be */
export async function loadTokenizer({ folder }: ModelFolder): Promise<TransformerTokenizer> {
  const { PreTrainedTokenizer } = await import("@huggingface/transformers");
  const settings = readJsonObject(join(folder, MODEL_FILES.tokenizerConfig));
  const path = join(folder, MODEL_FILES.tokenizer);
  const definition = readJsonObject(path);
  const tokenizer = asBadInput(path, () => new PreTrainedTokenizer(definition, settings));
  const nameOf = new Map([...tokenizer.get_vocab()].map(([name, id]) => [id, name]));
  const idsOf = (text: string): number[] => tokenizer.encode(text, { add_special_tokens: false });
  const marks = asBadInput(path, () => marksOf(idsOf("a"), tokenizer.encode("a")));
  return {
    maxLength: Math.min(lengthLimit(settings.model_max_length), positionLimit(folder)),
    markCount: marks.before.length + marks.after.length,
    tokenize(text, maxTokens) {
      const start = wellFormed(text.slice(0, MAX_CHARACTERS_PER_TOKEN * maxTokens));
      const ids = idsOf(start).slice(0, maxTokens);
      return {
        tokens: ids.map((id) => nameOf.get(id) ?? String(id)),
        ids: [...marks.before, ...ids, ...marks.after],
        markCount: marks.before.length,
      };
    },
  };
}

/** What the tokenizer sets around a text: `[CLS]` and `[SEP]`, `<s>` and `</s>` … */
function marksOf(plain: readonly number[], marked: readonly number[]): { before: number[]; after: number[] } {
  const start = marked.findIndex((_, i) => plain.every((id, k) => marked[i + k] === id));
  if (start < 0) throw new Error("the marks around a text cannot be told from the text");
  return { before: marked.slice(0, start), after: marked.slice(start + plain.length) };
}

/** Half a character (a lone surrogate, or one cut in two) becomes U+FFFD. */
function wellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

function lengthLimit(value: unknown): number {
  return typeof value === "number" && value > 0 ? value : Number.POSITIVE_INFINITY;
}

/** RoBERTa counts positions from the one after its padding's number. */
function positionLimit(folder: string): number {
  const config = readJsonObject(join(folder, MODEL_FILES.config));
  const isRoberta = typeof config.model_type === "string" && config.model_type.includes("roberta");
  const first = isRoberta ? Number(config.pad_token_id ?? 1) + 1 : 0;
  return lengthLimit(config.max_position_embeddings) - first;
}

/** One of the model's JSON files. @throws {BadInputError} where it is not one */
export function readJsonObject(path: string): JsonObject {
  const value: unknown = asBadInput(path, () => JSON.parse(readFileSync(path, "utf8")));
  if (isJsonObject(value)) return value;
  throw new BadInputError([{ place: path, rule: "must be a JSON object", remedy: REMEDY }]);
}

const REMEDY = "get this file of the model anew";

function asBadInput<Value>(place: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const rule = `cannot be used as a file of the model: ${error.message}`;
    throw new BadInputError([{ place, rule, remedy: REMEDY }]);
  }
}
