import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BadInputError } from "../../lib/base/index.js";
import {
  formatProvenance,
  PROVENANCE_COLUMN,
  type Provenance,
  parseProvenance,
  readFeaturesFile,
} from "../../lib/tags/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";

const folder = temporaryFolder();
const PAPER: Provenance = { definitions: "paper", encoder: "hashed/1", analyzer: "rules/2" };

function write(...marks: readonly unknown[]): string {
  const rows = marks.map((mark, i) => ({ id: `r${i}`, rouge: 0.5, [PROVENANCE_COLUMN]: mark }));
  writeFileSync(folder("f.jsonl"), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return folder("f.jsonl");
}

describe("the mark", () => {
  test("is read back as it was written, whatever the analyzer's name holds", () => {
    expect(formatProvenance(PAPER)).toBe("paper | hashed/1 | rules/2");
    for (const provenance of [PAPER, { ...PAPER, definitions: "upstream", analyzer: "lm/a | b" } as const])
      expect(parseProvenance(formatProvenance(provenance))).toEqual(provenance);
  });

  test.each(["", "paper", "paper | x", "paper |  | y", "paper | x | ", "mine | x | y", "paper|x|y"])(
    "%j is none",
    (text) => expect(parseProvenance(text)).toBeNull(),
  );
});

describe("a features file", () => {
  const mark = formatProvenance(PAPER);

  test("has the provenance of its rows; rows without a mark are of unknown provenance, and accepted", async () => {
    expect((await readFeaturesFile(write(mark, mark))).provenance).toEqual(PAPER);
    expect((await readFeaturesFile(write(null, mark, undefined))).provenance).toEqual(PAPER);
    expect((await readFeaturesFile(write(null, undefined))).provenance).toBeNull();
  });

  test("of mixed provenance is refused, with every line that differs, also where bad lines are skipped", async () => {
    const other = formatProvenance({ ...PAPER, encoder: "use-lite/1" });
    const path = write(mark, other, null, mark, other);
    for (const skipBad of [false, true]) {
      const attempt = readFeaturesFile(path, { skipBad });
      await expect(attempt).rejects.toThrow(BadInputError);
      await expect(attempt).rejects.toThrow(
        /f\.jsonl:2: .* 2 rows \(lines 2, 5\) against .*found "paper \| use-lite\/1/,
      );
      await expect(attempt).rejects.toThrow(
        /against "paper \| hashed\/1 \| rules\/2" of .*f\.jsonl:1 .*--recompute/,
      );
    }
  });

  test("names 20 lines of each origin at most, and counts the rest", async () => {
    const marks = ["a", "b"].flatMap((encoder) =>
      Array<string>(30).fill(formatProvenance({ ...PAPER, encoder })),
    );
    const attempt = readFeaturesFile(write(mark, ...marks));
    await expect(attempt).rejects.toThrow(/2 problems[\s\S]*lines 2, 3, .*, 21 and 10 more[\s\S]*lines 32, /);
  });

  test.each([5, "by hand", { a: 1 }])("a mark that is none (%j) is a problem of its line", async (flaw) => {
    await expect(readFeaturesFile(write(mark, flaw))).rejects.toThrow(/f\.jsonl:2: "tagged_with" must name/);
    expect((await readFeaturesFile(write(mark, flaw), { skipBad: true })).rows).toHaveLength(1);
  });
});
