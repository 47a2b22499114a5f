/**
 * Jupyter's wire protocol, version 5.3: signed messages in frames.
 * Source: https://jupyter-client.readthedocs.io/en/stable/messaging.html
 */
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import type { JsonObject } from "../../base/index.js";

/** Stands between routing frames and the message. */
const DELIMITER = "<IDS|MSG>";
const PROTOCOL_VERSION = "5.3";

/** A message as it came in. */
export interface Message {
  readonly type: string;
  /** The request it answers; empty where there is none. */
  readonly parentId: string;
  readonly content: JsonObject;
}

/** One side of a conversation: signs what goes out, checks what comes in. */
export class Wire {
  readonly #key: string;
  readonly #session = randomUUID();

  constructor(key: string) {
    this.#key = key;
  }

  /** @returns the frames to send, and the id that answers will name */
  encode(type: string, content: JsonObject): { readonly id: string; readonly frames: string[] } {
    const id = randomUUID();
    const header = {
      msg_id: id,
      session: this.#session,
      username: "hyper",
      date: new Date().toISOString(),
      msg_type: type,
      version: PROTOCOL_VERSION,
    };
    const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
    return { id, frames: [DELIMITER, this.#sign(parts), ...parts] };
  }

  /** @throws {Error} on a message that is cut short or not signed with the key */
  decode(frames: readonly Buffer[]): Message {
    const start = frames.findIndex((frame) => frame.toString() === DELIMITER) + 1;
    const signature = frames[start];
    const parts = frames.slice(start + 1, start + 5);
    if (start === 0 || !signature || parts.length < 4) throw new Error("Jupyter message: frames are missing");
    const expected = Buffer.from(this.#sign(parts));
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
      throw new Error("Jupyter message: the signature is wrong");
    }
    const [header, parent, , content] = parts.map((part) => JSON.parse(part.toString()) as JsonObject);
    return {
      type: String(header?.msg_type),
      parentId: typeof parent?.msg_id === "string" ? parent.msg_id : "",
      content: content ?? {},
    };
  }

  #sign(parts: readonly (string | Buffer)[]): string {
    const mac = createHmac("sha256", this.#key);
    for (const part of parts) mac.update(part);
    return mac.digest("hex");
  }
}
