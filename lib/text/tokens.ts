/**
 * Token counts with the LLaMA tokenizer (as the original code counts lengths), without begin and end marks.
 *
 * Only 264 characters take part in its 61,249 merges, and most of their pairs occur in no merged token. So a text
 * falls apart wherever two neighbours cannot be joined, and each piece is merged alone: the count is exact, and
 * needs no memory of texts seen before.
 */
import { countMerged } from "./merge-pieces.js";
import { mergeTable } from "./merge-table.js";

/** Tokens of the piece at hand; it grows with the longest piece. */
let piece: Int32Array = new Int32Array(256);

/**
 * Number of LLaMA tokens; 0 for an empty text. Exact for any text, lone surrogates among them (three byte tokens
 * each). Time n log n, memory proportional to the longest run without a place to part it.
 */
export function countTokens(text: string): number {
  if (text === "") return 0;
  const table = mergeTable();
  const { classOf, classCount, tokenOfClass, joins } = table;
  // The tokenizer sets a space before each text.
  let last = classOf[SPACE]!;
  piece[0] = tokenOfClass[last]!;
  let length = 1;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const current = classOf[unit]!;
    if (joins[last * classCount + current] === 0) {
      count += length === 1 ? 1 : countMerged(piece, length, table);
      length = 0;
    }
    if (current !== 0) {
      if (length === piece.length) piece = enlarge(piece);
      piece[length++] = tokenOfClass[current]!;
    } else if (isPairAt(text, i)) {
      count += table.astralTokens.has(text.codePointAt(i)!) ? 1 : ASTRAL_BYTES;
      i++;
    } else {
      count += table.tokensOfUnit[unit]!;
    }
    last = current;
  }
  return count + (length === 0 ? 0 : countMerged(piece, length, table));
}

const SPACE = 0x20;
const ASTRAL_BYTES = 4;

/** Whether the two units from here on are one character. */
function isPairAt(text: string, i: number): boolean {
  if ((text.charCodeAt(i) & 0xfc00) !== 0xd800) return false;
  return (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
}

function enlarge(array: Int32Array): Int32Array {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
