import { describe, expect, test } from "vitest";
import { BadInputError, createRng, type Json, type Rng } from "../../lib/base/index.js";
import { averageRanks, createBitset } from "../../lib/math/index.js";
import { binLength, binSimilarity, type Edges, fitBins } from "../../lib/tags/counting/bins.js";
import { binsFromJson, binsToJson } from "../../lib/tags/counting/bins-json.js";
import { buildTagMatrix } from "../../lib/tags/counting/build-tag-matrix.js";
import {
  COMPAT_DEPARTURES,
  compatDepartures,
  summarizeDepartures,
} from "../../lib/tags/counting/compat-departures.js";
import { originFromJson, originToJson, UNKNOWN_ORIGIN } from "../../lib/tags/counting/count-origin.js";
import { countTagsOfRows, createTagCounter } from "../../lib/tags/counting/counts.js";
import { COUNTING_RULES, ROUTING_RULES } from "../../lib/tags/counting/rules.js";
import { tagRowWith } from "../../lib/tags/counting/tag-row.js";
import { type Features, NO_FEATURES } from "../../lib/tags/features.js";
import { TAG_NAMES } from "../../lib/tags/tag.js";
import { JOINT_SUBJECT, SUBJECTS } from "../../lib/tags/vocabulary.js";

const bin = (measure: string, index: number): string =>
  `${measure}::min_val=${["0.0", "0.33", "0.67"][index]}|max_val=${["0.33", "0.67", "1.0"][index]}`;
const subject = (name: string): string =>
  `analyzer_closed_set::feature_name=subject_of_expertise|constraints=${name}`;
const countOf = (counts: Int32Array, tag: string): number => counts[TAG_NAMES.indexOf(tag)]!;
const triple = (counts: Int32Array, measure: string): number[] =>
  [0, 1, 2].map((index) => countOf(counts, bin(measure, index)));

describe("strict edges, the original's at routing", () => {
  test.each([
    [0, []],
    [1e-9, [0]],
    [0.3299999, [0]],
    [0.33, []],
    [0.5, [1]],
    [0.67, []],
    [0.99, [2]],
    [1, []],
  ])("%d falls in %j", (value, bins) => {
    expect(binSimilarity(value, "strict")).toEqual({ bins, clamped: false });
  });

  test("a value outside [0, 1] is in no bin by the original's edges, in the nearest by the paper's; either is counted", () => {
    for (const value of [-0.1, 1.0000001]) {
      expect(binSimilarity(value, "strict")).toEqual({ bins: [], clamped: true });
      expect(binSimilarity(value, "inclusive")).toEqual({ bins: [], clamped: true });
    }
    expect(binSimilarity(-0.1, "half-open")).toEqual({ bins: [0], clamped: true });
    expect(binSimilarity(1.0000001, "half-open")).toEqual({ bins: [2], clamped: true });
  });

  test("the single longest of all is in no bin, two equally long ones are in the highest", () => {
    const lengths = (values: number[]): Features[] =>
      values.map((prompt_len) => ({ ...NO_FEATURES, prompt_len }));
    const tags = (values: number[]) => {
      const features = lengths(values);
      const ids = features.map((_, i) => String(i));
      const { matrix } = buildTagMatrix(ids, features, { rules: ROUTING_RULES.upstream });
      return triple(createTagCounts(matrix.columns), "prompt_len");
    };
    // Percentiles 1/4 … 1; then 1/4, 2/4, 7/8 twice.
    expect(tags([10, 20, 30, 40])).toEqual([1, 1, 1]);
    expect(tags([10, 20, 40, 40])).toEqual([1, 1, 2]);
  });

  test("rank the rows themselves: bins fitted elsewhere are refused", () => {
    const bins = fitBins([{ ...NO_FEATURES, prompt_len: 3 }]);
    expect(() => buildTagMatrix([], [], { bins, rules: ROUTING_RULES.upstream })).toThrow(RangeError);
  });
});

function createTagCounts(columns: readonly Uint32Array[]): Int32Array {
  return Int32Array.from(columns, (column) => column.reduce((sum, word) => sum + ones(word), 0));
}
const ones = (word: number): number => word.toString(2).replaceAll("0", "").length;

describe("the joint label of journalism and media studies", () => {
  const names = ["Journalism", "Media studies and communication"];
  const counts = (subjects: string[], compat: "paper" | "upstream") => {
    const features = [{ ...NO_FEATURES, subject_of_expertise: subjects }];
    const counted = countTagsOfRows(features, [0], COUNTING_RULES[compat]);
    return names.map((name) => countOf(counted, subject(name)));
  };

  test("sets both tags by the paper, and none upstream", () => {
    expect(counts([JOINT_SUBJECT], "paper")).toEqual([1, 1]);
    expect(counts([JOINT_SUBJECT], "upstream")).toEqual([0, 0]);
  });

  test("the two names apart set their own tag either way, once beside the joint label too", () => {
    for (const compat of ["paper", "upstream"] as const) {
      expect(counts(["Journalism"], compat)).toEqual([1, 0]);
      expect(counts([...names, "Journalism"], compat)).toEqual([1, 1]);
    }
    expect(counts([JOINT_SUBJECT, "Journalism"], "paper")).toEqual([1, 1]);
    expect(counts([JOINT_SUBJECT, "Journalism"], "upstream")).toEqual([1, 0]);
  });
});

