import { describe, expect, test } from "vitest";
import { BadInputError, createRng, type Json } from "../../lib/base/index.js";
import type { Preference } from "../../lib/datasets/index.js";
import { extractFeatures, FEATURE_COLUMNS, SIMILARITY_MEASURES } from "../../lib/tags/index.js";
import { createHashedEncoder, type Encoder } from "../../lib/text/index.js";

function pair(
  prompt: string,
  completionA: string,
  completionB: string,
  extra: Record<string, Json> = {},
  id = "pair",
): Preference {
  const unknown = { modelA: "", modelB: "", source: "", humanVotes: [], human: null, lm: null };
  return { ...unknown, id, prompt, completionA, completionB, extra };
}

const one = async (preference: Preference, encoder?: Encoder) =>
  (await extractFeatures([preference], { workers: 1, encoder }))[0]!;

describe("extractFeatures", () => {
  test("fills every column of a plain pair", async () => {
    const features = await one(
      pair("What is DNA?", "DNA stores genes.", "It is a molecule that stores genes."),
    );
    expect(Object.keys(features)).toEqual([...FEATURE_COLUMNS]);
    expect(features).toMatchObject({
      entity_sim: 1,
      subject_of_expertise: ["Biology"],
      languages: ["English"],
      safety_concern: "safe",
    });
    // "stores genes" of 3 and 7 words.
    expect(features.rouge).toBeCloseTo(0.4, 12);
  });

  test("lengths are LLaMA tokens: of the prompt, the longer, the shorter, and their difference", async () => {
    const lengths = { prompt_len: 3, len_longer: 4, len_shorter: 3, token_len_diff: 1 };
    expect(await one(pair("grabbed", " grabbed", "grabbed"))).toMatchObject(lengths);
    expect(await one(pair("grabbed", "grabbed", " grabbed"))).toMatchObject(lengths);
  });

  test("equal responses are alike by every measure", async () => {
    const features = await one(pair("p", "Ann lives in Paris.", "Ann lives in Paris."));
    for (const measure of SIMILARITY_MEASURES) expect(features[measure], measure).toBeCloseTo(1, 5);
    expect(features.token_len_diff).toBe(0);
  });

  test("features that are there are used as they are, null ones too", async () => {
    const given = {
      rouge: 0.123,
      cosine_sim: null,
      subject_of_expertise: ["Law"],
      safety_concern: "high",
      prompt_len: 999,
    };
    const features = await one(pair("What is DNA?", "a b", "a c", given));
    expect(features).toMatchObject(given);
    expect(features.bertscore).toBeGreaterThan(0);
    expect(features.len_longer).toBe(2);
  });

  test("a wrong feature is reported with its pair, all at once", async () => {
    const wrong = [
      pair("p", "a", "b", { rouge: "x" }, "first"),
      pair("p", "a", "b", { languages: 3 }, "second"),
    ];
    const attempt = extractFeatures(wrong);
    await expect(attempt).rejects.toThrow(BadInputError);
    await expect(attempt).rejects.toThrow(/2 problems[\s\S]*first[\s\S]*second/);
  });

  test("the result is the same for any number of workers, and progress adds up to all pairs", async () => {
    const rng = createRng(7).fork("extract");
    const vocabulary = [
      "Paris",
      "the",
      "energy",
      "of",
      "42",
      "cells",
      "grow",
      "in",
      "London",
      "quickly",
      "why",
    ];
    const text = (): string => Array.from({ length: 3 + rng.int(20) }, () => rng.pick(vocabulary)).join(" ");
    const pairs = Array.from({ length: 160 }, (_, i) => pair(text(), text(), text(), {}, `pair-${i}`));
    let done = 0;
    const onProgress = (count: number): void => {
      done += count;
    };
    const inTwo = await extractFeatures(pairs, { workers: 2, onProgress });
    const inOne = await extractFeatures(pairs, { workers: 1 });
    expect(inTwo).toEqual(inOne);
    expect(done).toBe(160);
  });

  test("an encoder of one's own gives the similarities, in the same columns", async () => {
    const hashed = createHashedEncoder();
    const preference = pair("p", "volcano erupts", "volcano sleeps");
    expect(await one(preference, hashed)).toEqual(await one(preference));
    const opposite: Encoder = {
      ...hashed,
      id: "opposite",
      encodeText: async (texts) => texts.map((_, i) => Float32Array.of(i % 2 === 0 ? 1 : -1)),
    };
    expect((await one(preference, opposite)).cosine_sim).toBe(0);
  });
});

describe("hostile texts", () => {
  const million = (unit: string): string => unit.repeat(Math.ceil(200_000 / unit.length));
  const texts: readonly (readonly [string, string])[] = [
    ["one sign", "?"],
    ["white space", " \n\t "],
    ["many spaces", million(" ")],
    ["no space", million("a")],
    ["many words", million("Alice Smith paid 5 dollars. ")],
    ["lone surrogates", million("\ud800")],
    ["zero bytes", million("\0")],
    ["right to left", million("שלום עולם ")],
    ["emoji", million("🦙")],
    ["quotes", million('"')],
    ["open code", million("```\n")],
    ["brackets", million('{"a":[')],
  ];

  test.each(texts)("%s: every number is finite and every similarity in [0, 1]", async (_name, text) => {
    for (const other of [text, "plain words", `${text}x`]) {
      const features = await one(pair(text, text, other));
      for (const column of FEATURE_COLUMNS) {
        const value = features[column];
        if (typeof value === "number") expect(Number.isFinite(value), column).toBe(true);
      }
      for (const measure of SIMILARITY_MEASURES) {
        expect(features[measure]).toBeGreaterThanOrEqual(0);
        expect(features[measure]).toBeLessThanOrEqual(1);
      }
    }
  });
});
