import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import { type LmServer, startLmServer } from "../../lib/lm/index.js";
import {
  createEmbeddedAnalyzer,
  type DescriptiveTags,
  lmAnalyzerId,
  simulatedAnalysis,
  type TagValidation,
  validateAnalysis,
} from "../../lib/tags/index.js";
import { validateCommand } from "../../scripts/hyper/tags/validate.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { runCommand } from "../scripts/run-command.js";

const folder = temporaryFolder();

const TRUTH = {
  subject_of_expertise: ["Physics"],
  expertise_level: "basic domain knowledge",
  languages: ["English"],
  open_endedness: "no",
  safety_concern: "safe",
  complexity_of_intents: "simple",
  type_of_in_context_material: [],
  format_constraints: ["one word"],
} as const satisfies DescriptiveTags;

const GOLD = [
  { id: "p1", prompt: "Which particle carries the charge? One word.", ...TRUTH },
  { id: "p2", prompt: "Write a poem about bread.", ...TRUTH, subject_of_expertise: ["Literature"] },
  { id: "p3", prompt: "What is 2 + 2?", safety_concern: "safe", expertise_level: null },
];

function write(name: string, rows: readonly object[]): string {
  const path = folder(name);
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return path;
}

const run = (...words: string[]) => runCommand(validateCommand(), ...words);

interface Report extends TagValidation {
  readonly analyzer: string | null;
}

function report(path: string): Report {
  return JSON.parse(readFileSync(path, "utf8")) as Report;
}

describe("scoring a features file", () => {
  test("joins by id in any order, ignores other rows, prints a table and writes report and manifest", async () => {
    const gold = write("gold.jsonl", GOLD);
    const extra = { id: "p0", ...TRUTH };
    const features = write("features.jsonl", [GOLD[2]!, extra, { ...GOLD[1]!, ...TRUTH }, GOLD[0]!]);
    const out = folder("report.json");
    const { code, stdout, stderr } = await run("--gold", gold, "--features", features, "--out", out);
    expect({ code, stderr }).toEqual({ code: 0, stderr: `${out}: ${report(out).rows.length} scores\n` });
    expect(stdout).toMatch(/subject_of_expertise +micro-F1 +50\.0/);
    expect(stdout).toMatch(/safety_concern +exact match +100\.0/);
    expect(stdout).toMatch(/average/);
    expect(stdout).toContain("Appendix F.1");
    const manifest = JSON.parse(readFileSync(`${out}.manifest.json`, "utf8")) as {
      command: string;
      inputs: object;
    };
    expect(manifest.command).toBe("hyper tags validate");
    expect(Object.keys(manifest.inputs)).toEqual(["gold.jsonl", "features.jsonl"]);
  });

  test("the same seed writes the same bytes, another seed other intervals", async () => {
    const gold = write("seeded.jsonl", GOLD);
    const features = write(
      "seeded-features.jsonl",
      GOLD.map((row) => ({ ...row, ...TRUTH })),
    );
    const bytes = async (seed: string): Promise<string> => {
      const out = folder(`seed-${seed}.json`);
      await run("--gold", gold, "--features", features, "--seed", seed, "--out", out, "--resamples", "10");
      return readFileSync(out, "utf8");
    };
    const first = await bytes("1");
    expect(await bytes("1")).toBe(first);
    expect(await bytes("2")).not.toBe(first);
  });

  test("null in place of a list is an empty list in a features file, and not annotated in the gold", async () => {
    const gold = write("nulls.jsonl", [
      { id: "a", prompt: "x", format_constraints: [], languages: null },
      { id: "b", prompt: "y", format_constraints: ["z"] },
    ]);
    const features = write("nulls-features.jsonl", [
      { id: "a", format_constraints: null, languages: ["English"] },
      { id: "b", format_constraints: ["z"], languages: ["English"] },
    ]);
    const out = folder("nulls.json");
    await run("--gold", gold, "--features", features, "--out", out);
    expect(report(out).rows.map(({ dimension, value }) => [dimension, value])).toEqual([
      ["format_constraints", 1],
      ["format_constraints", 1],
      ["format_constraints", 1],
    ]);
  });
});

