import { describe, expect, test } from "vitest";
import { BadInputError } from "../../lib/base/index.js";
import {
  checkFigure,
  type Figure,
  type FigureValue,
  familyEstimates,
  fitByCandidates,
  predictedAgainstActual,
  renderSvg,
  residualPlot,
  scoreByCost,
  scoreByPoolSize,
  strategyScores,
  strategyStepGrid,
  timeByCount,
} from "../../lib/figures/index.js";
import { demoHeldOut } from "./demo-rows.js";
import {
  demoCosts,
  demoDifferences,
  demoEstimates,
  demoIntervals,
  demoLearning,
  demoPools,
  demoResiduals,
  demoSteps,
  demoStrategyScores,
  demoTimes,
  demoTrend,
} from "./engine-rows.js";

const axisOf = (figure: Figure, name: string): Record<string, FigureValue> =>
  figure.layout[name] as Record<string, FigureValue>;
const named = (figure: Figure, name: string) => figure.data.filter((trace) => trace.name === name);

describe("familyEstimates", () => {
  test("dots, bars and diamonds are the rows, panel by panel", () => {
    const figure = familyEstimates([
      { panel: "rho", family: "a", value: 0.5, low: 0.4, high: 0.75, reference: 0.3 },
      { panel: "rho", family: "b", value: 0.25, low: Number.NaN, high: Number.NaN },
      { panel: "rmse", family: "b", value: 2, low: 1, high: 4 },
    ]);
    const [rho, reference, rmse] = figure.data;
    expect([rho!.x, rho!.y, reference!.x, rmse!.x, rmse!.y]).toEqual([[0.5, 0.25], [0, 1], [0.3], [2], [1]]);
    expect(rho!.error_x).toMatchObject({ array: [0.25, null] });
    expect(rmse!.error_x).toMatchObject({ array: [2], arrayminus: [1] });
    expect(axisOf(figure, "yaxis").ticktext).toEqual(["a", "b"]);
    expect(axisOf(figure, "yaxis2").showticklabels).toBe(false);
  });

  test("zero is within the axis of differences, whichever side they lie on", () => {
    const rows = demoDifferences.map((row) => ({ ...row, value: 5, low: 4, high: 6 }));
    const [low, high] = axisOf(familyEstimates(rows, { zeroLine: true }), "xaxis").range as [number, number];
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(6);
  });
});

test("fitByCandidates: a family's points follow its sizes upwards, each a little beside the others'", () => {
  const figure = fitByCandidates(demoLearning.toReversed());
  const curves = figure.data.filter((trace) => trace.xaxis === "x");
  for (const { x } of curves) expect(x).toEqual((x as number[]).toSorted((a, b) => a - b));
  const first = curves.map(({ x }) => (x as number[])[0]!);
  expect(new Set(first).size).toBe(6);
  for (const x of first) expect(Math.abs(x - 62)).toBeLessThan(10);
});

test("fitByCandidates: a family without a value in one panel has its legend entry from the next", () => {
  const rows = demoLearning.map((row) =>
    row.family === "lightgbm" && row.panel === "Spearman's ρ" ? { ...row, value: Number.NaN } : row,
  );
  const shown = fitByCandidates(rows).data.filter((trace) => trace.showlegend);
  expect(shown).toHaveLength(6);
  expect(shown.find((trace) => trace.name === "lightgbm")!.xaxis).toBe("x2");
});

describe("predictedAgainstActual with intervals", () => {
  test("bars that miss the actual score have a colour of their own", () => {
    const [row] = demoHeldOut;
    const figure = predictedAgainstActual([
      { ...row!, actual: 0.5, predicted: 0.52, low: 0.51, high: 0.53 },
      { ...row!, actual: 0.6, predicted: 0.61, low: 0.59, high: 0.63 },
    ]);
    const [, covering, missing] = figure.data;
    expect(covering!.y).toEqual([0.59, 0.63, null]);
    expect(missing!.x).toEqual([0.5, 0.5, null]);
  });

  test("every bar lies within both axes", () => {
    const [low, high] = axisOf(predictedAgainstActual(demoIntervals), "yaxis").range as [number, number];
    expect(low).toBeLessThan(Math.min(...demoIntervals.map((row) => row.low!)));
    expect(high).toBeGreaterThan(Math.max(...demoIntervals.map((row) => row.high!)));
  });
});

