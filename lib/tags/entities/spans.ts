/** Spans found in one line, and the line with what is found already taken out. */
import type { Span } from "./entity.js";

/** Fills the place of what is found: no letter, digit, space or mark, so that no pattern matches across it. */
export const TAKEN = "\uE000";

/** The line with the spans' characters replaced, so that every place stays where it was. */
export function without(line: string, spans: readonly Pick<Span, "start" | "end">[]): string {
  if (spans.length === 0) return line;
  const pieces: string[] = [];
  let place = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= place) continue;
    pieces.push(line.slice(place, Math.max(place, start)), TAKEN.repeat(end - Math.max(place, start)));
    place = end;
  }
  return pieces.join("") + line.slice(place);
}
