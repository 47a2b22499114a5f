/** The instruction of a prompt, apart from the material that it brings along. */
import { sentences } from "../../text/index.js";
import { REQUEST_WORD } from "./material-cues.js";

/** Words from which on a block under or above an instruction is material. */
const MIN_BLOCK_WORDS = 25;
/** Characters from which on a quotation is material. */
const MIN_QUOTE_LENGTH = 60;
const FENCED = /```[^`]*(?:```|$)/g;
const LONG_QUOTE = new RegExp(
  `"[^"]{${MIN_QUOTE_LENGTH},}"|“[^”]{${MIN_QUOTE_LENGTH},}”|<<[^<>]{${MIN_QUOTE_LENGTH},}>>`,
  "g",
);
const TAG_OR_DATA_LINE = /^\s*(?:[<|{}[\]]|>>>|.*[|;{}]\s*$)|\t/;
/** What stands before a passage in its own line. */
const MATERIAL_LABEL =
  /^\s*(?:text|passage|paragraph|article|excerpt|extract|context|email|review|story|transcript|notes?|input|content|document|abstract|data|poem|draft|message|sentence)\s*:/i;
/** The same in the midst of a line, up to the end of the line. */
const INLINE_MATERIAL =
  /\b(?:text|passage|paragraph|article|excerpt|extract|context|review|transcript|abstract|snippet|quote)\s*:[ \t]+[^\n?]{60,}$/gim;
const SPEAKER = /(?:^|\s)(Human|User|Assistant|AI|Bot):\s/g;

/** What the user said, where a prompt is a conversation ("Human: … Assistant: …"); else all of it. */
export function userTurns(written: string): string {
  // Long runs of blanks say nothing, and patterns with bounded gaps would try each of them.
  const text = written.replace(/[^\S\n]{3,}/g, "  ").replace(/\n(?:[^\S\n]*\n){2,}/g, "\n\n");
  if (text.startsWith("[Turn 1]")) return text.replace(/\s*\[Turn \d+\]\s*/g, "\n").trim();
  if (!/^\s*(?:Human|User):\s/.test(text)) return text;
  const turns = text.split(SPEAKER);
  const said: string[] = [];
  for (let i = 1; i + 1 < turns.length; i += 2)
    if (/^(?:Human|User)$/.test(turns[i]!)) said.push(turns[i + 1]!.trim());
  return said.join("\n");
}

/** The instruction: without code, tables, long quotations and passages; all of the text where nothing is left. */
export function instructionOf(text: string): string {
  const said = userTurns(text);
  const bare = said.replace(FENCED, "\n").replace(LONG_QUOTE, " … ").replace(INLINE_MATERIAL, "");
  const blocks = bare.split(/\n[ \t]*\n/);
  const kept = blocks
    .filter((block, i) => !isMaterial(block, i, blocks.length))
    .map((block) =>
      block
        .split("\n")
        .filter((line) => !TAG_OR_DATA_LINE.test(line) && !MATERIAL_LABEL.test(line))
        .join("\n"),
    )
    .filter((block) => block.trim() !== "");
  return kept.length > 0 ? kept.join("\n\n") : bare.trim() === "" ? said : bare;
}

/** A long block that asks for nothing, beside others that may. */
function isMaterial(block: string, at: number, count: number): boolean {
  if (count === 1) return false;
  const long = (block.match(/\S+/g)?.length ?? 0) >= MIN_BLOCK_WORDS;
  if (MATERIAL_LABEL.test(block)) return long || !block.includes("?");
  return long && at > 0 && !sentences(block).some((part) => part.endsWith("?") || REQUEST_WORD.test(part));
}
