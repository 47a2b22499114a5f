/**
 * Encoders of the paper's own kind: a sentence transformer for texts (Reimers and Gurevych 2019) and a masked
 * language model for tokens (BERTScore, Zhang et al. 2019), run by the ONNX runtime on all cores.
 *
 * As in the original: texts are cut to 200 tokens with their marks, and a text's vector is the mean over all of
 * them, scaled to length 1. For BERTScore the marks around a text count for nothing, as in the paper's own code.
 */
import { basename } from "node:path";
import { type Encoder, normalize, type TokenVectors } from "../../encoder.js";
import { DEFAULT_TEXT_MODEL, DEFAULT_TOKEN_MODEL, type TransformersSpec } from "../encoder-spec.js";
import { type DownloadOptions, downloadModel } from "./download-model.js";
import {
  cachedModel,
  checkModelNames,
  defaultModelCache,
  findModels,
  type ModelFolder,
  missingFiles,
} from "./model-folder.js";
import { loadTransformer, type TextStates } from "./transformer-model.js";

/** The original's `max_seq_length`, marks included. */
export const TRANSFORMERS_MAX_TEXT_TOKENS = 200;

/** Layers that BERTScore's authors tuned on human judgements of translations; other models give their last one. */
const BERTSCORE_LAYERS: Readonly<Record<string, number>> = {
  "distilbert-base-uncased": 5,
  "distilbert-base-multilingual-cased": 5,
  "distilroberta-base": 5,
  "bert-base-uncased": 9,
  "bert-base-multilingual-cased": 9,
  "roberta-base": 10,
  "roberta-large": 17,
  "bert-large-uncased": 18,
};

/** @throws {BadInputError} where a model cannot be had or used */
export async function createTransformersEncoder(
  { textModel = DEFAULT_TEXT_MODEL, tokenModel = DEFAULT_TOKEN_MODEL, modelDir }: TransformersSpec,
  options: Partial<DownloadOptions> = {},
): Promise<Encoder> {
  const names = [textModel, tokenModel];
  checkModelNames(names);
  const [forTexts, forTokens] =
    modelDir === undefined ? await cachedModels(names, options) : findModels(modelDir, names);
  const texts = await loadTransformer(forTexts!);
  const tokens = await loadTransformer(forTokens!, BERTSCORE_LAYERS[basename(tokenModel)]);
  const textTokens = TRANSFORMERS_MAX_TEXT_TOKENS - texts.markCount;
  return {
    id: `transformers/1-${texts.id}-${TRANSFORMERS_MAX_TEXT_TOKENS}-${tokens.id}`,
    dimension: texts.dimension,
    encodeText: (given) =>
      oneByOne(given, async (text) => meanVector(await texts.statesOf(text, textTokens), texts.dimension)),
    encodeTokens: (given, maxTokens) =>
      oneByOne(given, async (text) => tokenVectors(await tokens.statesOf(text, maxTokens), tokens.dimension)),
  };
}

async function cachedModels(
  names: readonly string[],
  { cacheFolder = defaultModelCache(), onDownload }: Partial<DownloadOptions>,
): Promise<ModelFolder[]> {
  const models = names.map((name) => cachedModel(cacheFolder, name));
  for (const [i, model] of models.entries()) {
    if (missingFiles(model).length === 0) continue;
    await downloadModel(names[i]!, { cacheFolder, onDownload });
  }
  return models;
}

async function oneByOne<Value>(
  texts: readonly string[],
  encode: (text: string) => Promise<Value>,
): Promise<Value[]> {
  const results: Value[] = [];
  for (const text of texts) results.push(await encode(text));
  return results;
}

/** The mean over a text's tokens and its marks; zero for a text without tokens. */
function meanVector({ tokens, ids, states }: TextStates, dimension: number): Float32Array {
  const sums = new Float64Array(dimension);
  if (tokens.length > 0) for (let i = 0; i < states.length; i++) sums[i % dimension]! += states[i]!;
  return normalize(Float32Array.from(sums, (sum) => sum / ids.length));
}

function tokenVectors({ tokens, markCount, states }: TextStates, dimension: number): TokenVectors {
  return {
    tokens,
    vectors: tokens.map((_, i) =>
      normalize(states.slice((markCount + i) * dimension, (markCount + i + 1) * dimension)),
    ),
  };
}
