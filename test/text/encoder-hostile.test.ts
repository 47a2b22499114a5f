import { beforeAll, describe, expect, test } from "vitest";
import {
  createEncoder,
  dotProduct,
  ENCODER_KINDS,
  type Encoder,
  type EncoderSpec,
  runsInWorkers,
} from "../../lib/text/index.js";
import { FIXTURES } from "./tiny-bert.js";

const HOSTILE: Readonly<Record<string, string>> = {
  "an empty text": "",
  "only spaces": " \n\t\u00a0 ",
  "a lone high surrogate": "\ud800",
  "a lone low surrogate in a word": "vol\udc00cano",
  NUL: "\0\0\0",
  "only punctuation": "!?… ---- ((",
  "right to left": "שלום עולם مرحبا بالعالم",
  emoji: "👩‍👩‍👧‍👦 🦙 🏳️‍🌈",
  "combining marks": `a${"\u0301".repeat(5_000)}`,
  "HTML and script": "<script>alert('x')</script><b>bold</b>&nbsp;",
  "a megabyte without a space": "x".repeat(1_000_000),
  "a megabyte of spaces, then a word": `${" ".repeat(1_000_000)}end`,
  "a million repeated words": "word ".repeat(1_000_000),
  "a megabyte without spaces in Chinese": "中".repeat(350_000),
  "signs that normalise to many": "\ufdfa".repeat(20_000),
  "special tokens": "[CLS] [SEP] [PAD] <s> </s> <unk> \u2581 \u2581\u2581",
  "names of object members": "__proto__ constructor toString hasOwnProperty",
};

const SPECS: readonly EncoderSpec[] = [
  { kind: "hashed" },
  { kind: "use-lite" },
  { kind: "transformers", textModel: "tiny-bert", tokenModel: "tiny-bert", modelDir: FIXTURES },
];

test("every kind is tried here; all but transformers run in workers", () => {
  expect(SPECS.map(({ kind }) => kind)).toEqual(ENCODER_KINDS);
  expect(SPECS.map(runsInWorkers)).toEqual([true, true, false]);
});

describe.each(SPECS)("hostile texts and the encoder $kind", (spec) => {
  let encoder: Encoder;
  beforeAll(async () => {
    encoder = await createEncoder(spec);
  });

  test.each(Object.keys(HOSTILE))("%s has a vector of length 1 or 0, and so has each token", async (name) => {
    const text = HOSTILE[name]!;
    const [vector] = await encoder.encodeText([text]);
    const [tokens] = await encoder.encodeTokens([text], 256);
    expect(vector).toHaveLength(encoder.dimension);
    expect(tokens!.tokens.length).toBe(tokens!.vectors.length);
    expect(tokens!.tokens.length).toBeLessThanOrEqual(256);
    for (const found of [vector!, ...tokens!.vectors]) {
      const square = dotProduct(found, found);
      expect(Math.min(Math.abs(square), Math.abs(square - 1))).toBeLessThan(1e-5);
    }
  });

  test("a text of nothing has the zero vector and no tokens", async () => {
    for (const text of ["", " \n"]) {
      const [vector] = await encoder.encodeText([text]);
      expect(vector!.every((value) => value === 0)).toBe(true);
      expect(await encoder.encodeTokens([text], 5)).toEqual([{ tokens: [], vectors: [] }]);
    }
  });

  test("no texts give no vectors, and no more tokens come than asked for", async () => {
    expect(await encoder.encodeText([])).toEqual([]);
    expect(await encoder.encodeTokens([], 5)).toEqual([]);
    const [two] = await encoder.encodeTokens(["bake a bread at night"], 2);
    expect(two!.tokens).toHaveLength(2);
  });

  test("its name can stand in a file's line: no space, no bar", () => {
    expect(encoder.id).toMatch(/^[^\s|]+$/);
  });
});
