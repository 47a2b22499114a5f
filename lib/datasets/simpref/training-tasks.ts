/** The training tasks: how many of each kind, about what, and in what the two responses differ. */
import type { Rng } from "../../base/index.js";
import { arithmeticTask, wordProblems } from "./arithmetic.js";
import { codeTask } from "./code.js";
import { PAIR_SHARES } from "./config.js";
import type { Content } from "./content.js";
import { type FactContrast, type FactForm, factTask } from "./facts.js";
import { formatTask, LIMIT_NAMES } from "./format.js";
import type { TaughtSubject } from "./knowledge.js";
import { languageItems, languageTask } from "./languages.js";
import { ADVICE_CONTRASTS, adviceTask, creativeTask } from "./openended.js";
import { alarmingTask, unsafeTask } from "./safety.js";
import type { Kind, Task } from "./traits.js";

/** The i-th task of a kind: subjects, topics and acts take turns, the rest is drawn. */
export function trainingTask(
  kind: Kind,
  i: number,
  content: Content,
  knowledge: readonly TaughtSubject[],
  rng: Rng,
): Task {
  switch (kind) {
    case "fact":
      return trainingFact(i, content, knowledge, rng);
    case "arithmetic":
      return arithmeticTask(turn(wordProblems(content, "train"), i), [rng.int(3), rng.int(4)], rng);
    case "code":
      return codeTask(content, turn(content.codeTasks, i), "train", [rng.int(3), rng.int(4)], rng);
    case "format": {
      const breakBy = rng.chance(0.8) ? "more" : "less";
      return formatTask(content, turn(content.topics, i), rng.pick(LIMIT_NAMES), "train", breakBy, rng);
    }
    case "advice":
      return adviceTask(
        content,
        turn(content.topics, i),
        turn(content.topics, i + 1 + rng.int(20)),
        "train",
        rng.pick(ADVICE_CONTRASTS),
        rng,
      );
    case "creative":
      return creativeTask(
        content,
        turn(content.themes, i),
        turn(content.themes, i + 1 + rng.int(6)),
        "train",
        rng,
      );
    case "unsafe":
      return unsafeTask(content, turn(content.unsafe.acts, i), "train", rng);
    case "alarming":
      return alarmingTask(content, turn(content.alarming.acts, i), "train", rng);
    case "language":
      return languageTask(turn(languageItems(content, "train"), i), rng);
  }
}

function trainingFact(i: number, content: Content, knowledge: readonly TaughtSubject[], rng: Rng): Task {
  const { subject, items } = turn(knowledge, i);
  const at = Math.floor(i / knowledge.length);
  const contrast = weighted<FactContrast>(rng, {
    correctness: 0.84,
    "false-detail": 0.06,
    completeness: 0.1,
  });
  const form = weighted<FactForm>(rng, { question: 0.78, passage: 0.11, several: 0.11 });
  // Wrong answers run on a little longer, so that length speaks for them more often than not.
  const details = [rng.int(3), rng.int(4)] as const;
  const second = turn(items, at + 1 + rng.int(items.length - 1));
  return factTask(
    content,
    subject,
    turn(items, at),
    second,
    { split: "train", contrast, form, details },
    rng,
  );
}

/** How many tasks of each kind: shares of the total, rounded so that they add up. */
export function kindCounts(pairCount: number): ReadonlyMap<Kind, number> {
  const kinds = Object.keys(PAIR_SHARES) as Kind[];
  let share = 0;
  let made = 0;
  return new Map(
    kinds.map((kind) => {
      share += PAIR_SHARES[kind];
      const count = Math.round(share * pairCount) - made;
      made += count;
      return [kind, count];
    }),
  );
}

function turn<T>(items: readonly T[], i: number): T {
  return items[i % items.length]!;
}

function weighted<T extends string>(rng: Rng, shares: Readonly<Record<T, number>>): T {
  let left = rng.next();
  const names = Object.keys(shares) as T[];
  return (
    names.find((name) => {
      left -= shares[name];
      return left < 0;
    }) ?? names.at(-1)!
  );
}
