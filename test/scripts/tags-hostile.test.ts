/** `hyper tags` on texts that break software: every row gets a defined value in every column, and loses nothing. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { hasBit } from "../../lib/math/index.js";
import {
  buildTagMatrix,
  FEATURE_COLUMNS,
  LENGTH_MEASURES,
  MEASURES,
  readFeaturesFile,
  SCALAR_DIMENSIONS,
  SCALAR_VALUES,
  SIMILARITY_MEASURES,
  SUBJECTS,
  TAGS,
} from "../../lib/tags/index.js";
import { tagsCommand } from "../../scripts/hyper/tags.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import type { Outcome } from "./hyper.js";
import { runCommand } from "./run-command.js";

const at = temporaryFolder();

const PLAIN = "Paris lies on the Seine. It has been the capital of France since 987.";
const MILLION = 1_000_000;

const SMALL: Readonly<Record<string, string>> = {
  empty: "",
  "white space": " \n\t\u00a0",
  "one letter": "a",
  "only punctuation": "?! … ,,, — (((",
  "a lone high surrogate": "before \ud83d after",
  "a lone low surrogate": "\udc00",
  "surrogates in the wrong order": "\udc00\ud800 x",
  NUL: "a\0b\0",
  "control characters": "\x01\x02\x1b[31mred\x07\x7f\x85",
  emoji: "👩‍👩‍👧‍👦 🏳️‍🌈 🇫🇷 👍🏽",
  "combining marks": `Z${"\u0351\u0489".repeat(500)}algo e\u0301 \u0301`,
  "right to left": "مرحبا بالعالم. שלום עולם! \u202eevil\u202c",
  "zero width": "\u200b\u200d\ufeff",
  separators: "a\u2028b\u2029c\r\nd\re\vf",
  "HTML and script": `<script>alert("x")</script><div onclick='y()'>&lt;b&gt;&#0;</div><!-- -->`,
  "a prototype's names": "__proto__ constructor toString hasOwnProperty valueOf",
  JSON: '{"rouge": NaN, "a": [1e999, -0]}',
  "markers of turns": "Human: hi Assistant: [Turn 1] <|user|> [INST] <<SYS>>",
  "regular expressions": "(a+)+$ [a-z]*? \\d{1,999} $& $1 ^",
  "long words without spaces": "ab1".repeat(20_000),
  Chinese: "请用一百字描述北京的天气。".repeat(20),
  numbers: "0 -0 NaN Infinity 1e309 0x1F ½ ٣ 1,234,567.89",
  "quotes that never close": `"'“‘«`.repeat(2_000),
  "brackets that never close": "[({<".repeat(20_000),
  "new lines": "\n".repeat(50_000).concat("x"),
};
const HUGE: Readonly<Record<string, string>> = {
  "a megabyte of one letter": "x".repeat(MILLION),
  "a million equal words": "a ".repeat(MILLION),
  "many different words": Array.from({ length: 70_000 }, (_, i) => `w${i.toString(36)}`).join(" "),
  "a megabyte of spaces": `a${" ".repeat(MILLION)}b`,
  "much prose": `${PLAIN}\n`.repeat(5_000),
  "many capitals": "Aa Bb ".repeat(50_000),
  "many emoji": "👩‍🚀".repeat(50_000),
  "many tags": "<a href='".repeat(50_000),
  "many dates": "on 3 May 1999, ".repeat(20_000),
};

interface Row {
  readonly id: string;
  readonly prompt: string;
  readonly completion_a: string;
  readonly completion_b: string;
}
const row = (id: string, prompt: string, a: string, b: string): Row => ({
  ...{ id, prompt, completion_a: a, completion_b: b },
});

/** Each text as the prompt, as either response, and as both. */
function rowsOf(texts: Readonly<Record<string, string>>): Row[] {
  return Object.entries(texts).flatMap(([name, text]) => [
    row(`${name}: prompt`, text, PLAIN, "Rome."),
    row(`${name}: a`, "Name a city.", text, PLAIN),
    row(`${name}: b`, "Name a city.", PLAIN, text),
    row(`${name}: both`, "Name a city.", text, text),
  ]);
}

function write(rows: readonly object[]): void {
  writeFileSync(at("pairs.jsonl"), rows.map((one) => `${JSON.stringify(one)}\n`).join(""));
}

function tag(...words: string[]): Promise<Outcome> {
  return runCommand(tagsCommand(), "--preferences", at("pairs.jsonl"), "--out", at("out.jsonl"), ...words);
}

/** The result's rows as JSON, and as features. */
async function result() {
  const lines = readFileSync(at("out.jsonl"), "utf8").trimEnd().split("\n");
  return {
    lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    rows: (await readFeaturesFile(at("out.jsonl"))).rows,
  };
}

