/**
 * LightGBM's text models, version 4: reading. Only what this trainer could have made is taken: numeric splits,
 * one tree an iteration, an objective whose prediction is the plain sum of the trees.
 */
import { BadInputError, type Problem } from "../../base/index.js";
import { LightGbmModel } from "./model.js";
import { MODEL_VERSION } from "./model-text.js";
import { parseTree } from "./parse-tree.js";

/** Objectives that predict the sum of the trees as it is. */
const PLAIN_OBJECTIVES = ["regression", "regression_l1", "huber", "fair", "quantile", "mape"];
const END_OF_TREES = "end of trees";

/**
 * Reads a text model.
 * @param place the file, for messages
 * @throws {BadInputError} if it is no such model, of another version, cut short, changed, or of a kind not read here
 */
export function parseLightGbmModel(text: string, place: string): LightGbmModel {
  const lines = text.replace(/\r\n/g, "\n").split("\n");
  if (lines[0] !== "tree") {
    refuse(`${place}:1`, 'a LightGBM text model must start with "tree"', lines[0] ?? "");
  }
  const blank = lines.indexOf("");
  const header = readHeader(lines.slice(0, blank < 0 ? lines.length : blank), place);
  const columnNames = header.list("feature_names");
  const featureInfos = header.list("feature_infos");
  const treeSizes = header.list("tree_sizes");
  checkHeader(header, columnNames, featureInfos, place);

  const end = lines.indexOf(END_OF_TREES);
  if (end < 0) refuse(place, `the file is cut short: there is no line "${END_OF_TREES}"`);
  const blocks = treeBlocks(lines, blank, end);
  if (blocks.length !== treeSizes.length) {
    const found = `${blocks.length} trees, ${treeSizes.length} sizes`;
    refuse(place, "tree_sizes must list a size for each tree", found);
  }
  const trees = blocks.map(({ from, to }, index) => {
    const block = lines.slice(from, to);
    // Sizes count the line breaks, that after the last line included.
    const size = block.reduce((total, line) => total + line.length + 1, 0);
    if (String(size) !== treeSizes[index]) {
      const rule = `tree_sizes gives ${treeSizes[index]} characters for tree ${index}: the file was changed or cut short`;
      refuse(`${place}:${from + 1}`, rule, String(size));
    }
    return parseTree(block, { place, line: from + 1, index, columnCount: columnNames.length });
  });
  return new LightGbmModel({
    featureNames: columnNames,
    columnNames,
    featureInfos,
    trees,
    bestIteration: null,
    validationErrors: null,
    parameterLines: parametersOf(lines.slice(end)),
  });
}

interface Header {
  readonly get: (key: string) => string | undefined;
  /** Words of a value. @throws {BadInputError} if the key is missing */
  readonly list: (key: string) => string[];
}

function readHeader(lines: readonly string[], place: string): Header {
  const values = new Map<string, string>();
  for (const [i, line] of lines.entries()) {
    const equals = line.indexOf("=");
    const key = equals < 0 ? line : line.slice(0, equals);
    if (values.has(key)) refuse(`${place}:${i + 1}`, `"${key}" may be given once`);
    values.set(key, equals < 0 ? "" : line.slice(equals + 1));
  }
  return {
    get: (key) => values.get(key),
    list: (key) => {
      const value = values.get(key);
      if (value === undefined) refuse(place, `the header must have a line "${key}=…"`);
      return value === "" ? [] : value.split(" ");
    },
  };
}

function checkHeader(
  header: Header,
  columnNames: readonly string[],
  featureInfos: readonly string[],
  place: string,
): void {
  const problems: Problem[] = [];
  const mustBe = (key: string, wanted: string, remedy?: string) => {
    const value = header.get(key);
    if (value === wanted) return;
    problems.push({
      place: `${place}, ${key}`,
      value: value ?? "nothing",
      rule: `must be ${wanted}`,
      remedy,
    });
  };
  mustBe("version", MODEL_VERSION, "save the model with LightGBM 4");
  mustBe("num_class", "1", "models of several classes are not read");
  mustBe("num_tree_per_iteration", "1", "models of several classes are not read");
  mustBe("max_feature_idx", String(columnNames.length - 1), "the file was changed");
  const objective = header.get("objective");
  if (objective !== undefined && !PLAIN_OBJECTIVES.includes(objective.replace(/ alpha:.*$/, ""))) {
    const rule = `the objective must be one of ${PLAIN_OBJECTIVES.join(", ")}`;
    problems.push({ place: `${place}, objective`, value: objective, rule });
  }
  if (header.get("average_output") !== undefined) {
    problems.push({ place: `${place}, average_output`, rule: "random forests are not read" });
  }
  if (new Set(columnNames).size !== columnNames.length) {
    problems.push({ place: `${place}, feature_names`, rule: "a name may occur once" });
  }
  if (featureInfos.length !== columnNames.length) {
    const value = `${featureInfos.length} infos, ${columnNames.length} names`;
    problems.push({ place: `${place}, feature_infos`, value, rule: "there must be one for each name" });
  }
  if (problems.length > 0) throw new BadInputError(problems);
}

/** Where each tree's lines start and end. */
function treeBlocks(lines: readonly string[], blank: number, end: number) {
  const starts: number[] = [];
  for (let i = blank; i < end; i++) if (lines[i]!.startsWith("Tree=")) starts.push(i);
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? end }));
}

function parametersOf(lines: readonly string[]): string[] {
  const from = lines.indexOf("parameters:");
  const to = lines.indexOf("end of parameters");
  return from < 0 || to < from ? [] : lines.slice(from + 1, to).filter((line) => line !== "");
}

function refuse(place: string, rule: string, value?: string): never {
  throw new BadInputError([{ place, rule, value, remedy: "give a text model as LightGBM 4 saves it" }]);
}
