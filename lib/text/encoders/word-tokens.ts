/** What encoders without a tokenizer of their own match in BERTScore. */
import { words } from "../words.js";

/** Words, or where there are none the runs of whatever else is not a space (signs, emoji). */
export function wordsOrSigns(text: string): string[] {
  const found = words(text);
  return found.length > 0 ? found : (text.match(/\S+/gu) ?? []);
}
