/** Dimensions that a model was fitted to and that no pair to route has: it would take their absence for a fact. */
import type { Ppm } from "../ppm/index.js";
import { TAGS, type TagMatrix, tagColumn } from "../tags/index.js";

/**
 * @returns the names of feature columns, in the order of the model's features, with tags among these and none in the
 * matrix. Sets that may well be empty everywhere (in-context material, format constraints) do not count.
 */
export function missingDimensions({ tagNames, columns }: TagMatrix, ppm: Ppm): string[] {
  const found = new Map<string, boolean>();
  for (const name of ppm.featureNames) {
    const dimension = dimensionOf(name);
    if (dimension === null) continue;
    const occurs = columns[tagNames.indexOf(name)]?.some((word) => word !== 0) ?? false;
    found.set(dimension, (found.get(dimension) ?? false) || occurs);
  }
  return [...found].flatMap(([dimension, occurs]) => (occurs ? [] : [dimension]));
}

/** The feature column that a tag comes of. */
function dimensionOf(name: string): string | null {
  const column = tagColumn(name);
  if (column === undefined) return null;
  const tag = TAGS[column]!;
  switch (tag.kind) {
    case "measure":
      return tag.measure;
    case "subject":
      return "subject_of_expertise";
    case "language":
      return "languages";
    case "scalar":
      return tag.dimension;
    case "open-set":
      return null;
  }
}
