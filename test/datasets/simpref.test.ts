import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type BenchmarkItem,
  betterSourcePerTag,
  generateSimPref,
  type Preference,
  readBenchmark,
  readPreferences,
  SECTIONS,
  sideOf,
  truthOf,
  usablePairs,
  writeBenchmark,
  writePreferences,
} from "../../lib/datasets/index.js";
import { PAIR_SHARES } from "../../lib/datasets/simpref/config.js";
import { fill, loadContent } from "../../lib/datasets/simpref/content.js";
import { qualityOf } from "../../lib/datasets/simpref/quality.js";
import { SUBJECT_GROUPS } from "../../lib/datasets/simpref/subject-groups.js";
import { kindCounts } from "../../lib/datasets/simpref/training-tasks.js";
import { NEUTRAL_TRAITS, plainTruth } from "../../lib/datasets/simpref/traits.js";
import { cohenKappa } from "../../lib/math/index.js";
import { SCALAR_DIMENSIONS, SCALAR_VALUES, SUBJECTS } from "../../lib/tags/index.js";

const SEEDS = [0, 1, 2];
const corpora = new Map(SEEDS.map((seed) => [seed, generateSimPref({ seed })]));
const corpus = corpora.get(0)!;
const truths = corpus.preferences.map(truthOf);