describe("a counter of subsets", () => {
  const rng = createRng(11).fork("counter");
  const features = Array.from({ length: 150 }, () => randomFeatures(rng));

  test.each([
    ["paper", COUNTING_RULES.paper],
    ["upstream", COUNTING_RULES.upstream],
    ["strict in the subset", { ...COUNTING_RULES.upstream, edges: "strict" as const }],
    ["inclusive over all", { ...COUNTING_RULES.paper, edges: "inclusive" as const }],
  ])("%s: any subset counts as ranking and tagging it row by row", (_, rules) => {
    const counter = createTagCounter(features, rules);
    for (const size of [0, 1, 2, 7, 75, 150, 150]) {
      const rows = rng.sample([...features.keys()], size);
      const ranked = rules.lengths === "subset" ? rows.map((row) => features[row]!) : features;
      const expected = byBruteForce(
        rows.map((row) => features[row]!),
        ranked,
        rules,
      );
      expect([...counter.count(createBitset(features.length, rows))]).toEqual([...expected]);
      expect([...countTagsOfRows(features, rows, rules)]).toEqual([...expected]);
    }
  });

  test("says how many values lie outside [0, 1]", () => {
    const outside = [-0.5, 0.2, 1.5].map((rouge) => ({ ...NO_FEATURES, rouge }));
    expect(createTagCounter(outside, COUNTING_RULES.upstream).clampedCount).toBe(2);
    expect(triple(countTagsOfRows(outside, [0, 1, 2], COUNTING_RULES.upstream), "rouge")).toEqual([1, 0, 0]);
    expect(triple(countTagsOfRows(outside, [0, 1, 2]), "rouge")).toEqual([2, 0, 1]);
  });
});

/** Percentiles by sorting anew, one row after the other. */
function byBruteForce(
  counted: readonly Features[],
  ranked: readonly Features[],
  rules: { edges: Edges; jointSubject: "both" | "neither" },
): Int32Array {
  const counts = new Int32Array(TAG_NAMES.length);
  for (const row of counted) {
    const tags = tagRowWith(
      row,
      (measure, length) => {
        const known = ranked.flatMap((other) => other[measure] ?? []);
        const rank = averageRanks(known)[known.indexOf(length)]!;
        return binSimilarity(rank / known.length, rules.edges);
      },
      rules,
    );
    for (const column of tags.columns) counts[column]!++;
  }
  return counts;
}

function randomFeatures(rng: Rng): Features {
  return {
    ...NO_FEATURES,
    rouge: rng.chance(0.1) ? null : rng.pick([rng.next(), 0.33, 0.67, 0, 1]),
    entity_sim: rng.pick([0, 1, 0.5]),
    len_longer: rng.int(500),
    len_shorter: rng.int(4),
    prompt_len: rng.chance(0.1) ? null : rng.int(50),
    subject_of_expertise: [...rng.sample(SUBJECTS, rng.int(4)), ...(rng.chance(0.2) ? [JOINT_SUBJECT] : [])],
    safety_concern: rng.pick(["safe", "low", "moderate", "high", null] as const),
  };
}

describe("bins kept for later", () => {
  test("give a length they were fitted to the bin that ranking gives it, by either edges that allow it", () => {
    const rng = createRng(12).fork("kept");
    const features = Array.from({ length: 100 }, (_, i) => ({
      ...NO_FEATURES,
      prompt_len: rng.int(60) + (i % 2),
    }));
    const { prompt_len } = fitBins(features).lengths;
    for (const edges of ["half-open", "inclusive"] as const) {
      const counts = [0, 0, 0];
      for (const row of features)
        for (const b of binLength(row.prompt_len, prompt_len, edges).bins) counts[b]!++;
      const rules = { ...COUNTING_RULES.paper, edges };
      expect(triple(countTagsOfRows(features, features.keys(), rules), "prompt_len")).toEqual(counts);
    }
  });
});

