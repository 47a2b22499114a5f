/** Collects a cell's outputs from the kernel's messages, in nbformat's shape. */
import { isJsonObject, type Json, type JsonObject } from "../../base/index.js";
import { type CellOutput, joinLines, splitLines } from "../notebook-file.js";
import type { Message } from "./wire.js";

export class OutputCollector {
  readonly #outputs: CellOutput[] = [];
  /** Places of the outputs that carry a display id. */
  readonly #placesById = new Map<string, number[]>();
  readonly #onStream: (name: string, text: string) => void;

  /** @param onStream hears standard output and standard error as they come */
  constructor(onStream: (name: string, text: string) => void = () => {}) {
    this.#onStream = onStream;
  }

  /** Takes a message of the iopub channel; other types than outputs are ignored. */
  add({ type, content }: Message): void {
    switch (type) {
      case "stream":
        this.#addStream(String(content.name), String(content.text));
        break;
      case "display_data":
        this.#addDisplay({ output_type: "display_data", ...bundle(content) }, content);
        break;
      case "execute_result": {
        const execution_count = typeof content.execution_count === "number" ? content.execution_count : null;
        this.#addDisplay({ output_type: "execute_result", ...bundle(content), execution_count }, content);
        break;
      }
      case "update_display_data":
        for (const place of this.#placesById.get(displayId(content) ?? "") ?? []) {
          const before = this.#outputs[place]!;
          if ("data" in before) this.#outputs[place] = { ...before, ...bundle(content) };
        }
        break;
      case "error":
        this.addError(String(content.ename), String(content.evalue), strings(content.traceback));
        break;
    }
  }

  addError(ename: string, evalue: string, traceback: readonly string[]): void {
    this.#outputs.push({ output_type: "error", ename, evalue, traceback });
  }

  /** Everything written to standard error so far. */
  get standardError(): string {
    return this.#outputs
      .map((output) =>
        output.output_type === "stream" && output.name === "stderr" ? joinLines(output.text) : "",
      )
      .join("");
  }

  /** The outputs as a file stores them: long texts as lists of lines. */
  toDisk(): CellOutput[] {
    return this.#outputs.map((output) => {
      if (output.output_type === "stream") return { ...output, text: splitLines(joinLines(output.text)) };
      return "data" in output ? { ...output, data: dataToDisk(output.data) } : output;
    });
  }

  #addStream(name: string, text: string): void {
    this.#onStream(name, text);
    const last = this.#outputs.at(-1);
    if (last?.output_type === "stream" && last.name === name) {
      this.#outputs[this.#outputs.length - 1] = { ...last, text: joinLines(last.text) + text };
    } else this.#outputs.push({ output_type: "stream", name, text });
  }

  #addDisplay(output: CellOutput, content: JsonObject): void {
    const id = displayId(content);
    if (id !== undefined)
      this.#placesById.set(id, [...(this.#placesById.get(id) ?? []), this.#outputs.length]);
    this.#outputs.push(output);
  }
}

function bundle(content: JsonObject): { data: JsonObject; metadata: JsonObject } {
  const object = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
  return { data: object(content.data), metadata: object(content.metadata) };
}

function displayId({ transient }: JsonObject): string | undefined {
  return isJsonObject(transient) && typeof transient.display_id === "string"
    ? transient.display_id
    : undefined;
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

const TEXT_TYPE = /^text\/|\+xml$|\/javascript$/;

function dataToDisk(data: JsonObject): JsonObject {
  const sorted = Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([type, value]) => [
      type,
      typeof value === "string" && TEXT_TYPE.test(type) ? splitLines(value) : value,
    ]),
  );
}
