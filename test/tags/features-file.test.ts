import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { BadInputError, type Json, type JsonObject, manifestPath } from "../../lib/base/index.js";
import {
  FEATURE_COLUMNS,
  NO_FEATURES,
  PROVENANCE_COLUMN,
  parseFeatures,
  readFeaturesFile,
  readIdSet,
  readPreferenceRows,
  writeFeaturesFile,
} from "../../lib/tags/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";

const folder = temporaryFolder();

function write(name: string, rows: readonly object[]): string {
  const path = folder(name);
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  writeFileSync(path, name.endsWith(".gz") ? gzipSync(text) : text);
  return path;
}

async function problemsOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BadInputError);
  return (error as BadInputError).message;
}

describe("parseFeatures", () => {
  test("null, empty and absent columns give no tag, and only present ones are named", () => {
    const parsed = parseFeatures({ rouge: null, languages: null, format_constraints: [], note: "x" }, "here");
    expect(parsed.features).toEqual(NO_FEATURES);
    expect(parsed.present).toEqual(["rouge", "languages", "format_constraints"]);
    expect(parsed.problems).toEqual([]);
  });

  test.each<[string, Json]>([
    ["rouge", "0.5"],
    ["rouge", Number.NaN],
    ["rouge", true],
    ["prompt_len", 1.5],
    ["prompt_len", -1],
    ["languages", "English"],
    ["languages", [1]],
    ["safety_concern", "dangerous"],
    ["safety_concern", ["safe"]],
    ["subject_of_expertise", ["Wizardry"]],
    ["format_constraints", { words: 100 }],
  ])("%s may not be %j", (column, value) => {
    const { problems, features } = parseFeatures({ [column]: value }, "f.jsonl:7");
    expect(problems).toHaveLength(1);
    expect(problems[0]!.place).toBe("f.jsonl:7");
    expect(problems[0]!.rule).toContain(`"${column}"`);
    expect(features).toEqual(NO_FEATURES);
  });

  test("an unknown subject is answered with the nearest one, an unknown value with the legal ones", () => {
    const { problems } = parseFeatures(
      { subject_of_expertise: ["Journalism, media studies, and communication"], expertise_level: "expert" },
      "here",
    );
    expect(problems.map(({ remedy }) => remedy).join(" ")).toContain(
      'did you mean "Journalism, media studies and communication"?',
    );
    expect(problems.map(({ remedy }) => remedy).join(" ")).toContain('"expert domain knowledge"');
  });

  test("languages beyond English and values beyond [0, 1] are legal", () => {
    expect(parseFeatures({ languages: ["Finish", "Klingon"], entity_sim: 1.25 }, "here").problems).toEqual(
      [],
    );
  });
});

