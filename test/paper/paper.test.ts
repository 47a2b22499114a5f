import { describe, expect, test } from "vitest";
import {
  BEST_HYBRID_HUMAN_PERCENT,
  PAPER_DATASETS,
  TABLE_1,
  TABLE_2,
  TABLE_3,
  TABLE_4,
  TABLE_5,
  TABLE_6,
  TABLE_7,
  TABLE_8,
  TABLE_8_TOTALS,
  TABLE_10,
  TABLE_11,
  TABLE_12,
  TABLE_13,
  TABLE_13_MISSING_TAG,
  TABLE_18,
  TABLE_18_BASE,
  TABLE_20,
  TAG_COUNT,
} from "../../lib/paper/index.js";
import { TAG_NAMES } from "../../lib/tags/index.js";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("MultiPref (Tables 1, 7, 8)", () => {
  test("prompts by source and by domain both add up to Table 1's unique prompts", () => {
    expect(sum(TABLE_7.map((row) => row.promptCount))).toBe(TABLE_1.uniquePromptCount);
    expect(sum(TABLE_8.map((row) => row.promptCount))).toBe(TABLE_1.uniquePromptCount);
  });

  test("four annotations a comparison make Table 1's annotations", () => {
    expect(TABLE_1.comparisonCount * TABLE_1.annotationsPerInstance).toBe(TABLE_1.annotationCount);
  });

  test("experts by domain and normal workers make Table 1's crowdworkers", () => {
    expect(sum(TABLE_8.map((row) => row.annotatorCount))).toBe(TABLE_8_TOTALS.expertCount);
    expect(TABLE_8_TOTALS.expertCount + TABLE_8_TOTALS.normalCount).toBe(TABLE_1.crowdworkerCount);
  });

  test("six models, each also against itself, make 21 pairs", () => {
    expect((TABLE_1.generationModelCount * (TABLE_1.generationModelCount + 1)) / 2).toBe(
      TABLE_1.modelPairCount,
    );
  });
});

test("Table 2 ranks the models quadratic, linear, LightGBM by both measures", () => {
  const names = (key: "spearman" | "rmse", sign: 1 | -1): string[] =>
    TABLE_2.toSorted((a, b) => sign * (a[key] - b[key])).map((row) => row.model);
  expect(names("spearman", -1)).toEqual(["quadratic", "linear", "lightgbm"]);
  expect(names("rmse", 1)).toEqual(["quadratic", "linear", "lightgbm"]);
});

describe("section means against printed Overall (Tables 3, 4)", () => {
  /** Rows whose printed Overall is not the mean of the printed sections, within rounding: printed, mean. */
  const EXCEPTIONS: Readonly<Record<string, readonly [printed: number, mean: number]>> = {
    "Helpsteer2 100% Human": [72.4, 74.0],
    "Llama 3.1 8B 100% Human": [64.7, 65.0],
    "Qwen 2.5 7B 100% Synth.": [69.7, 70.75],
  };
  const rows = [
    ...TABLE_3.map((row) => ({ name: `${row.dataset} ${row.mix}`, ...row })),
    ...TABLE_4.map((row) => ({ name: `${row.baseModel} ${row.mix}`, ...row })),
  ];

  test.each(rows)("$name", (row) => {
    const mean = (row.chatPercent + row.chatHardPercent + row.safetyPercent + row.reasoningPercent) / 4;
    const exception = EXCEPTIONS[row.name];
    // Sections are rounded to 0.05, and so is their mean: 0.1 apart at most.
    if (!exception) expect(Math.abs(mean - row.overallPercent)).toBeLessThanOrEqual(0.1 + 1e-9);
    else expect([row.overallPercent, Math.round(mean * 100) / 100]).toEqual(exception);
  });

  test("each data set and each base model has three mixes, and each data set a best budget", () => {
    expect(rows).toHaveLength(3 * (PAPER_DATASETS.length + 2));
    expect(Object.keys(BEST_HYBRID_HUMAN_PERCENT)).toEqual([...PAPER_DATASETS, "Helpsteer2-Preferences"]);
  });

  test("the best hybrid beats both pure mixes on every data set", () => {
    for (const dataset of PAPER_DATASETS) {
      const [human, synthetic, hybrid] = TABLE_3.filter((row) => row.dataset === dataset);
      expect(hybrid!.overallPercent).toBeGreaterThan(
        Math.max(human!.overallPercent, synthetic!.overallPercent),
      );
    }
  });
});

