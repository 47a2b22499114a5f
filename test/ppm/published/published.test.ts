import { expect, test } from "vitest";
import { TABLE_13, TABLE_13_MISSING_TAG } from "../../../lib/paper/index.js";
import { PUBLISHED_PPM_NOTE, publishedPpm, savedPublishedPpm } from "../../../lib/ppm/index.js";
import { TAG_NAMES } from "../../../lib/tags/index.js";

const ppm = publishedPpm();
const countsOf = (counts: Readonly<Record<string, number>>): number[] =>
  TAG_NAMES.map((name) => counts[name] ?? 0);

test("a pair of one tag gains what Table 13 prints for it, in thousandths of the score", () => {
  for (const { tag, gainThousandths } of TABLE_13)
    expect(ppm.predict(countsOf({ [tag]: 1 }))).toBe(gainThousandths / 1000);
});

test("the tag that the table leaves out gains 0, and so does no human label", () => {
  expect(TABLE_13).toHaveLength(89);
  expect(ppm.predict(countsOf({ [TABLE_13_MISSING_TAG]: 100 }))).toBe(0);
  expect(ppm.predict(countsOf({}))).toBe(0);
});

test("a mix gains the sum over its pairs and their tags", () => {
  const [first, second] = [TABLE_13[0]!, TABLE_13.at(-1)!];
  const sum = (3 * first.gainThousandths + second.gainThousandths) / 1000;
  expect(ppm.predict(countsOf({ [first.tag]: 3, [second.tag]: 1 }))).toBeCloseTo(sum, 15);
});

test("it says what it is", () => {
  expect(ppm.family).toBe("published");
  expect(ppm.uncertainty).toBeNull();
  expect(savedPublishedPpm().target).toContain("gain");
  expect(PUBLISHED_PPM_NOTE).toMatch(/Table 13.*MultiPref.*not scores/);
});
