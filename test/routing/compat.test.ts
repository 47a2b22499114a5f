import { describe, expect, test } from "vitest";
import { BadInputError, createRng } from "../../lib/base/index.js";
import { createBitset, hasBit } from "../../lib/math/index.js";
import { PolynomialPpm } from "../../lib/ppm/index.js";
import {
  checkOrigin,
  countBudget,
  routeDataset,
  routingStrategy,
  tagForRouting,
} from "../../lib/routing/index.js";
import {
  COUNTING_RULES,
  countTagsOfRows,
  type Features,
  fitBins,
  NO_FEATURES,
  TAG_NAMES,
  UNKNOWN_ORIGIN,
} from "../../lib/tags/index.js";

const features = Array.from(
  { length: 40 },
  (_, i): Features => ({ ...NO_FEATURES, prompt_len: i + 1, rouge: [0, 0.2, 0.33, 0.5, 1][i % 5]! }),
);
const ids = features.map((_, i) => `row-${i}`);
const topRouge = TAG_NAMES.indexOf("rouge::min_val=0.67|max_val=1.0");
const ppm = new PolynomialPpm("linear", TAG_NAMES, 1, {
  intercept: 0.5,
  coefficients: Float64Array.from(TAG_NAMES, (_, i) => (i === topRouge ? 1 : 0.001 * i)),
  products: null,
});

describe("tags for routing", () => {
  test("by the paper: one matrix, the model's bins, values beyond them counted", () => {
    const bins = fitBins(features.slice(0, 30));
    const tagged = tagForRouting(ids, features, { compat: "paper", bins });
    expect(tagged).toMatchObject({ binsFrom: "ppm", clampedCount: 10, options: {} });
    expect(tagForRouting(ids, features, { compat: "paper" })).toMatchObject({
      binsFrom: "the routed data",
      clampedCount: 0,
    });
  });

  test("upstream: gains by strict edges, mixes counted as the original counts them", async () => {
    const { matrix, options, binsFrom } = tagForRouting(ids, features, {
      compat: "upstream",
      bins: fitBins([]),
    });
    expect(binsFrom).toBe("the routed data");
    const request = {
      ppm,
      strategy: routingStrategy("topk"),
      budget: countBudget(9),
      rng: createRng(1),
      ...options,
    };
    const { rows, human, predicted } = await routeDataset(matrix, request);
    // A similarity of 1 is in the highest bin when counted, in none for the gain.
    expect(hasBit(matrix.columns[topRouge]!, 4)).toBe(true);
    expect(Math.max(...rows.map(({ gain }) => gain))).toBeLessThan(1);
    const humanRows = ids.flatMap((_, row) => (hasBit(human, row) ? [row] : []));
    const counts = countTagsOfRows(features, humanRows, COUNTING_RULES.upstream);
    expect(predicted.chosen).toBe(ppm.predict(counts));
    const everyone = createBitset(40, features.keys());
    expect(predicted.allHuman).toBe(ppm.predict(options.countsOf!(everyone)));
  });
});

describe("whether a model may route features", () => {
  const made = { definitions: "paper", encoder: "hashed/1", analyzer: "rules/2" } as const;

  test("whose rules: asked for, else the model's, else the features', else the paper's", () => {
    const compat = (...[model, provenance, asked]: Parameters<typeof checkOrigin>) =>
      checkOrigin(model, provenance, asked).compat;
    const upstream = { ...made, definitions: "upstream" } as const;
    expect(compat(UNKNOWN_ORIGIN, null)).toBe("paper");
    expect(compat(UNKNOWN_ORIGIN, upstream)).toBe("upstream");
    expect(compat({ compat: "paper", provenance: null }, upstream)).toBe("paper");
    expect(compat(UNKNOWN_ORIGIN, null, "upstream")).toBe("upstream");
    expect(compat({ compat: "upstream", provenance: null }, null, "upstream")).toBe("upstream");
  });

  test("what contradicts the model is refused, all of it at once", () => {
    const model = { compat: "paper", provenance: made } as const;
    const features = { definitions: "upstream", encoder: "use-lite/1", analyzer: "lm/x" } as const;
    const check = () => checkOrigin(model, features, "upstream");
    expect(check).toThrow(BadInputError);
    expect(check).toThrow(/3 problems.*--compat.*upstream.*use-lite\/1/s);
    expect(() => checkOrigin(model, made)).not.toThrow();
  });

  test("another analyzer is allowed, and said", () => {
    const model = { compat: "paper", provenance: made } as const;
    expect(checkOrigin(model, made).otherAnalyzer).toBe(false);
    expect(checkOrigin(model, { ...made, analyzer: "lm/x" }).otherAnalyzer).toBe(true);
    expect(checkOrigin(model, null).otherAnalyzer).toBe(false);
  });
});
