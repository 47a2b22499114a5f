/** Raw features of one response to one prompt: dense style values, and hashed columns that are present or not. */
import { HASHED_SIZE, type HashedFamily, hashedStart } from "./families.js";
import type { Passage } from "./passage.js";
import { PROMPT_CLASSES, promptClasses } from "./prompt-class.js";
import { styleOf } from "./style/index.js";
import { refuses } from "./style/tone.js";
import { combineHashes, hashToken } from "./token-hash.js";

// Beyond these a text repeats itself more than it adds, and crosses grow with the product.
const MAX_TOKENS = 600;
const MAX_PROMPT_WORDS = 8;
const MAX_RESPONSE_WORDS = 40;

/** What a prompt gives to every response to it. */
export interface PromptFeatures {
  readonly passage: Passage;
  readonly classes: readonly boolean[];
  /** Hashes of the content words that enter crosses: the first and the last ones of a long prompt. */
  readonly contentHashes: readonly number[];
  /** Hashes of words and word pairs. */
  readonly ngramHashes: readonly number[];
}

export interface ResponseFeatures {
  readonly style: Float64Array;
  /** Raw columns of the hashed families; may repeat. */
  readonly hashed: readonly number[];
}

export function readPrompt(passage: Passage): PromptFeatures {
  const words = passage.contentWords;
  const half = MAX_PROMPT_WORDS / 2;
  const kept = words.length <= MAX_PROMPT_WORDS ? words : [...words.slice(0, half), ...words.slice(-half)];
  return {
    passage,
    classes: promptClasses(passage),
    contentHashes: kept.map(hashToken),
    ngramHashes: ngramHashes(passage.words.slice(0, 60)),
  };
}

export function responseFeatures(prompt: PromptFeatures, response: Passage): ResponseFeatures {
  const hashed: number[] = [];
  const add = (family: HashedFamily, hash: number): void => {
    hashed.push(hashedStart(family) + (hash & (HASHED_SIZE - 1)));
  };
  for (const hash of ngramHashes(response.tokens.slice(0, MAX_TOKENS))) add("ngrams", hash);
  const words = new Set(response.words.slice(0, MAX_TOKENS).map(hashToken));
  for (const [i, isIn] of prompt.classes.entries()) {
    if (!isIn) continue;
    const classHash = hashToken(PROMPT_CLASSES[i]!);
    for (const word of words) add("class-words", combineHashes(classHash, word));
  }
  const content = response.contentWords.slice(0, MAX_RESPONSE_WORDS).map(hashToken);
  for (const asked of prompt.contentHashes) {
    for (const word of content) add("crosses", combineHashes(asked, word));
  }
  if (refuses(response.lower)) for (const hash of prompt.ngramHashes) add("refusal", hash);
  return { style: styleOf({ prompt: prompt.passage, response }), hashed };
}

function ngramHashes(tokens: readonly string[]): number[] {
  const single = tokens.map(hashToken);
  const hashes = new Set(single.map((hash) => combineHashes(hash, 0)));
  for (let i = 1; i < single.length; i++) hashes.add(combineHashes(single[i - 1]!, single[i]!));
  return [...hashes];
}