describe("features files", () => {
  test("need an id and any feature column; the other columns give no tag", async () => {
    const rows = [
      { comparison_id: "a", rouge: 0.5, other: [1] },
      { comparison_id: "b", rouge: null },
    ];
    for (const name of ["f.jsonl", "f.jsonl.gz"]) {
      const read = await readFeaturesFile(write(name, rows));
      expect(read.rows).toEqual([
        { id: "a", features: { ...NO_FEATURES, rouge: 0.5 } },
        { id: "b", features: NO_FEATURES },
      ]);
    }
  });

  test("without any feature column are refused, with the command that makes them", async () => {
    const message = await problemsOf(readFeaturesFile(write("f.jsonl", [{ id: "a", prompt: "p" }])));
    expect(message).toContain("hyper tags");
  });

  test("list every problem at once; with skipBad the good rows remain", async () => {
    const path = write("f.jsonl", [
      { id: "a", rouge: "high", prompt_len: -2 },
      { id: "b", rouge: 0.5 },
      { rouge: 0.5 },
      { id: "b", rouge: 0.1 },
    ]);
    const message = await problemsOf(readFeaturesFile(path));
    for (const part of ["4 problems", "f.jsonl:1", "rouge", "prompt_len", "f.jsonl:3", "f.jsonl:4"]) {
      expect(message).toContain(part);
    }
    const read = await readFeaturesFile(path, { skipBad: true });
    expect(read.rows.map(({ id }) => id)).toEqual(["b"]);
    expect(read.skipped).toBe(3);
  });

  test("keep every field of a row, its names and order, and are read back as written", async () => {
    const row = {
      id: "a",
      text: "p",
      response_a: "x",
      response_b: "y",
      pref_gpt4: "tie",
      extra: { deep: [1] },
    };
    const { rows } = await readPreferenceRows(write("p.jsonl", [row]));
    const features = [{ ...NO_FEATURES, rouge: 0.25, languages: ["English"] }];
    const path = folder("out", "features.jsonl");
    const provenance = { definitions: "paper", encoder: "none", analyzer: "hand" } as const;
    const info = { command: "test", provenance, inputs: [] };
    await writeFeaturesFile(
      path,
      rows.map((pair) => pair.row),
      features,
      info,
    );
    const written = JSON.parse(readFileSync(path, "utf8")) as object;
    expect(written).toEqual({ ...row, ...features[0], [PROVENANCE_COLUMN]: "paper | none | hand" });
    expect(Object.keys(written)).toEqual([...Object.keys(row), ...FEATURE_COLUMNS, PROVENANCE_COLUMN]);
    const read = await readFeaturesFile(path);
    expect(read.rows).toEqual([{ id: "a", features: features[0] }]);
    expect(read.provenance).toEqual(provenance);
    const { settings } = JSON.parse(readFileSync(manifestPath(path), "utf8")) as {
      settings: Record<string, unknown>;
    };
    expect(settings).toMatchObject({ definitions: "paper", encoder: "none", analyzer: "hand", rows: 1 });
    expect(settings.bins).toMatchObject({ schema: "hyper-bins/1" });
  });

  test("keep the mark of complete rows, or its absence", async () => {
    const bare = { id: "a", ...NO_FEATURES } as unknown as JsonObject;
    const rows = [bare, { ...bare, id: "b", [PROVENANCE_COLUMN]: "upstream | x | y" }];
    const provenance = { definitions: "paper", encoder: "none", analyzer: "hand" } as const;
    const info = { command: "test", provenance, inputs: [] };
    await writeFeaturesFile(folder("f.jsonl"), rows, [NO_FEATURES, NO_FEATURES], info);
    const written = readFileSync(folder("f.jsonl"), "utf8").trimEnd().split("\n");
    expect(written.map((line) => JSON.parse(line) as object)).toEqual(rows);
  });

  test("preferences to be tagged are checked for their features as well", async () => {
    const row = { id: "a", prompt: "p", completion_a: "x", completion_b: 3, rouge: "high" };
    const message = await problemsOf(readPreferenceRows(write("p.jsonl", [row])));
    expect(message).toContain("completion_b");
    expect(message).toContain("rouge");
  });
});

describe("id sets", () => {
  const read = (content: string) => {
    writeFileSync(folder("ids.json"), content);
    return () => readIdSet(folder("ids.json"), ["a", "b", "c"]);
  };

  test("give row numbers in the order of the file", () => {
    expect(read('["c", "a"]')()).toEqual([2, 0]);
    expect(read("[]")()).toEqual([]);
  });

  test("unknown, repeated and non-text ids are all listed", () => {
    const attempt = read('["a", "x", "a", 5]');
    expect(attempt).toThrow(BadInputError);
    expect(attempt).toThrow(/3 problems[\s\S]*\[1\][\s\S]*"x"[\s\S]*\[2\][\s\S]*first at[\s\S]*\[3\]/);
  });

  test("anything but a JSON array is refused, as is an absent file", () => {
    expect(read('{"a": 1}')).toThrow(/JSON array/);
    expect(read("[")).toThrow(/not JSON/);
    expect(() => readIdSet(folder("none.json"), [])).toThrow(/does not exist/);
  });
});
