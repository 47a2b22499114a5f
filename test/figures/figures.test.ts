import { describe, expect, test } from "vitest";
import { BadInputError } from "../../lib/base/index.js";
import {
  candidateHeatmap,
  type Figure,
  type FigureValue,
  mixScores,
  predictedAgainstActual,
  scoreByBudget,
  tagFrequencies,
  tagGains,
  tagLabel,
} from "../../lib/figures/index.js";
import { TAG_NAMES } from "../../lib/tags/index.js";
import {
  demoBudgetScores,
  demoCandidates,
  demoGains,
  demoHeldOut,
  demoMixScores,
  demoShares,
  demoTags,
} from "./demo-rows.js";

const axisOf = (figure: Figure, name: string): Record<string, FigureValue> =>
  figure.layout[name] as Record<string, FigureValue>;

describe("candidateHeatmap", () => {
  const tags = [
    { tag: "a", totalCount: 4 },
    { tag: "b", totalCount: 0 },
    { tag: "c", totalCount: 3 },
  ];
  const candidates = [
    { candidateId: "low", score: 0.5, counts: [1, 0, 1] },
    { candidateId: "high", score: 0.7, counts: [4, 0, 2] },
  ];

  test("rows fall by score, cells are shares of the tag's total, tags without pairs are empty", () => {
    const [cells, scores] = candidateHeatmap(candidates, tags).data;
    expect(cells!.z).toEqual([
      [1, null, 0.67],
      [0.25, null, 0.33],
    ]);
    expect(scores!.x).toEqual([0.7, 0.5]);
    expect(scores!.text).toEqual(["high", "low"]);
  });

  test("the caller's rows keep their order", () => {
    expect(candidates.map((row) => row.candidateId)).toEqual(["low", "high"]);
  });

  test("every candidate with too many or too few counts is named", () => {
    const short = { candidateId: "short", score: 0.1, counts: [1] };
    const long = { candidateId: "long", score: 0.1, counts: [1, 2, 3, 4] };
    expect(() => candidateHeatmap([...candidates, short, long], tags)).toThrow(BadInputError);
    expect(() => candidateHeatmap([...candidates, short, long], tags)).toThrow(/short.*3 here.*1.*\n.*long/s);
  });

  test("columns of one group stand together and each of the 90 has its label", () => {
    const figure = candidateHeatmap(demoCandidates, demoTags);
    const labels = axisOf(figure, "xaxis").ticktext as string[];
    expect(new Set(labels).size).toBe(90);
    const groups = (figure.layout.annotations as { text: string }[]).map(({ text }) => text);
    expect(groups).toEqual(["Similarity", "Length", "Subject of expertise", "Prompt"]);
  });
});

test("predictedAgainstActual: perfect predictions lie on the line, ρ 1 and RMSE 0", () => {
  const rows = demoHeldOut.map((row) => ({ ...row, predicted: row.actual }));
  const figure = predictedAgainstActual(rows);
  expect(figure.data[1]!.x).toEqual(figure.data[1]!.y);
  expect(JSON.stringify(figure.layout.title)).toContain("Spearman ρ 1.00 · RMSE 0.00 points");
  expect(axisOf(figure, "xaxis").range).toEqual(axisOf(figure, "yaxis").range);
});

describe("scoreByBudget", () => {
  const rows = demoBudgetScores(["A", "B", "C", "D", "E"]);
  const figure = scoreByBudget(rows);

  test("each mix has one entry in the legend, and one trace a panel", () => {
    const shown = figure.data.filter((trace) => trace.showlegend);
    expect(shown.map((trace) => trace.legendgroup)).toEqual([
      "all-lm",
      "random",
      "routed",
      "all-human",
      "best-hybrid",
    ]);
    expect(figure.data).toHaveLength(5 * 5);
  });

  test("a panel's points and error bars are its rows, by budget", () => {
    const routed = figure.data.find((trace) => trace.legendgroup === "routed" && trace.xaxis === "x3")!;
    const expected = rows.filter((row) => row.panel === "C" && row.mix === "routed");
    expect(routed.x).toEqual([0.25, 0.5, 0.75]);
    expect(routed.y).toEqual(expected.map((row) => row.meanScore));
    expect((routed.error_y as { array: number[] }).array).toEqual(expected.map((row) => row.sdScore));
  });

  test("every bar fits into its panel's axis", () => {
    for (const [i, panel] of ["A", "B", "C", "D", "E"].entries()) {
      const [low, high] = axisOf(figure, `yaxis${i ? i + 1 : ""}`).range as [number, number];
      for (const { meanScore, sdScore } of rows.filter((row) => row.panel === panel)) {
        expect(meanScore - sdScore).toBeGreaterThan(low);
        expect(meanScore + sdScore).toBeLessThan(high);
      }
    }
  });

  test("a legend entry comes from the first panel that has the mix", () => {
    const partial = rows.filter((row) => row.mix !== "best-hybrid" || row.panel === "D");
    const stars = scoreByBudget(partial).data.filter((trace) => trace.legendgroup === "best-hybrid");
    expect(stars.map(({ showlegend, xaxis }) => [showlegend, xaxis])).toEqual([[true, "x4"]]);
  });
});

