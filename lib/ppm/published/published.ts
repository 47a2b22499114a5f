/** The paper's own gains as a model, for those who have no runs of their own. */
import { TABLE_13 } from "../../paper/index.js";
import { TAG_NAMES, UNKNOWN_ORIGIN } from "../../tags/index.js";
import { PolynomialPpm } from "../polynomial/polynomial-ppm.js";
import type { Ppm } from "../ppm.js";
import type { SavedPpm } from "../ppm-file.js";

/** What `--ppm` takes in place of a file. */
export const PUBLISHED_PPM = "published";

/** What has to be said wherever its predictions are shown. */
export const PUBLISHED_PPM_NOTE =
  "published: the gains that the paper prints (Table 13), by its quadratic PPM on MultiPref, with reward models of " +
  "TÜLU 2 13B on RewardBench, at 100 random pairs of a tag and none else. Here they are summed over tags and pairs: " +
  "gains over labels by the LM alone, not scores, and tags that go together are each counted in full. Good for ranking " +
  "pairs; not a forecast";

/**
 * A linear model: a mix's prediction is the sum of its pairs' published gains, and that of no human label is 0. A pair's
 * gain is the sum over its tags; the tag that Table 13 leaves out gains 0.
 * @see arXiv 2410.19133, appendix G, Table 13 (thousandths of the score a pair, turned into the score)
 */
export function publishedPpm(): Ppm {
  const gains = new Map(TABLE_13.map(({ tag, gainThousandths }) => [tag, gainThousandths / 1000]));
  const coefficients = Float64Array.from(TAG_NAMES, (tag) => gains.get(tag) ?? 0);
  return new PolynomialPpm(PUBLISHED_PPM, TAG_NAMES, 1, { intercept: 0, coefficients, products: null });
}

/** {@link publishedPpm} as if read from a file: how its tags were counted is not known. */
export function savedPublishedPpm(): SavedPpm {
  return {
    ppm: publishedPpm(),
    target: "gain over all LM",
    training: { source: "arXiv 2410.19133, Table 13" },
    bins: null,
    origin: UNKNOWN_ORIGIN,
    notes: [PUBLISHED_PPM_NOTE],
  };
}
