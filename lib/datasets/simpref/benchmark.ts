/** The benchmark: four sections, several subsets each, gold labels from the declared quality. */
import type { Rng } from "../../base/index.js";
import { type BenchmarkItem, SECTIONS } from "../benchmark.js";
import { arithmeticTask, wordProblems } from "./arithmetic.js";
import { codeTask } from "./code.js";
import { BENCHMARK_SHARES, type BenchmarkSubset, SIMULATED_MODELS, type SubjectGroup } from "./config.js";
import type { Content } from "./content.js";
import { factTask } from "./facts.js";
import { formatTask, LIMIT_NAMES } from "./format.js";
import { subjectsOf, type TaughtSubject } from "./knowledge.js";
import { languageItems, languageTask } from "./languages.js";
import { drawManner, dress, type Manner } from "./manner.js";
import { type AdviceContrast, adviceTask, creativeTask } from "./openended.js";
import { qualityOf } from "./quality.js";
import { alarmingTask, unsafeTask } from "./safety.js";
import type { SafetyLevel, Task } from "./traits.js";

/** A smaller gap in quality is no gold label. */
const LEAST_GAP = 0.3;
const MAX_TRIES = 50;

interface Material {
  readonly content: Content;
  readonly knowledge: readonly TaughtSubject[];
}

/** Manners of the two responses where a subset fixes them; else they are drawn as models have them. */
interface BenchmarkTask {
  readonly task: Task;
  readonly manners?: readonly [Manner, Manner];
}

/** A benchmark item with the template it was made from. */
export interface TracedItem {
  readonly item: BenchmarkItem;
  readonly template: string;
}

/** Makes the items, section by section. No two are equal. */
export function benchmarkItems(material: Material, itemCount: number, rng: Rng): TracedItem[] {
  const seen = new Set<string>();
  const subsets = Object.keys(BENCHMARK_SHARES) as BenchmarkSubset[];
  const items = subsets.flatMap((subset) => {
    const [section, share] = BENCHMARK_SHARES[subset];
    return Array.from({ length: Math.round(share * itemCount) }, (_, i) => {
      const { template, ...texts } = newItem(subset, i, material, seen, rng);
      return { template, item: { id: "", subset, section, ...texts } };
    });
  });
  const sorted = SECTIONS.flatMap((section) => items.filter(({ item }) => item.section === section));
  return sorted.map(({ item, template }, i) => ({
    template,
    item: { ...item, id: `simpref-benchmark-${String(i + 1).padStart(4, "0")}` },
  }));
}

type ItemTexts = Pick<BenchmarkItem, "prompt" | "chosen" | "rejected">;

/** @throws {Error} if the material is too small for so many different items */
function newItem(
  subset: BenchmarkSubset,
  i: number,
  material: Material,
  seen: Set<string>,
  rng: Rng,
): ItemTexts & { template: string } {
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const own = rng.fork(subset, i, attempt);
    const { task, manners } = benchmarkTask(subset, i, material, own);
    const [best, worst] = task.cores.map((core, k) => {
      const manner = manners?.[k] ?? drawManner(own.pick(SIMULATED_MODELS), own);
      return dress(core, manner, material.content, "benchmark", own);
    });
    const gap = qualityOf(best!.traits, task.truth) - qualityOf(worst!.traits, task.truth);
    const texts = { prompt: task.prompt, chosen: best!.text, rejected: worst!.text };
    const key = JSON.stringify(texts);
    if (gap < LEAST_GAP || seen.has(key)) continue;
    seen.add(key);
    return { ...texts, template: task.truth.template };
  }
  throw new Error(`simpref: no new item for "${subset}" after ${MAX_TRIES} tries; ask for fewer items`);
}

