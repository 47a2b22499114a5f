/** Content hashes of texts: what the feature cache knows them by. */
import { hash } from "node:crypto";
import type { PairTexts } from "../measures/measure-responses.js";

/** Of a prompt: for its descriptive tags. */
export function promptKey(prompt: string): string {
  return hashText(prompt);
}

/** Of a prompt and two responses: for their measures. Their lengths keep the three apart. */
export function pairKey({ prompt, completionA, completionB }: PairTexts): string {
  return hashText(`${prompt.length},${completionA.length},${prompt}${completionA}${completionB}`);
}

/** SHA-256, 43 letters of base64url. In UTF-8 all lone surrogates are one character; texts with any go as they are. */
function hashText(text: string): string {
  if ((text as string & WellFormed).isWellFormed()) return hash("sha256", text, "base64url");
  return hash("sha256", Buffer.from(`\u0000${text}`, "utf16le"), "base64url");
}

/** In every supported version of Node, and not yet in the types. */
interface WellFormed {
  isWellFormed(): boolean;
}
