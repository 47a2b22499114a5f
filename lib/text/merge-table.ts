/** The LLaMA tokenizer's vocabulary and merges, laid out for counting. */
import llamaTokenizer from "llama-tokenizer-js";

/** No merge joins the two. */
export const NO_MERGE = 0x7fffffff;

/** Of the 32,000 tokens only some hundred single characters take part in merges; each has a class, from 1 on. */
export interface MergeTable {
  /** Class of each UTF-16 unit; 0 for one that no merge joins to anything. A space has the class of its sign, ▁. */
  readonly classOf: Uint16Array;
  /** Tokens of each UTF-16 unit that stands alone: 1 where it is in the vocabulary, else its bytes in UTF-8. */
  readonly tokensOfUnit: Uint8Array;
  /** Characters beyond 16 bits that are in the vocabulary; any other is four byte tokens. */
  readonly astralTokens: ReadonlySet<number>;
  /** Number of classes, 0 among them. */
  readonly classCount: number;
  /** Token of each class. */
  readonly tokenOfClass: Int32Array;
  /**
   * Whether any merged token holds the second class straight after the first, at `first * classCount + second`.
   * Where it does not, no merge crosses the two, and what stands on either side can be counted alone.
   */
  readonly joins: Uint8Array;
  /** Rank of the merge of two tokens, from 0 on, lowest first; {@link NO_MERGE} for none. */
  rankOf(left: number, right: number): number;
  /** Token that the merge of a rank makes. */
  readonly resultOfRank: Int32Array;
}

const SPACE_SIGN = "\u2581";
const TOKEN_BITS = 15;

let table: MergeTable | undefined;

/** Built on first use, in some 50 ms. */
export function mergeTable(): MergeTable {
  table ??= buildMergeTable();
  return table;
}

function buildMergeTable(): MergeTable {
  const { merges, vocabByString, vocabById } = llamaTokenizer;
  const tokenOf = (text: string): number => vocabByString.get(text)!;
  // The package keeps its merges in the order of their ranks.
  const pairs = [...merges.keys()];
  const resultOfRank = Int32Array.from(pairs, (pair) => tokenOf(pair.replace(" ", "")));
  const results = [...new Set(resultOfRank)].map((token) => Array.from(vocabById[token]!));
  const characters = [...new Set(results.flat())];
  const classCount = characters.length + 1;
  const classByCharacter = new Map(characters.map((character, i) => [character, i + 1]));

  const classOf = new Uint16Array(0x10000);
  for (const [character, number] of classByCharacter) classOf[character.charCodeAt(0)] = number;
  classOf[" ".charCodeAt(0)] = classByCharacter.get(SPACE_SIGN)!;
  const joins = new Uint8Array(classCount * classCount);
  for (const result of results) {
    for (let i = 1; i < result.length; i++) {
      joins[classByCharacter.get(result[i - 1]!)! * classCount + classByCharacter.get(result[i]!)!] = 1;
    }
  }
  const singles = [...vocabByString.keys()].filter(isOneCharacter).map((text) => text.codePointAt(0)!);
  return {
    classOf,
    tokensOfUnit: countTokensOfUnits(singles),
    astralTokens: new Set(singles.filter((point) => point > LAST_UNIT)),
    classCount,
    tokenOfClass: Int32Array.from([0, ...characters.map(tokenOf)]),
    joins,
    rankOf: createRankLookup(pairs.map((pair) => keyOf(pair, tokenOf))),
    resultOfRank,
  };
}

/** Two tokens in one number. */
function keyOf(pair: string, tokenOf: (text: string) => number): number {
  const gap = pair.indexOf(" ");
  return (tokenOf(pair.slice(0, gap)) << TOKEN_BITS) | tokenOf(pair.slice(gap + 1));
}

const LAST_UNIT = 0xffff;

function isOneCharacter(text: string): boolean {
  return text.length === (text.codePointAt(0)! > LAST_UNIT ? 2 : 1);
}

/** @param singles code points that are tokens */
function countTokensOfUnits(singles: readonly number[]): Uint8Array {
  // Bytes in UTF-8; for half a surrogate pair those of the replacement character.
  const counts = new Uint8Array(LAST_UNIT + 1).fill(3).fill(2, 0, 0x800).fill(1, 0, 0x80);
  for (const point of singles) if (point <= LAST_UNIT) counts[point] = 1;
  return counts;
}

/** Open addressing: a lookup is one multiplication and, mostly, one comparison. @param pairs by rank */
function createRankLookup(pairs: readonly number[]): MergeTable["rankOf"] {
  const bits = 18;
  const keys = new Int32Array(1 << bits).fill(-1);
  const ranks = new Int32Array(1 << bits);
  const mask = keys.length - 1;
  const slotOf = (pair: number): number => {
    let slot = Math.imul(pair, 0x9e3779b1) >>> (32 - bits);
    while (keys[slot] !== pair && keys[slot] !== -1) slot = (slot + 1) & mask;
    return slot;
  };
  for (const [rank, pair] of pairs.entries()) {
    const slot = slotOf(pair);
    keys[slot] = pair;
    ranks[slot] = rank;
  }
  return (left, right) => {
    const slot = slotOf((left << TOKEN_BITS) | right);
    return keys[slot] === -1 ? NO_MERGE : ranks[slot]!;
  };
}
