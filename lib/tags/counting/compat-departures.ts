/** What each departure of the original's program from the paper changes in tag counts, one at a time. */
import { createBitset } from "../../math/index.js";
import type { Features } from "../features.js";
import { TAG_NAMES, TAGS } from "../tag.js";
import { JOINT_SUBJECT_PARTS, LENGTH_MEASURES, MEASURES, type Measure } from "../vocabulary.js";
import { createTagCounter } from "./counts.js";
import { COUNTING_RULES, type CountingRules, ROUTING_RULES } from "./rules.js";

/** The departures, in the order of the pipeline. */
export const COMPAT_DEPARTURES = [
  "ROUGE-1 in place of ROUGE-L",
  "entity union counts B twice",
  "lengths ranked inside the subset",
  "edges inclusive at counting",
  "edges strict at routing",
  "joint journalism label sets no tag",
] as const;
export type CompatDeparture = (typeof COMPAT_DEPARTURES)[number];

/** One tag that a departure can touch, counted by the paper and with this one departure. */
export type DepartureCount = {
  readonly departure: CompatDeparture;
  readonly tag: string;
  readonly countPaper: number;
  readonly countUpstream: number;
};

export interface DepartureInput {
  /** Features by the paper's definitions. */
  readonly paper: readonly Features[];
  /** The original's values of the two measures that it defines otherwise, in the same order. */
  readonly upstream: readonly Pick<Features, "rouge" | "entity_sim">[];
  /** Distinct numbers of the rows that are counted, such as the human-labelled ones of a mix; default all. */
  readonly rows?: readonly number[];
}

/**
 * Counts every tag that a departure can touch, by the paper's rules and with that departure alone.
 * @returns tags in vocabulary order under each departure
 * @throws {RangeError} if there are not as many rows of the one as of the other
 */
export function compatDepartures({ paper, upstream, rows }: DepartureInput): DepartureCount[] {
  if (paper.length !== upstream.length) {
    throw new RangeError(
      `compatDepartures: ${upstream.length} rows of upstream for ${paper.length} of paper`,
    );
  }
  const counted = createBitset(paper.length, rows ?? paper.keys());
  const count = (features: readonly Features[], rules: Partial<CountingRules> = {}): Int32Array =>
    createTagCounter(features, { ...COUNTING_RULES.paper, ...rules }).count(counted);
  const base = count(paper);
  return COMPAT_DEPARTURES.flatMap((departure) => {
    const { rules, measure, touches } = DEPARTURES[departure];
    const features =
      measure === undefined ? paper : paper.map((row, i) => ({ ...row, [measure]: upstream[i]![measure] }));
    const changed = count(features, rules);
    return TAG_NAMES.flatMap((tag, column) =>
      touches(column) ? [{ departure, tag, countPaper: base[column]!, countUpstream: changed[column]! }] : [],
    );
  });
}

interface Departure {
  readonly rules?: Partial<CountingRules>;
  readonly measure?: "rouge" | "entity_sim";
  /** Whether a tag's column can change. */
  readonly touches: (column: number) => boolean;
}

const bins = (measures: readonly Measure[]) => (column: number) => {
  const tag = TAGS[column]!;
  return tag.kind === "measure" && measures.includes(tag.measure);
};
const isJournalism = (column: number): boolean => {
  const tag = TAGS[column]!;
  return tag.kind === "subject" && (JOINT_SUBJECT_PARTS as readonly string[]).includes(tag.subject);
};

const DEPARTURES: Readonly<Record<CompatDeparture, Departure>> = {
  "ROUGE-1 in place of ROUGE-L": { measure: "rouge", touches: bins(["rouge"]) },
  "entity union counts B twice": { measure: "entity_sim", touches: bins(["entity_sim"]) },
  "lengths ranked inside the subset": { rules: { lengths: "subset" }, touches: bins(LENGTH_MEASURES) },
  "edges inclusive at counting": {
    rules: { edges: COUNTING_RULES.upstream.edges },
    touches: bins(MEASURES),
  },
  "edges strict at routing": { rules: { edges: ROUTING_RULES.upstream.edges }, touches: bins(MEASURES) },
  "joint journalism label sets no tag": { rules: { jointSubject: "neither" }, touches: isJournalism },
};

/** A departure in one line. */
export type DepartureSummary = {
  readonly departure: CompatDeparture;
  /** Tags that it can touch, and those whose count it changes. */
  readonly tagCount: number;
  readonly changedTagCount: number;
  /** Sum of the absolute changes of counts. */
  readonly movedCount: number;
  /** The tag whose count changes most, with its change; of equal ones the first, null where none changes. */
  readonly mostChanged: { readonly tag: string; readonly change: number } | null;
};

/** One line a departure, in the order of {@link COMPAT_DEPARTURES}. */
export function summarizeDepartures(counts: readonly DepartureCount[]): DepartureSummary[] {
  return COMPAT_DEPARTURES.map((departure) => {
    const changes = counts
      .filter((row) => row.departure === departure)
      .map(({ tag, countPaper, countUpstream }) => ({ tag, change: countUpstream - countPaper }));
    const changed = changes.filter(({ change }) => change !== 0);
    const most = changed.reduce<{ tag: string; change: number } | null>(
      (best, row) => (best === null || Math.abs(row.change) > Math.abs(best.change) ? row : best),
      null,
    );
    return {
      departure,
      tagCount: changes.length,
      changedTagCount: changed.length,
      movedCount: changed.reduce((sum, { change }) => sum + Math.abs(change), 0),
      mostChanged: most,
    };
  });
}
