/** Content hashes: identity of inputs, settings and results. */
import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { canonicalJson } from "./json.js";

/** SHA-256 of text (as UTF-8) or bytes, 64 hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** SHA-256 of a value's canonical JSON. */
export function hashJson(value: unknown): string {
  return sha256(canonicalJson(value));
}

/** SHA-256 of a file, read as a stream. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}

/** SHA-256 of a file that has been read already, or `pipe` for one: what came through it cannot be read again. */
export async function hashInput(path: string): Promise<string> {
  return statSync(path).isFile() ? hashFile(path) : "pipe";
}
