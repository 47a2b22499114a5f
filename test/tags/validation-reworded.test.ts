import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { createSimPrefWorld } from "../../lib/datasets/index.js";
import { rewordSimPref } from "../../lib/tags/index.js";

const { prompts } = createSimPrefWorld({ seed: 0 });
const reworded = (frames: "dev" | "test", seed = 0) =>
  rewordSimPref(prompts, { frames, rng: createRng(seed) });

describe("SimPref in other words", () => {
  const own = new Set(prompts.map(({ text }) => text));

  test.each(["dev", "test"] as const)(
    "%s frames say nothing that SimPref says, each prompt once",
    (frames) => {
      const rows = reworded(frames);
      // A question typed without a capital is still another text.
      expect(rows.filter(({ prompt }) => own.has(prompt))).toEqual([]);
      expect(new Set(rows.map(({ prompt }) => prompt)).size).toBe(rows.length);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      expect(rows.length).toBeGreaterThan(1000);
      expect(rows.filter(({ prompt }) => /[{}]|undefined/.test(prompt))).toEqual([]);
    },
  );

  test("dev and test frames share no prompt", () => {
    const dev = new Set(reworded("dev").map(({ prompt }) => prompt));
    expect(reworded("test").filter(({ prompt }) => dev.has(prompt))).toEqual([]);
  });

  test("every declared value is there, and every kind of prompt", () => {
    const rows = reworded("test");
    const kinds = new Set(rows.map(({ group }) => group!.split(":")[0]));
    expect(kinds).toEqual(new Set(prompts.map(({ truth }) => truth.kind)));
    const values = (of: (row: (typeof rows)[number]) => unknown) => new Set(rows.map(of));
    expect(values(({ tags }) => tags.safety_concern).size).toBe(4);
    expect(values(({ tags }) => tags.expertise_level).size).toBe(3);
    expect(values(({ tags }) => tags.open_endedness).size).toBe(4);
    expect(values(({ tags }) => tags.complexity_of_intents).size).toBe(3);
    expect(values(({ tags }) => tags.subject_of_expertise![0]).size).toBe(46);
  });

  test("the truth stays: same question, passage, numbers and limits in the new words", () => {
    const one = (text: string) => {
      const prompt = prompts.find((candidate) => candidate.text.includes(text))!;
      const [row] = rewordSimPref([prompt], { frames: "test", rng: createRng(1) });
      return { prompt, row: row! };
    };
    const passage = one("Text: ");
    const quoted = /Text: (.*)\n/.exec(passage.prompt.text)![1]!;
    expect(passage.row.prompt).toContain(quoted);
    expect(passage.row.tags.type_of_in_context_material).not.toEqual([]);

    const sum = one("boxes with");
    for (const number of sum.prompt.text.match(/\d+/g)!) expect(sum.row.prompt).toContain(number);
    expect(sum.row.tags).toMatchObject({ subject_of_expertise: ["Mathematics"], open_endedness: "no" });

    const limit = one("in under");
    expect(limit.row.prompt).toContain(/under (\d+) words/.exec(limit.prompt.text)![1]!);
    expect(limit.row.tags.format_constraints).not.toEqual([]);
  });

  test("one question in several frames is one group, named by the question", () => {
    const rows = reworded("test").filter(({ group }) => group!.startsWith("fact: "));
    const groups = new Set(rows.map(({ group }) => group));
    expect(groups.size).toBeLessThan(rows.length);
    for (const { group, prompt } of rows) {
      const question = group!.slice("fact: ".length, -1).toLowerCase();
      expect(prompt.toLowerCase()).toContain(question);
    }
  });

  test("same seed, same prompts; the order of the input does not matter", () => {
    expect(reworded("test")).toEqual(reworded("test"));
    expect(reworded("test", 1)).not.toEqual(reworded("test"));
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
    const backwards = rewordSimPref([...prompts].reverse(), { frames: "test", rng: createRng(0) });
    expect(ids(backwards)).toEqual(ids(reworded("test")));
  });

  test("a prompt that its template did not make is refused", () => {
    const other = { ...prompts.find(({ truth }) => truth.kind === "code")!, text: "Hello" };
    expect(() => rewordSimPref([other], { frames: "dev", rng: createRng(0) })).toThrow(RangeError);
  });
});
