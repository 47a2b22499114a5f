import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { matrixRow } from "../../lib/math/index.js";
import { readCountTable } from "../../lib/ppm/index.js";
import { TAG_NAMES } from "../../lib/tags/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { refusalOf } from "../refusal.js";
import { smallTable } from "./tables.js";

const inFolder = temporaryFolder();
const write = (text: string): string => {
  writeFileSync(inFolder("t.csv"), text);
  return inFolder("t.csv");
};

describe("columns", () => {
  test("those named by tags are features, in vocabulary order; the others are carried along", () => {
    const { featureNames, counts, targets, foldOf, csv } = smallTable();
    expect(featureNames).toEqual(TAG_NAMES.filter((name) => csv.columns.includes(name)));
    expect(featureNames).toHaveLength(8);
    expect([...matrixRow(counts, 1)]).toEqual([0, 6, 23, 8, 37, 0, 0, 32]);
    expect(targets[1]).toBe(0.6426);
    expect(foldOf![2]).toBe(3);
    expect(csv.rows[1]!.id).toBe("m01");
  });

  test("vocabulary order does not depend on the file's", () => {
    const [first, second] = [TAG_NAMES[0]!, TAG_NAMES[5]!];
    const path = write(`"${second}",y,"${first}"\n5,0.5,1\n`);
    const { featureNames, counts } = readCountTable(path, { target: "y" });
    expect(featureNames).toEqual([first, second]);
    expect([...counts.data]).toEqual([1, 5]);
  });

  test("any numeric columns may be features, in the order given; no target is needed to predict", () => {
    const path = write("a,b,c\n1,2.5,x\n-3,4e2,y\n");
    const { featureNames, counts, targets, foldOf } = readCountTable(path, { featureColumns: ["b", "a"] });
    expect(featureNames).toEqual(["b", "a"]);
    expect([...counts.data]).toEqual([2.5, 1, 400, -3]);
    expect([targets, foldOf]).toEqual([null, null]);
  });

  test("every missing column is named, and what there is", () => {
    const message = refusalOf(() =>
      readCountTable(write("a,b\n1,2\n"), { target: "y", featureColumns: ["a", "z"], foldColumn: "f" }),
    );
    for (const part of ["3 problems", '"y"', '"z"', '"f"', 'the table has "a", "b"'])
      expect(message).toContain(part);
  });

  test("a column has one role, and a feature is named once", () => {
    const path = write("a,b\n1,2\n");
    expect(refusalOf(() => readCountTable(path, { target: "a", featureColumns: ["a", "b"] }))).toContain(
      "cannot be a feature",
    );
    expect(refusalOf(() => readCountTable(path, { featureColumns: ["a", "a"] }))).toContain(
      "may be named once",
    );
  });

  test("a table without tags asks for feature columns", () => {
    expect(refusalOf(() => readCountTable(write("a,b\n1,2\n")))).toContain("--feature-columns");
  });
});

describe("cells", () => {
  test.each(["", "n/a", "NaN", "Infinity", "1e999", "0x10", "1,5", "12 3", "--1", "1_000"])(
    "%j is no finite number",
    (cell) => {
      const path = write(`a,y\n1,0.5\n"${cell}",0.5\n`);
      const message = refusalOf(() => readCountTable(path, { target: "y", featureColumns: ["a"] }));
      expect(message).toContain(
        `t.csv:3, column "a": must be a finite number (found ${JSON.stringify(cell)})`,
      );
    },
  );

  test("numbers in any decimal form are read", () => {
    const path = write("a\n 7 \n+1.5\n-.5\n1e-3\n2.\n");
    expect([...readCountTable(path, { featureColumns: ["a"] }).counts.data]).toEqual([
      7, 1.5, -0.5, 0.001, 2,
    ]);
  });

  test("every bad cell is reported at once", () => {
    const message = refusalOf(() =>
      readCountTable(write("a,y,f\nx,0.5,1\n1,,1.5\n2,0.7,two\n"), {
        target: "y",
        featureColumns: ["a"],
        foldColumn: "f",
      }),
    );
    expect(message).toContain("4 problems");
    expect(message).toContain(':2, column "a"');
    expect(message).toContain(':3, column "y"');
    expect(message).toContain(':3, column "f": a fold must be an integer (found "1.5")');
    expect(message).toContain(':4, column "f"');
  });

  test("a bad cell in a column that is only carried along is no problem", () => {
    expect(readCountTable(write("a,note\n1,\n"), { featureColumns: ["a"] }).csv.rows).toHaveLength(1);
  });

  test("no file, no rows", () => {
    expect(refusalOf(() => readCountTable(inFolder("none.csv")))).toContain("does not exist");
    expect(refusalOf(() => readCountTable(write("a\n"), { featureColumns: ["a"] }))).toContain("no rows");
  });
});
