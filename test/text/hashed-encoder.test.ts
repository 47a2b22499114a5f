import { describe, expect, test } from "vitest";
import { createHashedEncoder, dotProduct } from "../../lib/text/index.js";

const encoder = createHashedEncoder();
const cosine = async (a: string, b: string): Promise<number> => {
  const [x, y] = await encoder.encodeText([a, b]);
  return dotProduct(x!, y!);
};

describe("the hashed encoder", () => {
  test("gives vectors of the stated dimension and length 1", async () => {
    for (const text of ["The cat sat.", "a", "🦙", "!?", "中文"]) {
      const [vector] = await encoder.encodeText([text]);
      expect(vector).toHaveLength(encoder.dimension);
      expect(dotProduct(vector!, vector!)).toBeCloseTo(1, 5);
    }
  });

  test("gives zero for a text in which there is nothing to see", async () => {
    const [vector] = await encoder.encodeText([" \n"]);
    expect(vector!.every((value) => value === 0)).toBe(true);
    expect((await encoder.encodeTokens([" \n"], 10))[0]!.tokens).toEqual([]);
  });

  test("sees shared words, shared stems, and no more", async () => {
    const base = "Volcanoes erupt when magma rises";
    const same = await cosine(base, base);
    const related = await cosine(base, "A volcano is erupting as the magma rises");
    const unrelated = await cosine(base, "Bake bread with flour, yeast and salt");
    expect(same).toBeCloseTo(1, 5);
    expect(related).toBeGreaterThan(0.4);
    expect(Math.abs(unrelated)).toBeLessThan(0.2);
  });

  test("words weigh by their number sublinearly, and grammar weighs little", async () => {
    expect(await cosine("volcano", "volcano volcano volcano")).toBeCloseTo(1, 5);
    expect(await cosine("the volcano of the island", "volcano island")).toBeGreaterThan(0.9);
  });

  test("the same word has nearly the same token vector in other surroundings, and other words have others", async () => {
    const [a, b] = await encoder.encodeTokens(["hot magma rises", "cold magma sinks"], 10);
    expect(a!.tokens).toEqual(["hot", "magma", "rises"]);
    expect(dotProduct(a!.vectors[1]!, b!.vectors[1]!)).toBeGreaterThan(0.7);
    expect(dotProduct(a!.vectors[1]!, b!.vectors[2]!)).toBeLessThan(0.5);
  });

  test("keeps no more tokens than asked for", async () => {
    const [{ tokens, vectors }] = (await encoder.encodeTokens(["one two three four"], 2)) as [
      { tokens: string[]; vectors: Float32Array[] },
    ];
    expect(tokens).toEqual(["one", "two"]);
    expect(vectors).toHaveLength(2);
  });
});
