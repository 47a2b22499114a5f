import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import {
  DESCRIPTIVE_DIMENSIONS,
  type GoldRow,
  promptSide,
  readGoldFile,
  SCALAR_DIMENSIONS,
  SCALAR_VALUES,
  SUBJECTS,
} from "../../lib/tags/index.js";
import { words } from "../../lib/text/index.js";

const path = (side: "dev" | "test") =>
  fileURLToPath(new URL(`../../datasets/tag-gold/${side}.jsonl`, import.meta.url));

let dev: GoldRow[];
let held: GoldRow[];
let all: GoldRow[];

beforeAll(async () => {
  dev = await readGoldFile(path("dev"));
  held = await readGoldFile(path("test"));
  all = [...dev, ...held];
});

describe("the gold prompts", () => {
  test("have all eight dimensions, values that are legal, one to three subjects and a language", () => {
    for (const { id, tags } of all) {
      expect(Object.keys(tags).sort(), id).toEqual([...DESCRIPTIVE_DIMENSIONS].sort());
      expect(tags.subject_of_expertise!.length, id).toBeGreaterThan(0);
      expect(tags.subject_of_expertise!.length, id).toBeLessThanOrEqual(3);
      expect(new Set(tags.subject_of_expertise).size, id).toBe(tags.subject_of_expertise!.length);
      expect(tags.languages!.length, id).toBeGreaterThan(0);
    }
  });

  test("are on the side that the hash of their text says, under an id made of it, each once", () => {
    for (const [side, rows] of [
      ["dev", dev],
      ["test", held],
    ] as const) {
      for (const { id, prompt } of rows) {
        expect(promptSide(prompt), id).toBe(side);
        expect(id).toBe(`tag-gold-${createHash("sha256").update(prompt).digest("hex").slice(0, 10)}`);
      }
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ prompt }) => prompt)).size).toBe(all.length);
  });

  test("cover each subject six times as the main one, and each scalar value in both files", () => {
    for (const subject of SUBJECTS) {
      const count = all.filter(({ tags }) => tags.subject_of_expertise![0] === subject).length;
      expect(count, subject).toBeGreaterThanOrEqual(6);
    }
    for (const rows of [dev, held]) {
      for (const dimension of SCALAR_DIMENSIONS) {
        for (const value of SCALAR_VALUES[dimension])
          expect(rows.filter(({ tags }) => tags[dimension] === value).length, value).toBeGreaterThanOrEqual(
            5,
          );
      }
    }
  });

  test("hold enough of what is rare: other languages, material, form, concern, false alarms", () => {
    const count = (is: (row: GoldRow) => boolean): number => all.filter(is).length;
    expect(count(({ tags }) => String(tags.languages) !== "English")).toBeGreaterThanOrEqual(40);
    expect(count(({ tags }) => tags.type_of_in_context_material!.length > 0)).toBeGreaterThanOrEqual(60);
    expect(count(({ tags }) => tags.format_constraints!.length > 0)).toBeGreaterThanOrEqual(80);
    expect(count(({ tags }) => tags.safety_concern !== "safe")).toBeGreaterThanOrEqual(60);
    const lines = (["dev", "test"] as const).flatMap((side) => readFileSync(path(side), "utf8").split("\n"));
    const alarming = lines.filter(
      (line) => line !== "" && (JSON.parse(line) as { alarming?: true }).alarming,
    );
    expect(alarming.length).toBeGreaterThanOrEqual(30);
    for (const line of alarming) expect(line).toContain('"safety_concern": "safe"');
  });

  test("no two of dev and test are nearly the same: less than half of their words in common", () => {
    const bags = (rows: readonly GoldRow[]) =>
      rows.map(({ id, prompt }) => ({ id, bag: new Set(words(prompt.toLowerCase())) }));
    const near: string[] = [];
    const others = bags(held);
    for (const { id, bag } of bags(dev)) {
      for (const other of others) {
        const shared = [...bag].filter((word) => other.bag.has(word)).length;
        if (shared / (bag.size + other.bag.size - shared) >= 0.5) near.push(`${id} and ${other.id}`);
      }
    }
    expect(near).toEqual([]);
  });
});
