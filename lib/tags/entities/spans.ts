/** Spans found in one line, and the line with what is found already taken out. */
import type { Span } from "./entity.js";

/** Fills the place of what is found: no letter, digit, space or mark, so that no pattern matches across it. */
export const TAKEN = "\uE000";

/** The line with the spans' characters replaced, so that every place stays where it was. */
export function without(line: string, spans: readonly Pick<Span, "start" | "end">[]): string {
  let rest = line;
  for (const { start, end } of spans) {
    rest = rest.slice(0, start) + TAKEN.repeat(end - start) + rest.slice(end);
  }
  return rest;
}
