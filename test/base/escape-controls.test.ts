import { expect, test } from "vitest";
import { BadInputError, escapeControls } from "../../lib/base/index.js";

test("no control character of either block, and none that turns text around, comes through", () => {
  expect(escapeControls("\u001b[31m \u007f \u009b2J \u202e \u2066")).toBe(
    "\\u001b[31m \\u007f \\u009b2J \\u202e \\u2066",
  );
});

test("other text stays as it is, tabs, newlines and emoji among it", () => {
  const text = 'naïve\tשלום\n😀 👩‍🔬 "quoted" <b>';
  expect(escapeControls(text)).toBe(text);
});

test("a message escapes text from data in the place, the value, the rule and the remedy", () => {
  const evil = "\u001b]0;\u009b";
  const { message } = new BadInputError([{ place: evil, value: evil, rule: evil, remedy: evil }]);
  expect(message).not.toMatch(/\p{Cc}/u);
  expect(message.match(/\\u009b/g)).toHaveLength(4);
});
