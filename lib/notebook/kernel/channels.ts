/** The two channels of a kernel that running cells needs: shell for requests and replies, iopub for outputs. */
import type { Dealer, Subscriber } from "zeromq";
import type { JsonObject } from "../../base/index.js";
import { address, type Endpoint } from "./endpoint.js";
import { type Message, Wire } from "./wire.js";

export type ChannelName = "shell" | "iopub";

export class Channels {
  /** Called for each message, in the order of its channel. */
  onMessage: (channel: ChannelName, message: Message) => void = () => {};
  readonly #wire: Wire;
  readonly #shell: Dealer;
  readonly #iopub: Subscriber;

  private constructor(key: string, shell: Dealer, iopub: Subscriber) {
    this.#wire = new Wire(key);
    this.#shell = shell;
    this.#iopub = iopub;
  }

  /** @param onError called when a channel breaks or a message cannot be understood */
  static async open(endpoint: Endpoint, key: string, onError: (message: string) => void): Promise<Channels> {
    const { Dealer, Subscriber } = await import("zeromq");
    const shell = new Dealer({ linger: 0 });
    // Without a limit: a cell may print faster than this process reads.
    const iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
    shell.connect(address(endpoint, endpoint.shell_port));
    iopub.connect(address(endpoint, endpoint.iopub_port));
    iopub.subscribe();
    const channels = new Channels(key, shell, iopub);
    for (const [name, socket] of [
      ["shell", shell],
      ["iopub", iopub],
    ] as const) {
      channels.#listen(name, socket).catch((error: unknown) => onError(String(error)));
    }
    return channels;
  }

  async #listen(name: ChannelName, socket: Dealer | Subscriber): Promise<void> {
    for await (const frames of socket) this.onMessage(name, this.#wire.decode(frames));
  }

  /** Sends a request on the shell channel. @returns its id */
  async send(type: string, content: JsonObject): Promise<string> {
    const { id, frames } = this.#wire.encode(type, content);
    await this.#shell.send(frames);
    return id;
  }

  close(): void {
    this.#shell.close();
    this.#iopub.close();
  }
}
