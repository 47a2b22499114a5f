/** Sentences, by line breaks and closing marks. */

/** After a line break, or after . ! ? … and a space before something that can start a sentence. */
const BREAK = /\s*\n\s*|(?<=[.!?…]["'”’)\]]{0,2})\s+(?=["'“‘([*_]{0,3}[\p{Lu}\p{N}])|(?<=[。！？])/u;

/** The sentences of a text, without blank ones. Abbreviations such as "Dr. Smith" are cut apart: no dictionary is used. */
export function sentences(text: string): string[] {
  return text
    .split(BREAK)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
