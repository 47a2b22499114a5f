/**
 * Registers this package's kernel with Jupyter and VS Code. `tslab install` needs a Python that has Jupyter,
 * registers a JavaScript kernel besides, and leaves it to the PATH which Node runs; the registration itself is
 * one file, so this writes that file.
 */
import { homedir } from "node:os";
import { join } from "node:path";
import { writeJsonAtomic } from "../base/index.js";
import { tslabMain } from "./kernel/tslab-main.js";
import { KERNELSPEC } from "./notebook-file.js";

/** The machine as far as Jupyter's folders depend on it; the default is this one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * Where Jupyter and VS Code look for one user's kernels, below `kernels/`.
 * Source: https://docs.jupyter.org/en/latest/use/jupyter-directories.html
 */
export function jupyterDataFolder(
  { platform, env, home }: Machine = { platform: process.platform, env: process.env, home: homedir() },
): string {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform !== "win32") return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
  return env.APPDATA
    ? join(env.APPDATA, "jupyter")
    : join(env.JUPYTER_CONFIG_DIR || join(home, ".jupyter"), "data");
}

/**
 * Registers the kernel under the name that the notebooks give, in place of an earlier one of that name. It runs
 * under the Node that runs this, from where this package lies now: register again after moving either.
 * @param dataFolder a folder on Jupyter's path for data
 * @returns the file written
 */
export function installKernel(dataFolder = jupyterDataFolder()): string {
  const { name, display_name, language } = KERNELSPEC;
  const path = join(dataFolder, "kernels", name, "kernel.json");
  const argv = [process.execPath, tslabMain(), "kernel", "--config-path", "{connection_file}"];
  writeJsonAtomic(path, { argv, display_name, language });
  return path;
}
