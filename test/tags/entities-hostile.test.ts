import { describe, expect, test } from "vitest";
import { ENTITY_MAX_LENGTH, entitiesOf, findEntities } from "../../lib/tags/entities/index.js";

const MEGABYTE = 1_000_000;

function repeated(text: string): string {
  return text.repeat(Math.ceil(MEGABYTE / text.length)).slice(0, MEGABYTE);
}

describe("a megabyte of anything gives a set", () => {
  test.each([
    ["one word", "a"],
    ["one capital", "A"],
    ["words", "word "],
    ["names side by side", "Paris "],
    ["joined names", "University of the "],
    ["particles", "Juan de la "],
    ["initials", "A. "],
    ["hyphens", "A-"],
    ["apostrophes", "a'"],
    ["digits", "1"],
    ["groups of digits", "1,000,"],
    ["dotted digits", "1."],
    ["hyphened digits", "11-"],
    ["clock times", "12:"],
    ["currency signs", "$1"],
    ["number words", "twenty-one hundred and "],
    ["months", "March "],
    ["years in brackets", "Aa (1999) "],
    ["quotation marks", '"A'],
    ["asterisks", "*a "],
    ["underscores", "_a"],
    ["backquotes", "`"],
    ["fences", "```\n"],
    ["tags", "<a "],
    ["scripts that do not end", "<script"],
    ["brackets", "]("],
    ["addresses", "http://a@"],
    ["line breaks", "\n"],
    ["spaces", " "],
    ["punctuation", "?!…"],
    ["NUL", "\0"],
    ["lone surrogates", "\ud800A\udc00"],
    ["emoji", "👩‍👩‍👧 "],
    ["combining marks", "A\u0301\u0302\u0303"],
    ["right to left", "שלום السلام "],
    ["no spaces between words", "東京都"],
  ])("%s", (_, text) => {
    const entities = entitiesOf(repeated(text));
    expect(entities.size).toBeLessThan(ENTITY_MAX_LENGTH);
    for (const key of entities) expect(key).not.toBe("");
  });
});

test("work is bounded: what stands behind the limit is not read", () => {
  const start = "Berlin is old. ";
  const filler = "x ".repeat(ENTITY_MAX_LENGTH);
  expect([...entitiesOf(`${start}${filler} Then Tokyo.`)]).toEqual(["berlin"]);
});

/** Steps of a text twice as long must be about twice as many: entities found per copy stay the same. */
test("twice the text has twice the entities, line by line", () => {
  const line = "Ada Lovelace went to London in 1843 with 3 books.\n";
  const once = findEntities(line.repeat(50)).length;
  expect(once).toBe(50 * findEntities(line).length);
  expect(findEntities(line.repeat(100)).length).toBe(2 * once);
});

describe("odd texts", () => {
  test.each([
    ["an empty text", "", []],
    ["spaces", " \t\n ", []],
    ["punctuation", "…!? -- ** __ `` \"\" '' () [] {} <>", []],
    ["an unclosed fence", "In Rome.\n```\nParis 1999", ["rome"]],
    ["an unclosed bracket", "In Rome (and 3 others [with 4", ["rome", "3", "4"]],
    ["a script", "<script>var Paris = 1999;</script>In Rome.", ["rome"]],
    ["a script that does not end", "In Rome. <script>var Paris = 1999;", ["rome"]],
    ["a lone surrogate in a name", "In Rome\ud83d and Oslo.", ["rome", "oslo"]],
    ["NUL between words", "In\0Rome and\0Oslo.", ["rome", "oslo"]],
    ["carriage returns", "In Rome.\r\nIn Oslo.\r\n", ["rome", "oslo"]],
    ["emoji beside names", "🎉Rome🎉 and 😀 Oslo😀", ["rome", "oslo"]],
    ["marks that combine", "In Sa\u0303o Paulo.", ["sao paulo"]],
    ["right-to-left marks", "\u200fRome\u200f, 42", ["rome", "42"]],
  ])("%s", (_, text, expected) => {
    expect([...entitiesOf(text)]).toEqual(expected);
  });
});
