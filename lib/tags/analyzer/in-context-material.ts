/** Special material that a prompt brings along (paper, Table 12: "table, HTML, JSON"); whether there is any is the tag. */
import { userTurns } from "./instruction.js";
import { MATERIAL_NOUN, REQUEST_WORD } from "./material-cues.js";

interface MaterialRule {
  readonly name: string;
  readonly found: (text: string) => boolean;
}

/** Longer lines are prose, whatever they end in. */
const MAX_LINE_LENGTH = 300;
const CODE_LINE =
  /^\s*(?:def \w|class \w+[:({]|import \w[\w.]*(?:;|$| as | from )|from \w[\w.]* import|#include|function\b.*[({]|(?:const|let|var) \w+ ?=|(?:public|private|static|export|async) [\w<>[\], ]+[({=]|return\b.*[;)\w]$|for ?\(|if ?\(.*\) ?\{|while ?\(|SELECT .+ FROM|INSERT INTO|UPDATE \w+ SET|CREATE TABLE|<\?php|\}$|>>> \S|\$ \w+ -|.*[;{]$)/;
const INLINE_CODE = /`[^`\n]*[(){}=<>;[\]][^`\n]*`/;
const SQL_OR_CALL =
  /\bSELECT\b.{1,120}\bFROM\b|\b\w+\([^()\n]{0,60}\) ?(?:\{|=>)|\b(?:const|let|var) \w+ = .{1,80};/;
const MIN_CODE_LINES = 2;
const MIN_TABLE_LINES = 2;
const MIN_LIST_LINES = 3;
/** Quoted characters that make a passage rather than a word under discussion. */
const MIN_QUOTE_LENGTH = 60;
/** Words in a block of its own, or after a label and a colon, that make a passage. */
const MIN_BLOCK_WORDS = 12;
const MIN_LABELLED_WORDS = 8;
const QUOTES: readonly RegExp[] = [
  /"([^"]*)"/g,
  /“([^”]*)”/g,
  /«([^»]*)»/g,
  /<<([^<>]*)>>/g,
  /„([^“”]*)[“”]/g,
];
/** The question that may follow a passage in its line. */
const LAST_QUESTION = /(?<=[.!])\s[^.!?]{0,300}\?\s*$/;
const TAGS =
  /<(?:html|head|body|div|p|a|span|table|tr|td|ul|ol|li|h[1-6]|img|script|style|form|input|button|br|section|nav|svg)\b[^<>]{0,200}>/i;
const ELEMENT = /<([a-z][\w-]{0,30})(?:\s[^<>]{0,200})?>/gi;

const RULES: readonly MaterialRule[] = [
  { name: "code", found: hasCode },
  {
    name: "table",
    found: (text) =>
      countLines(text, /^[^|\n]{0,60}\|[^|\n]{0,80}\|/) >= MIN_TABLE_LINES ||
      countLines(text, /\S ?\| ?\S/) > MIN_TABLE_LINES ||
      countLines(text, /\S\t+\S/) >= MIN_TABLE_LINES ||
      countLines(text, /^\S[^.!?]{0,30}\S {2,}\S+(?: {2,}\S+|$)/) > MIN_TABLE_LINES,
  },
  {
    name: "CSV",
    found: (text) => countLines(text, /^[^,\s][^,\n]{0,40}(?:,[^,\n]{1,40}){2,}$/) >= MIN_LIST_LINES,
  },
  { name: "JSON", found: (text) => /[{[]\s*"[^"\n]{1,60}"\s*[:,]|\{\s*\w+: ?"[^"\n]*"/.test(text) },
  {
    name: "YAML",
    found: (text) =>
      /```ya?ml/.test(text) || countLines(text, /^\s*[\w-]+:(?: [^.?!]{0,60})?$/) >= MIN_LIST_LINES,
  },
  { name: "HTML", found: (text) => TAGS.test(text) },
  { name: "XML", found: (text) => /<\?xml\b/.test(text) || (!TAGS.test(text) && hasElement(text)) },
  { name: "URL", found: (text) => /\bhttps?:\/\/\S|\bwww\.\w/i.test(text) },
  {
    name: "email",
    found: (text) =>
      /^(?:from|to|subject|dear|hi|hello)\b.{0,80}[:,]\s*$/im.test(text) || /^subject: \S/im.test(text),
  },
  {
    name: "equation",
    found: (text) =>
      /\$[^$\n]*[\\^_=][^$\n]*\$|\\(?:frac|int|sum|sqrt|begin|sigma|alpha|left)\b|\\\[|\\\(/.test(text),
  },
  { name: "multiple choice", found: (text) => countLines(text, /^\s*\(?[A-Da-d][).:]\s+\S/) >= 2 },
  {
    name: "dialogue",
    found: (text) => countLines(text, /^\s*(?:user|assistant|human|ai|q|a|[A-Z][a-zA-Z]{1,15}): \S/i) >= 3,
  },
  { name: "sequence", found: (text) => /^[ACGTUN]{20,}\s*$/m.test(text) },
  { name: "list", found: (text) => hasList(text) },
  { name: "data", found: hasDataBlock },
  { name: "quoted passage", found: hasQuotedPassage },
  { name: "passage", found: hasPassage },
];

/** Names of the kinds of material found; none for a prompt that is all instruction. */
export function findInContextMaterial(text: string): string[] {
  const said = userTurns(text);
  return RULES.filter(({ found }) => found(said)).map(({ name }) => name);
}

function countLines(text: string, pattern: RegExp): number {
  return text.split("\n").filter((line) => line.length <= MAX_LINE_LENGTH && pattern.test(line)).length;
}

function hasCode(text: string): boolean {
  return (
    text.includes("```") ||
    INLINE_CODE.test(text) ||
    SQL_OR_CALL.test(text.slice(0, 2000)) ||
    countLines(text, CODE_LINE) >= MIN_CODE_LINES
  );
}

/** An element that is opened and closed. */
function hasElement(text: string): boolean {
  return [...text.matchAll(ELEMENT)].some((match) => text.indexOf(`</${match[1]}>`, match.index) > 0);
}

/** Lines of a list that state things; a list of wishes is instruction. */
function hasList(text: string): boolean {
  const items = text.split("\n").flatMap((line) => {
    const item = /^\s*(?:[-*•+]|\d{1,3}[.)])\s+(\S.{0,200})/.exec(line)?.[1];
    return item === undefined ? [] : [item];
  });
  return (
    items.length >= MIN_LIST_LINES &&
    items.filter((item) => REQUEST_WORD.test(item)).length * 2 < items.length
  );
}

/** Several short lines of a block that hold figures or measures rather than sentences. */
function hasDataBlock(text: string): boolean {
  return blocksOf(text).some((block) => {
    const lines = block.split("\n").filter((line) => line.trim() !== "");
    const data = lines.filter(
      (line) => /\d/.test(line) && line.length <= 80 && !/[?!]\s*$/.test(line) && !REQUEST_WORD.test(line),
    );
    return lines.length >= MIN_LIST_LINES && data.length >= MIN_LIST_LINES && data.length * 2 > lines.length;
  });
}

function hasQuotedPassage(text: string): boolean {
  return QUOTES.some((quotes) =>
    [...text.matchAll(quotes)].some(([, quoted = ""]) => quoted.trim().length >= MIN_QUOTE_LENGTH),
  );
}

/** A block of prose beside an instruction, or what follows a label for material. */
function hasPassage(text: string): boolean {
  for (const [label, passage] of labelledParts(text)) {
    const stated = passage.replace(LAST_QUESTION, "");
    if (wordCount(stated) >= MIN_LABELLED_WORDS && MATERIAL_NOUN.test(label) && !asks(stated)) return true;
  }
  const blocks = blocksOf(text);
  return blocks.some((block, i) => {
    const introduced = /:\s*$/.test(blocks[i - 1] ?? "");
    return blocks.length > 1 && !asks(block) && wordCount(block) >= (introduced ? 4 : MIN_BLOCK_WORDS);
  });
}

/** What stands before a colon, and the rest of the line or block after it. */
function labelledParts(text: string): [label: string, passage: string][] {
  return text.split("\n").flatMap((line, i, lines): [string, string][] => {
    const at = line.indexOf(":");
    if (at < 0) return [];
    const rest = line.slice(at + 1).trim();
    const below = rest === "" ? lines.slice(i + 1).join(" ") : rest;
    return [[line.slice(Math.max(0, at - 60), at), below]];
  });
}

/** Whether a part is instruction: it asks, or begins with a request. */
function asks(part: string): boolean {
  return /\?\s*$/.test(part) || REQUEST_WORD.test(part);
}

function blocksOf(text: string): string[] {
  return text.split(/\n[ \t\r]*\n/).filter((block) => block.trim() !== "");
}

function wordCount(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
