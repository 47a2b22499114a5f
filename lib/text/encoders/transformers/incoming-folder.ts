/** Where a download lies until it is whole. */
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { BadInputError, systemErrorCode } from "../../../base/index.js";
import { cachedModel, type ModelFolder } from "./model-folder.js";

/** An empty folder beside the models, and the place of one model in it. */
export interface IncomingFolder {
  readonly root: string;
  readonly model: ModelFolder;
}

/**
 * Lets something fill a model's folder, and moves what lies there into the cache of models once it is done without an
 * error; file by file, so that several processes may fetch the same model. Also removes what killed processes left.
 * @throws {BadInputError} where the cache cannot be written
 */
export async function withIncomingFolder(
  cacheFolder: string,
  name: string,
  fill: (incoming: IncomingFolder) => Promise<void>,
): Promise<void> {
  const prefix = `.incoming-${hostname()}-`;
  const root = join(cacheFolder, `${prefix}${process.pid}-${randomUUID().slice(0, 8)}`);
  reporting(cacheFolder, () => {
    mkdirSync(root, { recursive: true });
    removeAbandoned(cacheFolder, prefix);
  });
  try {
    const model = cachedModel(root, name);
    await fill({ root, model });
    reporting(cacheFolder, () => moveFiles(model.folder, cachedModel(cacheFolder, name).folder));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function moveFiles(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, source.slice(from.length));
    mkdirSync(dirname(target), { recursive: true });
    renameSync(source, target);
  }
}

/** Folders of processes of this machine that are gone. */
function removeAbandoned(cacheFolder: string, prefix: string): void {
  for (const name of readdirSync(cacheFolder)) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (pid > 0 && !isAlive(pid)) rmSync(join(cacheFolder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemErrorCode(error) !== "ESRCH";
  }
}

function reporting(cacheFolder: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === "") throw error;
    const rule = `models cannot be kept here (${code})`;
    const remedy = "make room, or name another folder by HYPER_DATA";
    throw new BadInputError([{ place: cacheFolder, rule, remedy }]);
  }
}
