/**
 * What the user says in a conversation that comes as one text, turn by turn.
 * Source: the original's analyzer sees at most the first two user turns of a conversation.
 */
import { isUser, TRANSCRIPT_FORMS, type TranscriptForm } from "./transcript-forms.js";

interface Turn {
  readonly byUser: boolean;
  readonly text: string;
}

/**
 * The first user turns, without their markers and without what anybody else says. A text that is no transcript is one
 * turn, unchanged: it must begin with a marker (`[Turn 1]`, `<|user|>`, `Human:` …); where markers are ordinary words,
 * there must be a second one, and the last to speak must be the user or an assistant that has not answered yet.
 * @param count turns at most, ≥ 1
 * @returns at least one text
 */
export function firstUserTurns(prompt: string, count: number): string[] {
  const turns = numberedTurns(prompt) ?? spokenTurns(prompt, false) ?? [];
  return turns.length === 0 ? [prompt] : turns.slice(0, count);
}

const FIRST_NUMBER = /^\s*\[Turn 1\]/i;

/** `[Turn 1]`, `[Turn 2]` … each at the beginning of a line, numbers in order; each is a user's, or an exchange. */
function numberedTurns(text: string): string[] | null {
  if (!FIRST_NUMBER.test(text)) return null;
  const starts: { readonly before: number; readonly after: number }[] = [];
  for (const match of text.matchAll(/^[ \t]*\[Turn (\d{1,6})\]/gim)) {
    // Another number is part of what is said.
    if (Number(match[1]) !== starts.length + 1) continue;
    starts.push({ before: match.index, after: match.index + match[0].length });
  }
  return starts
    .map(({ after }, i) => text.slice(after, starts[i + 1]?.before).trim())
    .flatMap((turn) => spokenTurns(turn, true) ?? [turn])
    .filter((turn) => turn !== "");
}

/** @param mayBeAnswered whether an assistant may have the last word */
function spokenTurns(text: string, mayBeAnswered: boolean): string[] | null {
  const begun = text.replace(/^\s*(?:<s>|<\|begin_of_text\|>)?\s*/, "");
  for (const form of TRANSCRIPT_FORMS) {
    const turns = turnsOf(begun, form);
    if (turns === null || (form.inWords && !isConversation(turns, mayBeAnswered))) continue;
    return turns.filter(({ byUser, text: said }) => byUser && said !== "").map(({ text: said }) => said);
  }
  return null;
}

/** Null where the text does not begin with a marker of this form. */
function turnsOf(text: string, { marker, ends }: TranscriptForm): Turn[] | null {
  const found = [...text.matchAll(marker)];
  if (found[0]?.index !== 0) return null;
  return found.map((match, i) => {
    const said = text.slice(match.index + match[0].length, found[i + 1]?.index);
    const byUser = isUser(match.groups?.role ?? "");
    return { byUser, text: clean(said, ends) };
  });
}

/** A text about a user, or one that shows a finished dialogue, is no conversation that waits for an answer. */
function isConversation(turns: readonly Turn[], mayBeAnswered: boolean): boolean {
  const last = turns.at(-1)!;
  return turns.length > 1 && (mayBeAnswered || last.byUser === (last.text !== ""));
}

const SYSTEM = { start: "<<SYS>>", end: "<</SYS>>" } as const;

function clean(said: string, ends: RegExp | undefined): string {
  if (ends === undefined) return said.trim();
  const text = said.replace(ends, "").trim();
  const end = text.startsWith(SYSTEM.start) ? text.indexOf(SYSTEM.end) : -1;
  return end < 0 ? text : text.slice(end + SYSTEM.end.length).trim();
}