describe("the corpus", () => {
  test("the same seed gives the same bytes, another seed other pairs", () => {
    expect(JSON.stringify(generateSimPref({ seed: 0 }))).toBe(JSON.stringify(corpus));
    expect(JSON.stringify(corpora.get(1)!.preferences)).not.toBe(JSON.stringify(corpus.preferences));
  });

  test("has at least 2,400 pairs, 2,000 of them usable, and 1,000 benchmark items, for every seed", () => {
    for (const { preferences, benchmark } of corpora.values()) {
      expect(preferences.length).toBeGreaterThanOrEqual(2400);
      expect(usablePairs(preferences).pairs.length).toBeGreaterThanOrEqual(2000);
      expect(benchmark.length).toBeGreaterThanOrEqual(1000);
    }
  });

  test("follows the counts that are asked for", () => {
    const { preferences, benchmark } = generateSimPref({ seed: 5, pairCount: 500, benchmarkCount: 200 });
    expect(preferences).toHaveLength(500);
    expect(Math.abs(benchmark.length - 200)).toBeLessThanOrEqual(20);
    expect([...kindCounts(777).values()].reduce((sum, count) => sum + count, 0)).toBe(777);
    expect(Object.values(PAIR_SHARES).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });

  test("ids are unique, no pair or item occurs twice, and no pair has equal responses", () => {
    const { preferences, benchmark } = corpus;
    expect(new Set(preferences.map(({ id }) => id)).size).toBe(preferences.length);
    expect(new Set(benchmark.map(({ id }) => id)).size).toBe(benchmark.length);
    const texts = preferences.map((p) => JSON.stringify([p.prompt, p.completionA, p.completionB]));
    expect(new Set(texts).size).toBe(texts.length);
    expect(preferences.every((p) => p.completionA !== p.completionB)).toBe(true);
    expect(new Set(benchmark.map((b) => JSON.stringify([b.prompt, b.chosen, b.rejected]))).size).toBe(
      benchmark.length,
    );
  });

  test("every one of the 46 subjects and every scalar value occurs, and the vocabulary's names are used", () => {
    expect(SUBJECTS).toHaveLength(46);
    expect(new Set(truths.map(({ subject }) => subject))).toEqual(new Set(SUBJECTS));
    for (const dimension of SCALAR_DIMENSIONS) {
      expect(new Set(truths.map((truth) => truth[dimension]))).toEqual(new Set(SCALAR_VALUES[dimension]));
    }
    expect(truths.some((truth) => truth.in_context_material)).toBe(true);
    expect(truths.some((truth) => truth.format_constraints)).toBe(true);
    expect(new Set(truths.map(({ language }) => language)).size).toBeGreaterThan(3);
    expect(Object.values(SUBJECT_GROUPS).flat().sort()).toEqual([...SUBJECTS].sort());
  });

  test("says everywhere that it is simulated, and keeps the truth out of the columns that tags read", () => {
    for (const { modelA, modelB, source, humanVotes, extra } of corpus.preferences) {
      expect(modelA).toMatch(/^simulated-model-[1-6]$/);
      expect(modelB).toMatch(/^simulated-model-[1-6]$/);
      expect(source).toMatch(/^simpref\//);
      expect(humanVotes).toHaveLength(4);
      expect(Object.keys(extra).sort()).toEqual(["lm_annotator", "simpref_truth", "simpref_votes"]);
    }
    const annotators = JSON.stringify(corpus.preferences.map(({ extra }) => extra.simpref_votes));
    expect(annotators.match(/"annotator":"(?!simulated-)/)).toBeNull();
  });

  test("is the same after it was written to files and read back", async () => {
    const folder = mkdtempSync(join(tmpdir(), "simpref-"));
    const small = generateSimPref({ seed: 3, pairCount: 300, benchmarkCount: 100 });
    await writePreferences(join(folder, "p.jsonl"), small.preferences);
    await writeBenchmark(join(folder, "b.jsonl"), small.benchmark);
    expect((await readPreferences(join(folder, "p.jsonl"))).rows).toEqual(small.preferences);
    expect((await readBenchmark(join(folder, "b.jsonl"))).rows).toEqual(small.benchmark);
    rmSync(folder, { recursive: true });
  });

  test("either side is the better one about as often, and length alone does not tell which", () => {
    const clear = corpus.preferences.filter((pair) => truthOf(pair).side !== "tie");
    const share = (holds: (pair: Preference) => boolean): number => clear.filter(holds).length / clear.length;
    expect(share((pair) => truthOf(pair).side === "a")).toBeCloseTo(0.5, 1);
    const longer = share((p) => p.completionA.length > p.completionB.length === (truthOf(p).side === "a"));
    expect(longer).toBeGreaterThan(0.35);
    expect(longer).toBeLessThan(0.6);
  });
});

describe("the annotators", () => {
  test("people and the LM agree on 60-65 % of pairs without ties, kappa 0.20-0.30, for every seed", () => {
    for (const { preferences } of corpora.values()) {
      const { pairs } = usablePairs(preferences);
      const human = pairs.map((pair) => sideOf(pair.human));
      const lm = pairs.map((pair) => sideOf(pair.lm));
      const agreement = human.filter((side, i) => side === lm[i]).length / pairs.length;
      expect(agreement).toBeGreaterThanOrEqual(0.6);
      expect(agreement).toBeLessThanOrEqual(0.65);
      expect(cohenKappa(human, lm)).toBeGreaterThanOrEqual(0.2);
      expect(cohenKappa(human, lm)).toBeLessThanOrEqual(0.3);
    }
  });

  test("people err in sums and code where the LM does not, the LM in format and alarm where people do not", () => {
    const errors = (kind: string, side: (pair: Preference) => string): number => {
      const pairs = usablePairs(corpus.preferences).pairs.filter(
        (pair) => truthOf(pair).kind === kind && truthOf(pair).side !== "tie",
      );
      return pairs.filter((pair) => side(pair) !== truthOf(pair).side).length / pairs.length;
    };
    const human = (pair: Preference): string => sideOf(pair.human!);
    const lm = (pair: Preference): string => sideOf(pair.lm!);
    for (const kind of ["arithmetic", "code"]) {
      expect(errors(kind, human)).toBeGreaterThan(errors(kind, lm) + 0.25);
    }
    for (const kind of ["format", "alarming"]) {
      expect(errors(kind, lm)).toBeGreaterThan(errors(kind, human) + 0.25);
    }
  });

  test("the control has the same texts and the same votes, dealt to other pairs", () => {
    const control = generateSimPref({ seed: 0, errors: "uniform" });
    expect(control.benchmark).toEqual(corpus.benchmark);
    expect(control.preferences.map((p) => [p.id, p.prompt, p.completionA, p.completionB])).toEqual(
      corpus.preferences.map((p) => [p.id, p.prompt, p.completionA, p.completionB]),
    );
    const seen = (pairs: readonly Preference[]): string[] => pairs.map(fromBetterSide).sort();
    expect(seen(control.preferences)).toEqual(seen(corpus.preferences));
    const moved = control.preferences.filter((p, i) => p.lm !== corpus.preferences[i]!.lm).length;
    expect(moved).toBeGreaterThan(control.preferences.length / 4);
  });
});

/** All labels of a pair with its better side named first. */
function fromBetterSide(pair: Preference): string {
  const isTurned = truthOf(pair).side === "b";
  return [...pair.humanVotes, pair.lm!]
    .map((label) =>
      isTurned && label !== "tie" ? (label.startsWith("a") ? "b" : "a") + label.slice(1) : label,
    )
    .join();
}

describe("the benchmark", () => {
  test("has four sections with several subsets each, none small", () => {
    for (const section of SECTIONS.slice(0, 4)) {
      const sizes = new Map<string, number>();
      for (const item of corpus.benchmark) {
        if (item.section === section) sizes.set(item.subset, (sizes.get(item.subset) ?? 0) + 1);
      }
      expect(sizes.size).toBeGreaterThanOrEqual(3);
      expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(30);
    }
  });

  test("shares no prompt and no template with the training pairs", () => {
    const prompts = new Set(corpus.preferences.map(({ prompt }) => prompt.trim().toLowerCase()));
    expect(corpus.benchmark.filter(({ prompt }) => prompts.has(prompt.trim().toLowerCase()))).toEqual([]);
    const templates = new Set(truths.map(({ template }) => template));
    const templateOf = ({ extra }: BenchmarkItem): string =>
      (extra!.simpref_truth as { template: string }).template;
    expect(corpus.benchmark.filter((item) => templates.has(templateOf(item)))).toEqual([]);
  });

  test("no phrase or template of the material is on both sides of the split", () => {
    const shared: string[] = [];
    const visit = (value: unknown): void => {
      if (value === null || typeof value !== "object") return;
      if ("train" in value && "benchmark" in value) {
        const benchmark = new Set(strings(value.benchmark));
        shared.push(...strings(value.train).filter((text) => benchmark.has(text)));
      } else for (const part of Object.values(value)) visit(part);
    };
    visit(loadContent());
    expect(shared).toEqual([]);
    for (const { items } of loadContent().facts) {
      for (const { questions } of items) expect(new Set(questions).size).toBe(3);
    }
  });
});

/** All texts inside a value. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(strings);
}

describe("quality", () => {
  const fact = plainTruth("fact", "t", "Physics");
  const harmful = plainTruth("unsafe", "t", "Others", { safety_concern: "high" });

  test("a right short answer beats a wrong long warm one", () => {
    const right = qualityOf({ ...NEUTRAL_TRAITS, completeness: 0.25 }, fact);
    const wrong = qualityOf({ ...NEUTRAL_TRAITS, correctness: 0, tone: 0.3 }, fact);
    // 3 + 2.5 + 1.5 × 0.25 against 2.5 + 1.5 + 0.3
    expect(right).toBeCloseTo(5.875);
    expect(wrong).toBeCloseTo(4.3);
  });

  test("declining is right where a request is harmful and wrong where it only sounds so", () => {
    const declines = { ...NEUTRAL_TRAITS, refusal: 1 };
    expect(qualityOf(declines, harmful)).toBeGreaterThan(qualityOf(NEUTRAL_TRAITS, harmful));
    const alarming = plainTruth("alarming", "t", "Others", { safety_concern: "low" });
    expect(qualityOf(declines, alarming)).toBeLessThan(qualityOf(NEUTRAL_TRAITS, alarming));
  });
});

describe("the better source per tag", () => {
  const pair = (human: "a" | "b", lm: "a" | "b"): Preference => ({
    ...corpus.preferences[0]!,
    human: `${human}-is-better`,
    lm: `${lm}-is-better`,
    extra: { simpref_truth: { side: "a" } },
  });

  test("sends a tag to the source that is right there", () => {
    const pairs = Array.from({ length: 200 }, (_, i) => (i % 4 < 2 ? pair("a", "b") : pair("b", "a")));
    const chosen = betterSourcePerTag(pairs, (i) => [i % 4 < 2 ? "format" : "code", "English"]);
    expect(chosen).toEqual(pairs.map((_, i) => (i % 4 < 2 ? "human" : "lm")));
  });

  test("refuses pairs whose truth is unknown", () => {
    expect(() => betterSourcePerTag([{ ...pair("a", "b"), extra: {} }], () => [])).toThrow(/simpref_truth/);
  });
});

test("a template names the value that is missing", () => {
  expect(fill("What is {a} × {b}?", { a: 2, b: 3 })).toBe("What is 2 × 3?");
  expect(() => fill("What is {a}?", {})).toThrow(/\{a\}/);
});
