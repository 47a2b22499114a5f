/** `hyper tags --analyzer lm` as a user meets it, against a server of our own. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type LmServer, type LmServerOptions, startLmServer } from "../../lib/lm/index.js";
import { lmAnalyzerId, readFeaturesFile } from "../../lib/tags/index.js";
import { tagsCommand } from "../../scripts/hyper/tags.js";
import { runWithKills } from "../annotate/lm-kills.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { texts, truthful, truthOf } from "../tags/lm-analyses.js";
import type { Outcome } from "./hyper.js";
import { runCommand } from "./run-command.js";

const at = temporaryFolder();
const KEY = "sk-tags-5b0cSECRETbead";
let server: LmServer | null = null;

beforeEach(() => {
  vi.stubEnv("OPENAI_API_KEY", KEY);
  vi.stubEnv("OPENAI_BASE_URL", "");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.close();
  server = null;
});

async function serve(options: Partial<LmServerOptions> = {}): Promise<void> {
  await server?.close();
  server = await startLmServer({ answer: truthful, ...options });
}

/** Two pairs a prompt, as MultiPref has them. */
function writePairs(promptCount: number): string[] {
  const prompts = texts(promptCount).flatMap((text) => [text, text]);
  const rows = prompts.map((prompt, i) => ({
    ...{
      id: `p${i}`,
      prompt,
      completion_a: `The answer is ${i}.`,
      completion_b: `It may be ${2 * i}, or not.`,
    },
  }));
  writeFileSync(at("pairs.jsonl"), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return prompts;
}

/** With the server, the file of pairs and the output that all tests use. */
function tag(...words: string[]): Promise<Outcome> {
  return runCommand(
    tagsCommand(),
    ...["--preferences", at("pairs.jsonl"), "--out", at("out.jsonl"), "--workers", "1"],
    ...["--analyzer", "lm", "--model", "gpt-tagger", "--base-url", server!.url, ...words],
  );
}
const chats = (): number => server!.requests.filter(({ path }) => path.endsWith("/completions")).length;
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
const described = async (path = at("out.jsonl")): Promise<unknown[]> =>
  (await readFeaturesFile(path)).rows.map(({ features }) => {
    const { subject_of_expertise, languages, expertise_level, open_endedness, safety_concern } = features;
    const { complexity_of_intents, type_of_in_context_material, format_constraints } = features;
    return {
      ...{ subject_of_expertise, expertise_level, languages, open_endedness, safety_concern },
      ...{ complexity_of_intents, type_of_in_context_material, format_constraints },
    };
  });
const prices = (perMillion: number): string => {
  const models = { "gpt-tagger": { inputPerMillionTokens: perMillion, outputPerMillionTokens: perMillion } };
  writeFileSync(at("prices.json"), JSON.stringify({ currency: "USD", models }));
  return at("prices.json");
};

describe("a run", () => {
  test("asks for each prompt once and tags every pair; a second run sends nothing and writes the same bytes", async () => {
    await serve();
    const prompts = writePairs(7);
    const first = await tag();
    expect(first.stderr).toContain("7 requests sent");
    expect(first.code).toBe(0);
    expect(chats()).toBe(7);
    expect(await described()).toEqual(prompts.map(truthOf));
    expect((await readFeaturesFile(at("out.jsonl"))).provenance?.analyzer).toBe(lmAnalyzerId("gpt-tagger"));
    const bytes = readFileSync(at("out.jsonl"));
    expect((await tag()).code).toBe(0);
    expect(chats()).toBe(7);
    expect(readFileSync(at("out.jsonl")).equals(bytes)).toBe(true);
  });

  test("one request for each dimension gives the same tags under another name", async () => {
    await serve();
    const prompts = writePairs(3);
    expect((await tag("--per-dimension")).code).toBe(0);
    expect(chats()).toBe(24);
    expect(await described()).toEqual(prompts.map(truthOf));
    expect((await readFeaturesFile(at("out.jsonl"))).provenance?.analyzer).toBe(
      lmAnalyzerId("gpt-tagger", true),
    );
  });

  test("the Batch API gives the same file", async () => {
    await serve();
    writePairs(5);
    await tag();
    const bytes = readFileSync(at("out.jsonl"));
    await serve({ batchPolls: 1 });
    rmSync(at("out.jsonl"));
    const batch = await tag("--batch", "--batch-poll", "0.01", "--cache", at("batch-cache"));
    expect(batch.code).toBe(0);
    expect(chats()).toBe(0);
    expect(readFileSync(at("out.jsonl")).equals(bytes)).toBe(true);
  });
});

describe("before anything is sent", () => {
  test("a dry run tells requests, tokens and cost, sends and writes nothing, and needs no key", async () => {
    await serve();
    writePairs(6);
    vi.stubEnv("OPENAI_API_KEY", "");
    const { code, stdout } = await tag("--dry-run", "--prices", prices(10));
    expect(code).toBe(0);
    expect(stdout).toMatch(/to send +6\n/);
    expect(stdout).toMatch(/tokens sent +\d{4,}/);
    expect(stdout).toMatch(/cost +at most 0\.\d+ USD/);
    expect(server!.requests).toEqual([]);
    expect(readdirSync(at()).sort()).toEqual(["pairs.jsonl", "prices.json"]);
    await tag();
    expect((await tag("--dry-run")).stdout).toMatch(/to send +0/);
  });

  test("what cannot work is refused in one message, and nothing is sent", async () => {
    await serve();
    writePairs(2);
    for (const [words, message] of [
      [["--max-cost", "1"], /--max-cost: needs a price table/],
      [["--base-url", "http://me:hunter2@localhost/v1"], /--base-url: may have no user, password/],
      [["--batch", "--no-cache"], /--batch: needs a cache folder/],
    ] as const) {
      const { code, stderr } = await tag(...words);
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
      expect(stderr).not.toContain("hunter2");
    }
    expect(server!.requests).toEqual([]);
    expect(existsSync(at("out.jsonl"))).toBe(false);
  });
});

describe("when some prompts get no tags", () => {
  test("exit 1 says why, nothing is written, and a rerun pays for the missing ones only", async () => {
    let broken = true;
    await serve({
      faults: ({ body }) =>
        broken && /number [25]\?/.test(JSON.stringify(body))
          ? { kind: "status", status: 400, message: "too odd" }
          : null,
    });
    const prompts = writePairs(8);
    const { code, stderr } = await tag();
    expect(code).toBe(1);
    expect(stderr).toContain("HTTP 400");
    expect(stderr).toContain("too odd");
    expect(existsSync(at("out.jsonl"))).toBe(false);
    expect(chats()).toBe(8);
    broken = false;
    expect((await tag()).code).toBe(0);
    expect(chats()).toBe(10);
    expect(await described()).toEqual(prompts.map(truthOf));
  });

  test("a wrong key is found out on a few requests", async () => {
    await serve({ apiKey: "sk-another" });
    writePairs(300);
    const { code, stderr } = await tag();
    expect(code).toBe(1);
    expect(stderr).toContain("401");
    expect(chats()).toBeLessThanOrEqual(32);
    expect(existsSync(at("out.jsonl"))).toBe(false);
  });

  test("the cost limit stops the run, and the same command without it goes on from there", async () => {
    await serve();
    writePairs(20);
    const limited = await tag("--prices", prices(1000), "--max-cost", "15", "--concurrency", "1");
    expect(limited.code).toBe(1);
    expect(limited.stderr).toContain("--max-cost 15 was reached");
    const paid = chats();
    expect(paid).toBeGreaterThan(2);
    expect(paid).toBeLessThan(20);
    expect((await tag()).code).toBe(0);
    expect(chats()).toBe(20);
  });
});

test("the key is in no output, cache, manifest or result, whatever the server says", async () => {
  writePairs(4);
  const printed: string[] = [];
  for (const faults of [
    () => ({ kind: "echo-key", status: 401 }) as const,
    () => ({ kind: "echo-key", status: 400 }) as const,
    ({ attempt }: { attempt: number }) =>
      attempt === 0 ? ({ kind: "echo-key", status: 500 } as const) : null,
  ]) {
    await serve({ faults, apiKey: KEY });
    const { stdout, stderr } = await tag();
    printed.push(stdout, stderr);
  }
  expect(existsSync(at("out.jsonl"))).toBe(true);
  const everything = [...printed, ...filesIn(at()).map((path) => readFileSync(path, "latin1"))].join("\n");
  expect(everything).toContain("gpt-tagger");
  for (const form of [KEY, Buffer.from(KEY).toString("base64"), KEY.slice(8)]) {
    expect(everything).not.toContain(form);
  }
}, 60_000);

test("killed on the way and started again, it pays for no answer twice and ends with the file of an undisturbed run", async () => {
  writePairs(30);
  const results: Buffer[] = [];
  for (const moments of [
    [],
    [
      { requests: 6, delayMs: 1 },
      { requests: 9, delayMs: 0 },
    ],
  ]) {
    const name = String(moments.length);
    mkdirSync(at(name));
    const runs = await runWithKills(
      [
        ...["scripts/hyper.ts", "tags", "--preferences", at("pairs.jsonl"), "--analyzer", "lm"],
        ...[
          "--model",
          "gpt-tagger",
          "--base-url",
          "URL",
          "--out",
          at(name, "out.jsonl"),
          "--concurrency",
          "3",
        ],
      ],
      at(name, "lm-cache"),
      moments,
      process.env,
      truthful,
    );
    expect(runs.last.code, runs.last.output).toBe(0);
    expect(runs.kills).toHaveLength(moments.length);
    const inFlight = runs.kills.reduce((sum, kill) => sum + kill.inFlight, 0);
    expect(runs.bodies.length - new Set(runs.bodies).size).toBeLessThanOrEqual(inFlight);
    expect(new Set(runs.bodies).size).toBe(30);
    results.push(readFileSync(at(name, "out.jsonl")));
  }
  expect(results[1]!.equals(results[0]!)).toBe(true);
}, 120_000);
