import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  BadInputError,
  canonicalJson,
  createManifest,
  hashFile,
  hashJson,
  manifestPath,
  pathInside,
  sha256,
  writeChunksAtomic,
  writeFileAtomic,
  writeJsonAtomic,
  writeManifest,
} from "../../lib/base/index.js";
import { temporaryFolder } from "./temporary-folder.js";

const inFolder = temporaryFolder();

test("a file is written whole, its folders made, nothing left beside it", () => {
  writeFileAtomic(inFolder("a", "b", "text.txt"), "naïve 🙂\n");
  expect(readFileSync(inFolder("a", "b", "text.txt"), "utf8")).toBe("naïve 🙂\n");
  writeJsonAtomic(inFolder("a", "b", "value.json"), { x: [1] });
  expect(readFileSync(inFolder("a", "b", "value.json"), "utf8")).toBe('{\n  "x": [\n    1\n  ]\n}\n');
  expect(readdirSync(inFolder("a", "b")).sort()).toEqual(["text.txt", "value.json"]);
});

test("when writing fails midway, what was there stays, and nothing half-written remains", () => {
  const path = inFolder("kept.txt");
  writeFileAtomic(path, "old");
  function* failing(): Generator<string> {
    yield "new";
    throw new Error("disk on fire");
  }
  expect(() => writeChunksAtomic(path, failing())).toThrow("disk on fire");
  expect(readFileSync(path, "utf8")).toBe("old");
  expect(readdirSync(inFolder("."))).toEqual(["kept.txt"]);
});

test("a folder in the place of the file is an error that leaves nothing behind", () => {
  mkdirSync(inFolder("place"));
  writeFileSync(inFolder("place", "inside"), "");
  expect(() => writeFileAtomic(inFolder("place"), "x")).toThrow();
  expect(readdirSync(inFolder("."))).toEqual(["place"]);
});

test("paths from data stay inside their folder", () => {
  expect(pathInside(inFolder("out"), "a/b.txt")).toBe(inFolder("out", "a", "b.txt"));
  for (const bad of ["../x", "a/../../x", "/etc/passwd", ".", ""])
    expect(() => pathInside(inFolder("out"), bad), bad).toThrow(BadInputError);
});

test("hashes are SHA-256, of a file as of its bytes", async () => {
  // FIPS 180-2, appendix B.1.
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  writeFileAtomic(inFolder("abc"), "abc");
  expect(await hashFile(inFolder("abc"))).toBe(sha256("abc"));
});

test("the order of keys does not matter to a JSON hash; values and order in lists do", () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: "x" })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  expect(hashJson({ a: 1, b: 2 })).toBe(hashJson({ b: 2, a: 1, c: undefined }));
  expect(hashJson([1, 2])).not.toBe(hashJson([2, 1]));
  expect(hashJson({ a: 1 })).not.toBe(hashJson({ a: "1" }));
});

test("a manifest names inputs by base name and hash and has no time in it", async () => {
  writeFileAtomic(inFolder("deep", "in.csv"), "abc");
  const entry = { command: "hyper test", seed: 7, settings: { n: 2 }, inputs: [inFolder("deep", "in.csv")] };
  const manifest = await createManifest(entry);
  expect(manifest).toMatchObject({
    schema: "hyper-manifest/1",
    command: "hyper test",
    seed: 7,
    settings: { n: 2 },
  });
  expect(manifest.inputs).toEqual({ "in.csv": sha256("abc") });
  expect(await createManifest(entry)).toEqual(manifest);
  writeManifest(inFolder("out.csv"), manifest);
  expect(manifestPath("out.csv")).toBe("out.csv.manifest.json");
  expect(JSON.parse(readFileSync(inFolder("out.csv.manifest.json"), "utf8"))).toEqual(manifest);
});