describe("downstream averages (Tables 5, 18)", () => {
  const mean = (row: (typeof TABLE_5)[number] | typeof TABLE_18_BASE): number =>
    (row.gsm8kPercent + row.bbhPercent + row.ifevalPercent + row.codexPercent + row.alpacaEvalPercent) / 5;

  test("are the means of the five benchmarks within rounding", () => {
    expect(TABLE_5).toHaveLength(12);
    for (const row of TABLE_5) expect(Math.abs(mean(row) - row.averagePercent)).toBeLessThanOrEqual(0.1);
    expect(TABLE_18).toHaveLength(24);
    for (const row of [...TABLE_18, TABLE_18_BASE]) {
      expect(Math.abs(mean(row) - row.averagePercent)).toBeLessThanOrEqual(0.01);
    }
  });
});

describe("selection strategies (Tables 10, 11, 20)", () => {
  test("each has every data set at three budgets", () => {
    for (const table of [TABLE_10, TABLE_11]) {
      expect(table).toHaveLength(12);
      expect(new Set(table.map((row) => `${row.dataset} ${row.budgetPercent}`)).size).toBe(12);
    }
  });

  test("Table 20 agrees with Tables 3 and 11 on Helpsteer2 to 0.1", () => {
    const table20 = (mix: string): number =>
      TABLE_20.find((row) => row.mix === mix)!.helpsteer2OverallPercent;
    for (const row of TABLE_11.filter(({ dataset }) => dataset === "Helpsteer2")) {
      const other = table20(`${row.budgetPercent}% Human, routed`);
      expect(Math.abs(other - row.simulatedOverallPercent)).toBeLessThanOrEqual(0.1 + 1e-9);
    }
    for (const row of TABLE_3.filter(({ dataset }) => dataset === "Helpsteer2")) {
      expect(Math.abs(table20(row.mix) - row.overallPercent)).toBeLessThanOrEqual(0.1 + 1e-9);
    }
  });
});

describe("tag gains (Tables 6, 12, 13)", () => {
  test("Table 13 and its one missing tag are the whole vocabulary", () => {
    const tags = [...TABLE_13.map((row) => row.tag), TABLE_13_MISSING_TAG];
    expect(TABLE_13).toHaveLength(TAG_COUNT - 1);
    expect(tags.toSorted()).toEqual([...TAG_NAMES].toSorted());
  });

  test("Table 13 falls from the largest gain to the smallest", () => {
    const gains = TABLE_13.map((row) => row.gainThousandths);
    expect(gains).toEqual(gains.toSorted((a, b) => b - a));
  });

  test("27 of 46 subjects gain, the text's 60 %", () => {
    const subjects = TABLE_13.filter((row) => row.tag.includes("subject_of_expertise"));
    expect(subjects).toHaveLength(46);
    expect(subjects.filter((row) => row.gainThousandths > 0)).toHaveLength(27);
  });

  test("Table 6 is Table 13 to two decimals, but for Materials science", () => {
    const rows = [...TABLE_6.top, ...TABLE_6.bottom];
    const other = rows.filter(({ tag, gainThousandths }) => {
      const exact = TABLE_13.find((row) => row.tag === tag)!.gainThousandths;
      return Math.abs(exact - gainThousandths) > 0.00501;
    });
    expect(rows).toHaveLength(10);
    expect(other.map((row) => row.tag)).toEqual([
      "analyzer_closed_set::feature_name=subject_of_expertise|constraints=Materials science and engineering",
    ]);
  });

  test("Table 12 names seven textual and eight descriptive kinds", () => {
    expect(TABLE_12.filter((row) => row.kind === "textual")).toHaveLength(7);
    expect(TABLE_12.filter((row) => row.kind === "descriptive")).toHaveLength(8);
  });
});
