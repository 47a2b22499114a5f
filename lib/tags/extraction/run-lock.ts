/** One process at a time writes a result: two would write into each other's partial file. */
import { randomUUID } from "node:crypto";
import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { BadInputError, systemErrorCode } from "../../base/index.js";

/** How often a run shows that it is alive, and after how long without it counts as dead. */
const BEAT_MS = 10_000;
const DEAD_MS = 120_000;

/**
 * Takes the lock file of a result.
 * @returns a function that gives it back
 * @throws {BadInputError} where another run that is alive has it
 */
export function takeLock(path: string, out: string): () => void {
  const token = `${process.pid} ${hostname()} ${randomUUID()}`;
  if (!tryCreate(path, token)) {
    const holder = holderOf(path);
    if (holder !== null && isAlive(path, holder)) throw beingWritten(out, holder, path);
    rmSync(path, { force: true });
    if (!tryCreate(path, token)) throw beingWritten(out, holderOf(path), path);
  }
  const beat = setInterval(() => {
    const now = new Date();
    if (statSync(path, { throwIfNoEntry: false })) utimesSync(path, now, now);
  }, BEAT_MS);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (holderOf(path)?.token === token) rmSync(path, { force: true });
  };
}

interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
}

function tryCreate(path: string, token: string): boolean {
  let file: number;
  try {
    file = openSync(path, "wx");
  } catch (error) {
    if (systemErrorCode(error) === "EEXIST") return false;
    throw error;
  }
  writeSync(file, token);
  closeSync(file);
  return true;
}

/** Null where the file is gone, or was being written when its process was killed. */
function holderOf(path: string): Holder | null {
  try {
    const token = readFileSync(path, "utf8");
    const [pid, host] = token.split(" ");
    return pid === undefined || host === undefined ? null : { token, pid: Number(pid), host };
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** A process on another machine cannot be looked for: it is alive as long as its heart beats. */
function isAlive(path: string, { pid, host }: Holder): boolean {
  const beaten = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - beaten > DEAD_MS) return false;
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function beingWritten(out: string, holder: Holder | null, path: string): BadInputError {
  const who = holder === null ? "another process" : `process ${holder.pid} on ${holder.host}`;
  const remedy = `wait until it has ended, or name another file; where it is gone, remove ${path}`;
  return new BadInputError([{ place: out, rule: `${who} is writing this file`, remedy }]);
}
