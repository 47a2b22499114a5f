/** A folder of its own for each test, removed afterwards. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";

/** @returns a function that gives a path inside a fresh folder */
export function temporaryFolder(): (...names: string[]) => string {
  let folder: string | null = null;
  afterEach(() => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
    folder = null;
  });
  return (...names) => {
    folder ??= mkdtempSync(join(tmpdir(), "hyper-test-"));
    return join(folder, ...names);
  };
}
