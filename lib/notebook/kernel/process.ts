/** The child process that is a tslab kernel. */
import { type ChildProcess, spawn } from "node:child_process";
import { tslabMain } from "./tslab-main.js";

export interface KernelOptions {
  /** The kernel's working directory. */
  readonly cwd: string;
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
}

const STOP_TIMEOUT_MS = 2_000;
const KEPT_STDERR_LENGTH = 8_000;

/** Ends the kernel when the process that started it has died, however it died. */
const WATCH_PARENT =
  "const parent = process.ppid; setInterval(() => process.ppid === parent || process.exit(1), 2000).unref();";

export class KernelProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  readonly #onEnd = new Set<() => void>();
  #stderr = "";
  #ended = "";

  constructor(connectionFile: string, { cwd, env }: KernelOptions) {
    const main = tslabMain();
    const watch = `data:text/javascript,${encodeURIComponent(WATCH_PARENT)}`;
    this.#child = spawn(
      process.execPath,
      ["--import", watch, main, "kernel", "--config-path", connectionFile],
      { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "pipe"] },
    );
    this.#child.stderr?.on("data", (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString()).slice(-KEPT_STDERR_LENGTH);
    });
    this.#exited = new Promise((resolve) => {
      this.#child.on("error", (error) => {
        this.end(`the kernel cannot be started: ${error.message}`);
        resolve();
      });
      this.#child.on("close", (code, signal) => {
        this.end(`the kernel ended (${signal ?? `code ${code}`})`);
        resolve();
      });
    });
  }

  /** Why no more cells can run; empty while they can. */
  get ended(): string {
    return this.#ended;
  }

  /** Calls back once when the kernel can run no more cells. @returns a function that takes the wish back */
  onEnd(tell: () => void): () => void {
    this.#onEnd.add(tell);
    return () => this.#onEnd.delete(tell);
  }

  /** Gives the kernel up: kills it, and remembers the first reason. */
  end(why: string): void {
    this.#child.kill("SIGKILL");
    if (this.#ended) return;
    this.#ended = [why, this.#stderr.trim()].filter(Boolean).join("\n");
    for (const tell of this.#onEnd) tell();
  }

  /** Waits until the process is gone; kills it if it is not gone soon. */
  async gone(): Promise<void> {
    const timer = setTimeout(() => this.end("stopped"), STOP_TIMEOUT_MS);
    await this.#exited;
    clearTimeout(timer);
  }
}