function expectDefined(value: Readonly<Record<string, unknown>>, id: string): void {
  for (const measure of SIMILARITY_MEASURES) {
    expect(value[measure], `${id}: ${measure}`).toBeTypeOf("number");
    expect(value[measure], `${id}: ${measure}`).toBeGreaterThanOrEqual(0);
    expect(value[measure], `${id}: ${measure}`).toBeLessThanOrEqual(1);
  }
  for (const measure of LENGTH_MEASURES) {
    expect(Number.isSafeInteger(value[measure]), `${id}: ${measure} is ${value[measure]}`).toBe(true);
    expect(value[measure], `${id}: ${measure}`).toBeGreaterThanOrEqual(0);
  }
  for (const dimension of SCALAR_DIMENSIONS) {
    expect(SCALAR_VALUES[dimension], `${id}: ${dimension}`).toContain(value[dimension]);
  }
  const subjects = value.subject_of_expertise as string[];
  expect(subjects.length, id).toBeLessThanOrEqual(3);
  for (const subject of subjects) expect(SUBJECTS, id).toContain(subject);
  for (const column of ["languages", "type_of_in_context_material", "format_constraints"]) {
    expect(Array.isArray(value[column]), `${id}: ${column}`).toBe(true);
  }
}

beforeEach(() => {
  vi.stubEnv("OPENAI_API_KEY", "");
  vi.stubEnv("OPENAI_BASE_URL", "");
});

describe("small hostile texts", () => {
  const rows = rowsOf(SMALL);

  test("every row keeps its fields and its place and gets a defined value in every column", async () => {
    write(rows);
    const { code, stderr } = await tag();
    expect(stderr).not.toContain("\x1b[31m");
    expect(code).toBe(0);
    const { lines, rows: features } = await result();
    expect(lines.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    for (const [i, line] of lines.entries()) {
      expect(line).toMatchObject(rows[i]!);
      expectDefined(line, rows[i]!.id);
      expect(FEATURE_COLUMNS.every((column) => Object.hasOwn(line, column))).toBe(true);
    }
    expect(features).toHaveLength(rows.length);
  });

  test("equal responses are as alike as can be, and swapped ones as alike as before", async () => {
    write(rows);
    await tag();
    const byId = new Map((await result()).lines.map((line) => [line.id as string, line]));
    for (const name of Object.keys(SMALL)) {
      const both = byId.get(`${name}: both`)!;
      expect(both, name).toMatchObject({ token_len_diff: 0, cosine_sim: 1, bertscore: 1, rouge: 1 });
      expect(both.len_shorter, name).toBe(both.len_longer);
      const [a, b] = [byId.get(`${name}: a`)!, byId.get(`${name}: b`)!];
      for (const measure of MEASURES) expect(a[measure], `${name}: ${measure}`).toBe(b[measure]);
    }
  });

  test("each row has one tag of every measure and every scalar", async () => {
    write(rows);
    await tag();
    const { rows: features } = await result();
    const { matrix } = buildTagMatrix(
      features.map(({ id }) => id),
      features.map((one) => one.features),
    );
    const tagsOf = (i: number) => TAGS.filter((_, column) => hasBit(matrix.columns[column]!, i));
    for (const [i, { id }] of features.entries()) {
      const tags = tagsOf(i);
      expect(tags.filter(({ kind }) => kind === "measure").length, id).toBe(MEASURES.length);
      expect(tags.filter(({ kind }) => kind === "scalar").length, id).toBe(SCALAR_DIMENSIONS.length);
    }
  });

  test("one worker, two, and two shards put together give the same bytes", async () => {
    // Fewer than some 150 rows are done without workers.
    write([...rows, ...rows.map((one) => ({ ...one, id: `${one.id}, again` }))]);
    const bytes = async (out: string, ...words: string[]): Promise<Buffer> => {
      expect((await tag("--no-cache", "--out", at(out), ...words)).code).toBe(0);
      return readFileSync(at(out));
    };
    const alone = await bytes("1.jsonl", "--workers", "1");
    expect((await bytes("2.jsonl", "--workers", "2")).equals(alone)).toBe(true);
    await bytes("a.jsonl", "--shard", "1/2", "--workers", "1");
    await bytes("b.jsonl", "--shard", "2/2", "--workers", "1");
    const shards = ["--shards", at("a.jsonl"), at("b.jsonl"), "--out", at("merged.jsonl")];
    expect((await runCommand(tagsCommand(), "merge", ...shards)).code).toBe(0);
    expect(readFileSync(at("merged.jsonl")).equals(alone)).toBe(true);
  });
});

test("huge texts are tagged like any other", async () => {
  const texts = Object.values(HUGE);
  const same = HUGE["a million equal words"]!;
  write([
    ...Object.entries(HUGE).map(([name, text], i) => row(name, text, text, texts[(i + 1) % texts.length]!)),
    row("both", "Name a city.", same, same),
  ]);
  expect((await tag()).code).toBe(0);
  const { lines } = await result();
  expect(lines).toHaveLength(texts.length + 1);
  for (const line of lines) expectDefined(line, line.id as string);
  expect(lines.at(-1)).toMatchObject({ token_len_diff: 0, cosine_sim: 1, bertscore: 1, rouge: 1 });
}, 300_000);

test("a row without one of its texts is refused by its line, or passed over with --skip-bad", async () => {
  const { completion_a: _, ...cut } = row("cut", "Name a city.", PLAIN, "Rome.");
  write([row("fine", "", "", ""), cut, { ...row("null", "x", PLAIN, "Rome."), prompt: null }]);
  const refused = await tag();
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("pairs.jsonl:2");
  expect(refused.stderr).toContain("pairs.jsonl:3");
  expect(existsSync(at("out.jsonl"))).toBe(false);
  expect((await tag("--skip-bad")).code).toBe(0);
  expect((await result()).lines.map(({ id }) => id)).toEqual(["fine"]);
});
