import { describe, expect, test } from "vitest";
import { fromDataFrame, toDataFrame } from "../../lib/notebook/index.js";

describe("toDataFrame", () => {
  test("rows survive the way there and back, with doubles in full precision", async () => {
    const rows = [
      { mix: "a", score: 0.1 + 0.2, routed: true, label: "1" },
      { mix: "b", score: 1 / 3, routed: false, label: "x" },
    ];
    expect(fromDataFrame(await toDataFrame(rows))).toEqual(rows);
  });

  test("a row without a column has null there; columns come in order of first appearance", async () => {
    const frame = await toDataFrame([{ b: 1 }, { a: 2, b: 3 }]);
    expect(frame.columns).toEqual(["b", "a"]);
    expect(fromDataFrame(frame)).toEqual([
      { b: 1, a: null },
      { b: 3, a: 2 },
    ]);
  });

  test("columns may be named like properties of a data frame", async () => {
    const rows = [{ values: "x", columns: "y", shape: 1, index: 2, tensor: 3 }];
    expect(fromDataFrame(await toDataFrame(rows))).toEqual(rows);
  });

  test("texts that look like numbers stay texts", async () => {
    expect((await toDataFrame([{ id: "1" }, { id: "02" }])).dtypes).toEqual(["string"]);
  });

  test("no rows give an empty frame", async () => {
    expect((await toDataFrame([])).shape).toEqual([0, 0]);
  });

  test("grouping works on it", async () => {
    const frame = await toDataFrame([
      { group: "a", value: 1 },
      { group: "a", value: 3 },
      { group: "b", value: 5 },
    ]);
    expect(fromDataFrame(frame.groupby(["group"]).mean())).toEqual([
      { group: "a", value_mean: 2 },
      { group: "b", value_mean: 5 },
    ]);
  });
});
