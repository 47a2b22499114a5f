/** LightGBM's text models, version 4: writing. */
import type { BinMapper } from "./bin-mapper.js";
import { featureImportance } from "./importance.js";
import type { LightGbmModel } from "./model.js";
import { formatDouble } from "./number-text.js";
import type { LightGbmParams } from "./params.js";
import { formatTree } from "./tree-text.js";

export const MODEL_VERSION = "v4";

/** The model as text that LightGBM 4 reads. The columns have the file's names, not ours. */
export function formatLightGbmModel(model: LightGbmModel): string {
  const { columnNames, featureInfos, trees, parameterLines } = model;
  const treeTexts = trees.map(formatTree);
  return [
    "tree",
    `version=${MODEL_VERSION}`,
    "num_class=1",
    "num_tree_per_iteration=1",
    "label_index=0",
    `max_feature_idx=${columnNames.length - 1}`,
    "objective=regression",
    `feature_names=${columnNames.join(" ")}`,
    `feature_infos=${featureInfos.join(" ")}`,
    `tree_sizes=${treeTexts.map((text) => text.length).join(" ")}`,
    "",
    `${treeTexts.join("")}end of trees`,
    "",
    "feature_importances:",
    ...importanceLines(model),
    "",
    "parameters:",
    ...parameterLines,
    "",
    "end of parameters",
    "",
  ].join("\n");
}

/** Most used feature first; of equals, the first column. */
function importanceLines(model: LightGbmModel): string[] {
  const importance = featureImportance(model, "split");
  return [...importance.keys()]
    .filter((column) => importance[column]! > 0)
    .sort((a, b) => importance[b]! - importance[a]! || a - b)
    .map((column) => `${model.columnNames[column]}=${importance[column]}`);
}

/** Range of a column's training values; `none` for one that no split can use. */
export function featureInfo({ isTrivial, min, max }: BinMapper): string {
  return isTrivial ? "none" : `[${formatDouble(min)}:${formatDouble(max)}]`;
}

/** The settings as the text file lists them. */
export function parameterLines(params: LightGbmParams): string[] {
  const fixed = { boosting: "gbdt", objective: "regression", metric: "rmse", tree_learner: "serial" };
  return Object.entries({ ...fixed, ...params }).map(([name, value]) => {
    const text = typeof value === "boolean" ? Number(value) : value;
    return `[${name}: ${typeof text === "number" ? formatDouble(text) : text}]`;
  });
}
