import { expect, test } from "vitest";
import { firstWords, sentences, words } from "../../lib/text/index.js";

test.each([
  ["It's the cat's, isn't it?", ["it's", "the", "cat's", "isn't", "it"]],
  ["it’s ÉCOLE naïve", ["it's", "école", "naïve"]],
  ["3.5 million (2020)", ["3", "5", "million", "2020"]],
  ["日本語 text", ["日", "本", "語", "text"]],
  ["שלום עולם", ["שלום", "עולם"]],
  ["🦙 !?", []],
  ["", []],
])("the words of %j", (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test("text beyond ASCII does not change how its ASCII words are cut", () => {
  const ascii = "Don't stop: 2nd try, rock 'n' roll's end";
  expect(words(`${ascii} é`)).toEqual([...words(ascii), "é"]);
});

test("sentences end at line breaks and at closing marks before a capital or a number", () => {
  expect(sentences('He said "Stop." Then he left.\n\n- item one\nIs it 3.5? 4 is more. e.g. this')).toEqual([
    'He said "Stop."',
    "Then he left.",
    "- item one",
    "Is it 3.5?",
    "4 is more. e.g. this",
  ]);
});

test("the first words of a text are the first of its words, however long it is", () => {
  const text = "It's été, 日本 and 4 more. ".repeat(500);
  for (const maxCount of [0, 1, 7, 100, 2_999, 5_000]) {
    expect(firstWords(text, maxCount)).toEqual(words(text).slice(0, maxCount));
  }
});

test.each([
  ["letters beyond ASCII", "é"],
  ["letters and apostrophes", "é'"],
  ["letters and apostrophes of ASCII", "a'"],
  ["combining marks", "\u0301"],
  ["letters of two units", "𝒳"],
])("twelve megabytes of %s without a space are cut into long words", (_, letters) => {
  const cut = words(letters.repeat(12_000_000 / letters.length));
  expect(cut.length).toBeGreaterThan(1);
  expect(Math.max(...cut.map((word) => [...word].length))).toBeLessThanOrEqual(9_999);
});
