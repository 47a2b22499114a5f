import { describe, expect, test } from "vitest";
import { cellErrorFrom } from "../../lib/notebook/kernel/cell-error.js";
import { OutputCollector } from "../../lib/notebook/kernel/outputs.js";
import { Wire } from "../../lib/notebook/kernel/wire.js";

describe("the wire protocol", () => {
  const frames = (key: string): Buffer[] => {
    const { frames } = new Wire(key).encode("execute_request", { code: "ü < 1" });
    return [Buffer.from("route"), ...frames.map((frame) => Buffer.from(frame))];
  };

  test("what one side encodes the other reads, after any routing frames", () => {
    expect(new Wire("k").decode(frames("k"))).toEqual({
      type: "execute_request",
      parentId: "",
      content: { code: "ü < 1" },
    });
  });

  test("the signature is HMAC-SHA256 over the four parts", () => {
    // RFC 4231's key and text, spread over four frames.
    const parts = ["what do ya want ", "for ", "nothing", "?"];
    const signature = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    const message = ["<IDS|MSG>", signature, ...parts].map((frame) => Buffer.from(frame));
    // It passes the check of the signature, and only then fails to be JSON.
    expect(() => new Wire("Jefe").decode(message)).toThrow(SyntaxError);
    expect(() => new Wire("jefe").decode(message)).toThrow(/signature is wrong/);
  });

  test("messages that are changed or cut short are refused", () => {
    const changed = frames("k").with(-1, Buffer.from('{"code":"2"}'));
    expect(() => new Wire("k").decode(changed)).toThrow(/signature is wrong/);
    expect(() => new Wire("k").decode(frames("k").slice(0, 5))).toThrow(/frames are missing/);
    expect(() => new Wire("k").decode([Buffer.from("noise")])).toThrow(/frames are missing/);
  });
});

describe("OutputCollector", () => {
  const collect = (...messages: [type: string, content: Record<string, never> | object][]) => {
    const collector = new OutputCollector();
    for (const [type, content] of messages) collector.add({ type, parentId: "", content: content as never });
    return collector;
  };

  test("joins what follows on the same stream, and keeps the order of streams and displays", () => {
    const outputs = collect(
      ["stream", { name: "stdout", text: "a" }],
      ["stream", { name: "stdout", text: "b\nc" }],
      ["stream", { name: "stderr", text: "d" }],
      ["display_data", { data: { "text/html": "<b>\n</b>", "image/png": "x\ny" }, metadata: {} }],
      ["stream", { name: "stdout", text: "e" }],
    ).toDisk();
    expect(outputs).toEqual([
      { output_type: "stream", name: "stdout", text: ["ab\n", "c"] },
      { output_type: "stream", name: "stderr", text: ["d"] },
      {
        output_type: "display_data",
        data: { "image/png": "x\ny", "text/html": ["<b>\n", "</b>"] },
        metadata: {},
      },
      { output_type: "stream", name: "stdout", text: ["e"] },
    ]);
  });

  test("an update replaces the display with its id, and no other", () => {
    const display = (text: string, id: string) => ({
      data: { "text/plain": text },
      metadata: {},
      transient: { display_id: id },
    });
    const outputs = collect(
      ["display_data", display("1", "a")],
      ["display_data", display("2", "b")],
      ["update_display_data", display("3", "a")],
      ["update_display_data", display("4", "unknown")],
    ).toDisk();
    expect(outputs.map((output) => "data" in output && output.data["text/plain"])).toEqual([["3"], ["2"]]);
  });
});

describe("cellErrorFrom", () => {
  test("finds the thrown error below the code that threw it, colours or not", () => {
    const text =
      "evalmachine:2\nthrow x;\n^\n\n\u001b[31mTypeError: broken: twice\u001b[39m\n    at evalmachine:2\n";
    expect(cellErrorFrom(text)).toEqual({ name: "TypeError", message: "broken: twice" });
  });

  test("reads compile errors, error codes, and anything else by its first line", () => {
    expect(cellErrorFrom("1:7 - Type 'number' is not assignable")).toEqual({
      name: "CompileError",
      message: "1:7 - Type 'number' is not assignable",
    });
    expect(cellErrorFrom("Error [ERR_X]: no\n")).toEqual({ name: "Error", message: "no" });
    expect(cellErrorFrom("something else\nmore")).toEqual({ name: "Error", message: "something else" });
    expect(cellErrorFrom("")).toEqual({ name: "Error", message: "the cell failed and said nothing" });
  });
});
