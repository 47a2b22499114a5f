import { describe, expect, test } from "vitest";
import { BadInputError } from "../../../lib/base/index.js";
import { createBitset } from "../../../lib/math/index.js";
import {
  checkFeasible,
  countBudget,
  describeConstraint,
  OPEN_BUDGET,
  parseShareLimit,
  type ShareLimit,
  tagConstraints,
} from "../../../lib/routing/index.js";
import { columnOfTagName, TAG_NAMES, type TagMatrix } from "../../../lib/tags/index.js";

/** 20 rows: rows 0-9 are Law, 5-14 History, 15-17 safety_concern=high; no other tag. */
const ROWS = { "subject_of_expertise=Law": [0, 10], "subject_of_expertise=History": [5, 15], "safety_concern=high": [15, 18] } as const; // biome-ignore format: one table
const matrix: TagMatrix = {
  ids: Array.from({ length: 20 }, (_, i) => `i${i}`),
  tagNames: TAG_NAMES,
  columns: TAG_NAMES.map((_, column) => {
    const found = Object.entries(ROWS).find(([name]) => columnOfTagName(name) === column);
    const [from, to] = found?.[1] ?? [0, 0];
    return createBitset(
      20,
      Array.from({ length: to - from }, (_, i) => from + i),
    );
  }),
};
const law = columnOfTagName("subject_of_expertise=Law")!;
const min = (text: string): ShareLimit => parseShareLimit(text, "min");
const max = (text: string): ShareLimit => parseShareLimit(text, "max");

describe("shares as written", () => {
  test("a tag by either of its names, and a share behind the last colon", () => {
    expect(min("subject_of_expertise=Law:0.5")).toEqual({ bound: "min", column: law, share: 0.5 });
    expect(max(`${TAG_NAMES[law]}: 1`)).toEqual({ bound: "max", column: law, share: 1 });
    expect(max("subject_of_expertise=Law:.25").share).toBe(0.25);
  });

  test.each([
    "subject_of_expertise=Law",
    "subject_of_expertise=Law:",
    "subject_of_expertise=Law:1.1",
    "subject_of_expertise=Law:-0.1",
    ":0.5",
    "",
    "subject_of_expertise=Law:NaN",
    "subject_of_expertise=Law:50%",
  ])(
    // biome-ignore format: one list
    "%j is refused",
    (text) => {
      expect(() => min(text)).toThrow(BadInputError);
      expect(() => min(text)).toThrow("--min-share: must be a tag, a colon and a share");
    },
  );

  test("an unknown tag is refused with the nearest", () => {
    expect(() => max("subject_of_expertise=Lew:0.5")).toThrow(/--max-share.*"subject_of_expertise=Law"/);
  });
});

describe("shares as numbers of pairs", () => {
  test("a minimum is rounded up, a maximum down, and both of a tag are one constraint", () => {
    expect(tagConstraints(matrix, [min("subject_of_expertise=Law:0.25"), max("subject_of_expertise=Law:0.55")])).toEqual([{ column: law, minCount: 3, maxCount: 5 }]); // biome-ignore format: one claim
    // 0.3 × 10 is more than 3 in binary where it comes from a sum, and 0.7 × 10 less than 7.
    expect(tagConstraints(matrix, [min("subject_of_expertise=Law:0.3")])).toEqual([
      { column: law, minCount: 3, maxCount: 10 },
    ]);
    expect(tagConstraints(matrix, [max("subject_of_expertise=Law:0.7")])).toEqual([
      { column: law, minCount: 0, maxCount: 7 },
    ]);
  });

  test("a minimum above the maximum, a gap without a number, a tag of no pair, and a bound given twice: all named", () => {
    const all = () =>
      tagConstraints(matrix, [
        min("subject_of_expertise=Law:0.6"),
        max("subject_of_expertise=Law:0.5"),
        min("safety_concern=high:0.4"),
        max("safety_concern=high:0.6"),
        min("rouge=low:0.5"),
        max("subject_of_expertise=History:0.5"),
        max("subject_of_expertise=History:0.6"),
      ]);
    expect(all).toThrow(/4 problems/);
    expect(all).toThrow(/minimum 0.6 is above the maximum 0.5 \(found "subject_of_expertise=Law"\)/);
    expect(all).toThrow(
      /no number out of 3 pairs is a share from 0.4 to 0.6 \(found "safety_concern=high"\)/,
    );
    expect(all).toThrow(/no pair has this tag \(found "rouge=low"\)/);
    expect(all).toThrow(/--max-share: given twice for one tag \(found "subject_of_expertise=History"\)/);
  });

  test("in words", () => {
    const [constraint] = tagConstraints(matrix, [
      min("subject_of_expertise=Law:0.2"),
      max("subject_of_expertise=Law:0.5"),
    ]);
    expect(describeConstraint(matrix, constraint!)).toBe(
      "at least 2 and at most 5 of the 10 pairs with subject_of_expertise=Law",
    );
  });
});

describe("constraints that contradict each other or the budget", () => {
  const check = (shares: ShareLimit[], budget = OPEN_BUDGET) =>
    checkFeasible(matrix, tagConstraints(matrix, shares), [budget]);

  test("minima that need more than the budget are named, and no others", async () => {
    const shares = [
      min("subject_of_expertise=Law:0.5"),
      min("safety_concern=high:1"),
      max("subject_of_expertise=History:0.9"),
    ];
    await expect(check(shares, countBudget(8))).resolves.toBeUndefined();
    await expect(check(shares, countBudget(7))).rejects.toThrow(
      /humans cannot label at least 5 of the 10 pairs with subject_of_expertise=Law and at least 3 of the 3 pairs with safety_concern=high with 7 of all 20 pairs/,
    );
  });

  test("maxima that leave fewer than a fixed budget are named", async () => {
    const shares = [max("subject_of_expertise=Law:0.1"), max("safety_concern=high:0.5")];
    // 9 of Law and 2 of the others stay with the LM.
    await expect(check(shares, countBudget(9))).resolves.toBeUndefined();
    await expect(check(shares, countBudget(12))).rejects.toThrow(
      /at most 1 of the 10 pairs with subject_of_expertise=Law with 12 of all 20/,
    );
  });

  test("overlapping tags contradict each other whatever the budget", async () => {
    // Five pairs are both Law and History: all of Law takes them, which is half of History.
    const shares = [min("subject_of_expertise=Law:1"), max("subject_of_expertise=History:0.4")];
    await expect(check(shares)).rejects.toThrow(BadInputError);
    await expect(check(shares)).rejects.toThrow(/Law and at most 4 .*History; loosen/);
    await expect(check([shares[0]!, max("subject_of_expertise=History:0.5")])).resolves.toBeUndefined();
  });

  test("money that does not pay for the minima is said", async () => {
    const constraints = tagConstraints(matrix, [min("safety_concern=high:1")]);
    const extra = new Float64Array(20).fill(2).fill(5, 15);
    const at = (limit: number) => checkFeasible(matrix, constraints, [{ kind: "money", limit, extra }]);
    await expect(at(15)).resolves.toBeUndefined();
    await expect(at(14.9)).rejects.toThrow("with 14.9 of money over all LM");
  });
});
