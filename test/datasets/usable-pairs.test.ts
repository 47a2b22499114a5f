import { expect, test } from "vitest";
import { BadInputError } from "../../lib/base/index.js";
import { type Label, readPreferences, usablePairs } from "../../lib/datasets/index.js";
import { hasShared, sharedPath } from "../shared.js";
import { pair } from "./files.js";

const labelled = (id: string, human: Label | null, lm: Label | null) => pair(id, { human, lm });

test("ties by either side are dropped and counted, each pair once in all", () => {
  const { pairs, dropped } = usablePairs([
    labelled("p1", "a-is-better", "b-is-slightly-better"),
    labelled("p2", "tie", "a-is-better"),
    labelled("p3", "a-is-better", "tie"),
    labelled("p4", "tie", "tie"),
    labelled("p5", "b-is-clearly-better", "b-is-better"),
  ]);
  expect(pairs.map(({ id }) => id)).toEqual(["p1", "p5"]);
  expect(dropped).toEqual({ humanTies: 2, lmTies: 2, eitherTies: 3 });
});

test("every pair without a label is listed", () => {
  const preferences = [
    labelled("p1", "tie", null),
    labelled("p2", "tie", "tie"),
    labelled("p3", null, null),
    labelled("p4", null, "tie"),
  ];
  expect(() => usablePairs(preferences)).toThrow(BadInputError);
  expect(() => usablePairs(preferences)).toThrow(
    /pair "p1": training needs an LM label.*\n.*"p3": training needs a human label and an LM label.*\n.*"p4": training needs a human label;/,
  );
});

test.skipIf(!hasShared("data", "preferences"))(
  "real files keep as many pairs as their README counts without ties (skipped: without the shared folder)",
  async () => {
    for (const [name, count] of [
      ["vicuna80", 1246],
      ["mt-bench", 779],
      ["pandalm", 595],
      ["xstest-pairs", 236],
    ] as const) {
      const { rows } = await readPreferences(sharedPath("data", "preferences", `${name}.jsonl`));
      expect(usablePairs(rows).pairs).toHaveLength(count);
    }
  },
);
