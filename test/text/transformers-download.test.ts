import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createEncoder, type DownloadProgress, type TransformersSpec } from "../../lib/text/index.js";
import { TINY_BERT } from "./tiny-bert.js";

const SPEC: TransformersSpec = { kind: "transformers", textModel: "owner/tiny", tokenModel: "owner/tiny" };

/** A hub that holds the tiny model as `owner/tiny`. */
let hub: Server;
let asked: string[];
let cacheFolder: string;
beforeEach(async () => {
  asked = [];
  cacheFolder = mkdtempSync(join(tmpdir(), "models-"));
  hub = createServer((request, response) => {
    asked.push(request.url!);
    const file = /^\/owner\/tiny\/resolve\/main\/(.+)$/.exec(request.url!)?.[1] ?? "";
    const path = join(TINY_BERT, file);
    if (file === "" || !existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    const bytes = readFileSync(path);
    response.writeHead(200, { "content-length": bytes.length }).end(bytes);
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
