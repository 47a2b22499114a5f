import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { downloadModel } from "../../lib/text/encoders/transformers/download-model.js";
import { createEncoder, type DownloadProgress, type TransformersSpec } from "../../lib/text/index.js";
import { TINY_BERT } from "./tiny-bert.js";

const SPEC: TransformersSpec = { kind: "transformers", textModel: "owner/tiny", tokenModel: "owner/tiny" };

/** A hub that holds the tiny model as `owner/tiny`, and may spoil what it sends. */
let hub: Server;
let spoil: (file: string, bytes: Buffer) => Buffer | null;
let asked: string[];
let cacheFolder: string;
beforeEach(async () => {
  asked = [];
  spoil = (_, bytes) => bytes;
  cacheFolder = mkdtempSync(join(tmpdir(), "models-"));
  hub = createServer((request, response) => {
    asked.push(request.url!);
    const file = /^\/owner\/tiny\/resolve\/main\/(.+)$/.exec(request.url!)?.[1] ?? "";
    const path = join(TINY_BERT, file);
    if (file === "" || !existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    const bytes = spoil(file, readFileSync(path));
    if (bytes !== null) response.writeHead(200, { "content-length": bytes.length }).end(bytes);
  });
  await new Promise<void>((resolve) => hub.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("HF_ENDPOINT", `http://127.0.0.1:${(hub.address() as AddressInfo).port}/`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  rmSync(cacheFolder, { recursive: true, force: true });
  if (!hub.listening) return;
  hub.closeAllConnections();
  await new Promise((resolve) => hub.close(resolve));
});

test("a model comes from the hub once, with progress, into the named folder and nowhere else", async () => {
  const seen: DownloadProgress[] = [];
  const first = await createEncoder(SPEC, { cacheFolder, onDownload: (progress) => seen.push(progress) });
  const weights = join(cacheFolder, "owner", "tiny", "onnx", "model.onnx");
  expect(readFileSync(weights)).toEqual(readFileSync(join(TINY_BERT, "onnx", "model.onnx")));
  const { length } = readFileSync(weights);
  expect(seen).toContainEqual({
    model: "owner/tiny",
    file: "onnx/model.onnx",
    loadedBytes: length,
    totalBytes: length,
  });

  asked = [];
  const second = await createEncoder(SPEC, { cacheFolder });
  expect(asked).toEqual([]);
  expect(second.id).toBe(first.id);
  expect(await second.encodeText(["Bake bread."])).toEqual(await first.encodeText(["Bake bread."]));
  const library = dirname(dirname(fileURLToPath(import.meta.resolve("@huggingface/transformers"))));
  expect(existsSync(join(library, ".cache"))).toBe(false);
});

test("a hub that cannot be reached is told in one line, with what to do instead", async () => {
  await new Promise((resolve) => hub.close(resolve));
  const failing = createEncoder(SPEC, { cacheFolder });
  await expect(failing).rejects.toThrow(/"owner\/tiny".*--model-dir.*--encoder use-lite.*hashed/);
  await expect(createEncoder(SPEC, { cacheFolder })).rejects.toThrow(/ECONNREFUSED/);
  await expect(createEncoder(SPEC, { cacheFolder })).rejects.not.toThrow(/\n/);
});

test("a model that the hub does not have is told with its answer", async () => {
  const absent = createEncoder({ ...SPEC, textModel: "owner/absent" }, { cacheFolder });
  await expect(absent).rejects.toThrow(/answers 404.*"owner\/absent"/);
});

test("an address that is none is refused before anything is asked", async () => {
  vi.stubEnv("HF_ENDPOINT", "ftp://hub");
  await expect(createEncoder(SPEC, { cacheFolder })).rejects.toThrow(/HF_ENDPOINT/);
  expect(asked).toEqual([]);
});

test.each([
  ["an empty file of weights", "onnx/model.onnx", ""],
  ["a page of a network's login", "tokenizer.json", "<html>login</html>"],
  ["half a tokenizer", "tokenizer.json", '{"model":'],
  ["the same page for all files", "", "<html>login</html>"],
])("%s is told in one line and not kept: the next run asks anew", async (_, file, content) => {
  spoil = (name, bytes) => (name.endsWith(file) ? Buffer.from(content) : bytes);
  const failing = createEncoder(SPEC, { cacheFolder });
  await expect(failing).rejects.toThrow(/^[^\n]*cannot be had from[^\n]*$/);
  expect(readdirSync(cacheFolder)).toEqual([]);
  spoil = (_, bytes) => bytes;
  await expect(createEncoder(SPEC, { cacheFolder })).resolves.toMatchObject({ dimension: 16 });
  expect(readdirSync(cacheFolder)).toEqual(["owner"]);
});

test("a hub that takes the question and never answers is given up", async () => {
  spoil = () => null;
  const waiting = downloadModel("owner/tiny", { cacheFolder, answerTimeoutMs: 50 });
  await expect(waiting).rejects.toThrow(/it does not answer/);
});

test("several that fetch one model at once leave it whole", async () => {
  const all = await Promise.all([1, 2, 3].map(() => createEncoder(SPEC, { cacheFolder })));
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  expect(readdirSync(cacheFolder)).toEqual(["owner"]);
});

test("what a killed download left is removed by the next one, what a living one is at is not", async () => {
  const dead = join(cacheFolder, `.incoming-${hostname()}-2147483000-abc`);
  const living = join(cacheFolder, `.incoming-${hostname()}-${process.pid}-abc`);
  for (const folder of [dead, living]) mkdirSync(join(folder, "owner"), { recursive: true });
  await createEncoder(SPEC, { cacheFolder });
  expect([existsSync(dead), existsSync(living)]).toEqual([false, true]);
});

test("a folder of models that cannot be made is told by its path", async () => {
  const file = join(cacheFolder, "file");
  writeFileSync(file, "");
  await expect(createEncoder(SPEC, { cacheFolder: file })).rejects.toThrow(
    /file: models cannot be kept here/,
  );
});

test("a name and password in the hub's address are refused and not repeated", async () => {
  vi.stubEnv("HF_ENDPOINT", "http://somebody:s3cret@127.0.0.1:1");
  const refused = createEncoder(SPEC, { cacheFolder });
  await expect(refused).rejects.toThrow(/HF_TOKEN/);
  await expect(refused).rejects.not.toThrow(/s3cret/);
});
