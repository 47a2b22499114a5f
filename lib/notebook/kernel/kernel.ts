/** A tslab kernel: start, run cells, stop. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { CellOutput } from "../notebook-file.js";
import { cellErrorFrom } from "./cell-error.js";
import { type ChannelName, Channels } from "./channels.js";
import { chooseEndpoint } from "./endpoint.js";
import { OutputCollector } from "./outputs.js";
import { type KernelOptions, KernelProcess } from "./process.js";
import type { Message } from "./wire.js";

export interface CellFailure {
  /** `TypeError`, `CompileError`, `KernelError` … */
  readonly name: string;
  readonly message: string;
  /** All that was said about it. */
  readonly detail: string;
}

export interface CellResult {
  readonly executionCount: number | null;
  readonly outputs: readonly CellOutput[];
  /** Absent when the cell succeeded. */
  readonly failure?: CellFailure;
}

const START_TIMEOUT_MS = 60_000;

export class Kernel {
  readonly #folder: string;
  readonly #process: KernelProcess;
  readonly #channels: Channels;

  private constructor(folder: string, process: KernelProcess, channels: Channels) {
    this.#folder = folder;
    this.#process = process;
    this.#channels = channels;
  }

  /** Starts a kernel and waits until it answers (about two seconds). @throws {Error} if it does not */
  static async start(options: KernelOptions): Promise<Kernel> {
    const folder = mkdtempSync(join(tmpdir(), "hyper-"));
    const key = randomUUID();
    const endpoint = await chooseEndpoint(folder);
    const connectionFile = join(folder, "connection.json");
    const secret = { key, signature_scheme: "hmac-sha256", kernel_name: "tslab" };
    writeFileSync(connectionFile, JSON.stringify({ ...endpoint, ...secret }), { mode: 0o600 });
    const process = new KernelProcess(connectionFile, options);
    const channels = await Channels.open(endpoint, key, (error) =>
      process.end(`the kernel's messages: ${error}`),
    );
    const kernel = new Kernel(folder, process, channels);
    try {
      await kernel.#untilHeard();
      return kernel;
    } catch (error) {
      await kernel.stop();
      throw error;
    }
  }

  /** What a publisher sends before a subscription has landed is lost: ask until an answer comes. */
  async #untilHeard(): Promise<void> {
    let heard = false;
    this.#channels.onMessage = (channel) => {
      heard ||= channel === "iopub";
    };
    for (const deadline = Date.now() + START_TIMEOUT_MS; !heard; await sleep(100)) {
      if (Date.now() > deadline)
        this.#process.end(`the kernel gave no answer in ${START_TIMEOUT_MS / 1000} s`);
      if (this.#process.ended) throw new Error(this.#process.ended);
      await this.#channels.send("kernel_info_request", {});
    }
  }

  /**
   * Runs one cell. A cell that takes longer than the limit fails, and takes the kernel with it.
   * @param onStream hears what the cell prints, as it prints
   */
  async execute(
    code: string,
    timeoutS: number,
    onStream?: (name: string, text: string) => void,
  ): Promise<CellResult> {
    const collector = new OutputCollector(onStream);
    const timer = setTimeout(
      () => this.#process.end(`the cell took longer than ${timeoutS} s`),
      timeoutS * 1000,
    );
    try {
      return resultOf(await this.#converse(code, collector), collector, this.#process.ended);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Resolves when both the reply and the word that the kernel is idle have come; undefined if it ended. */
  async #converse(code: string, collector: OutputCollector): Promise<Message | undefined> {
    if (this.#process.ended) return undefined;
    let forget = (): void => {};
    const ended = new Promise<undefined>((resolve) => {
      forget = this.#process.onEnd(() => resolve(undefined));
    });
    const early: (readonly [ChannelName, Message])[] = [];
    // The first answer may come before the request's id is known here.
    this.#channels.onMessage = (...message) => early.push(message);
    const requestId = await this.#channels.send("execute_request", {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: true,
    });
    const answered = new Promise<Message>((resolve) => {
      let reply: Message | undefined;
      let idle = false;
      const take = (channel: ChannelName, message: Message): void => {
        if (message.parentId !== requestId) return;
        if (channel === "shell") reply = message;
        else if (message.type === "status") idle ||= message.content.execution_state === "idle";
        else collector.add(message);
        if (reply && idle) resolve(reply);
      };
      this.#channels.onMessage = take;
      for (const message of early) take(...message);
    });
    const reply = await Promise.race([answered, ended]);
    forget();
    return reply;
  }

  /** Asks the kernel to end, kills it if it does not, and cleans up. */
  async stop(): Promise<void> {
    if (!this.#process.ended) await this.#channels.send("shutdown_request", { restart: false });
    await this.#process.gone();
    this.#channels.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function resultOf(reply: Message | undefined, collector: OutputCollector, ended: string): CellResult {
  const count = reply?.content.execution_count;
  const executionCount = typeof count === "number" ? count : null;
  if (reply?.content.status === "ok") return { executionCount, outputs: collector.toDisk() };
  const failure = failureOf(reply, collector.standardError, ended);
  collector.addError(failure.name, failure.message, [`${failure.name}: ${failure.message}`]);
  return { executionCount, outputs: collector.toDisk(), failure };
}

function failureOf(reply: Message | undefined, standardError: string, ended: string): CellFailure {
  if (!reply) return { name: "KernelError", message: ended, detail: ended };
  // tslab drops what is asked in the 0.2 s after a failure, as if it had been queued before it.
  if (reply.content.status !== "error") {
    return { name: "KernelError", message: "not run: a cell before it has just failed", detail: "" };
  }
  return { ...cellErrorFrom(standardError), detail: standardError };
}