test("residualPlot: residuals are drawn in points, each panel with its own horizontal axis", () => {
  const figure = residualPlot(
    [{ panel: "Predicted", candidateId: "c", at: 0.5, residual: -0.01 }],
    [{ panel: "Predicted", at: 0.5, mean: 0.002, low: 0.001, high: Number.NaN }],
  );
  expect(figure.data.map(({ y }) => y)).toEqual([[-1], [0.2]]);
  expect(figure.data[1]!.error_y).toMatchObject({ array: [null], arrayminus: [0.1] });
  expect(axisOf(figure, "xaxis").title).toMatchObject({ text: "Predicted" });
});

describe("strategyStepGrid", () => {
  const rows = [
    { step: 0, human: [false, true, false], predicted: 0.5 },
    { step: 1, human: [true, true, false], predicted: 0.6 },
    { step: 2, human: [true, false, true], predicted: 0.7, isChosen: true },
  ];

  test("cells are instances by steps; what moves is marked where it moves, both ways", () => {
    const figure = strategyStepGrid(rows);
    expect(figure.data[0]!.z).toEqual([
      [0, 1, 1],
      [1, 1, 0],
      [0, 0, 1],
    ]);
    const [moved] = named(figure, "moved to humans");
    expect([moved!.x, moved!.y]).toEqual([
      [1, 2],
      [0, 2],
    ]);
    const [back] = named(figure, "taken back");
    expect([back!.x, back!.y]).toEqual([[2], [1]]);
    const [star] = named(figure, "returned");
    expect([star!.x, star!.y]).toEqual([[2], [0.7]]);
  });

  test("independent draws have neither marks nor a line", () => {
    const figure = strategyStepGrid(rows, { markChanges: false });
    expect(figure.data.map((trace) => trace.name)).toEqual([undefined, "predicted score", "returned"]);
    expect(figure.data[1]!.mode).toBe("markers");
  });

  test("steps of different instances are refused, each named", () => {
    const uneven = [...rows, { step: 3, human: [true], predicted: 1 }, { step: 4, human: [], predicted: 1 }];
    expect(() => strategyStepGrid(uneven)).toThrow(BadInputError);
    expect(() => strategyStepGrid(uneven)).toThrow(/step 3.*1 instances.*\n.*step 4.*0 instances/s);
  });

  test("no step and many steps are drawn too", () => {
    checkFigure(strategyStepGrid([]));
    const figure = strategyStepGrid(demoSteps(200));
    checkFigure(figure);
    expect((axisOf(figure, "xaxis").tickvals as number[]).length).toBeLessThan(18);
  });
});

describe("strategyScores", () => {
  const figure = strategyScores(demoStrategyScores);

  test("all budgets share one range, so that they can be compared", () => {
    for (const name of ["xaxis2", "xaxis3"])
      expect(axisOf(figure, name).range).toEqual(axisOf(figure, "xaxis").range);
  });

  test("a mix without prediction has its actual score and no line", () => {
    const [line] = figure.data;
    expect((line!.y as (number | null)[]).includes(0)).toBe(false);
    expect((figure.data[1]!.y as number[]).includes(0)).toBe(true);
    expect((figure.data[2]!.y as number[]).includes(0)).toBe(false);
  });
});

