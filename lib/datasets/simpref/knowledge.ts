/** Which items of knowledge a corpus teaches: the same in training pairs and benchmark, phrased otherwise. */
import type { Rng } from "../../base/index.js";
import { ITEMS_PER_SUBJECT } from "./config.js";
import type { Content, FactItem, FactSubject } from "./content.js";
import { groupOf, type SubjectGroup } from "./subject-groups.js";

/** A subject with the items drawn for this corpus. */
export interface TaughtSubject {
  readonly subject: FactSubject;
  readonly items: readonly FactItem[];
}

/** Draws items of every subject; every level that the subject has is among them. */
export function drawKnowledge(content: Content, rng: Rng): readonly TaughtSubject[] {
  return content.facts.map((subject) => {
    const shuffled = rng.fork(subject.subject).shuffle(subject.items);
    const firstOfLevel = shuffled.filter(
      (item, i) => shuffled.findIndex(({ level }) => level === item.level) === i,
    );
    const rest = shuffled.filter((item) => !firstOfLevel.includes(item));
    return { subject, items: [...firstOfLevel, ...rest].slice(0, ITEMS_PER_SUBJECT) };
  });
}

/** The taught subjects of some groups. */
export function subjectsOf(
  knowledge: readonly TaughtSubject[],
  groups: readonly SubjectGroup[],
): readonly TaughtSubject[] {
  return knowledge.filter(({ subject }) => groups.includes(groupOf(subject.subject)));
}
