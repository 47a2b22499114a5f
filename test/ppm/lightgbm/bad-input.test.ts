import { describe, expect, test } from "vitest";
import { BadInputError } from "../../../lib/base/index.js";
import { matrixFromRows } from "../../../lib/math/index.js";
import {
  LIGHTGBM_DEFAULTS,
  parseLightGbmModel,
  parseLightGbmParams,
  trainLightGbm,
} from "../../../lib/ppm/lightgbm/index.js";
import { fixture, names, randomTable } from "./tables.js";

function problemsOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof BadInputError) return error.message.split("\n");
    throw error;
  }
  return [];
}

describe("parameters", () => {
  test("text values are taken, the rest is as LightGBM has it", () => {
    const params = parseLightGbmParams({ learning_rate: "0.05", num_leaves: 15, use_missing: "false" });
    expect(params).toEqual({ ...LIGHTGBM_DEFAULTS, learning_rate: 0.05, num_leaves: 15, use_missing: false });
  });

  test("every problem is listed at once, with the nearest name for an unknown one", () => {
    const problems = problemsOf(() =>
      parseLightGbmParams(
        { num_leafs: 15, learning_rate: "fast", num_iterations: 0, max_bin: 1.5 },
        "--params",
      ),
    );
    expect(problems).toHaveLength(5);
    expect(problems[1]).toContain("did you mean num_leaves?");
    expect(problems[2]).toContain("--params, learning_rate: must be a finite number above 0");
    expect(problems[3]).toContain("num_iterations: must be a whole number from 1");
    expect(problems[4]).toContain("max_bin");
  });

  test.each(["", " ", "NaN", "Infinity", null, [], {}])("learning_rate %j is refused", (value) => {
    expect(problemsOf(() => parseLightGbmParams({ learning_rate: value }))).toHaveLength(1);
  });
});

describe("training data", () => {
  const { rows, targets } = randomTable(1, 30, 2);
  const good = { rows, targets, params: LIGHTGBM_DEFAULTS, featureNames: names(2) };

  test("infinite values and targets that float32 cannot hold are named by row and column", () => {
    const bad = matrixFromRows([
      [1, Number.POSITIVE_INFINITY],
      [2, 3],
    ]);
    const problems = problemsOf(() => trainLightGbm({ ...good, rows: bad, targets: [1e39, Number.NaN] }));
    expect(problems).toHaveLength(4);
    expect(problems[1]).toContain("training row 1, column tag:1");
    expect(problems[2]).toContain("training row 1, target");
  });

  test("early stopping needs validation rows", () => {
    const params = parseLightGbmParams({ early_stopping_round: 5 });
    expect(problemsOf(() => trainLightGbm({ ...good, params }))[0]).toContain("needs validation rows");
  });

  test("sizes must fit: targets, names, at least one row", () => {
    expect(problemsOf(() => trainLightGbm({ ...good, targets: [1] }))).toHaveLength(1);
    expect(problemsOf(() => trainLightGbm({ ...good, featureNames: ["a"] }))).toHaveLength(1);
    const none = { ...rows, rows: 0, data: new Float64Array(0) };
    expect(problemsOf(() => trainLightGbm({ ...good, rows: none, targets: [] }))).toHaveLength(1);
  });
});

describe("model files", () => {
  const text = fixture("missing.model.txt");
  const withSizes = (changed: string) => {
    const trees = changed.slice(changed.indexOf("Tree=0"), changed.indexOf("end of trees"));
    const sizes = trees.split(/(?=Tree=)/).map((tree) => tree.length);
    return changed.replace(/^tree_sizes=.*$/m, `tree_sizes=${sizes.join(" ")}`);
  };
  const first = (key: string, change: (values: string[]) => string[]) =>
    withSizes(
      text.replace(
        new RegExp(`^${key}=(.*)$`, "m"),
        (_, values: string) => `${key}=${change(values.split(" ")).join(" ")}`,
      ),
    );

  test.each([
    ["another kind of file", '{"schema":"hyper-ppm/1"}', 'must start with "tree"'],
    ["an empty file", "", 'must start with "tree"'],
    ["another version", text.replace("version=v4", "version=v3"), "must be v4"],
    ["several classes", text.replace("num_class=1", "num_class=3"), "must be 1"],
    [
      "another objective",
      text.replace("objective=regression", "objective=binary sigmoid:1"),
      "objective must be",
    ],
    ["a missing header line", text.replace(/^feature_infos=.*\n/m, ""), "feature_infos"],
    ["a cut in a tree", text.slice(0, text.length / 3), "cut short"],
    ["a cut in the header", text.slice(0, 60), "must have a line"],
    ["a lost tree", text.replace(/Tree=3\n[\s\S]*?(?=Tree=4)/, ""), "a size for each tree"],
    ["a changed number", text.replace(/^(leaf_value=-?\d)/m, "$19"), "was changed or cut short"],
    ["categorical splits", first("num_cat", () => ["1"]), "categorical splits are not read"],
    ["a categorical decision", first("decision_type", ([, ...rest]) => ["1", ...rest]), "decision_type"],
    ["linear trees", first("is_linear", () => ["1"]), "linear trees are not read"],
    ["a threshold that is no number", first("threshold", ([, ...rest]) => ["nan", ...rest]), "threshold"],
    ["text among numbers", first("leaf_value", ([, ...rest]) => ["0x10", ...rest]), "leaf_value"],
    ["a missing value", first("leaf_value", ([, ...rest]) => rest), "must have"],
    ["an unknown column", first("split_feature", ([, ...rest]) => ["99", ...rest]), "split_feature"],
    ["a circle of children", first("left_child", ([, ...rest]) => ["0", ...rest]), "must form one tree"],
    ["a child that is none", first("left_child", ([, ...rest]) => ["500", ...rest]), "left_child"],
    ["no leaves", first("num_leaves", () => ["0"]), "num_leaves"],
  ])("%s is one clear error that names the file", (_, changed, rule) => {
    const problems = problemsOf(() => parseLightGbmModel(changed, "model.txt"));
    expect(problems.join("\n")).toContain(rule);
    expect(problems.join("\n")).toContain("model.txt");
  });

  test("line ends of other systems are read", () => {
    expect(parseLightGbmModel(text.replaceAll("\n", "\r\n"), "model.txt").trees).toHaveLength(12);
  });

  test("as many values as columns are needed to predict", () => {
    expect(() => parseLightGbmModel(text, "model.txt").predict([1, 2])).toThrow(RangeError);
  });
});
