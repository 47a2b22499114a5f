/**
 * Feature extraction in memory: from preference pairs to the columns of a features file, on all cores.
 * Source: paper §2.2 and Appendix F, Table 12. Departures: model-free encoders and analyzer by default.
 */
import { BadInputError, type Problem } from "../../base/index.js";
import type { Preference } from "../../datasets/index.js";
import { FEATURE_COLUMNS, type Features } from "../features.js";
import type { PairToTag } from "./extract-block.js";
import { createExtractor, type ExtractionMethods, prepareMethods, workersFor } from "./extractor.js";
import { mapInOrder } from "./in-order.js";
import { parseFeatures } from "./parse-features.js";

export interface ExtractOptions extends ExtractionMethods {
  /** Worker threads; default one a core. The result does not depend on it. */
  readonly workers?: number;
  /** Called as pairs get done, with how many more. */
  readonly onProgress?: (count: number) => void;
}

/** Pairs a task: neighbours often share texts, which a worker then measures once. */
const BLOCK_SIZE = 48;

/**
 * The features of every pair, in order. Features that a pair's `extra` holds are used as they are (a null one
 * too: no tag); the rest is computed.
 * @throws {BadInputError} listing every feature in `extra` that is not what its column must hold
 * @throws {Error} if the analyzer has no result for a prompt
 */
export async function extractFeatures(
  preferences: readonly Preference[],
  options: ExtractOptions = {},
): Promise<Features[]> {
  const pairs = toPairs(preferences);
  const workers = workersFor(pairs.length, options.workers);
  const extractor = createExtractor(await prepareMethods(options), workers);
  try {
    const blocks = Array.from({ length: Math.ceil(pairs.length / BLOCK_SIZE) }, (_, i) =>
      pairs.slice(i * BLOCK_SIZE, (i + 1) * BLOCK_SIZE),
    );
    const results: Features[] = [];
    for await (const block of mapInOrder(blocks, 3 * workers + 1, async (block) => {
      const computed = await extractor.extract(block);
      options.onProgress?.(block.length);
      return block.map((pair, i) => inFileOrder({ ...computed[i], ...pair.known }));
    }))
      results.push(...block);
    return results;
  } finally {
    await extractor.close();
  }
}

function toPairs(preferences: readonly Preference[]): PairToTag[] {
  const problems: Problem[] = [];
  const pairs = preferences.map(({ id, prompt, completionA, completionB, extra }) => {
    const { features, present, problems: found } = parseFeatures(extra, `pair ${JSON.stringify(id)}`);
    problems.push(...found);
    return { prompt, completionA, completionB, known: pick(features, present) };
  });
  if (problems.length > 0) throw new BadInputError(problems);
  return pairs;
}

/** Some columns of a row. */
export function pick(features: Features, columns: readonly (keyof Features)[]): Partial<Features> {
  return Object.fromEntries(columns.map((column) => [column, features[column]]));
}

/** Columns in the order of {@link FEATURE_COLUMNS}, wherever each value comes from. */
function inFileOrder(features: Partial<Features>): Features {
  const missing = FEATURE_COLUMNS.filter((column) => !Object.hasOwn(features, column));
  if (missing.length > 0) throw new Error(`the analyzer gave no ${missing.join(", ")} for a prompt`);
  return pick(features as Features, FEATURE_COLUMNS) as Features;
}
