import { expect, test } from "vitest";
import { labelsBySource } from "../../lib/analysis/index.js";
import type { Label, Preference } from "../../lib/datasets/index.js";

const pair = (source: string, human: Label | null, lm: Label | null): Preference => ({
  id: `${source}-${human}-${lm}`,
  prompt: "p",
  completionA: "a",
  completionB: "b",
  modelA: "",
  modelB: "",
  source,
  humanVotes: [],
  human,
  lm,
  extra: {},
});

test("pairs, ties and agreement are counted by source, largest first, with a total", () => {
  const rows = labelsBySource([
    pair("x", "a-is-better", "a-is-clearly-better"),
    pair("y", "b-is-better", "a-is-better"),
    pair("y", "tie", "a-is-better"),
    pair("y", "b-is-slightly-better", "b-is-better"),
    pair("y", "a-is-better", "tie"),
    pair("x", null, "a-is-better"),
  ]);
  const shared = {
    pairs: 4,
    human_tie_share: 0.25,
    lm_tie_share: 0.25,
    pairs_without_ties: 2,
    agreement: 0.5,
  };
  expect(rows).toEqual([
    { source: "y", ...shared },
    { source: "x", pairs: 1, human_tie_share: 0, lm_tie_share: 0, pairs_without_ties: 1, agreement: 1 },
    {
      source: "all",
      pairs: 5,
      human_tie_share: 0.2,
      lm_tie_share: 0.2,
      pairs_without_ties: 3,
      agreement: 2 / 3,
    },
  ]);
});
