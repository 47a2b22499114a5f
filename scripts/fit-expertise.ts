/**
 * Fits the weights of the expertise level (lib/tags/analyzer/expertise-weights.ts) and writes them.
 * Multinomial logistic regression with a ridge penalty, on SimPref's training wordings and the `dev` frames of its
 * rewording with their declared truth, and on the development half of tag-gold. Same input, same bytes.
 *
 *     npx tsx scripts/fit-expertise.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRng } from "../lib/base/index.js";
import { createSimPrefWorld, generateSimPref, truthOf } from "../lib/datasets/index.js";
import { instructionFeatures } from "../lib/tags/analyzer/expertise.js";
import { EXPERTISE_FEATURES } from "../lib/tags/analyzer/expertise-features.js";
import { findLanguages } from "../lib/tags/analyzer/languages.js";
import { findSubjects } from "../lib/tags/analyzer/subjects.js";
import { rewordSimPref } from "../lib/tags/validation/index.js";
import { SCALAR_VALUES } from "../lib/tags/vocabulary.js";

const GOLD = new URL("../datasets/tag-gold/dev.jsonl", import.meta.url);
const OUTPUT = new URL("../lib/tags/analyzer/expertise-weights.ts", import.meta.url);
const SEEDS = [11, 12, 13];
const PAIRS_A_SEED = 1800;
const RIDGE = 0.01;
const STEPS = 1500;
const STEP_SIZE = 0.5;
const LEVELS: readonly string[] = SCALAR_VALUES.expertise_level;

interface Example {
  readonly features: readonly number[];
  readonly level: number;
  readonly weight: number;
}

/** Prompts with their levels; rarer levels weigh more, by the square root, and all of a source 1. */
function examplesOf(rows: readonly { readonly prompt: string; readonly level: string }[]): Example[] {
  const roots = LEVELS.map((level) => Math.sqrt(rows.filter((row) => row.level === level).length));
  const total = roots.reduce((sum, root) => sum + root, 0);
  return rows.map(({ prompt, level }) => {
    const options = { languages: findLanguages(prompt) };
    const features = instructionFeatures(prompt, findSubjects(prompt, options), options);
    const place = LEVELS.indexOf(level);
    return { features, level: place, weight: 1 / (roots[place]! * total) };
  });
}

function simPrefRows() {
  const rows = new Map<string, { prompt: string; level: string }>();
  for (const seed of SEEDS) {
    const { prompts } = createSimPrefWorld({ seed });
    for (const { prompt, tags } of rewordSimPref(prompts, { frames: "dev", rng: createRng(seed) })) {
      rows.set(prompt, { prompt, level: String(tags.expertise_level) });
    }
  }
  for (const seed of SEEDS) {
    for (const pair of generateSimPref({ seed, pairCount: PAIRS_A_SEED, benchmarkCount: 40 }).preferences) {
      rows.set(pair.prompt, { prompt: pair.prompt, level: truthOf(pair).expertise_level });
    }
  }
  return [...rows.values()];
}

function goldRows() {
  return readFileSync(GOLD, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { prompt: string; expertise_level: string })
    .map(({ prompt, expertise_level: level }) => ({ prompt, level }));
}

/** Mean and standard deviation of each feature, by weight. */
function moments(examples: readonly Example[]) {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (example: Example) => number): number =>
    examples.reduce((sum, example) => sum + example.weight * of(example), 0) / total;
  return EXPERTISE_FEATURES.map((_, i) => {
    const center = mean(({ features }) => features[i]!);
    return { center, spread: Math.sqrt(mean(({ features }) => (features[i]! - center) ** 2)) || 1 };
  });
}

/** Gradient descent on standardized features; the last weight of a level is its intercept. */
function fitWeights(examples: readonly Example[], scales: ReturnType<typeof moments>): number[][] {
  const rows = examples.map(({ features }) => [
    ...features.map((value, i) => (value - scales[i]!.center) / scales[i]!.spread),
    1,
  ]);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const weights = LEVELS.map(() => new Array<number>(EXPERTISE_FEATURES.length + 1).fill(0));
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((own) => own.map((weight, i) => (i < own.length - 1 ? RIDGE * weight : 0)));
    rows.forEach((row, r) => {
      const odds = weights.map((own) => Math.exp(own.reduce((sum, weight, i) => sum + weight * row[i]!, 0)));
      const sum = odds.reduce((a, b) => a + b, 0);
      gradient.forEach((own, level) => {
        const error = odds[level]! / sum - Number(examples[r]!.level === level);
        for (let i = 0; i < row.length; i++) own[i]! += (examples[r]!.weight / total) * error * row[i]!;
      });
    });
    weights.forEach((own, level) => {
      for (let i = 0; i < own.length; i++) own[i]! -= STEP_SIZE * gradient[level]![i]!;
    });
  }
  return weights;
}

const examples = [...examplesOf(simPrefRows()), ...examplesOf(goldRows())];
const scales = moments(examples);
const fitted = fitWeights(examples, scales);
const round = (value: number): string => String(Number(value.toFixed(3)) || 0);
const intercepts = fitted.map(
  (own) => own.at(-1)! - scales.reduce((sum, { center, spread }, i) => sum + (own[i]! * center) / spread, 0),
);
const lines = EXPERTISE_FEATURES.map(
  (name, i) => `    ${name}: [${fitted.map((own) => round(own[i]! / scales[i]!.spread)).join(", ")}],`,
);
writeFileSync(
  OUTPUT,
  `/** Written by scripts/fit-expertise.ts: a change here is lost when it runs again. */
import type { ExpertiseModel } from "./expertise.js";

export const EXPERTISE_MODEL: ExpertiseModel = {
  intercepts: [${intercepts.map(round).join(", ")}],
  weights: {
${lines.join("\n")}
  },
};
`,
);
