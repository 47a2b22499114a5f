import { expect, test } from "vitest";
import {
  confusionHeatmap,
  type FigureValue,
  measureHistograms,
  rates,
  renderSvg,
  tagAssociationHeatmap,
  tokenMatching,
} from "../../lib/figures/index.js";

const hostile = '<script>alert("x")</script> & \u0000\ud800';

test("measureHistograms: lengths stand on a logarithmic axis, similarities do not, edges in the same place as bars", () => {
  const { data, layout } = measureHistograms(
    [
      { measure: "rouge", from: 0, to: 0.5, count: 3 },
      { measure: "rouge", from: 0.5, to: 1, count: 1 },
      { measure: "prompt_len", from: 0, to: 9, count: 2 },
      { measure: "prompt_len", from: 9, to: 99, count: 5 },
    ],
    [
      { measure: "rouge", edges: [0.33, 0.67] },
      { measure: "prompt_len", edges: [9, Number.NaN] },
    ],
  );
  expect(data.map(({ x }) => x)).toEqual([
    [0.25, 0.75],
    [0.5, 1.5],
  ]);
  expect((layout.shapes as { x0: number }[]).map(({ x0 }) => x0)).toEqual([0.33, 0.67, 1]);
});

test("tagAssociationHeatmap: the square is symmetric, its diagonal empty", () => {
  const { data } = tagAssociationHeatmap([
    { first: "x", second: "y", phi: 0.5 },
    { first: "z", second: "y", phi: -0.25 },
  ]);
  const z = data[0]!.z as (number | null)[][];
  for (const [i, row] of z.entries()) {
    expect(row[i]).toBeNull();
    for (const [j, value] of row.entries()) expect(value).toBe(z[j]![i]!);
  }
  expect(z.flat().filter((value) => value === 0.5)).toHaveLength(2);
});

test("tokenMatching: rings are the matches of A by row, dots those of B by column", () => {
  const { data } = tokenMatching({
    tokensA: ["p", "q"],
    tokensB: ["q", "r", "p"],
    similarity: [
      [0, 0.1, 1],
      [1, 0.2, 0],
    ],
    matchOfA: [2, 0],
    matchOfB: [1, 1, 0],
  });
  expect([data[1]!.x, data[1]!.y]).toEqual([
    [2, 0],
    [0, 1],
  ]);
  expect([data[2]!.x, data[2]!.y]).toEqual([
    [0, 1, 2],
    [1, 1, 0],
  ]);
});

test("confusionHeatmap: shares of a true value's row sum to one, a value that never occurs is a row of zeros", () => {
  const { data, layout } = confusionHeatmap(
    [
      { truth: "a", predicted: "a", count: 3 },
      { truth: "a", predicted: "b", count: 1 },
    ],
    { values: ["a", "b"] },
  );
  expect(data[0]!.z).toEqual([
    [0.75, 0.25],
    [0, 0],
  ]);
  expect((layout.annotations as { text: string }[]).map(({ text }) => text)).toEqual(["3", "1", "0", "0"]);
});

test("rates: the line that rows are held against is drawn where it is given", () => {
  const row = { name: "x", rate: 0.5, low: 0.4, high: 0.6 };
  const shapesOf = (line?: number) =>
    rates([row], { rateName: "share", line }).layout.shapes as FigureValue[];
  expect(shapesOf()).toEqual([]);
  expect(shapesOf(0.45)).toMatchObject([{ x0: 0.45, x1: 0.45 }]);
});

test("names from data cannot break a figure", async () => {
  const figures = [
    measureHistograms([{ measure: hostile, from: 0, to: 1, count: 1 }], []),
    tagAssociationHeatmap([{ first: hostile, second: "y", phi: 0 }]),
    tokenMatching({
      tokensA: [hostile],
      tokensB: ["\u0000"],
      similarity: [[0.5]],
      matchOfA: [0],
      matchOfB: [0],
    }),
    confusionHeatmap([{ truth: hostile, predicted: hostile, count: 1 }]),
  ];
  for (const figure of figures) expect(await renderSvg(figure)).not.toContain("<script");
});
