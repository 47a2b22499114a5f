import { describe, expect, test } from "vitest";
import { createRng, type Json, type JsonObject, type Rng } from "../../lib/base/index.js";
import { appendMembers, removeMembers } from "../../lib/tags/extraction/splice.js";

const append = (row: string, members: string): string =>
  Buffer.concat([...appendMembers(Buffer.from(row), members)]).toString("utf8");

/** Any JSON, with the signs that a careless scanner stumbles over. */
function anyJson(rng: Rng, depth: number): Json {
  const kind = rng.int(depth > 3 ? 4 : 6);
  if (kind === 0) return null;
  if (kind === 1) return rng.int(1000) / 8;
  if (kind < 4)
    return Array.from({ length: rng.int(6) }, () =>
      rng.pick(['"', "\\", "{", "}", ",", ":", "a", "é", "\n"]),
    ).join("");
  if (kind === 4) return Array.from({ length: rng.int(4) }, () => anyJson(rng, depth + 1));
  return anyObject(rng, depth + 1);
}

function anyObject(rng: Rng, depth: number): JsonObject {
  return Object.fromEntries(
    Array.from({ length: rng.int(4) }, () => [rng.pick(["a", "b", 'c"', "d\\", "{"]), anyJson(rng, depth)]),
  );
}

describe("removeMembers", () => {
  test("takes out what JSON.parse and delete take out, whatever the row holds and however it is spaced", () => {
    const rng = createRng(11).fork("splice");
    for (let i = 0; i < 500; i++) {
      const row = {
        ...anyObject(rng, 0),
        gone: anyJson(rng, 0),
        ...anyObject(rng, 0),
        'go"ne': anyJson(rng, 0),
      };
      const { gone: _, 'go"ne': __, ...rest } = row;
      for (const space of [undefined, 1]) {
        const text = ` ${JSON.stringify(row, null, space)} `.replaceAll(/\n/g, " ");
        expect(JSON.parse(removeMembers(text, new Set(["gone", 'go"ne'])))).toEqual(rest);
        expect(removeMembers(text, new Set(["absent"]))).toBe(text);
      }
    }
  });

  test("takes back what was appended, to the letter", () => {
    for (const row of ['{"a":1}', '{ "a" : 1 , "b":[ 2 ]  }', '{"a":1,\t"b":{ } }']) {
      for (const members of ['"x":1', '"x":{"a":2},"y":"}"']) {
        expect(removeMembers(append(row, members), new Set(["x", "y"]))).toBe(row);
      }
    }
  });

  test("leaves every other character: digits, escapes, repeated names", () => {
    const row = String.raw`{"n":12345678901234567890.10,"gone":[1,{"gone":2}],"t":"\u00e9\/","t":1E2}`;
    expect(removeMembers(row, new Set(["gone"]))).toBe(
      String.raw`{"n":12345678901234567890.10,"t":"\u00e9\/","t":1E2}`,
    );
    expect(removeMembers('{"gone":1,"gone":2}', new Set(["gone"]))).toBe("{}");
    expect(removeMembers(String.raw`{"\u0067one":1,"a":2}`, new Set(["gone"]))).toBe('{"a":2}');
  });

  test("takes megabytes of quotes and backslashes", () => {
    const row = JSON.stringify({ text: '\\"'.repeat(500_000), gone: "\\".repeat(500_000), end: 1 });
    expect(JSON.parse(removeMembers(row, new Set(["gone", "text"])))).toEqual({ end: 1 });
  });
});

describe("appendMembers", () => {
  test("adds behind the last member, and nothing else changes", () => {
    expect(append('{"a":{"b":1}}', '"c":2')).toBe('{"a":{"b":1},"c":2}');
    expect(append('{"a":"}" }  ', '"c":2')).toBe('{"a":"}" ,"c":2}');
    expect(append('{"a":1} ', "")).toBe('{"a":1} ');
  });
});
