/** Golden folders: what Jupyter's own `jupyter_core.paths.jupyter_data_dir` (4.12) gives for the same variables. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installKernel, jupyterDataFolder } from "../../lib/notebook/index.js";

describe("jupyterDataFolder", () => {
  const linux = { platform: "linux", env: {}, home: "/home/ann" } as const;

  test("is Jupyter's own folder on each system", () => {
    expect(jupyterDataFolder(linux)).toBe(join("/home/ann", ".local", "share", "jupyter"));
    expect(jupyterDataFolder({ ...linux, platform: "darwin" })).toBe(join("/home/ann", "Library", "Jupyter"));
    expect(jupyterDataFolder({ ...linux, platform: "win32" })).toBe(join("/home/ann", ".jupyter", "data"));
  });

  test("follows the variables that move it, and takes empty ones for absent", () => {
    const folder = (platform: NodeJS.Platform, env: Record<string, string>): string =>
      jupyterDataFolder({ platform, env, home: "/home/ann" });
    expect(folder("linux", { XDG_DATA_HOME: "/data" })).toBe(join("/data", "jupyter"));
    expect(folder("linux", { XDG_DATA_HOME: "", JUPYTER_DATA_DIR: "" })).toBe(jupyterDataFolder(linux));
    expect(folder("darwin", { XDG_DATA_HOME: "/data" })).toBe(join("/home/ann", "Library", "Jupyter"));
    expect(folder("win32", { APPDATA: "/roaming" })).toBe(join("/roaming", "jupyter"));
    expect(folder("win32", { JUPYTER_CONFIG_DIR: "/conf" })).toBe(join("/conf", "data"));
    for (const platform of ["linux", "darwin", "win32"] as const) {
      expect(folder(platform, { JUPYTER_DATA_DIR: "/own", XDG_DATA_HOME: "/data", APPDATA: "/r" })).toBe(
        "/own",
      );
    }
  });
});

describe("installKernel", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "install-kernel-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("registers the kernel that the notebooks name, with a command that needs no PATH", () => {
    const path = installKernel(folder);
    expect(path).toBe(join(folder, "kernels", "tslab", "kernel.json"));
    const { argv, ...rest } = JSON.parse(readFileSync(path, "utf8")) as { argv: string[] };
    expect(rest).toEqual({ display_name: "TypeScript", language: "typescript" });
    expect(argv.slice(2)).toEqual(["kernel", "--config-path", "{connection_file}"]);
    const { stdout } = spawnSync(argv[0]!, [argv[1]!, "--version"], { env: {}, encoding: "utf8" });
    expect(stdout.trim()).toBe("tslab 1.0.22");
  });

  test("replaces an earlier registration, such as that of a copy since moved", () => {
    const path = join(folder, "kernels", "tslab", "kernel.json");
    mkdirSync(join(folder, "kernels", "tslab"), { recursive: true });
    writeFileSync(path, '{ "argv": ["/moved/node"], "env": {} }');
    installKernel(folder);
    const spec = JSON.parse(readFileSync(path, "utf8")) as { argv: string[] };
    expect(spec.argv[0]).toBe(process.execPath);
    expect(spec).not.toHaveProperty("env");
  });
});
