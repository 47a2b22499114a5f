/** Small made-up pairs and items for tests of training. */
import { createRng } from "../../lib/base/index.js";
import type { BenchmarkItem, LabelledPair } from "../../lib/datasets/index.js";
import { packRows, type SparseRows } from "../../lib/reward/embedded/sparse-rows.js";

const GOOD = "The answer is clear, and here are the reasons one by one.";
const BAD = "Whatever. Look it up yourself!";
const TOPICS = ["rivers", "trains", "bread", "stars", "chess", "paint", "birds", "maps"];

/** Pairs in which A is the good answer in even rows; humans see it, the LM says the contrary in every third. */
export function toyPairs(count: number): LabelledPair[] {
  return Array.from({ length: count }, (_, i) => {
    const topic = TOPICS[i % TOPICS.length]!;
    const [good, bad] = [`About ${topic}: ${GOOD}`, `${topic}? ${BAD}`];
    const isA = i % 2 === 0;
    const human = isA ? "a-is-better" : "b-is-better";
    const contrary = isA ? "b-is-better" : "a-is-better";
    return {
      id: `pair-${i}`,
      prompt: `Tell me something about ${topic}, part ${Math.floor(i / 8)}`,
      completionA: isA ? good : bad,
      completionB: isA ? bad : good,
      modelA: "",
      modelB: "",
      source: "",
      humanVotes: [],
      human,
      lm: i % 3 === 0 ? contrary : human,
      extra: {},
    };
  });
}

export function toyBenchmark(): BenchmarkItem[] {
  return TOPICS.map((topic, i) => ({
    id: `item-${i}`,
    subset: `${i < 4 ? "chat" : "safety"}-${i % 2 === 0 ? "even" : "odd"}`,
    section: i < 4 ? ("Chat" as const) : ("Safety" as const),
    prompt: `What is there to know about ${topic}?`,
    chosen: i === 7 ? BAD : `Well, ${topic}. ${GOOD}`,
    rejected: i === 7 ? GOOD : BAD,
  }));
}

/** Random sparse rows: about half of `columnCount` entries each. */
export function randomRows(rowCount: number, columnCount: number, seed: number): SparseRows {
  const rng = createRng(seed);
  const rows = Array.from({ length: rowCount }, () => {
    const columns = Int32Array.from({ length: columnCount }, (_, j) => j).filter(() => rng.chance(0.5));
    return { columns, values: Float64Array.from(columns, () => rng.normal()) };
  });
  return packRows(rows, columnCount);
}
