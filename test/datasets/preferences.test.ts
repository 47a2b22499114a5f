import { describe, expect, test } from "vitest";
import { LABELS, RowFields, readPreferences, streamPreferences } from "../../lib/datasets/index.js";
import { hasShared, sharedPath } from "../shared.js";
import { badInput, lines, pair, row, temporaryFolder } from "./files.js";

const { write } = temporaryFolder();

async function readRows(...rows: readonly unknown[]): ReturnType<typeof readPreferences> {
  return readPreferences(write("rows.jsonl", lines(...rows)));
}

describe("formats", () => {
  test("the project's own format, with every field", async () => {
    const { rows } = await readRows({
      ...row("p1"),
      model_a: "m1",
      model_b: "m2",
      source: "s",
      pref_human: "A-is-Clearly-better",
      pref_human_votes: ["a-is-better", "TIE"],
      pref_lm: "b-is-better",
      lm_annotator: "gpt-4",
      pref_lm_other: { "gpt-3.5": "tie" },
      turn: 2,
    });
    expect(rows).toEqual([
      pair("p1", {
        modelA: "m1",
        modelB: "m2",
        source: "s",
        human: "a-is-clearly-better",
        humanVotes: ["a-is-better", "tie"],
        lm: "b-is-better",
        extra: { lm_annotator: "gpt-4", pref_lm_other: { "gpt-3.5": "tie" }, turn: 2 },
      }),
    ]);
  });

  test.each(["id", "comparison_id", "prompt_hash"])(
    "a features file with %s, its features carried along",
    async (idName) => {
      const features = { rouge: 0.25, languages: ["English"], format_constraints: null, prompt_len: 3 };
      const { rows } = await readRows({
        [idName]: "c1",
        text: "What is c1?",
        response_a: "One.",
        response_b: "Two.",
        pref_human: "B-is-slightly-better",
        pref_gpt4: "Tie",
        model_a: null,
        ...features,
      });
      expect(rows).toEqual([pair("c1", { human: "b-is-slightly-better", lm: "tie", extra: features })]);
    },
  );

  test("the first of several names with a value counts, and the others are carried along", async () => {
    const { rows } = await readRows({
      ...row("p1"),
      id: null,
      comparison_id: "c1",
      prompt_hash: "h1",
      text: "other",
      response_a: null,
      pref_lm: "",
      pref_gpt4: "tie",
    });
    expect(rows[0]).toMatchObject({ id: "c1", prompt: "What is p1?", lm: "tie" });
    expect(rows[0]?.extra).toEqual({ prompt_hash: "h1", text: "other" });
  });

  test("null, absent and empty labels are no labels", async () => {
    const { rows } = await readRows(
      row("p1", { pref_human: null, pref_human_votes: null, pref_lm: null }),
      row("p2", { pref_human: "", pref_human_votes: [], pref_lm: "" }),
      row("p3"),
      row("p4", { pref_gpt4: null }),
      row("p5", { pref_lm: null, pref_gpt4: "" }),
    );
    for (const { id, ...rest } of rows) expect({ id, ...rest }).toEqual(pair(id));
  });

  test("votes give the label only where no label is given", async () => {
    const votes = ["b-is-better", "b-is-better", "a-is-better"];
    const { rows } = await readRows(
      row("p1", { pref_human_votes: votes }),
      row("p2", { pref_human: "tie", pref_human_votes: votes }),
      row("p3", { pref_human: null, pref_human_votes: votes }),
    );
    expect(rows.map(({ human }) => human)).toEqual(["b-is-better", "tie", "b-is-better"]);
  });

  test("field names that mean something to JavaScript are data like any other", async () => {
    const hostile = '"__proto__":{"polluted":true},"constructor":1,"toString":null,"hasOwnProperty":"x"';
    const text = `${JSON.stringify(row("__proto__")).slice(0, -1)},${hostile}}\n`;
    const { rows } = await readPreferences(write("hostile.jsonl", text));
    const extra = rows[0]!.extra;
    expect(Object.keys(extra)).toEqual(["__proto__", "constructor", "toString", "hasOwnProperty"]);
    expect(Object.getPrototypeOf(extra)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(rows[0]).toMatchObject({ id: "__proto__", modelA: "", human: null });
    expect(new RowFields({}, "row").value("toString")).toBeNull();
  });
});

describe("bad pairs", () => {
  test.each([
    [{ id: undefined }, '"id" or "comparison_id" or "prompt_hash" is required'],
    [{ prompt: null }, '"prompt" or "text" is required'],
    [{ prompt: "" }, '"prompt" may not be empty'],
    [{ completion_a: " \n" }, '"completion_a" may not be empty'],
    [{ completion_b: undefined, response_b: "" }, '"response_b" may not be empty'],
    [{ completion_a: 7 }, '"completion_a" must be a text, and is of type number'],
    [{ prompt: ["hi"] }, '"prompt" must be a text, and is a list'],
    [{ id: 5 }, '"id" must be a text, and is of type number'],
    [{ source: {} }, '"source" must be a text or null, and is of type object'],
    [{ model_a: false }, '"model_a" must be a text or null, and is of type boolean'],
    [{ pref_human: "a" }, '"pref_human" is not a label'],
    [{ pref_lm: "a-is-better " }, '"pref_lm" is not a label'],
    [{ pref_gpt4: 1 }, '"pref_gpt4" must be a label, and is of type number'],
    [{ pref_human_votes: "tie" }, '"pref_human_votes" must be a list of labels or null'],
    [{ pref_human_votes: ["tie", "no"] }, '"pref_human_votes[1]" is not a label'],
    [{ pref_human_votes: [null] }, '"pref_human_votes[0]" must be a label'],
  ])("%j is one problem, with its line", async (fields, rule) => {
    const path = write("field.jsonl", lines(row("good"), row("bad", fields)));
    const error = await badInput(readPreferences(path));
    expect(error.problems).toHaveLength(1);
    expect(error.problems[0]).toMatchObject({ place: `${path}:2`, rule: expect.stringContaining(rule) });
    expect(error.problems[0]?.remedy).toBeTruthy();
    const { rows, skipped } = await readPreferences(path, { skipBad: true });
    expect([rows.length, skipped]).toEqual([1, 1]);
  });

  test("an unknown label's problem lists the labels", async () => {
    const error = await badInput(readRows(row("p1", { pref_lm: "A" })));
    for (const label of LABELS) expect(error.message).toContain(label);
    expect(error.message).toContain('(found "A")');
  });

  test("a row's every problem is listed, a repeated id among them", async () => {
    const path = write(
      "several.jsonl",
      lines(row("p1"), row("p1", { prompt: "", completion_a: 1, pref_lm: "?" })),
    );
    const error = await badInput(readPreferences(path));
    expect(error.problems).toHaveLength(4);
    expect(error.problems[3]?.rule).toBe(`an id may occur once; first at ${path}:1`);
  });

  test("labels are optional, unless required; a wrong label is not also called missing", async () => {
    const path = write(
      "labels.jsonl",
      lines(
        row("none"),
        row("human", { pref_human: "tie" }),
        row("lm", { pref_gpt4: "tie" }),
        row("both", { pref_human_votes: ["tie"], pref_lm: "tie" }),
        row("wrong", { pref_human_votes: ["?"], pref_lm: 5 }),
      ),
    );
    const required = await badInput(readPreferences(path, { labels: "required" }));
    expect(
      required.problems.map(({ place, rule }) => [place.slice(path.length + 1), rule.slice(0, 9)]),
    ).toEqual([
      ["1", "a human l"],
      ["1", "an LM lab"],
      ["2", "an LM lab"],
      ["3", "a human l"],
      ["5", '"pref_hum'],
      ["5", '"pref_lm"'],
    ]);
    expect((await badInput(readPreferences(path))).count).toBe(2);
  });

  test("the streaming form finds the same pairs", async () => {
    const path = write("stream.jsonl", lines(row("p1"), row("p2", { pref_lm: "tie" })));
    const streamed = [];
    for await (const preference of streamPreferences(path)) streamed.push(preference);
    expect(streamed).toEqual((await readPreferences(path)).rows);
  });
});

describe.skipIf(!hasShared("data", "preferences"))("real files (skipped: without the shared folder)", () => {
  test.each([
    ["vicuna80", 1920, 60],
    ["pandalm", 682, 119],
    ["xstest-pairs", 666, 132],
  ])("%s has the rows and prompts that its README counts", async (name, rowCount, promptCount) => {
    const { rows } = await readPreferences(sharedPath("data", "preferences", `${name}.jsonl`), {
      labels: "required",
    });
    expect(rows).toHaveLength(rowCount);
    expect(new Set(rows.map(({ prompt }) => prompt)).size).toBe(promptCount);
  });

  test("a features file of 7,531 rows, gzip, keeps its features", async () => {
    const { rows } = await readPreferences(sharedPath("oracle", "features-7531.jsonl.gz"));
    expect(rows).toHaveLength(7531);
    expect(Object.keys(rows[0]!.extra)).toHaveLength(17);
  });
});
