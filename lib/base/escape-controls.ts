/** Text from data, made safe to print. */

/** Control characters (C0 without tab and newline, delete, C1), and those that turn the direction of text around. */
const CONTROLS = /[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** Writes control characters as `\u001b`, so that no text from data can steer a terminal. Tabs and newlines stay. */
export function escapeControls(text: string): string {
  return text.replace(CONTROLS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
