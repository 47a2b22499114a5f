import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createHashedEncoder, type Encoder, withEmbeddingCache } from "../../lib/text/index.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "embeddings-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The hashed encoder, counting what it is asked. */
function counting(id = "counted/1"): Encoder & { readonly asked: string[] } {
  const asked: string[] = [];
  const inner = createHashedEncoder();
  const encodeText = (texts: readonly string[]): Promise<Float32Array[]> => {
    asked.push(...texts);
    return inner.encodeText(texts);
  };
  return { ...inner, id, encodeText, asked };
}

/** The only file of vectors. */
function vectorFile(): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".vectors"),
  );
  expect(files).toHaveLength(1);
  return join(folder, files[0]!);
}

const TEXTS = ["hot magma", "cold rivers", "", "hot magma", "\ud800", "\ud801"];
const RECORD_BYTES = 32 + 4 * 1024 + 4;

describe("an encoder with a memory", () => {
  test("gives the same vectors, and the second run computes none", async () => {
    const plain = await createHashedEncoder().encodeText(TEXTS);
    const first = counting();
    expect(await withEmbeddingCache(first, folder).encodeText(TEXTS)).toEqual(plain);
    expect(first.asked).toEqual(["hot magma", "cold rivers", "", "\ud800", "\ud801"]);
    const second = counting();
    const cached = withEmbeddingCache(second, folder);
    expect(await cached.encodeText([...TEXTS].reverse())).toEqual([...plain].reverse());
    expect(second.asked).toEqual([]);
    expect(await cached.encodeText(["hot magma", "new"])).toEqual(
      await createHashedEncoder().encodeText(["hot magma", "new"]),
    );
    expect(second.asked).toEqual(["new"]);
  });

  test("remembers within one run, and hands tokens through", async () => {
    const encoder = counting();
    const cached = withEmbeddingCache(encoder, folder);
    await cached.encodeText(["a"]);
    await cached.encodeText(["a", "b"]);
    expect(encoder.asked).toEqual(["a", "b"]);
    expect(await cached.encodeTokens(["a b"], 1)).toEqual(
      await createHashedEncoder().encodeTokens(["a b"], 1),
    );
    expect([cached.id, cached.dimension]).toEqual([encoder.id, encoder.dimension]);
  });

  test("another encoder's vectors are never taken, even from a file put in its place", async () => {
    await withEmbeddingCache(counting("one"), folder).encodeText(["a"]);
    const stolen = readFileSync(vectorFile());
    const other = counting("two");
    await withEmbeddingCache(other, folder).encodeText(["a"]);
    expect(other.asked).toEqual(["a"]);
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name, "stolen.vectors"), stolen);
    const again = counting("two");
    await withEmbeddingCache(again, folder).encodeText(["a"]);
    expect(again.asked).toEqual([]);
    const third = counting("three");
    await withEmbeddingCache(third, folder).encodeText(["a"]);
    expect(third.asked).toEqual(["a"]);
  });

  test.each([1, 5, 36, RECORD_BYTES - 1])(
    "a record cut %d bytes short by a kill is computed anew, the others not",
    async (missing) => {
      await withEmbeddingCache(counting(), folder).encodeText(["a", "b", "c"]);
      const path = vectorFile();
      truncateSync(path, readFileSync(path).length - missing);
      const encoder = counting();
      const vectors = await withEmbeddingCache(encoder, folder).encodeText(["a", "b", "c"]);
      expect(encoder.asked).toEqual(["c"]);
      expect(vectors).toEqual(await createHashedEncoder().encodeText(["a", "b", "c"]));
      const healed = counting();
      await withEmbeddingCache(healed, folder).encodeText(["a", "b", "c"]);
      expect(healed.asked).toEqual([]);
    },
  );

  test("a kill in the header, an empty file and foreign bytes cost nothing but that file", async () => {
    await withEmbeddingCache(counting(), folder).encodeText(["a"]);
    const path = vectorFile();
    const whole = readFileSync(path);
    for (const content of [whole.subarray(0, 10), Buffer.alloc(0), Buffer.alloc(9_999, 7)]) {
      writeFileSync(path, content);
      const encoder = counting();
      const [vector] = await withEmbeddingCache(encoder, folder).encodeText(["a"]);
      expect(vector).toEqual((await createHashedEncoder().encodeText(["a"]))[0]);
      for (const name of readdirSync(join(path, ".."))) rmSync(join(path, "..", name));
      writeFileSync(path, whole);
    }
  });

  test("a damaged record is computed anew, and later ones are still found", async () => {
    await withEmbeddingCache(counting(), folder).encodeText(["a", "b", "c"]);
    const path = vectorFile();
    const bytes = readFileSync(path);
    bytes[bytes.length - 2 * RECORD_BYTES + 100]! ^= 1;
    writeFileSync(path, bytes);
    const encoder = counting();
    const vectors = await withEmbeddingCache(encoder, folder).encodeText(["a", "b", "c"]);
    expect(encoder.asked).toEqual(["b"]);
    expect(vectors).toEqual(await createHashedEncoder().encodeText(["a", "b", "c"]));
  });

  test("two that write at once do not disturb each other, also while one is halfway through a record", async () => {
    const [one, two] = [counting(), counting()];
    const [cachedOne, cachedTwo] = [withEmbeddingCache(one, folder), withEmbeddingCache(two, folder)];
    const texts = Array.from({ length: 40 }, (_, i) => `text ${i}`);
    for (const [i, text] of texts.entries()) await (i % 2 === 0 ? cachedOne : cachedTwo).encodeText([text]);
    const [inFolder] = readdirSync(folder);
    for (const name of readdirSync(join(folder, inFolder!))) {
      appendFileSync(join(folder, inFolder!, name), Buffer.alloc(50, 1));
    }
    const third = counting();
    expect(await withEmbeddingCache(third, folder).encodeText(texts)).toEqual(
      await createHashedEncoder().encodeText(texts),
    );
    expect(third.asked).toEqual([]);
  });

  test("files that are deleted or cut while a run reads them cost their vectors, never a wrong one", async () => {
    const texts = ["a", "b", "c"];
    const plain = await createHashedEncoder().encodeText(texts);
    await withEmbeddingCache(counting(), folder).encodeText(texts);
    const path = vectorFile();
    const encoder = counting();
    const cached = withEmbeddingCache(encoder, folder);
    await cached.encodeText(["a"]);
    truncateSync(path, readFileSync(path).length - 2 * RECORD_BYTES);
    expect(await cached.encodeText(texts)).toEqual(plain);
    expect(encoder.asked).toEqual(["b", "c"]);
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    expect(await cached.encodeText(texts)).toEqual(plain);
    expect(await cached.encodeText(texts)).toEqual(plain);
    expect(encoder.asked).toEqual(["b", "c", ...texts]);
  });

  test("a folder that is a file is told by its path", async () => {
    const path = join(folder, "file");
    writeFileSync(path, "");
    await expect(withEmbeddingCache(counting(), path).encodeText(["a"])).rejects.toThrow(
      /embedding cache cannot be used/,
    );
  });

  test.skipIf(process.getuid?.() === 0)(
    "a folder that may not be written is told (skipped: for root all may be)",
    async () => {
      chmodSync(folder, 0o500);
      await expect(withEmbeddingCache(counting(), folder).encodeText(["a"])).rejects.toThrow(/EACCES/);
      chmodSync(folder, 0o700);
    },
  );
});
