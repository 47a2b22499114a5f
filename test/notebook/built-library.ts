/** The built library that notebook cells and commands use; built anew where it is older than its sources. */
import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** As `npm run build` does it; once before all tests, and again wherever a test needs it fresh. */
export function buildIfStale(): void {
  const builtMs = statSync(join(root, "dist", "built"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (builtMs >= Math.max(newest("lib"), newest("scripts"))) return;
  execFileSync(process.execPath, [join(root, "scripts", "build.mjs")]);
}

/** When the newest source of a folder was written. */
function newest(folder: string): number {
  const from = join(root, folder);
  const files = readdirSync(from, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  return Math.max(...files.map((name) => statSync(join(from, name)).mtimeMs));
}
