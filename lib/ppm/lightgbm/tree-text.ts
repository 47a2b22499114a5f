/** One tree of a text model: a line for each list of numbers. */
import { formatDouble, formatShort } from "./number-text.js";
import type { LightGbmTree } from "./tree.js";

/** With its blank lines, as the sizes in the header count it. */
export function formatTree(tree: LightGbmTree, index: number): string {
  const list = (values: Iterable<number>, format: (value: number) => string = String) =>
    Array.from(values, format).join(" ");
  return [
    `Tree=${index}`,
    `num_leaves=${tree.leafCount}`,
    "num_cat=0",
    `split_feature=${list(tree.splitFeature)}`,
    `split_gain=${list(tree.splitGain, formatShort)}`,
    `threshold=${list(tree.threshold, formatDouble)}`,
    `decision_type=${list(tree.decisionType)}`,
    `left_child=${list(tree.leftChild)}`,
    `right_child=${list(tree.rightChild)}`,
    `leaf_value=${list(tree.leafValue, formatDouble)}`,
    `leaf_weight=${list(tree.leafWeight, formatDouble)}`,
    `leaf_count=${list(tree.leafRows)}`,
    `internal_value=${list(tree.internalValue, formatShort)}`,
    `internal_weight=${list(tree.internalWeight, formatShort)}`,
    `internal_count=${list(tree.internalRows)}`,
    "is_linear=0",
    `shrinkage=${formatShort(tree.shrinkage)}`,
    "\n\n",
  ].join("\n");
}
