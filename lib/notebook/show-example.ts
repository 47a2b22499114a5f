/** One preference pair as a reader sees it. */
import { escapeControls } from "../base/index.js";
import type { Preference } from "../datasets/index.js";
import { displayBundle } from "./display.js";
import { escapeHtml } from "./table.js";

const SHOWN_LENGTH = 700;

/** Shows a pair's prompt, responses and labels; its texts are untrusted and escaped. */
export function showExample(pair: Preference): void {
  const parts = [
    ["Prompt", pair.prompt],
    ["Response A", pair.completionA],
    ["Response B", pair.completionB],
    ["People say", `${pair.human ?? "nothing"} (votes: ${pair.humanVotes.join(", ") || "not known"})`],
    ["The LM says", pair.lm ?? "nothing"],
  ].map(([name, text]) => [name!, shorten(text!)] as const);
  const html = parts.map(
    ([name, text]) => `<dt><b>${name}</b></dt><dd style="white-space:pre-wrap">${escapeHtml(text)}</dd>`,
  );
  displayBundle({
    "text/html": `<dl>${html.join("")}</dl>`,
    "text/plain": parts.map(([name, text]) => escapeControls(`${name}: ${text}`)).join("\n"),
  });
}

function shorten(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)} […]` : text;
}
