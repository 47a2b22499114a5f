import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../lib/base/index.js";
import { checkKnownTags, countRange, readCountTable } from "../../../lib/ppm/index.js";
import { TAG_NAMES } from "../../../lib/tags/index.js";
import { temporaryFolder } from "../../base/temporary-folder.js";
import { refusalOf } from "../../refusal.js";

const inFolder = temporaryFolder();
const write = (text: string): string => {
  writeFileSync(inFolder("t.csv"), text);
  return inFolder("t.csv");
};

test("numbers too large to fit are named by their cells, and a table without rows says what belongs there", () => {
  const huge = write("a,y\n1e300,0.5\n2,-1e308\n");
  const message = refusalOf(() => readCountTable(huge, { target: "y", featureColumns: ["a"] }));
  expect(message).toContain("2 problems");
  expect(message).toMatch(/t\.csv:2, column "a": numbers beyond 1e\+70 cannot be fitted/);
  expect(message).toMatch(/t\.csv:3, column "y": numbers beyond/);
  const empty = refusalOf(() => readCountTable(write("a,y\n"), { target: "y", featureColumns: ["a"] }));
  expect(empty).toMatch(/no rows.*one candidate a row/);
});

test("tags without a column are noted, unless the columns were chosen", () => {
  const [first, second] = TAG_NAMES;
  const path = write(`"${first}","${second}",y\n1,2,0.5\n2,3,0.6\n`);
  expect(readCountTable(path, { target: "y" }).notes.join()).toContain("88 of the 90 tags have no column");
  expect(readCountTable(path, { target: "y", featureColumns: [first!] }).notes).toEqual([]);
});

describe("missing values", () => {
  const path = () => write("a,b,y\n1,,0.5\n,2,0.6\n");
  const options = { target: "y", featureColumns: ["a", "b"] };

  test("an empty cell is NaN where missing values are taken, an error that names who takes them elsewhere", () => {
    const { counts } = readCountTable(path(), { ...options, takesMissing: true });
    expect([...counts.data]).toEqual([1, Number.NaN, Number.NaN, 2]);
    const message = refusalOf(() => readCountTable(path(), options));
    expect(message).toContain("2 problems");
    expect(message).toContain('t.csv:2, column "b": must be a finite number (found "")');
    expect(message).toContain("lightgbm");
  });

  test("text and infinity are errors even there, and so is a missing target", () => {
    const text = "a,y\nNaN,1\nNA,1\n-inf,1\n1e999,1\n2,\n";
    const message = refusalOf(() =>
      readCountTable(write(text), { target: "y", featureColumns: ["a"], takesMissing: true }),
    );
    expect(message).toContain("5 problems");
  });

  test("the range of counts leaves missing ones out", () => {
    const { counts } = readCountTable(write("a,b,c\n1,,\n5,-2,\n"), {
      featureColumns: ["a", "b", "c"],
      takesMissing: true,
    });
    expect(countRange(counts)).toEqual({ min: [1, -2, null], max: [5, -2, null] });
  });
});

describe("feature columns by pattern", () => {
  test("a pattern takes all columns that match, in the table's order, but for target, key, folds and id", () => {
    const path = write("id,x_2,y,x_1,fold,z\ni,2,1,1,0,9\nj,4,2,3,1,9\n");
    const read = (...featureColumns: string[]) =>
      readCountTable(path, { target: "y", foldColumn: "fold", featureColumns }).featureNames;
    expect(read("x_*")).toEqual(["x_2", "x_1"]);
    expect(read("z", "x*1")).toEqual(["z", "x_1"]);
    expect(read("*")).toEqual(["x_2", "x_1", "z"]);
    expect(refusalOf(() => read("q_*"))).toContain('no column matches (found "q_*")');
    expect(refusalOf(() => read("x_*", "x_1"))).toContain("may be named once");
  });

  test("characters that mean something in regular expressions are themselves", () => {
    const path = write("a.b,axb,y\n1,2,3\n2,2,4\n");
    expect(readCountTable(path, { target: "y", featureColumns: ["a.*"] }).featureNames).toEqual(["a.b"]);
  });
});

describe("what a table must not hold", () => {
  test("ids that occur twice", () => {
    const path = write("id,a,candidate\nm1,1,c\nm2,2,d\nm1,3,d\n");
    const message = refusalOf(() => readCountTable(path, { featureColumns: ["a"] }));
    expect(message).toContain(
      't.csv:4, column "id": an id may occur once, and line 2 has it already (found "m1")',
    );
    expect(message).toContain('t.csv:4, column "candidate"');
  });

  test("targets outside their range, all of them listed; its ends are inside", () => {
    const path = write("a,y\n1,0\n2,1\n3,1.01\n4,-7\n");
    const read = (high: number) =>
      readCountTable(path, { target: "y", featureColumns: ["a"], targetRange: { low: -7, high } });
    expect(refusalOf(() => read(1))).toContain("t.csv:4");
    expect(refusalOf(() => read(0.5))).toContain("2 problems");
    expect([...read(1.01).targets!]).toEqual([0, 1, 1.01, -7]);
  });

  test("columns named like a tag that the vocabulary does not have, where tags are the features", () => {
    const tag = TAG_NAMES[3]!;
    const path = write(`"${tag}","${tag}x",y\n1,2,3\n`);
    const message = refusalOf(() => readCountTable(path, { target: "y" }));
    expect(message).toContain(JSON.stringify(`${tag}x`));
    expect(message).toContain(`is ${JSON.stringify(tag)} meant?`);
    expect(readCountTable(path, { target: "y", featureColumns: [tag] }).featureNames).toEqual([tag]);
  });
});

describe("tags that a model does not know", () => {
  test("are refused, unless its features were chosen and the vocabulary has them", () => {
    const [known, other] = [TAG_NAMES[0]!, TAG_NAMES[1]!];
    const csv = readCsv(write(`"${known}","${other}",note\n1,2,x\n`));
    expect(refusalOf(() => checkKnownTags(csv, [known], false))).toContain(JSON.stringify(other));
    checkKnownTags(csv, [known], true);
    const odd = readCsv(write(`"${known}",tag::made_up\n1,2\n`));
    expect(refusalOf(() => checkKnownTags(odd, [known], true))).toContain("tag::made_up");
  });
});

test("constant columns are noted, not refused, and only where a model is fitted", () => {
  const path = write("a,b,c,d,e,y\n1,0,7,2,3,0.5\n2,0,7,2,3,0.6\n");
  const featureColumns = ["a", "b", "c", "d", "e"];
  expect(readCountTable(path, { target: "y", featureColumns }).notes).toEqual([
    '4 of 5 feature columns are constant and predict nothing: "b", "c", "d" and 1 more',
  ]);
  expect(readCountTable(path, { featureColumns }).notes).toEqual([]);
});
