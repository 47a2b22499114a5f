/** The optional folder of real data and oracles: `HYPER_SHARED`, by default `../shared`. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A path inside the shared folder. */
export function sharedPath(...parts: string[]): string {
  return resolve(root, process.env.HYPER_SHARED ?? "../shared", ...parts);
}

/** Whether it is there; says so on the console where it is not. */
export function hasShared(...parts: string[]): boolean {
  const present = existsSync(sharedPath(...parts));
  if (!present) console.info(`skipped: ${parts.join("/")} is not in the shared folder (set HYPER_SHARED)`);
  return present;
}