test("scoreByCost: each knee is a star with guides to both axes", () => {
  const figure = scoreByCost(demoCosts);
  const [stars] = named(figure, "knee");
  expect(stars!.x).toEqual(demoCosts.filter(({ isKnee }) => isKnee).map(({ cost }) => cost));
  expect(figure.layout.shapes).toHaveLength(4);
  expect(scoreByCost(demoCosts.map((row) => ({ ...row, isKnee: false }))).layout.shapes).toEqual([]);
});

test("scoreByPoolSize: a logarithmic axis with a tick at each size that was tried", () => {
  const axis = axisOf(scoreByPoolSize(demoPools), "xaxis");
  expect(axis.type).toBe("log");
  expect(axis.ticktext).toContain("4,096");
  expect(axis.ticktext).toContain("1M");
  const [low, high] = axis.range as [number, number];
  expect(low).toBeLessThan(Math.log10(128));
  expect(high).toBeGreaterThan(6);
});

test("timeByCount: ticks are powers of ten, and lines that were computed have no dots", () => {
  const figure = timeByCount(demoTimes);
  expect(axisOf(figure, "yaxis").ticktext).toEqual(["1 ms", "10 ms", "100 ms", "1 s", "10 s"]);
  expect(axisOf(figure, "xaxis").ticktext).toEqual(["100", "1,000", "10,000", "100,000", "1M"]);
  expect(named(figure, "10 µs a mix")[0]!.mode).toBe("lines");
});

test("timeByCount: where powers of ten are few, ticks stand at 2 and 5 times them too", () => {
  const figure = timeByCount([
    { series: "a", count: 128, seconds: 0.03 },
    { series: "a", count: 4096, seconds: 0.3 },
  ]);
  expect(axisOf(figure, "yaxis").ticktext).toEqual(["50 ms", "100 ms", "200 ms"]);
  expect(axisOf(figure, "xaxis").ticktext).toEqual(["200", "500", "1,000", "2,000", "5,000"]);
});

const dataset = "Pairs (simulated)";
const all = (text: string): Record<string, Figure> => {
  const options = { dataset, title: text, subtitle: text };
  return {
    familyEstimates: familyEstimates(
      demoEstimates.map((row) => ({ ...row, family: text, panel: text })),
      { ...options, referenceName: text },
    ),
    fitByCandidates: fitByCandidates(
      demoLearning.map((row) => ({ ...row, family: text, panel: text })),
      options,
    ),
    predictedAgainstActual: predictedAgainstActual(demoIntervals, options),
    residualPlot: residualPlot(
      demoResiduals.map((row) => ({ ...row, panel: text, candidateId: text })),
      demoTrend,
      options,
    ),
    strategyStepGrid: strategyStepGrid(demoSteps(5, 3), { ...options, instanceNames: [text, text, text] }),
    strategyScores: strategyScores(
      demoStrategyScores.map((row) => ({ ...row, strategy: text, panel: text })),
      options,
    ),
    scoreByCost: scoreByCost(
      demoCosts.map((row) => ({ ...row, series: text })),
      { ...options, currency: text },
    ),
    scoreByPoolSize: scoreByPoolSize(
      demoPools.map((row) => ({ ...row, series: text })),
      options,
    ),
    timeByCount: timeByCount(
      demoTimes.map((row) => ({ ...row, series: text })),
      options,
    ),
  };
};

describe.each(Object.entries(all("plain")))("%s", (_, figure) => {
  test("says first what data it shows", () => {
    expect(JSON.stringify(figure.layout.title)).toContain(`>${dataset}`);
  });

  test("is drawn without a browser", async () => {
    checkFigure(figure);
    expect(await renderSvg(figure)).toContain("<svg");
  });
});

test("texts from data reach no figure unescaped", () => {
  const evil = '<b>&lt;<a href="javascript:alert(1)">x</a><br>';
  for (const [name, figure] of Object.entries(all(evil)))
    expect(JSON.stringify(figure), name).not.toMatch(/<a|javascript:alert\(1\)\\">x<|<b>&lt;</);
});
