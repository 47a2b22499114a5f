import { readFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { BadInputError, createRng, readCsv } from "../../lib/base/index.js";
import {
  allHumanCandidate,
  allLmCandidate,
  countCandidates,
  readCandidates,
  sampleCandidates,
  writeCandidates,
} from "../../lib/candidates/index.js";
import { TAG_NAMES } from "../../lib/tags/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { randomTags } from "./random-tags.js";

const inFolder = temporaryFolder();
const matrix = randomTags(50, "files");
const provenance = { command: "hyper candidates", seed: 1, inputs: [] };
const set = countCandidates(matrix, [
  ...sampleCandidates(matrix, { count: 4, rng: createRng(1) }),
  allHumanCandidate(50),
  allLmCandidate(50),
]);

beforeEach(async () => writeCandidates(inFolder("out"), matrix, set, provenance));

const edit = (file: string, change: (text: string) => string) => {
  const path = inFolder("out", file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
};
const failure = async (): Promise<string> => {
  try {
    await readCandidates(inFolder("out"), matrix.ids);
  } catch (error) {
    expect(error).toBeInstanceOf(BadInputError);
    return (error as Error).message;
  }
  throw new Error("the files were accepted");
};

test("candidates read back as they were written", async () => {
  expect(await readCandidates(inFolder("out"), matrix.ids)).toEqual(set);
});

test("so do subsampled ones", async () => {
  const options = { count: 3, rng: createRng(2), subsampleCount: 44 };
  const sampled = countCandidates(matrix, sampleCandidates(matrix, options));
  await writeCandidates(inFolder("sub"), matrix, sampled, provenance);
  expect(await readCandidates(inFolder("sub"), matrix.ids)).toEqual(sampled);
});

test("the table has id, budget, human and the 90 tags in vocabulary order; the lists hold ids", () => {
  const { columns, rows } = readCsv(inFolder("out", "candidates.csv"));
  expect(columns).toEqual(["id", "budget", "human", ...TAG_NAMES]);
  expect(rows.map((row) => row.id)).toEqual(["c0000", "c0001", "c0002", "c0003", "all-human", "all-lm"]);
  expect(rows[4]).toMatchObject({ budget: "50", human: "50" });
  const lines = readFileSync(inFolder("out", "routings.jsonl"), "utf8").trim().split("\n");
  expect(JSON.parse(lines[4]!)).toEqual({ id: "all-human", human: matrix.ids });
  expect(JSON.parse(lines[5]!)).toEqual({ id: "all-lm", human: [] });
});

test("the same candidates give the same bytes", async () => {
  await writeCandidates(inFolder("again"), matrix, set, provenance);
  for (const file of ["candidates.csv", "routings.jsonl", "candidates.csv.manifest.json"])
    expect(readFileSync(inFolder("again", file))).toEqual(readFileSync(inFolder("out", file)));
});

describe("what is wrong is refused with its place", () => {
  test("a folder without candidates", async () => {
    await expect(readCandidates(inFolder("nowhere"), matrix.ids)).rejects.toThrow("no such file");
  });

  test("cells that are no counts, all of them", async () => {
    edit("candidates.csv", (text) =>
      text.replace(/^c0001,\d+/m, "c0001,-3").replace(/^c0002,\d+,\d+/m, "c0002,many,"),
    );
    const message = await failure();
    expect(message).toMatch(/candidates\.csv:3, column "budget": .*"-3"/);
    expect(message).toMatch(/candidates\.csv:4, column "human"/);
  });

  test("a budget over the number of instances, more human labels than the budget", async () => {
    edit("candidates.csv", (text) =>
      text.replace(/^all-human,50/m, "all-human,51").replace(/^all-lm,0,0/m, "all-lm,0,1"),
    );
    const message = await failure();
    expect(message).toContain('column "budget": cannot exceed the 50 instances (found "51")');
    expect(message).toContain('column "human": cannot exceed the budget, 0 (found "1")');
  });

  test("a missing column", async () => {
    edit("candidates.csv", (text) => text.replace("budget", "money"));
    expect(await failure()).toContain('"budget"');
  });

  test("an unknown or repeated instance", async () => {
    edit("routings.jsonl", (text) => text.replace('"human":["i0","i1"', '"human":["ghost","i1","i1"'));
    const message = await failure();
    expect(message).toMatch(/must be the id of an instance \(found "ghost"\)/);
    expect(message).toMatch(/once \(found "i1"\)/);
  });

  test("a candidate in one file only", async () => {
    edit("routings.jsonl", (text) => text.replace('"id":"c0002"', '"id":"c9999"'));
    const message = await failure();
    expect(message).toContain('"c0002"');
    expect(message).toContain('"c9999"');
  });

  test("a number of human labels that the lists do not have", async () => {
    edit("candidates.csv", (text) => text.replace(/^all-human,50,50/m, "all-human,50,49"));
    expect(await failure()).toContain('column "human" must be the number of ids');
  });

  test("a count of a tag over the number of human labels", async () => {
    edit("candidates.csv", (text) => text.replace(/^all-lm,0,0,0/m, "all-lm,0,0,1"));
    expect(await failure()).toContain("a tag's count cannot exceed the 0");
  });

  test("a repeated candidate, and a line that is no JSON", async () => {
    edit("candidates.csv", (text) => text.replace(/^c0001/m, "c0000"));
    expect(await failure()).toContain("ids must be present and differ");
    edit("routings.jsonl", () => '{"id": "c0000", "human": ["i0"\n');
    edit("candidates.csv", (text) => text.replace(/^c0000/m, "c0001"));
    expect(await failure()).toContain("routings.jsonl:1");
  });
});