test("mixScores: intervals become distances from the score, unknown ends draw none", () => {
  const [trace] = mixScores([
    { mix: "m", section: "Chat", score: 0.6, low: 0.5, high: 0.75 },
    { mix: "m", section: "Safety", score: 0.6, low: Number.NaN, high: Number.NaN },
  ]).data;
  const { array, arrayminus } = trace!.error_y as { array: number[]; arrayminus: number[] };
  expect(array.map((x) => x.toFixed(6))).toEqual(["0.150000", "0.000000"]);
  expect(arrayminus.map((x) => x.toFixed(6))).toEqual(["0.100000", "0.000000"]);
});

test("mixScores: no two mixes of a section share a place", () => {
  const places = mixScores(demoMixScores).data.flatMap((trace) => trace.x as number[]);
  expect(new Set(places.map((x) => x.toFixed(6))).size).toBe(demoMixScores.length);
});

test("tagFrequencies: every tag has one bar; `most` keeps the most frequent of all groups", () => {
  const bars = (figure: Figure): number[] => figure.data.flatMap((trace) => trace.x as number[]);
  expect(bars(tagFrequencies(demoShares)).toSorted()).toEqual(demoShares.map((row) => row.share).toSorted());
  const top = demoShares.map((row) => row.share).toSorted((a, b) => b - a);
  expect(bars(tagFrequencies(demoShares, { most: 7 })).toSorted((a, b) => b - a)).toEqual(top.slice(0, 7));
});

test("tagGains: the ends are shown, what lies between is counted", () => {
  const figure = tagGains(demoGains, { each: 5 });
  const gains = figure.data[0]!.x as number[];
  const sorted = demoGains.map((row) => row.gain).toSorted((a, b) => b - a);
  expect(gains).toEqual([...sorted.slice(0, 5), ...sorted.slice(-5)]);
  expect(JSON.stringify(figure.layout.annotations)).toContain("… 79 tags between");
  expect(tagGains(demoGains.slice(0, 10), { each: 5 }).layout.annotations).toEqual([]);
});

test("the data's name stands first in the subtitle of every figure", () => {
  const dataset = "Pairs (simulated)";
  const figures = [
    candidateHeatmap(demoCandidates, demoTags, { dataset }),
    predictedAgainstActual(demoHeldOut, { dataset }),
    scoreByBudget(demoBudgetScores([dataset])),
    mixScores(demoMixScores, { dataset, subtitle: "intervals" }),
    tagFrequencies(demoShares, { dataset }),
    tagGains(demoGains, { dataset }),
  ];
  for (const { layout } of figures) expect(JSON.stringify(layout.title)).toContain(`>${dataset}`);
});

describe("tagLabel", () => {
  test("all 90 tags have a group of their own kind and distinct labels", () => {
    const labels = TAG_NAMES.map(tagLabel);
    expect(new Set(labels.map(({ label }) => label)).size).toBe(90);
    expect(labels.filter(({ group }) => group === "Other")).toEqual([]);
  });

  test("any other name is its own label", () => {
    expect(tagLabel("train_the_pile_arxiv")).toEqual({ group: "Other", label: "train_the_pile_arxiv" });
  });
});

test("texts from data reach no figure unescaped", () => {
  const evil = '<b>&lt;<a href="javascript:alert(1)">x</a><br>';
  const figures = [
    candidateHeatmap([{ candidateId: evil, score: 1, counts: [1] }], [{ tag: evil, totalCount: 1 }], {
      title: evil,
      subtitle: evil,
      scoreName: evil,
    }),
    predictedAgainstActual([{ ...demoHeldOut[0]!, candidateId: evil }], {
      title: evil,
      scoreName: evil,
      fit: evil,
    }),
    scoreByBudget(demoBudgetScores([evil, "other"]), { title: evil, scoreName: evil }),
    mixScores([{ mix: evil, section: evil, score: 1, low: 1, high: 1 }], {
      baseline: [{ section: evil, score: 1 }],
      baselineName: evil,
    }),
    tagFrequencies([{ tag: evil, share: 0.5 }], { title: evil }),
    tagGains([{ tag: evil, gain: 1 }], { unit: evil }),
  ];
  for (const figure of figures)
    expect(JSON.stringify(figure)).not.toMatch(/<a|javascript:alert\(1\)\\">x<|<b>&lt;</);
});
