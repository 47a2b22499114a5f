/** Special material that a prompt brings along. */

interface MaterialRule {
  readonly name: string;
  readonly found: (text: string) => boolean;
}

const CODE_LINE =
  /^\s*(?:def |class \w+[:({]|import \w|from \w+ import|#include|function\b.*[({]|(?:const|let|var) \w+ ?=|public |private |return\b.*;?$|for ?\(|if ?\(.*\) ?\{|while ?\(|SELECT .+ FROM|INSERT INTO|<\?php|\}$|.*[;{]$)/;
const MIN_CODE_LINES = 2;
const MIN_TABLE_LINES = 2;
const MIN_LIST_LINES = 3;
/** Quoted characters that make a passage rather than a word under discussion. */
const MIN_QUOTE_LENGTH = 60;
/** Words after a line that ends with a colon, or in a block of its own, that make a passage. */
const MIN_PASSAGE_WORDS = 30;

const RULES: readonly MaterialRule[] = [
  { name: "code", found: (text) => text.includes("```") || countLines(text, CODE_LINE) >= MIN_CODE_LINES },
  {
    name: "table",
    found: (text) =>
      countLines(text, /^\s*\|.*\|.*\|/) >= MIN_TABLE_LINES ||
      countLines(text, /\S\t+\S/) >= MIN_TABLE_LINES ||
      countLines(text, /^[^,\s][^,\n]{0,40}(?:,[^,\n]{1,40}){2,}$/) >= MIN_LIST_LINES,
  },
  { name: "JSON", found: (text) => /[{[]\s*"[^"\n]{1,60}"\s*[:,]/.test(text) },
  {
    name: "HTML",
    found: (text) =>
      /<(?:html|head|body|div|p|a|span|table|tr|td|ul|ol|li|h[1-6]|img|script|style|form|input|br)\b[^<>]{0,200}>/i.test(
        text,
      ),
  },
  {
    name: "XML",
    found: (text) => /<\?xml\b/.test(text) || /<([a-z][\w-]{1,30})>[^<>]{1,200}<\/\1>/.test(text),
  },
  { name: "URL", found: (text) => /\bhttps?:\/\/\S|\bwww\.\w/i.test(text) },
  {
    name: "email",
    found: (text) => /^(?:from|to|subject|dear)\b.{0,80}[:,]\s*$/im.test(text) && text.includes("\n"),
  },
  {
    name: "equation",
    found: (text) => /\$[^$\n]*[\\^_=][^$\n]*\$|\\(?:frac|int|sum|sqrt|begin)\b/.test(text),
  },
  { name: "multiple choice", found: (text) => countLines(text, /^\s*\(?[A-Da-d][).:]\s+\S/) >= 2 },
  {
    name: "dialogue",
    found: (text) => countLines(text, /^\s*(?:user|assistant|human|ai|q|a|[A-Z][a-z]{1,15}): \S/i) >= 3,
  },
  {
    name: "list",
    found: (text) => countLines(text, /^\s*(?:[-*•]|\d{1,3}[.)])\s+\S/) >= MIN_LIST_LINES,
  },
  { name: "quoted passage", found: hasQuotedPassage },
  { name: "passage", found: hasPassage },
];

/** Names of the kinds of material found; none for a prompt that is all instruction. */
export function findInContextMaterial(text: string): string[] {
  return RULES.filter(({ found }) => found(text)).map(({ name }) => name);
}

function countLines(text: string, pattern: RegExp): number {
  return text.split("\n").filter((line) => pattern.test(line.slice(0, 300))).length;
}

function hasQuotedPassage(text: string): boolean {
  return [/"([^"]*)"/g, /“([^”]*)”/g].some((quotes) =>
    [...text.matchAll(quotes)].some(([, quoted = ""]) => quoted.length >= MIN_QUOTE_LENGTH),
  );
}

/** A block of prose under an instruction, or after a colon. */
function hasPassage(text: string): boolean {
  const blocks = text.split(/\n\s{0,80}\n|:[ \t]*\n/);
  const afterColon = /^[^\n:]{0,200}:\s+([^\n]*)/.exec(text)?.[1] ?? "";
  return [...blocks.slice(1), afterColon].some(
    (block) => (block.match(/\S+/g)?.length ?? 0) >= MIN_PASSAGE_WORDS,
  );
}
