/** The training tasks: how many of each kind, about what, and in what the two responses differ. */
import type { Rng } from "../../base/index.js";
import { arithmeticTask, wordProblems } from "./arithmetic.js";
import { codeTask } from "./code.js";
import { BREAKS_BY_MORE, FACT_CONTRASTS, FACT_FORMS, PAIR_SHARES } from "./config.js";
import type { Content } from "./content.js";
import { furtherSentences, turn, weighted } from "./draw.js";
import { factTask } from "./facts.js";
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
      return arithmeticTask(turn(wordProblems(content, "train"), i), furtherSentences(rng), rng);
    case "code":
      return codeTask(content, turn(content.codeTasks, i), "train", furtherSentences(rng), rng);
    case "format": {
      const breakBy = rng.chance(BREAKS_BY_MORE) ? "more" : "less";
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
  const contrast = weighted(rng, FACT_CONTRASTS);
  const form = weighted(rng, FACT_FORMS);
  const details = furtherSentences(rng);
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
