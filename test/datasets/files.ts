/** Small input files in a temporary folder, and pairs to put in them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { BadInputError } from "../../lib/base/index.js";
import type { Preference } from "../../lib/datasets/index.js";

/** A writer of files in a folder of its own, removed when the test file ends. */
export function temporaryFolder(): {
  readonly folder: string;
  write(name: string, content: string | Uint8Array): string;
} {
  const folder = mkdtempSync(join(tmpdir(), "hyper-datasets-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
  };
}

/** One object a line. */
export function lines(...rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** A sound row of the project's own format. */
export function row(id: string, fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { id, prompt: `What is ${id}?`, completion_a: "One.", completion_b: "Two.", ...fields };
}

/** A pair without labels, but for the fields given. */
export function pair(id: string, fields: Partial<Preference> = {}): Preference {
  return {
    id,
    prompt: `What is ${id}?`,
    completionA: "One.",
    completionB: "Two.",
    modelA: "",
    modelB: "",
    source: "",
    humanVotes: [],
    human: null,
    lm: null,
    extra: {},
    ...fields,
  };
}

/** The error that a reader ends with. */
export async function badInput(reading: Promise<unknown>): Promise<BadInputError> {
  const error = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BadInputError)) throw new Error(`expected a BadInputError, got ${String(error)}`);
  return error;
}
