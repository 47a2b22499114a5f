/** One process at a time writes a result: two would write into each other's partial file. */
import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { BadInputError, systemErrorCode } from "../../base/index.js";

/** How often a run shows that it is alive, and after how long without it counts as dead. */
const BEAT_MS = 10_000;
const DEAD_MS = 120_000;

/** A lock that this process has. */
export interface RunLock {
  /** @throws {Error} if another process has taken it, which only happens to one that seemed dead */
  check(): void;
  release(): void;
}

/**
 * Takes the lock file of a result.
 * @throws {BadInputError} where another run that is alive has it
 */
export function takeLock(path: string, out: string): RunLock {
  const token = `${process.pid} ${hostname()} ${randomUUID()}`;
  // A link appears at once and with its content, and only where there is none: nobody sees a lock without its holder.
  const own = `${path}.${randomUUID().slice(0, 8)}`;
  writeFileSync(own, token);
  try {
    while (!tryLink(own, path)) removeDead(path, out);
  } finally {
    rmSync(own, { force: true });
  }
  const isOwn = (): boolean => holderOf(path)?.token === token;
  const beat = setInterval(() => {
    if (isOwn()) utimesSync(path, new Date(), new Date());
  }, BEAT_MS);
  beat.unref();
  return {
    check() {
      if (!isOwn()) throw new Error(`${out}: another process has taken over; run the same command again`);
    },
    release() {
      clearInterval(beat);
      if (isOwn()) rmSync(path, { force: true });
    },
  };
}

/** @throws {BadInputError} where the lock is held */
function removeDead(path: string, out: string): void {
  const holder = holderOf(path);
  if (holder === null) return;
  if (isAlive(path, holder)) throw beingWritten(out, holder, path);
  // Of several that find it dead one moves it away; whoever moves another's new lock instead puts it back.
  const moved = `${path}.${randomUUID().slice(0, 8)}`;
  try {
    renameSync(path, moved);
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return;
    throw error;
  }
  const found = holderOf(moved);
  if (found !== null && found.token !== holder.token) tryLink(moved, path);
  rmSync(moved, { force: true });
}

interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Null where there is none. */
function holderOf(path: string): Holder | null {
  try {
    const token = readFileSync(path, "utf8");
    const [pid = "", host = ""] = token.split(" ");
    return { token, pid: Number(pid), host };
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** A process on another machine cannot be looked for: it is alive as long as its heart beats. */
function isAlive(path: string, { pid, host }: Holder): boolean {
  const beaten = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - beaten > DEAD_MS) return false;
  if (host !== hostname()) return host !== "";
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function beingWritten(out: string, { pid, host }: Holder, path: string): BadInputError {
  const rule = `process ${pid} on ${host} is writing this file`;
  const remedy = `wait until it has ended, or name another file; where it is gone, remove ${path}`;
  return new BadInputError([{ place: out, rule, remedy }]);
}
