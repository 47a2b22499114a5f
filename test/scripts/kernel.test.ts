import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("`npm run kernel -- --prefix` registers the kernel there, and says where", () => {
  const prefix = mkdtempSync(join(tmpdir(), "kernel-"));
  const run = spawnSync(process.execPath, ["--import", "tsx", "scripts/kernel.ts", "--prefix", prefix], {
    cwd: root,
    encoding: "utf8",
  });
  const path = join(prefix, "share", "jupyter", "kernels", "tslab", "kernel.json");
  expect(run).toMatchObject({ status: 0, stderr: "" });
  expect(run.stdout).toContain(path);
  expect(existsSync(path)).toBe(true);
  rmSync(prefix, { recursive: true });
});
