/** Text from data, made safe to put into a figure. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
const FORBIDDEN_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * Plotly reads labels as a small HTML (`<b>`, `<br>`, links, entities). This turns any text into a label
 * that shows exactly that text; characters that no SVG may hold become U+FFFD.
 * @param text any text, trusted or not
 * @param maxLength longest result in characters as seen; longer text ends in an ellipsis
 */
export function plainText(text: string, maxLength = 200): string {
  const characters = [...text.replace(FORBIDDEN_IN_XML, "\ufffd")];
  const shown =
    characters.length > maxLength
      ? `${characters
          .slice(0, maxLength - 1)
          .join("")
          .trimEnd()}…`
      : characters.join("");
  return shown.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}
