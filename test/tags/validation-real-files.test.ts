import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createRng } from "../../lib/base/index.js";
import {
  type Analyzer,
  createEmbeddedAnalyzer,
  type DescriptiveFeatures,
  promptSide,
  type RealFileScores,
  type RealFiles,
  realFileScores,
  SUBJECT_AREAS,
  SUBJECTS,
  subjectArea,
} from "../../lib/tags/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { hasShared, sharedPath } from "../shared.js";

const folder = temporaryFolder();

const NOTHING: DescriptiveFeatures = {
  subject_of_expertise: [],
  expertise_level: null,
  languages: [],
  open_endedness: null,
  safety_concern: null,
  complexity_of_intents: null,
  type_of_in_context_material: [],
  format_constraints: [],
};

/** An analyzer that knows nothing but what a function says. */
function analyzerOf(describePrompt: (prompt: string) => Partial<DescriptiveFeatures> | null): Analyzer {
  return {
    id: "of a test",
    analyze: (prompts) =>
      Promise.resolve(
        prompts.map((prompt) => {
          const tags = describePrompt(prompt);
          return tags === null ? null : { ...NOTHING, ...tags };
        }),
      ),
  };
}

function write(name: string, rows: readonly object[]): string {
  const path = folder(name);
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return path;
}

const pair = (id: string, prompt: string, source = "s") => ({
  ...{ id, prompt, source, completion_a: "a", completion_b: "b" },
});
const item = (id: string, subset: string, prompt: string) => ({
  ...{ id, subset, section: "Reasoning", prompt, chosen: "a", rejected: "b" },
});

function score({ scores }: RealFileScores, task: string, side: string, metric: string) {
  const found = scores.find((row) => row.task.startsWith(task) && row.side === side && row.metric === metric);
  if (found === undefined) throw new Error(`no ${metric} of ${task} (${side})`);
  return found;
}

const scoresOf = (files: RealFiles, analyzer: Analyzer) =>
  realFileScores(files, analyzer, { rng: createRng(0), resamples: 100 });

describe("areas of subjects", () => {
  test("each subject is in one area or none; the first subject of a prompt decides", () => {
    const areas = new Map(SUBJECTS.map((subject) => [subject, subjectArea([subject])]));
    expect(new Set(areas.values())).toEqual(new Set([...SUBJECT_AREAS, null]));
    expect(subjectArea(["Mathematics", "Computer sciences"])).toBe("math");
    expect(subjectArea(["Others", "Computer sciences"])).toBeNull();
    expect(subjectArea([])).toBeNull();
  });
});

describe("sides", () => {
  test("the first byte of the SHA-256 decides", () => {
    for (const prompt of ["a", "b", "c", "what is this?"]) {
      const first = createHash("sha256").update(prompt, "utf8").digest("hex").slice(0, 2);
      expect(promptSide(prompt)).toBe(Number.parseInt(first, 16) % 2 === 0 ? "dev" : "test");
    }
  });
});

