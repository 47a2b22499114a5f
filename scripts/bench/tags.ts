/** Speeds of tag extraction, measure by measure, at the lengths of MultiPref's texts. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  analyzePrompt,
  COUNTING_RULES,
  countTokens,
  createEncoder,
  createRng,
  createTagCounter,
  entitiesOf,
  extractFile,
  type Features,
  generateSimPref,
  measureEncoded,
  measurePlain,
  type Preference,
  type Rng,
  rougeL,
  sentences,
} from "../../lib/index.js";
import { createBitset } from "../../lib/math/index.js";
import { measure } from "./measure.js";

/** Words of a pair's two responses together. */
const WORDS_A_PAIR = 480;
const PAIRS = 2_000;
/** Encoders with a model are timed on fewer. */
const PAIRS_WITH_MODEL = 100;

type Texts = Pick<Preference, "id" | "prompt" | "completionA" | "completionB">;

/** @param features of as many pairs as candidates are counted over */
export async function benchTags(features: readonly Features[]): Promise<void> {
  const pairs = longPairs(PAIRS, createRng("bench tags"));
  const each = (name: string, one: (pair: Texts) => unknown): Promise<void> =>
    measure(`${name}, ${WORDS_A_PAIR} words a pair, one core`, PAIRS, "pairs", () => {
      for (const pair of pairs) one(pair);
    });
  await each("LLaMA tokens", ({ completionA, completionB }) => [
    countTokens(completionA),
    countTokens(completionB),
  ]);
  await each("ROUGE-L", ({ completionA, completionB }) => rougeL(completionA, completionB));
  await each("entities", ({ completionA, completionB }) => [
    entitiesOf(completionA),
    entitiesOf(completionB),
  ]);
  await each("the six model-free measures", (pair) => measurePlain(pair, "paper", () => true));
  await each("embedded analyzer, rules", ({ prompt }) => analyzePrompt(prompt));
  for (const kind of ["hashed", "use-lite"] as const) {
    const encoder = await createEncoder({ kind });
    const some = pairs.slice(0, kind === "hashed" ? PAIRS : PAIRS_WITH_MODEL);
    await measure(`cosine and BERTScore, ${kind}, one core`, some.length, "pairs", () =>
      measureEncoded(some, encoder),
    );
  }
  await benchFile(pairs);
  await benchCounting(features);
}

/** From file to file, as `hyper tags` does it: all cores, then again from the cache. */
async function benchFile(pairs: readonly Texts[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hyper-bench-"));
  const [input, output, cacheFolder] = ["pairs.jsonl", "features.jsonl", "cache"].map((name) =>
    join(folder, name),
  );
  const rows = pairs.map(({ id, prompt, completionA, completionB }) =>
    JSON.stringify({ id, prompt, completion_a: completionA, completion_b: completionB }),
  );
  writeFileSync(input!, `${rows.join("\n")}\n`);
  for (const run of ["first run", "second run, from the cache"]) {
    await measure(`hyper tags, hashed, all 90 tags, ${run}`, pairs.length, "pairs", () =>
      extractFile(input!, output!, { cacheFolder }),
    );
  }
  rmSync(folder, { recursive: true });
}

async function benchCounting(features: readonly Features[]): Promise<void> {
  const rng = createRng("bench counting");
  const mixes = Array.from({ length: 250 }, () => {
    const share = rng.next();
    return createBitset(
      features.length,
      [...features.keys()].filter(() => rng.chance(share)),
    );
  });
  for (const compat of ["paper", "upstream"] as const) {
    await measure(
      `count 250 mixes of ${features.length} pairs, compat ${compat}`,
      mixes.length,
      "mixes",
      () => {
        const counter = createTagCounter(features, COUNTING_RULES[compat]);
        return mixes.map((mix) => counter.count(mix));
      },
    );
  }
}

/** Simulated texts: responses of SimPref joined, sentence by sentence, until they are long enough. */
function longPairs(count: number, rng: Rng): Texts[] {
  const { preferences } = generateSimPref({ seed: 0 });
  const pool = preferences.flatMap(({ completionA }) => sentences(completionA));
  const response = (): string => {
    const chosen: string[] = [];
    for (let words = 0; words < WORDS_A_PAIR / 2; ) {
      const sentence = rng.pick(pool);
      words += sentence.split(/\s+/).length;
      chosen.push(sentence);
    }
    return chosen.join(" ");
  };
  return Array.from({ length: count }, (_, i) => ({
    id: `pair-${i}`,
    prompt: `${preferences[i % preferences.length]!.prompt} (${i})`,
    completionA: response(),
    completionB: response(),
  }));
}
