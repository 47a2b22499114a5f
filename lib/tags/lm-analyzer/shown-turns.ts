/** What an LM is shown of a prompt: the first user turns, neither too long nor with anything that a server chokes on. */
import { firstUserTurns } from "./user-turns.js";

/** User turns that are looked at, as in the original. */
export const SHOWN_TURNS = 2;

/** Characters of a turn that are shown, from its beginning and from its end: instructions stand at either. */
export const SHOWN_CHARACTERS = { first: 12_000, last: 4_000 } as const;

/** One or two texts. */
export function shownTurns(prompt: string): string[] {
  return firstUserTurns(prompt, SHOWN_TURNS).map(shortenTurn);
}

function shortenTurn(text: string): string {
  const { first, last } = SHOWN_CHARACTERS;
  const left = text.length - first - last;
  if (left <= 0) return sendable(text);
  return sendable(`${text.slice(0, first)}\n[… ${left} characters left out …]\n${text.slice(-last)}`);
}

/** Servers refuse NUL, or what is no Unicode text. */
function sendable(text: string): string {
  return wellFormed(text).replaceAll("\0", "\uFFFD");
}

/** Halves of a surrogate pair that stand alone become U+FFFD. */
export function wellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}
