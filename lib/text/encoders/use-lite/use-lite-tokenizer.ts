/**
 * Unigram tokens of SentencePiece (Kudo 2018, arXiv 1804.10959): of all ways to cut a word into pieces of the
 * vocabulary, the most probable one. No piece of this vocabulary runs over a space, so each word is cut alone.
 */
import { createMemo } from "../../memo.js";

const SPACE_SIGN = "\u2581";
const UNKNOWN = 0;
/** The vocabulary begins with the unknown sign and marks that no text holds. */
const RESERVED_COUNT = 6;
/** A character that no piece holds costs this much more than the rarest piece, as in SentencePiece. */
const UNKNOWN_PENALTY = 10;
const MEMO_WORD_LENGTH = 24;

/** A text's first tokens. Its time is bounded by `maxTokens` but for reading the text up to there. */
export type UseLiteTokenizer = (text: string, maxTokens: number) => number[];

export function createUseLiteTokenizer(
  vocabulary: readonly (readonly [piece: string, score: number])[],
): UseLiteTokenizer {
  const pieces = new Map(
    vocabulary.slice(RESERVED_COUNT).map(([piece, score], i) => [piece, { id: RESERVED_COUNT + i, score }]),
  );
  const longest = Math.max(...[...pieces.keys()].map((piece) => piece.length));
  const unknownScore = Math.min(...vocabulary.map(([, score]) => score)) - UNKNOWN_PENALTY;
  const memo = createMemo<readonly number[]>(50_000);
  const cut = (word: string): readonly number[] => bestPieces([...word], pieces, longest, unknownScore);

  return (text, maxTokens) => {
    // Even if every token were of the longest piece and a space stood after each, the rest is not looked at.
    const start = headOf(text, 2 * maxTokens * longest);
    const tokens: number[] = [];
    for (const word of start.normalize("NFKC").split(/[\s\u2581]+/u)) {
      if (tokens.length >= maxTokens) break;
      if (word === "") continue;
      const marked = SPACE_SIGN + word;
      for (const id of word.length > MEMO_WORD_LENGTH ? cut(marked) : memo(marked, cut)) tokens.push(id);
    }
    return tokens.slice(0, maxTokens);
  };
}

/** The first characters of a text from its first word on, runs of spaces shortened so that they do not use them up. */
function headOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const found: string[] = [];
  let size = 0;
  for (const [word] of text.matchAll(new RegExp(`\\S{1,${length}}`, "gu"))) {
    found.push(word);
    size += word.length + 1;
    if (size >= length) break;
  }
  return found.join(" ");
}

interface Piece {
  readonly id: number;
  readonly score: number;
}

/** Viterbi's algorithm over the characters of one word. Unknown characters in a row are one token. */
function bestPieces(
  characters: readonly string[],
  pieces: ReadonlyMap<string, Piece>,
  longest: number,
  unknownScore: number,
): number[] {
  const count = characters.length;
  const bestScore = new Float64Array(count + 1).fill(Number.NEGATIVE_INFINITY);
  bestScore[0] = 0;
  const lastPiece = new Int32Array(count + 1);
  const lastStart = new Int32Array(count + 1);
  const offer = (start: number, end: number, id: number, score: number): void => {
    if (bestScore[start]! + score < bestScore[end]!) return;
    bestScore[end] = bestScore[start]! + score;
    lastPiece[end] = id;
    lastStart[end] = start;
  };
  for (let start = 0; start < count; start++) {
    let text = "";
    let isKnown = false;
    for (let end = start + 1; end <= Math.min(count, start + longest); end++) {
      text += characters[end - 1]!;
      const piece = pieces.get(text);
      if (piece === undefined) continue;
      offer(start, end, piece.id, piece.score);
      isKnown ||= end === start + 1;
    }
    if (!isKnown) offer(start, start + 1, UNKNOWN, unknownScore);
  }
  const ids: number[] = [];
  for (let end = count; end > 0; end = lastStart[end]!) {
    if (lastPiece[end] !== UNKNOWN || ids.at(-1) !== UNKNOWN) ids.push(lastPiece[end]!);
  }
  return ids.reverse();
}
