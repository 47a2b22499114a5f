/** The benchmark's tasks: what each subset asks, and in what its two responses differ. */
import type { Rng } from "../../base/index.js";
import { arithmeticTask, wordProblems } from "./arithmetic.js";
import { codeTask } from "./code.js";
import type { BenchmarkSubset } from "./config.js";
import type { Content } from "./content.js";
import { furtherSentences, turn } from "./draw.js";
import { factTask } from "./facts.js";
import { formatTask, LIMIT_NAMES } from "./format.js";
import { subjectsOf, type TaughtSubject } from "./knowledge.js";
import { languageItems, languageTask } from "./languages.js";
import type { Manner } from "./manner.js";
import { type AdviceContrast, adviceTask, creativeTask } from "./openended.js";
import { alarmingTask, unsafeTask } from "./safety.js";
import type { SubjectGroup } from "./subject-groups.js";
import type { SafetyLevel, Task } from "./traits.js";

export interface Material {
  readonly content: Content;
  readonly knowledge: readonly TaughtSubject[];
}

/** Manners of the two responses where a subset fixes them; else they are drawn as models have them. */
export interface BenchmarkTask {
  readonly task: Task;
  readonly manners?: readonly [Manner, Manner];
}

/** The i-th task of a subset; its first core is the better one. */
export function benchmarkTask(
  subset: BenchmarkSubset,
  i: number,
  material: Material,
  rng: Rng,
): BenchmarkTask {
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
      return fact(i, material, ["science", "engineering"], furtherSentences(rng), rng);
    case "simpref-arithmetic": {
      const problem = turn(wordProblems(content, "benchmark"), i);
      return { task: arithmeticTask(problem, furtherSentences(rng), rng) };
    }
    case "simpref-code-python":
    case "simpref-code-javascript": {
      const language = subset === "simpref-code-python" ? "Python" : "JavaScript";
      const tasks = content.codeTasks.filter((task) => task.language === language);
      return { task: codeTask(content, turn(tasks, i), "benchmark", furtherSentences(rng), rng) };
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
