import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import {
  type EntityScore,
  entitiesId,
  entitiesOf,
  findEntities,
  type MarkedText,
  scoreEntities,
} from "../../lib/tags/entities/index.js";

/** Marked by hand before the rules were written; even ones served to write rules, odd ones are held out. */
const MARKED: readonly MarkedText[] = readFileSync(
  new URL("../fixtures/entity-sentences.jsonl", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as MarkedText);

describe("on sentences marked by hand", () => {
  const heldOut = MARKED.filter((_, i) => i % 2 === 1);
  const scores = new Map(scoreEntities(heldOut, createRng("entities")).map((score) => [score.type, score]));
  const of = (type: EntityScore["type"]): EntityScore => scores.get(type)!;

  test("every marked entity stands in its text, and a fifth of the texts have none", () => {
    for (const { id, text, entities } of MARKED) {
      for (const entity of entities) expect(text, id).toContain(entity.text);
    }
    const without = MARKED.filter(({ entities }) => entities.length === 0);
    expect(without.length).toBeGreaterThanOrEqual(MARKED.length / 6);
    expect(MARKED.length).toBeGreaterThanOrEqual(60);
  });

  test("precision and recall of the held-out half are above 0.93 in all, and 0.85 for each type", () => {
    expect(of("all").marked).toBeGreaterThan(150);
    expect(of("all").precision).toBeGreaterThan(0.93);
    expect(of("all").recall).toBeGreaterThan(0.93);
    for (const type of ["person", "place", "organization", "work", "date", "number"] as const) {
      expect(of(type).precision, type).toBeGreaterThan(0.85);
      expect(of(type).recall, type).toBeGreaterThan(0.85);
    }
  });

  test("the intervals hold the shares, and a finder of nothing has recall 0", () => {
    const { precision, precisionInterval, f1, f1Interval } = of("all");
    expect(precisionInterval.low).toBeLessThan(precision);
    expect(precisionInterval.high).toBeGreaterThan(precision);
    expect(f1Interval.low).toBeLessThanOrEqual(f1);
    expect(f1Interval.high).toBeGreaterThanOrEqual(f1);
    const none = scoreEntities(heldOut, createRng("entities"), () => []).at(-1)!;
    expect(none).toMatchObject({ type: "all", found: 0, right: 0, recall: 0, precision: Number.NaN });
  });

  test("a sentence without entities that were marked holds none, whatever its capitals", () => {
    const traps = heldOut.filter(({ entities }) => entities.length === 0);
    const wrong = traps.filter(({ text }) => findEntities(text).length > 0);
    expect(wrong.length / traps.length).toBeLessThanOrEqual(0.2);
  });
});

/** "type:text" of each entity. */
function typed(text: string): string[] {
  return findEntities(text).map((entity) => `${entity.type}:${entity.text}`);
}

describe("types", () => {
  test.each([
    [
      "Dr. Amara Osei of Cornell University flew to Accra.",
      "person:Amara Osei, organization:Cornell University, place:Accra",
    ],
    [
      "The songs of Fleetwood Mac were played in Oslo on 3 May 1977.",
      "organization:Fleetwood Mac, place:Oslo, date:3 May 1977",
    ],
    ['The novel "Middlemarch" was written by George Eliot.', "work:Middlemarch, person:George Eliot"],
    ["They paid $2.5 million, 12% more than in the 1990s.", "number:$2.5 million, number:12%, date:1990s"],
    [
      "Mount Kenya stands near Nairobi, in East Africa.",
      "place:Mount Kenya, place:Nairobi, place:East Africa",
    ],
    ["It opens at 9:30 a.m. on Tuesday, March 4, 2025.", "date:9:30 a.m., date:Tuesday, March 4, 2025"],
    ["The Battle of Waterloo and the Vienna Convention are no places.", ""],
    ["The Python code uses a French API, and I may march on.", ""],
  ])("of %j", (text, expected) => {
    expect(typed(text).join(", ")).toBe(expected);
  });

  test("code, links and markup hold none", () => {
    expect(typed("Call `Paris.find(42)` first.\n```js\nlet Berlin = 7;\n```")).toEqual([]);
    expect(typed("See https://example.org/Berlin/2020 or <a href='x'>this page</a>.")).toEqual([]);
    expect(typed("1. Open it.\n2. Close it.\n- [x] Done\n## Next Steps")).toEqual([]);
    expect(typed("~~~\nParis 1999\n~~~\nIn Rome.")).toEqual(["place:Rome"]);
  });

  test("a word with a capital is no name where the response writes it small too", () => {
    expect(typed("Tarragon is a herb. Add the Zarvola now; zarvola burns.")).toEqual([]);
    expect(typed("Add salt, said Zarvola to Mr. Brun.")).toEqual(["person:Zarvola", "person:Brun"]);
  });
});

describe("keys", () => {
  const key = (text: string): string => [...entitiesOf(text)].join(" + ");

  test.each([
    [
      "2020-03-05",
      [
        "on 5 March 2020",
        "on March 5, 2020",
        "on the 5th of March 2020",
        "on 2020-03-05",
        "on Thursday, March 5, 2020",
      ],
    ],
    ["15:30", ["at 3:30 p.m. sharp", "at 15:30 sharp", "at 3:30pm sharp"]],
    ["century 19", ["in the 19th century", "in the nineteenth century", "in the late 19th century"]],
    ["1920s", ["in the 1920s", "in the 1920's"]],
    ["44 bc", ["in 44 BC", "in 44 B.C.", "in 44 BCE"]],
  ])("of the date %j are the same for every way of writing it", (expected, texts) => {
    for (const text of texts) expect(key(`It was ${text}.`), text).toBe(expected);
  });

  test.each([
    ["$1500000", ["$1.5 million", "1.5 million dollars", "$1,500,000", "$1.5m"]],
    ["8%", ["8 percent", "8%", "8 per cent", "eight percent"]],
    ["250", ["250 of them", "two hundred and fifty of them", "250kg of it"]],
    ["3th", ["the 3rd time", "the third time"]],
    ["-4", ["-4 degrees", "−4 degrees"]],
    ["500000", ["half a million people", "500,000 people", "500 thousand people"]],
  ])("of the amount %j are the same for every way of writing it", (expected, texts) => {
    for (const text of texts) expect(key(`It was ${text}.`), text).toBe(expected);
  });

  test.each([
    ["jrr tolkien", ["J. R. R. Tolkien", "J.R.R. Tolkien", "JRR Tolkien"]],
    ["united states", ["the United States", "the U.S.", "the USA", "America"]],
    ["sao paulo", ["São Paulo", "Sao Paulo", "São Paulo's streets"]],
    ["great gatsby", ["The Great Gatsby", "*The Great Gatsby*", "the novel “The Great Gatsby”"]],
  ])("of the name %j are the same for every way of writing it", (expected, texts) => {
    for (const text of texts) expect(key(`We talked of ${text} at home.`), text).toBe(expected);
  });

  test("versions, telephone numbers, identifiers and fractions of a day are no amounts", () => {
    expect(key("Version 1.2.3 of COVID-19, GPT-4 and B12 at 555-123-4567, 24/7.")).toBe("");
  });
});

test("the rules have a name with a version of theirs and of the dictionary", () => {
  expect(entitiesId()).toMatch(/^entity-rules\/\d+\+compromise\/14\./);
});