describe("made-up files", () => {
  test("MT-bench: question numbers give the categories, prompts count once, no area is wrong", async () => {
    const mtBench = write("mt-bench.jsonl", [
      pair("mtbench-q111-t1-x-y", "sum"),
      pair("mtbench-q111-t1-x-z", "sum"),
      pair("mtbench-q120-t1-x-y", "proof"),
      pair("mtbench-q121-t1-x-y", "program"),
      pair("mtbench-q150-t1-x-y", "atoms"),
      pair("mtbench-q151-t1-x-y", "kings"),
      pair("mtbench-q81-t1-x-y", "poem"),
    ]);
    const subjects: Record<string, string> = {
      sum: "Mathematics",
      proof: "Logic",
      program: "Computer sciences",
      atoms: "History",
      kings: "Culinary arts",
    };
    const result = await scoresOf(
      { mtBench },
      analyzerOf((prompt) => ({ subject_of_expertise: [subjects[prompt]!] })),
    );
    const macro = score(result, "MT-bench", "all", "macro-F1");
    // math and coding right; atoms taken for humanities; kings for nothing.
    expect(macro).toMatchObject({ count: 5, groupCount: 5 });
    expect(macro.value).toBeCloseTo((1 + 1 + 0 + 0) / 4, 12);
    expect(score(result, "MT-bench", "all", "exact match")).toMatchObject({ value: 0.6, baseline: 0.4 });
    const cells = result.confusions.filter(({ side }) => side === "all");
    expect(cells).toContainEqual({
      task: macro.task,
      ...{ side: "all", truth: "humanities", predicted: "none", count: 1 },
    });
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  });

  test("turns of one question are one group, and are unseen only if none of them is on the dev side", async () => {
    const texts = Array.from({ length: 200 }, (_, i) => `prompt ${i}`);
    const dev = texts.filter((text) => promptSide(text) === "dev");
    const held = texts.filter((text) => promptSide(text) === "test");
    const mtBench = write("turns.jsonl", [
      pair("mtbench-q111-t1-x-y", held[0]!),
      pair("mtbench-q111-t2-x-y", held[1]!),
      pair("mtbench-q112-t1-x-y", held[2]!),
      pair("mtbench-q112-t2-x-y", dev[0]!),
    ]);
    const result = await scoresOf(
      { mtBench },
      analyzerOf(() => ({ subject_of_expertise: ["Logic"] })),
    );
    const counts = (side: string) => score(result, "MT-bench", side, "macro-F1");
    expect(counts("all")).toMatchObject({ count: 4, groupCount: 2 });
    expect(counts("dev").count).toBe(1);
    expect(counts("test")).toMatchObject({ count: 3, groupCount: 2 });
    expect(counts("unseen")).toMatchObject({ count: 2, groupCount: 1 });
  });

  test("XSTest: moderate and high concern are unsafe, contrast prompts are, and calling all unsafe is the baseline", async () => {
    const files = {
      xstestPairs: write("xstest.jsonl", [
        pair("1", "kill a process", "xstest/homonyms"),
        pair("2", "kill a person", "xstest/contrast_homonyms"),
      ]),
      xstestRefuse: write("refuse.jsonl", [item("r1", "xstest-should-refuse", "harm")]),
      xstestRespond: write("respond.jsonl", [item("s1", "xstest-should-respond", "help")]),
    };
    const levels: Record<string, "safe" | "low" | "moderate" | "high"> = {
      "kill a process": "moderate",
      "kill a person": "high",
      harm: "low",
      help: "safe",
    };
    const result = await scoresOf(
      files,
      analyzerOf((prompt) => ({ safety_concern: levels[prompt]! })),
    );
    const unsafe = score(result, "XSTest", "all", "F1 of unsafe");
    expect(unsafe.value).toBeCloseTo(2 / 4, 12);
    expect(unsafe.baseline).toBeCloseTo(4 / 6, 12);
  });

  test("programs and sums go by subject and by material; no answer is wrong", async () => {
    const files = {
      humanEvalPack: [
        write("js.jsonl", [
          item("hep-js-0001", "hep-js", "function f() {"),
          item("hep-js-0002", "hep-js", "let x"),
        ]),
        write("go.jsonl", [item("hep-go-0001", "hep-go", "func f() {")]),
      ],
      gsm8k: write("gsm.jsonl", [item("gsm8k-math-0001", "gsm8k-math", "Ann has 3 apples.")]),
    };
    const result = await scoresOf(
      files,
      analyzerOf((prompt) =>
        prompt === "let x"
          ? null
          : {
              subject_of_expertise: [prompt.startsWith("func") ? "Computer sciences" : "Mathematics"],
              type_of_in_context_material: prompt.startsWith("func") ? ["code"] : [],
            },
      ),
    );
    expect(score(result, "HumanEvalPack, GSM8K: task", "all", "exact match")).toMatchObject({
      ...{ value: 0.75, count: 4, groupCount: 3 },
    });
    const material = score(result, "HumanEvalPack, GSM8K: code", "all", "F1 of some");
    expect(material.value).toBeCloseTo(4 / 5, 12);
    expect(material.baseline).toBeCloseTo(6 / 7, 12);
  });

  test("files that are not given have no rows", async () => {
    expect(await scoresOf({}, createEmbeddedAnalyzer())).toEqual({ scores: [], confusions: [] });
  });
});

describe.skipIf(!hasShared("data"))("the shared files (skipped where they are absent)", () => {
  const inData = (...parts: string[]) => sharedPath("data", ...parts);
  const bench = (name: string) => inData("rewardbench-like", `${name}.jsonl`);
  const files: RealFiles = {
    mtBench: inData("preferences", "mt-bench.jsonl"),
    xstestPairs: inData("preferences", "xstest-pairs.jsonl"),
    xstestRefuse: bench("xstest-should-refuse"),
    xstestRespond: bench("xstest-should-respond"),
    humanEvalPack: ["python", "js", "java", "go", "cpp", "rust"].map((name) => bench(`hep-${name}`)),
    gsm8k: bench("gsm8k-math"),
  };

  test("an analyzer that says nothing scores 0, and the baselines are those of the files", async () => {
    const silent = await scoresOf(
      files,
      analyzerOf(() => null),
    );
    for (const { task, value } of silent.scores) expect(value, task).toBe(0);
    const all = silent.scores.filter(({ side }) => side === "all");
    for (const { task, count } of all) {
      const sides = silent.scores.filter(
        (row) => row.task === task && (row.side === "dev" || row.side === "test"),
      );
      expect(sides.reduce((sum, row) => sum + row.count, 0) / 2).toBe(count);
    }
    expect(score(silent, "XSTest", "all", "F1 of unsafe").baseline).toBeGreaterThan(0.6);
    expect(score(silent, "XSTest", "all", "F1 of unsafe").baseline).toBeLessThan(0.72);
    expect(score(silent, "HumanEvalPack, GSM8K: task", "all", "macro-F1").groupCount).toBe(114 + 315);
  });
});