describe("scoring an analyzer", () => {
  test("the embedded analyzer is scored without a features file, as the library does it", async () => {
    const gold = write("embedded.jsonl", GOLD);
    const out = folder("embedded.json");
    const { code } = await run("--gold", gold, "--out", out, "--resamples", "50");
    expect(code).toBe(0);
    const analyzer = createEmbeddedAnalyzer();
    const predicted = await analyzer.analyze(GOLD.map(({ prompt }) => prompt));
    const { prompt: _p, id: _i, expertise_level: _e, ...tags3 } = GOLD[2]!;
    const rows = [TRUTH, { ...TRUTH, subject_of_expertise: ["Literature"] }, tags3 as DescriptiveTags];
    const expected = validateAnalysis(
      rows.map((tags, i) => ({ id: GOLD[i]!.id, prompt: GOLD[i]!.prompt, tags })),
      predicted,
      { rng: createRng(0), resamples: 50 },
    );
    expect(report(out)).toMatchObject({
      analyzer: analyzer.id,
      ...(JSON.parse(JSON.stringify(expected)) as object),
    });
  });

  describe("the LM analyzer", () => {
    let server: LmServer;
    beforeAll(async () => {
      server = await startLmServer({
        answer: (request) =>
          simulatedAnalysis(request, {
            describe: (prompt) => (prompt.includes("2 + 2") ? undefined : TRUTH),
          }) ?? { refusal: "not asked" },
      });
    });
    afterAll(() => server.close());

    const lm = () => ["--analyzer", "lm", "--model", "m", "--base-url", server.url, "--no-cache"];

    test("is asked, and what it refuses counts as wrong", async () => {
      const gold = write("lm.jsonl", GOLD);
      const out = folder("lm.json");
      const { code, stderr } = await run("--gold", gold, ...lm(), "--out", out);
      expect(code).toBe(0);
      expect(stderr).toContain("1 of 3 prompts without tags, they count as wrong");
      const safety = report(out).rows.find(({ dimension }) => dimension === "safety_concern")!;
      expect(safety).toMatchObject({ unansweredCount: 1, count: 3 });
      expect(safety.value).toBeCloseTo(2 / 3, 12);
      expect(report(out).analyzer).toMatch(/^lm\/m\//);
    });

    test("is the one that tags with the same options, an unsent temperature included", async () => {
      const out = folder("temperature.json");
      const gold = write("temperature.jsonl", GOLD);
      const options = ["--temperature", "none", "--attempts", "3", "--max-tokens", "700"];
      expect((await run("--gold", gold, ...lm(), ...options, "--out", out)).code).toBe(0);
      expect(report(out).analyzer).toBe(lmAnalyzerId("m", false, null));
    });

    test("a dry run says what it would take and writes nothing", async () => {
      const out = folder("dry.json");
      const { stdout, code } = await run(
        "--gold",
        write("dry.jsonl", GOLD),
        ...lm(),
        "--dry-run",
        "--out",
        out,
      );
      expect(code).toBe(0);
      expect(stdout).toMatch(/requests +3/);
      expect(existsSync(out)).toBe(false);
    });

    test("no answer at all is a failure that says why, and nothing is written", async () => {
      const out = folder("refused.json");
      const gold = write("refused.jsonl", [GOLD[2]!]);
      const { code, stdout, stderr } = await run("--gold", gold, ...lm(), "--out", out);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toContain("1 of 1 prompts without tags, nothing to score: 1 refused");
      expect(existsSync(out)).toBe(false);
    });
  });
});

describe("bad input gives one error that lists everything", () => {
  async function fails(...words: string[]): Promise<string> {
    const { code, stdout, stderr } = await run(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    return stderr;
  }

  test("ids that the features file does not have, or has with another prompt", async () => {
    const gold = write("ids.jsonl", GOLD);
    const features = write("ids-features.jsonl", [{ ...GOLD[0]!, prompt: "something else" }]);
    const message = await fails("--gold", gold, "--features", features);
    expect(message).toContain("3 problems");
    expect(message).toContain('"p2"');
    expect(message).toContain('"p3"');
    expect(message).toContain('the prompt of "p1" is not that of the gold');
  });

  test("values that are no tags, on either side, with line and legal values", async () => {
    const bad = [
      { ...GOLD[0]!, safety_concern: "harmless", subject_of_expertise: ["Phisics"] },
      { ...GOLD[1]!, languages: "English" },
    ];
    const inGold = await fails("--gold", write("values.jsonl", bad));
    expect(inGold).toContain("3 problems");
    expect(inGold).toMatch(/values\.jsonl:1: "safety_concern" must be one of its values/);
    expect(inGold).toContain('did you mean "Physics"?');
    expect(inGold).toMatch(/values\.jsonl:2: "languages" must be a list/);
    const inFeatures = await fails("--gold", write("ok.jsonl", GOLD), "--features", write("bad.jsonl", bad));
    expect(inFeatures).toMatch(/bad\.jsonl:1: "safety_concern"/);
  });

  test("an empty gold, repeated ids, rows without a dimension, rows without a prompt", async () => {
    expect(await fails("--gold", write("empty.jsonl", []))).toContain("the file is empty");
    const message = await fails(
      "--gold",
      write("rows.jsonl", [GOLD[0]!, GOLD[0]!, { id: "x", prompt: "y" }, { ...TRUTH, id: "z" }]),
    );
    expect(message).toContain("3 problems");
    expect(message).toContain("p1");
    expect(message).toContain("one of the eight descriptive columns");
    expect(message).toContain('"prompt" or "text" is required');
  });

  test("no dimension in common", async () => {
    const gold = write("one.jsonl", [{ id: "a", prompt: "x", safety_concern: "safe" }]);
    const features = write("other.jsonl", [{ id: "a", languages: ["English"] }]);
    expect(await fails("--gold", gold, "--features", features)).toContain(
      "has none of the dimensions that the gold has: safety_concern",
    );
  });

  test("features of different origin", async () => {
    const rows = [
      { ...GOLD[0]!, tagged_with: "paper | hashed | rules/1" },
      { ...GOLD[1]!, tagged_with: "paper | hashed | rules/2" },
      GOLD[2]!,
    ];
    expect(await fails("--gold", write("o.jsonl", GOLD), "--features", write("mixed.jsonl", rows))).toContain(
      "different origin",
    );
  });

  test("options that contradict each other, or that this analyzer has no use for", async () => {
    const gold = write("options.jsonl", GOLD);
    expect(await fails("--gold", gold, "--analyzer", "lm")).toContain("needs a model");
    const message = await fails("--gold", gold, "--features", gold, "--analyzer", "lm", "--model", "m");
    expect(message).toContain("either the tags of a file are scored, or an analyzer");
    expect(message).toContain("--model: of use to the LM analyzer only");
  });

  test("a report in the place of its input", async () => {
    const gold = write("same.jsonl", GOLD);
    expect(await fails("--gold", gold, "--out", gold)).toContain("--out");
    expect(readFileSync(gold, "utf8").split("\n")).toHaveLength(GOLD.length + 1);
  });
});
