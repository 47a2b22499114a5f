/**
 * A response without what holds no names: code, addresses, markup. What remains of the markup are brackets around
 * italics (⟦…⟧) and bold (⟪…⟫), which often hold titles. Time is proportional to the length, whatever the text.
 */

export const ITALIC_OPEN = "⟦";
export const ITALIC_CLOSE = "⟧";
export const BOLD_OPEN = "⟪";
export const BOLD_CLOSE = "⟫";

/** One line of prose. */
export interface ProseLine {
  readonly text: string;
  /** A Markdown heading, or a cell of a table. */
  readonly isHeading: boolean;
}

/** The lines of a response that may hold entities. */
export function proseLines(text: string): ProseLine[] {
  const lines: ProseLine[] = [];
  let fence = "";
  for (const raw of withoutElement(withoutElement(text, "script"), "style").split("\n")) {
    const mark = FENCE.exec(raw)?.[1] ?? "";
    if (fence === "" && mark !== "" && !raw.includes("```", raw.indexOf(mark) + mark.length))
      fence = mark[0]!;
    else if (fence !== "") fence = mark[0] === fence ? "" : fence;
    else if (WORTH_READING.test(raw)) {
      const body = raw.replace(LINE_START, "");
      lines.push({ text: clean(body), isHeading: HEADING.test(raw) });
    }
  }
  return lines;
}

const FENCE = /^[ \t>]{0,8}(```|~~~)/;
const WORTH_READING = /[\p{Lu}\p{N}]|\b(?:tw|th|fo|fi|si|se|ei|ni|te|el|hundred|million|half)/iu;
/** Bullets and numbers of list items, headings, quotation marks of Markdown. */
const LINE_START =
  /^[ \t]{0,16}(?:>[ \t]{0,4}){0,4}(?:(?:[-*•+–]|#{1,6}|\(?\d{1,3}[.)](?!\d)|\([a-z]\)|[a-z]\)|[A-Z]\.(?=[ \t](?!\p{Lu}\.)[^ ]{1,40}(?: (?!\p{Lu})|$)))(?:[ \t]{1,8}|(?=\*\*)|$)){0,2}(?:\[[ xX]\] )?/u;
const HEADING = /^[ \t]{0,3}#{1,6}[ \t]|^[ \t]*\|.*\|[ \t]*$/;

/** Removes elements whose text is not prose; one that is not closed ends the text. */
function withoutElement(text: string, name: string): string {
  const [open, close] = [`<${name}`, `</${name}`];
  if (!text.includes(open)) return text;
  const kept: string[] = [];
  let place = 0;
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, place)) {
    kept.push(text.slice(place, start));
    const end = text.indexOf(close, start);
    place = end === -1 ? text.length : end;
    if (end === -1) break;
  }
  kept.push(text.slice(place));
  return kept.join("\n");
}

// Every pattern is bounded, or cannot start again inside what it scanned: none is quadratic.
const INLINE_CODE = /`[^`]*`/g;
const ADDRESS = /\bhttps?:\/\/\S+|\bwww\.\S+|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}/g;
const TAG = /<[/!]?[A-Za-z][^<>]{0,300}>/g;
const LINK_TARGET = /\]\([^()\s]{0,500}\)/g;
const BOLD = /\*\*(?=\S)([^*]{1,200})\*\*|__(?=\S)([^_]{1,200})__/g;
const ITALIC =
  /(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]{1,120})\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]{1,120})_(?![\p{L}\p{N}_])/gu;

/** What is cut out becomes a mark that no name, date or number can cross. */
const CUT = " ¦ ";

function clean(line: string): string {
  let text = line;
  if (text.includes("`")) text = text.replace(INLINE_CODE, CUT);
  if (text.includes("/") || text.includes("@") || text.includes("www.")) text = text.replace(ADDRESS, CUT);
  if (text.includes("<")) text = text.replace(TAG, CUT);
  if (text.includes("](")) text = text.replace(LINK_TARGET, "]");
  if (text.includes("*") || text.includes("_")) {
    text = text
      .replace(BOLD, (_, a?: string, b?: string) => `${BOLD_OPEN}${a ?? b}${BOLD_CLOSE}`)
      .replace(ITALIC, (_, a?: string, b?: string) => `${ITALIC_OPEN}${a ?? b}${ITALIC_CLOSE}`);
  }
  return text;
}
