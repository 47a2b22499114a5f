import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../lib/base/index.js";
import {
  MAX_LINE_BYTES,
  type ParsedRow,
  ReadLog,
  readJsonLines,
  streamJsonLines,
} from "../../lib/datasets/index.js";
import { badInput, lines, temporaryFolder } from "./files.js";

const { folder, write } = temporaryFolder();

function parseAny(row: JsonObject): ParsedRow<JsonObject> {
  return { id: typeof row.id === "string" ? row.id : undefined, value: row, problems: [] };
}

describe("lines", () => {
  test.each([
    ["LF", '{"n":1}\n{"n":2}\n'],
    ["CRLF", '{"n":1}\r\n{"n":2}\r\n'],
    ["no newline at the end", '{"n":1}\n{"n":2}'],
    ["a byte-order mark", '\ufeff{"n":1}\n{"n":2}\n'],
    ["blank lines", '\n  \n{"n":1}\r\n\r\n{"n":2}\n\n'],
    ["a byte-order mark alone on the first line", '\ufeff\r\n{"n":1}\n{"n":2}'],
  ])("%s gives the same rows, plain and gzip", async (name, text) => {
    const plain = write(`${name}.jsonl`, text);
    const zipped = write(`${name}.jsonl.gz`, gzipSync(text));
    for (const path of [plain, zipped]) {
      expect((await readJsonLines(path, parseAny)).rows).toEqual([{ n: 1 }, { n: 2 }]);
    }
  });

  test("a line is cut only at LF, not at U+2028 or an escaped newline", async () => {
    const path = write("separators.jsonl", '{"a":"x\u2028y\\nz"}\n');
    expect((await readJsonLines(path, parseAny)).rows).toEqual([{ a: "x\u2028y\nz" }]);
  });

  test("rows and characters that straddle chunks are read whole", async () => {
    const rows = Array.from({ length: 7000 }, (_, n) => ({ id: `${n}`, text: "åß∂ƒ🙂".repeat(n % 97) }));
    const text = lines(...rows);
    expect(Buffer.byteLength(text)).toBeGreaterThan(3 << 20);
    expect((await readJsonLines(write("chunks.jsonl", text), parseAny)).rows).toEqual(rows);
    expect((await readJsonLines(write("chunks.jsonl.gz", gzipSync(text)), parseAny)).rows).toEqual(rows);
  });

  test("gzip without .gz in its name and gzip in several members are read", async () => {
    const path = write("members", Buffer.concat([gzipSync('{"n":1}\n{"n"'), gzipSync(":2}\n")]));
    expect((await readJsonLines(path, parseAny)).rows).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test("a line over 64 MB is a problem, and the lines after it are still checked", async () => {
    expect(MAX_LINE_BYTES).toBe(64_000_000);
    const long = Buffer.alloc(MAX_LINE_BYTES + 1, "x");
    const path = write(
      "long.jsonl.gz",
      gzipSync(Buffer.concat([long, Buffer.from('\n{"n":1}\n?\n')]), { level: 1 }),
    );
    const result = await readJsonLines(path, parseAny, { skipBad: true });
    expect(result.rows).toEqual([{ n: 1 }]);
    expect(result.problems).toEqual([
      expect.objectContaining({ place: `${path}:1`, value: "64000001 bytes" }),
      expect.objectContaining({ place: `${path}:3`, value: "?" }),
    ]);
  });

  test("the limit counts bytes, at the line's end and across chunks alike", async () => {
    for (const [text, good] of [
      ['{"p":"é"}', 1],
      ['{"p":"éa"}', 0],
      ['{"p":"é"}\r', 1],
      ['{"p":"éa"}\r', 0],
    ] as const) {
      const path = write("limit.jsonl", `${text}\n{}\n`);
      const { rows } = await readJsonLines(path, parseAny, { skipBad: true, maxLineBytes: 10 });
      expect(rows).toHaveLength(good + 1);
    }
  });
});

describe("bad lines", () => {
  test("every problem of a file is in one error, with its line", async () => {
    const content = Buffer.concat([
      Buffer.from('{"id":"a"}\n{"id":"b"\n[1]\nnull\n"text"\n'),
      Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d, 0x0a]),
      Buffer.from('{"v": NaN}\n{"id":"a"}\n{"v":1e999}\n{"ok":1}\n'),
    ]);
    const path = write("bad.jsonl", content);
    const error = await badInput(readJsonLines(path, parseAny));
    expect(error.problems.map(({ place }) => Number(place.slice(path.length + 1)))).toEqual([
      2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect(error.problems.map(({ rule }) => rule)).toEqual([
      expect.stringContaining("not JSON"),
      "a line must be one JSON object",
      "a line must be one JSON object",
      "a line must be one JSON object",
      "a line must be valid UTF-8",
      expect.stringContaining("not JSON"),
      `an id may occur once; first at ${path}:1`,
      expect.stringContaining("range of a 64-bit float"),
    ]);
    expect(error.problems[0]?.remedy).toContain("cut off");
    expect(error.problems[5]?.remedy).toContain("null");
    expect(error.message).toContain("8 problems:");
  });

  test.each([
    ["a lone continuation byte", [0x80]],
    ["an overlong form", [0xc0, 0xaf]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
    ["a cut sequence", [0xe2, 0x82]],
    ["beyond U+10FFFF", [0xf4, 0x90, 0x80, 0x80]],
  ])("%s is not UTF-8", async (name, bytes) => {
    const path = write(
      `${name}.jsonl`,
      Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')]),
    );
    expect((await badInput(readJsonLines(path, parseAny))).message).toContain("valid UTF-8");
  });

  test("a true U+FFFD in the text is no problem", async () => {
    const path = write("replacement.jsonl", '{"a":"\ufffd"}\n');
    expect((await readJsonLines(path, parseAny)).rows).toEqual([{ a: "\ufffd" }]);
  });

  test("nesting without end is a problem, not a crash", async () => {
    const deep = 200_000;
    const path = write("deep.jsonl", `{"a":${"[".repeat(deep)}${"]".repeat(deep)}}\n`);
    expect((await badInput(readJsonLines(path, parseAny))).message).toContain("nested 100 deep at most");
  });

  test("20 problems are shown, all are counted, and 10,000 are kept", async () => {
    const path = write("many.jsonl", "?\n".repeat(25_000));
    const error = await badInput(readJsonLines(path, parseAny));
    expect(error.count).toBe(25_000);
    expect(error.problems).toHaveLength(10_000);
    expect(error.message.split("\n")).toHaveLength(22);
    expect(error.message).toContain("… and 24980 more");
  });

  test("a problem keeps a short excerpt of a long value", async () => {
    const path = write("value.jsonl", `${"y".repeat(100_000)}\n`);
    const error = await badInput(readJsonLines(path, parseAny));
    expect(error.problems[0]?.value).toBe(`${"y".repeat(50)}… (100000 characters)`);
  });

  test("skipBad keeps the good rows and says how many lines it dropped and why", async () => {
    const path = write("skip.jsonl", '{"id":"a"}\nbad\n{"id":"a"}\n{"id":"b"}\n');
    const result = await readJsonLines(path, parseAny, { skipBad: true });
    expect(result.rows).toEqual([{ id: "a" }, { id: "b" }]);
    expect(result.skipped).toBe(2);
    expect(result.problems.map(({ place }) => place)).toEqual([`${path}:2`, `${path}:3`]);
  });

  test("skipBad does not make an input of nothing: with no good line it is bad input", async () => {
    const error = await badInput(
      readJsonLines(write("all-bad.jsonl", "?\n!\n"), parseAny, { skipBad: true }),
    );
    expect(error.count).toBe(3);
    expect(error.message).toContain("not one line can be used");
  });

  test("a line dropped for another reason does not use up its id, but a strict reader reports both", async () => {
    const picky = (row: JsonObject, place: string): ParsedRow<JsonObject> =>
      row.bad === true
        ? { id: String(row.id), problems: [{ place, rule: "bad" }] }
        : { id: String(row.id), value: row, problems: [] };
    const path = write("used.jsonl", '{"id":"a","bad":true}\n{"id":"a"}\n');
    expect((await readJsonLines(path, picky, { skipBad: true })).rows).toEqual([{ id: "a" }]);
    expect((await badInput(readJsonLines(path, picky))).count).toBe(2);
  });

  test("ids must differ across the files of one input", async () => {
    const first = write("first.jsonl", lines({ id: "a" }, { id: "b" }));
    const second = write("second.jsonl", lines({ id: "c" }, { id: "b" }));
    const error = await badInput(readJsonLines([first, second], parseAny));
    expect(error.problems).toEqual([
      expect.objectContaining({
        place: `${second}:2`,
        value: "b",
        rule: `an id may occur once; first at ${first}:2`,
      }),
    ]);
  });
});

describe("unusable files", () => {
  const text = lines(...Array.from({ length: 500 }, (_, n) => ({ n, noise: Math.sin(n) })));
  const zipped = gzipSync(text);

  test.each([
    ["empty", ""],
    ["blank", "\n \r\n\n"],
    ["mark", "\ufeff"],
  ])("an empty file is bad input, with skipBad too (%s)", async (name, content) => {
    const path = write(`empty-${name}.jsonl`, content);
    for (const skipBad of [false, true]) {
      const error = await badInput(readJsonLines(path, parseAny, { skipBad }));
      expect(error.problems).toEqual([expect.objectContaining({ place: path, rule: "the file is empty" })]);
    }
  });

  test.each([1, 5, 11, 200, zipped.length - 9, zipped.length - 1])(
    "a gzip file cut after %i bytes is truncated",
    async (bytes) => {
      const path = write("cut.jsonl.gz", zipped.subarray(0, bytes));
      for (const skipBad of [false, true]) {
        const error = await badInput(readJsonLines(path, parseAny, { skipBad }));
        // One problem: the line on which the stream breaks off is not also called unreadable.
        expect(error.problems).toEqual([
          expect.objectContaining({ place: path, rule: "the gzip stream is truncated" }),
        ]);
      }
    },
  );

  test("a gzip file with a changed byte, and a .gz that is no gzip, are not sound", async () => {
    const changed = Buffer.from(zipped);
    changed[changed.length - 6]! ^= 0x55;
    for (const content of [changed, Buffer.from(text)]) {
      const error = await badInput(readJsonLines(write("corrupt.jsonl.gz", content), parseAny));
      expect(error.message).toContain("not a sound gzip stream");
    }
  });

  test("a missing file and a folder are each one clear problem", async () => {
    const missing = await badInput(readJsonLines(`${folder}/none.jsonl`, parseAny));
    expect(missing.message).toBe(`${folder}/none.jsonl: the file does not exist; check the path`);
    expect((await badInput(readJsonLines(folder, parseAny))).message).toContain("this is a folder");
  });

  test("problems before the break are listed too", async () => {
    const bad = gzipSync(`nonsense\n${lines({ pad: "x".repeat(3 << 20) })}${text}`);
    const path = write("both.jsonl.gz", bad.subarray(0, bad.length - 1));
    const error = await badInput(readJsonLines(path, parseAny));
    expect(error.problems.map(({ rule }) => rule)).toEqual([
      expect.stringContaining("not JSON"),
      "the gzip stream is truncated",
    ]);
  });
});

describe("streaming", () => {
  test("rows come one by one, and the problems at the end", async () => {
    const path = write("stream.jsonl", '{"n":1}\n?\n{"n":2}\n');
    const seen: JsonObject[] = [];
    const reading = (async () => {
      for await (const row of streamJsonLines(path, parseAny)) seen.push(row);
    })();
    expect((await badInput(reading)).count).toBe(1);
    expect(seen).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test("with skipBad a log given by the caller holds the problems", async () => {
    const path = write("log.jsonl", '{"n":1}\n?\n{"n":2}\n');
    const log = new ReadLog();
    const seen: JsonObject[] = [];
    for await (const row of streamJsonLines(path, parseAny, { skipBad: true, log })) seen.push(row);
    expect(seen).toHaveLength(2);
    expect([log.badLines, log.problemCount]).toEqual([1, 1]);
  });

  test("a reader may stop early", async () => {
    const path = write("early.jsonl", '{"n":1}\n?\n');
    for await (const row of streamJsonLines(path, parseAny)) {
      expect(row).toEqual({ n: 1 });
      break;
    }
  });
});
