import { describe, expect, test } from "vitest";
import { LABELS, type Label, majorityLabel, readPreferences, sideOf } from "../../lib/datasets/index.js";
import { hasShared, sharedPath } from "../shared.js";

const CODES: Readonly<Record<string, Label>> = {
  A: "a-is-clearly-better",
  a: "a-is-better",
  "'": "a-is-slightly-better",
  t: "tie",
  ",": "b-is-slightly-better",
  b: "b-is-better",
  B: "b-is-clearly-better",
};
const votesOf = (codes: string): Label[] => [...codes].map((code) => CODES[code]!);

describe("majority of votes", () => {
  test.each([
    ["A", "a-is-clearly-better", "one vote is the label"],
    ["AAB", "a-is-clearly-better", "most support wins"],
    ["A'BB,", "b-is-clearly-better", "strength is of the winners only"],
    ["A'Bt", "a-is-better", "two against one and one is a majority; clearly and slightly average to better"],
    ["Aa,", "a-is-better", "between two steps the weaker"],
    ["a'b", "a-is-slightly-better", "between two steps the weaker"],
    ["''A", "a-is-slightly-better", "the median, not the mean"],
    ["AB", "tie", "equal support"],
    ["AAtt", "tie", "equal support of a side and tie"],
    ["ABt", "tie", "three ways"],
    ["Att", "tie", "tie wins"],
    ["AAbbt", "tie", "a single tie between equal sides"],
    ["A',,,", "b-is-slightly-better", "sides collapse before the majority: three slight against two"],
  ])("%s is %s: %s", (codes, label) => {
    expect(majorityLabel(votesOf(codes))).toBe(label);
  });

  test("no votes, no label", () => {
    expect(majorityLabel([])).toBeNull();
  });

  test("swapping A and B swaps the label, for every three votes, in any order", () => {
    const swap = (label: Label): Label => LABELS[LABELS.length - 1 - LABELS.indexOf(label)]!;
    for (const x of LABELS) {
      for (const y of LABELS) {
        for (const z of LABELS) {
          const label = majorityLabel([x, y, z])!;
          expect(majorityLabel([swap(z), swap(x), swap(y)])).toBe(swap(label));
        }
      }
    }
  });
});

describe.skipIf(!hasShared("data", "preferences"))("real votes (skipped: without the shared folder)", () => {
  test.each(["vicuna80", "mt-bench", "pandalm"])(
    "%s: the majority of the votes is the label given",
    async (name) => {
      const { rows } = await readPreferences(sharedPath("data", "preferences", `${name}.jsonl`));
      const voted = rows.filter(({ humanVotes }) => humanVotes.length > 0);
      expect(voted.length).toBeGreaterThan(600);
      for (const { human, humanVotes } of voted)
        expect(sideOf(majorityLabel(humanVotes)!)).toBe(sideOf(human!));
    },
  );
});