describe("what each departure changes", () => {
  // Six pairs by hand; rows 0, 1 and 4 are counted.
  const rouges = [0, 0.33, 0.33, 0.5, 0.67, 1];
  const paper = rouges.map(
    (rouge, i): Features => ({
      ...NO_FEATURES,
      rouge,
      entity_sim: 0.5,
      prompt_len: i + 1,
      subject_of_expertise: i === 1 ? [JOINT_SUBJECT] : [],
    }),
  );
  const upstream = paper.map((_, i) => ({ rouge: i === 0 ? 0.4 : 0.9, entity_sim: i === 4 ? 1 : 0.5 }));
  const counts = compatDepartures({ paper, upstream, rows: [0, 1, 4] });
  const change = (departure: string, tag: string) => {
    const row = counts.find((each) => each.departure === departure && each.tag === tag)!;
    return [row.countPaper, row.countUpstream];
  };
  const changes = (departure: string, measure: string) =>
    [0, 1, 2].map((i) => change(departure, bin(measure, i)));

  test("by hand, one at a time", () => {
    // rouge 0, .33, .67 by half-open edges: one in each bin; upstream .4, .9, .9.
    expect(changes("ROUGE-1 in place of ROUGE-L", "rouge")).toEqual([
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect(changes("entity union counts B twice", "entity_sim")).toEqual([
      [0, 0],
      [3, 2],
      [0, 1],
    ]);
    // Percentiles over all six: 1/6, 2/6, 5/6; among three: 1/3, 2/3, 1.
    expect(changes("lengths ranked inside the subset", "prompt_len")).toEqual([
      [1, 0],
      [1, 2],
      [1, 1],
    ]);
    expect(changes("edges inclusive at counting", "rouge")).toEqual([
      [1, 2],
      [1, 2],
      [1, 1],
    ]);
    expect(changes("edges strict at routing", "rouge")).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(changes("edges strict at routing", "prompt_len")).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(change("joint journalism label sets no tag", subject("Journalism"))).toEqual([1, 0]);
  });

  test("every departure has the tags that it can touch, and one line in the summary", () => {
    const summary = summarizeDepartures(counts);
    expect(summary.map(({ departure }) => departure)).toEqual([...COMPAT_DEPARTURES]);
    expect(summary.map(({ tagCount }) => tagCount)).toEqual([3, 3, 12, 27, 27, 2]);
    expect(summary[0]).toEqual({
      departure: "ROUGE-1 in place of ROUGE-L",
      tagCount: 3,
      changedTagCount: 2,
      movedCount: 2,
      mostChanged: { tag: bin("rouge", 0), change: -1 },
    });
    expect(summary[5]).toMatchObject({ changedTagCount: 2, movedCount: 2 });
  });

  test("counted over all rows, ranking inside the subset changes nothing", () => {
    const all = summarizeDepartures(compatDepartures({ paper, upstream }));
    expect(all[2]).toMatchObject({
      departure: "lengths ranked inside the subset",
      changedTagCount: 0,
      mostChanged: null,
    });
  });

  test("as many rows of the one as of the other are needed", () => {
    expect(() => compatDepartures({ paper, upstream: [] })).toThrow(RangeError);
  });
});

describe("how counts came about, in files", () => {
  const provenance = { definitions: "upstream", encoder: "e/1", analyzer: "rules/2" } as const;

  test("survives JSON, unknown parts too; files of older versions are unknown", () => {
    for (const origin of [
      UNKNOWN_ORIGIN,
      { compat: "upstream", provenance },
      { compat: "paper", provenance: null },
    ] as const)
      expect(originFromJson(originToJson(origin), "m")).toEqual(origin);
    expect(originFromJson({ bins: null }, "m")).toEqual(UNKNOWN_ORIGIN);
  });

  test("bins tell the paper's rules, and contradict the original's", () => {
    expect(originFromJson({ bins: {} }, "m")).toEqual({ compat: "paper", provenance: null });
    expect(() => originFromJson({ bins: {}, compat: "upstream" }, "m")).toThrow(/beside "bins"/);
  });

  test.each([
    ["a range that begins with its larger length", { range: [9, 3] as const }],
    [
      "a cut beyond the range",
      {
        cuts: [
          { from: 4, onEdge: false },
          { from: 90, onEdge: false },
        ] as const,
      },
    ],
    [
      "cuts in the wrong order",
      {
        cuts: [
          { from: 6, onEdge: true },
          { from: 4, onEdge: true },
        ] as const,
      },
    ],
    ["a higher cut only where there is none below", { cuts: [null, { from: 4, onEdge: true }] as const }],
  ])("bins with %s are refused", (_, change) => {
    const bins = fitBins([3, 5, 6, 9].map((prompt_len) => ({ ...NO_FEATURES, prompt_len })));
    expect(binsFromJson(binsToJson(bins), "m")).toEqual(bins);
    const changed = { ...bins.lengths, prompt_len: { ...bins.lengths.prompt_len, ...change } };
    const json = JSON.parse(JSON.stringify({ ...bins, lengths: changed })) as Json;
    expect(() => binsFromJson(json, "m")).toThrow(/m: bins\.lengths\.prompt_len/);
  });

  test("whatever is wrong is named, all of it", () => {
    const read = () => originFromJson({ compat: "theirs", taggedWith: "x" }, "ppm.json");
    expect(read).toThrow(BadInputError);
    expect(read).toThrow(/paper or upstream.*taggedWith/s);
  });
});