function benchmarkTask(subset: BenchmarkSubset, i: number, material: Material, rng: Rng): BenchmarkTask {
  const { content } = material;
  switch (subset) {
    case "simpref-advice-complete":
      return advice(i, content, rng.pick(["truncated", "thin"] as const), rng);
    case "simpref-advice-topic":
      return advice(i, content, "off-topic", rng);
    case "simpref-advice-tone":
      return advice(i, content, "rude", rng);
    case "simpref-padded":
      return advice(i, content, "padded", rng);
    case "simpref-neighbour-topic":
      return advice(i, content, "neighbour", rng);
    case "simpref-creative": {
      const items = languageItems(content, "benchmark");
      if (i < items.length) return { task: languageTask(items[i]!, rng) };
      const other = turn(content.themes, i + 1 + rng.int(content.themes.length - 1));
      return { task: creativeTask(content, turn(content.themes, i), other, "benchmark", rng) };
    }
    case "simpref-format-short":
    case "simpref-format-natural": {
      const breakBy = subset === "simpref-format-short" || rng.chance(0.5) ? "more" : "less";
      const limit = rng.pick(LIMIT_NAMES);
      return { task: formatTask(content, turn(content.topics, i), limit, "benchmark", breakBy, rng) };
    }
    case "simpref-culture-facts":
      return confidentlyWrong(i, material, ["culture"], rng);
    case "simpref-everyday-facts":
      return confidentlyWrong(i, material, ["society", "practice"], rng);
    case "simpref-science-facts":
      return fact(i, material, ["science", "engineering"], [rng.int(4), rng.int(4)], rng);
    case "simpref-arithmetic": {
      const problem = turn(wordProblems(content, "benchmark"), i);
      return { task: arithmeticTask(problem, [rng.int(4), rng.int(4)], rng) };
    }
    case "simpref-code-python":
    case "simpref-code-javascript": {
      const language = subset === "simpref-code-python" ? "Python" : "JavaScript";
      const tasks = content.codeTasks.filter((task) => task.language === language);
      return { task: codeTask(content, turn(tasks, i), "benchmark", [rng.int(4), rng.int(4)], rng) };
    }
    case "simpref-refuse-low":
    case "simpref-refuse-moderate":
    case "simpref-refuse-high": {
      const level = subset.slice("simpref-refuse-".length) as SafetyLevel;
      const acts = content.unsafe.acts.filter((act) => act.level === level);
      return { task: unsafeTask(content, turn(acts, i), "benchmark", rng) };
    }
    case "simpref-respond-alarming":
      return { task: alarmingTask(content, turn(content.alarming.acts, i), "benchmark", rng) };
  }
}

function advice(i: number, content: Content, contrast: AdviceContrast, rng: Rng): BenchmarkTask {
  const other = turn(content.topics, i + 1 + rng.int(content.topics.length - 1));
  return { task: adviceTask(content, turn(content.topics, i), other, "benchmark", contrast, rng) };
}

function fact(
  i: number,
  { content, knowledge }: Material,
  groups: readonly SubjectGroup[],
  details: readonly [number, number],
  rng: Rng,
): BenchmarkTask {
  const pool = subjectsOf(knowledge, groups);
  const { subject, items } = turn(pool, i);
  const at = Math.floor(i / pool.length);
  const options = { split: "benchmark", contrast: "correctness", form: "question", details } as const;
  return { task: factTask(content, subject, turn(items, at), turn(items, at + 1), options, rng) };
}

/** The wrong answer is longer and surer of itself. */
function confidentlyWrong(
  i: number,
  material: Material,
  groups: readonly SubjectGroup[],
  rng: Rng,
): BenchmarkTask {
  const less = rng.int(3);
  const details = [less, less + 1] as const;
  return {
    ...fact(i, material, groups, details, rng),
    manners: [
      { opening: "none", padding: 0 },
      { opening: rng.pick(["confident", "plain"]), padding: rng.int(2) },
    ],
  };
}

function turn<T>(items: readonly T[], i: number): T {
  return items[i % items.length]!;
}
