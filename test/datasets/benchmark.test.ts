import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  REWARDBENCH_SUBSETS,
  readBenchmark,
  rewardBenchSection,
  SECTIONS,
} from "../../lib/datasets/index.js";
import { TABLE_14, TABLE_15, TABLE_16, TABLE_17 } from "../../lib/paper/index.js";
import { hasShared, sharedPath } from "../shared.js";
import { badInput, lines, temporaryFolder } from "./files.js";

const { folder, write } = temporaryFolder();

const item = (id: unknown, fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  id,
  subset: "hep-go",
  prompt: "Reverse a slice.",
  chosen: "for i, j := …",
  rejected: "sort(x)",
  ...fields,
});

describe("sections", () => {
  test("RewardBench's 23 subsets are each in one section", () => {
    const all = Object.values(REWARDBENCH_SUBSETS).flat();
    expect([all.length, new Set(all).size]).toEqual([23, 23]);
    expect(SECTIONS.map((section) => REWARDBENCH_SUBSETS[section].length)).toEqual([5, 6, 5, 7]);
    expect(rewardBenchSection("xstest-should-respond")).toBe("Safety");
    expect(rewardBenchSection("toString")).toBeUndefined();
  });

  test("the subsets of each section are those of the paper's tables", () => {
    const columns = [TABLE_14, TABLE_15, TABLE_16, TABLE_17].map(({ MultiPref }) => Object.keys(MultiPref));
    expect(SECTIONS.map((section) => REWARDBENCH_SUBSETS[section])).toEqual(columns);
  });

  test("the section given is used, else the subset's in RewardBench", async () => {
    const path = write(
      "sections.jsonl",
      lines(
        item("a"),
        item("b", { section: "Chat Hard" }),
        item("c", { subset: "mine", section: "Safety" }),
        item("d", { section: null, subset: "donotanswer" }),
        item("e", { section: "Holdout", subset: "mine" }),
      ),
    );
    const { rows } = await readBenchmark(path);
    expect(rows.map(({ section }) => section)).toEqual([
      "Reasoning",
      "Chat Hard",
      "Safety",
      "Safety",
      "Holdout",
    ]);
  });

  test("an unknown section and an unknown subset without one are problems", async () => {
    const path = write("unknown.jsonl", lines(item("a", { section: "chat" }), item("b", { subset: "mine" })));
    const error = await badInput(readBenchmark(path));
    expect(error.problems.map(({ place, value }) => [place, value])).toEqual([
      [`${path}:1`, "chat"],
      [`${path}:2`, "mine"],
    ]);
    expect(error.message).toContain("Chat, Chat Hard, Safety, Reasoning, Holdout");
  });
});

describe("items", () => {
  test("other fields are carried along; RewardBench's numbers become ids within their subset", async () => {
    const path = write(
      "items.jsonl",
      lines(item("a", { chosen_model: "m" }), item(7), item(7, { subset: "hep-js" })),
    );
    const { rows } = await readBenchmark(path);
    expect(rows.map(({ id }) => id)).toEqual(["a", "hep-go-7", "hep-js-7"]);
    expect(rows[0]?.extra).toEqual({ chosen_model: "m" });
    expect(rows[1]).not.toHaveProperty("extra");
  });

  test.each([
    { id: "" },
    { id: 1.5 },
    { id: null },
    { subset: undefined },
    { subset: 3 },
    { prompt: "" },
    { chosen: null },
    { rejected: ["x"] },
    { section: 4 },
  ])("%j is one problem", async (fields) => {
    const path = write("bad.jsonl", lines(item("a", fields)));
    expect((await badInput(readBenchmark(path))).problems).toHaveLength(1);
  });
});

describe("folders", () => {
  test("every .jsonl and .jsonl.gz is read in order of names, and nothing else", async () => {
    mkdirSync(join(folder, "bench", "inner"), { recursive: true });
    write("bench/b.jsonl", lines(item("b")));
    write("bench/a.jsonl.gz", gzipSync(lines(item("a"))));
    write("bench/README.md", "not an item");
    write("bench/inner/c.jsonl", lines(item("c")));
    expect((await readBenchmark(join(folder, "bench"))).rows.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("problems of all files come together, ids repeated across files among them", async () => {
    mkdirSync(join(folder, "mixed"));
    const a = write("mixed/a.jsonl", lines(item("same"), item("x", { prompt: "" })));
    const b = write("mixed/b.jsonl", lines(item("y"), item("same")));
    const c = write("mixed/c.jsonl", "");
    const error = await badInput(readBenchmark(join(folder, "mixed")));
    expect(error.problems.map(({ place }) => place)).toEqual([`${a}:2`, `${b}:2`, c]);
    expect(error.problems[1]?.rule).toContain(`first at ${a}:1`);
  });

  test("a folder without such files, and a missing path, are bad input", async () => {
    mkdirSync(join(folder, "nothing"));
    expect((await badInput(readBenchmark(join(folder, "nothing")))).message).toContain("must hold .jsonl");
    expect((await badInput(readBenchmark(join(folder, "none")))).message).toContain("does not exist");
  });
});

test.skipIf(!hasShared("data", "rewardbench-like"))(
  "the real benchmark has the items that its README counts (skipped: without the shared folder)",
  async () => {
    const { rows } = await readBenchmark(sharedPath("data", "rewardbench-like"));
    const count = (section: string): number => rows.filter((one) => one.section === section).length;
    expect(SECTIONS.map(count)).toEqual([290, 288, 300, 999]);
  },
);
