/** Sentences, by line breaks and closing marks. */

/** After . ! ? … and a space, before something that can start a sentence; after their Chinese and Japanese forms. */
const BREAK = /(?<=[.!?…]["'”’)\]]{0,2})\s+(?=["'“‘([*_]{0,3}[\p{Lu}\p{N}])|(?<=[。！？])/u;

/** The sentences of a text, without blank ones. Abbreviations such as "Dr. Smith" are cut apart: no dictionary is used. */
export function sentences(text: string): string[] {
  // Line breaks first and alone: a pattern that allowed spaces around them would be quadratic in a run of spaces.
  return text
    .split("\n")
    .flatMap((line) => line.split(BREAK))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
