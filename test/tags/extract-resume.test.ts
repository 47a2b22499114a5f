/** Runs that were stopped: taken up where they were, and the result is that of an undisturbed run. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createRng, manifestPath } from "../../lib/base/index.js";
import { PartialFile, partialPaths } from "../../lib/tags/extraction/partial-file.js";
import { type ExtractFileOptions, extractFile } from "../../lib/tags/index.js";
import { temporaryFolder } from "../base/temporary-folder.js";
import { pairRows, writeRows } from "./pair-rows.js";

const at = temporaryFolder();
const root = fileURLToPath(new URL("../..", import.meta.url));
const ROWS = 400;
const ONE = { workers: 1 } as const;
const names = (): string[] => readdirSync(at(".")).sort();
const bytes = (name: string): Buffer => readFileSync(at(name));

/** Runs until so many rows are written, then fails: what stays is what a kill between two blocks leaves. */
async function stoppedRun(
  path: string,
  out: string,
  rows: number,
  options: ExtractFileOptions = {},
): Promise<void> {
  let done = 0;
  const advance = (count = 1): void => {
    done += count;
    if (done >= rows) throw new Error("stopped");
  };
  const attempt = extractFile(path, out, {
    workers: 1,
    ...options,
    progress: () => ({ advance, done() {} }),
  });
  await expect(attempt).rejects.toThrow("stopped");
}

async function undisturbed(name: string): Promise<string> {
  const path = writeRows(at("in.jsonl"), pairRows(ROWS));
  await extractFile(path, at(name), ONE);
  return path;
}

describe.each(["out.jsonl", "out.jsonl.gz"])("%s", (name) => {
  test("whatever a kill leaves of the last block, or a crash of the disk, the run is taken up before it", async () => {
    const path = await undisturbed(`whole-${name}`);
    const rng = createRng(5).fork(name);
    const { data, journal } = partialPaths(at(name));
    const flip = (file: string): void => {
      const content = readFileSync(file);
      const place = rng.int(content.length);
      content[place] = content[place]! ^ 1;
      writeFileSync(file, content);
    };
    const harms: readonly ((file: string) => void)[] = [
      () => {},
      (file) => truncateSync(file, rng.int(readFileSync(file).length)),
      (file) => appendFileSync(file, "half a block"),
      flip,
      (file) => truncateSync(file, 0),
    ];
    const resumed = new Set<number>();
    for (const harm of harms) {
      for (const file of [data, journal]) {
        await stoppedRun(path, at(name), 250);
        expect(existsSync(at(name))).toBe(false);
        harm(file);
        const report = await extractFile(path, at(name), ONE);
        resumed.add(report.resumedCount);
        expect(report.resumedCount + report.computedCount).toBe(ROWS);
        expect(bytes(name).equals(bytes(`whole-${name}`))).toBe(true);
        expect(bytes(`${name}.manifest.json`).equals(bytes(`whole-${name}.manifest.json`))).toBe(true);
        expect(names().filter((one) => one.includes("partial"))).toEqual([]);
        for (const made of [at(name), manifestPath(at(name))]) renameSync(made, at("old"));
      }
    }
    // The undamaged ones were taken up behind the last complete block.
    expect(Math.max(...resumed)).toBe(288);
  }, 120_000);
});

test("other input or other settings begin anew, and say so", async () => {
  const path = await undisturbed("whole.jsonl");
  await stoppedRun(path, at("out.jsonl"), 100);
  expect((await extractFile(path, at("out.jsonl"), ONE)).discarded).toBe(false);
  for (const change of [
    () => writeRows(path, pairRows(ROWS, "others")),
    () => writeRows(path, pairRows(ROWS)),
  ]) {
    await stoppedRun(path, at("out.jsonl"), 100);
    change();
    expect(await extractFile(path, at("out.jsonl"), ONE)).toMatchObject({ resumedCount: 0, discarded: true });
  }
  expect(bytes("out.jsonl").equals(bytes("whole.jsonl"))).toBe(true);
  await stoppedRun(path, at("out.jsonl"), 100);
  const report = await extractFile(path, at("out.jsonl"), { ...ONE, definitions: "upstream" });
  expect(report).toMatchObject({ resumedCount: 0, discarded: true });
}, 60_000);

test("an earlier result stays as it is until the new one is complete; in place, too", async () => {
  const path = await undisturbed("out.jsonl");
  const [before, input] = [bytes("out.jsonl"), bytes("in.jsonl")];
  await stoppedRun(path, at("out.jsonl"), 100, { definitions: "upstream" });
  expect(bytes("out.jsonl").equals(before)).toBe(true);
  await stoppedRun(path, path, 100);
  expect(bytes("in.jsonl").equals(input)).toBe(true);
  expect((await extractFile(path, path, ONE)).resumedCount).toBeGreaterThan(0);
  expect(bytes("in.jsonl").equals(before)).toBe(true);
});

test("killed between the renaming of the file and of its manifest, only the latter is left to do", async () => {
  const manifest = {
    schema: "hyper-manifest/1",
    command: "x",
    seed: null,
    settings: {},
    inputs: {},
    versions: {},
  } as const;
  const entry = { lengths: [[1, 2, 3, 4]], untagged: 0 };
  const paths = partialPaths(at("out.jsonl"));
  const make = (): PartialFile => new PartialFile(at("out.jsonl"), "settings", 2);
  const first = make();
  first.append(Buffer.from("one\n"), entry);
  first.append(Buffer.from("two\n"), entry);
  first.close();
  const journal = readFileSync(paths.journal);
  make().finish(manifest);
  expect(names()).toEqual(["out.jsonl", "out.jsonl.manifest.json"]);
  for (const staged of [true, false]) {
    writeFileSync(paths.journal, journal);
    if (staged) renameSync(manifestPath(at("out.jsonl")), paths.manifest);
    const again = make();
    expect(again.kept.map(({ bytes: length }) => length)).toEqual([4, 4]);
    again.finish(manifest);
    expect(bytes("out.jsonl").toString()).toBe("one\ntwo\n");
    expect(names()).toEqual(["out.jsonl", "out.jsonl.manifest.json"]);
  }
  // A file that is not what the journal says is made again.
  writeFileSync(paths.journal, journal);
  writeFileSync(at("out.jsonl"), "one\ntwx\n");
  const other = make();
  expect(other.kept).toEqual([]);
  other.close();
});

describe("two runs at once", () => {
  test("never write into each other's work", async () => {
    const path = writeRows(at("in.jsonl"), pairRows(ROWS));
    const runs = await Promise.allSettled([1, 2].map(() => extractFile(path, at("out.jsonl"), ONE)));
    expect(runs.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = runs.find((run) => run.status === "rejected")!;
    expect(String(refused.reason)).toContain(`process ${process.pid} on ${hostname()} is writing this file`);
    expect(names()).toEqual(["in.jsonl", "out.jsonl", "out.jsonl.manifest.json"]);
  });

  test("but a lock whose process is gone does not count, nor one that was never filled in", async () => {
    const path = writeRows(at("in.jsonl"), pairRows(10));
    const gone = spawn(process.execPath, ["-e", ""]);
    await once(gone, "exit");
    for (const content of [`${gone.pid} ${hostname()} x`, ""]) {
      writeFileSync(partialPaths(at("out.jsonl")).lock, content);
      expect((await extractFile(path, at("out.jsonl"))).isComplete).toBe(true);
    }
  });
});

test("killed at random moments (SIGKILL), again and again, the final file and manifest are those of one run", async () => {
  const path = await undisturbed("whole.jsonl");
  const rng = createRng(20261121).fork("kills");
  const child = fileURLToPath(new URL("extract-child.ts", import.meta.url));
  const { journal } = partialPaths(at("out.jsonl"));
  const size = (): number => (existsSync(journal) ? readFileSync(journal).length : 0);
  let kills = 0;
  for (let life = 0; ; life++) {
    const words = ["--import", "tsx", child, path, at("out.jsonl"), at("cache")];
    const running = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    running.stderr.on("data", (chunk) => {
      said += String(chunk);
    });
    const ended = once(running, "close") as Promise<[number | null, string | null]>;
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    const before = size();
    // At any moment once it has begun, or (first) before it has written anything.
    while (!isOver && life > 0 && life < 6 && size() === before)
      await new Promise((resolve) => setTimeout(resolve, 1));
    if (life < 6) {
      await new Promise((resolve) => setTimeout(resolve, life === 0 ? 300 + rng.int(500) : rng.int(6)));
      running.kill("SIGKILL");
    }
    const [code, signal] = await ended;
    expect(said).toBe("");
    expect(existsSync(at("out.jsonl"))).toBe(code === 0);
    if (signal === "SIGKILL") kills += 1;
    else break;
  }
  expect(kills).toBeGreaterThan(2);
  expect(bytes("out.jsonl").equals(bytes("whole.jsonl"))).toBe(true);
  expect(bytes("out.jsonl.manifest.json").equals(bytes("whole.jsonl.manifest.json"))).toBe(true);
  expect(names().filter((name) => name.includes("partial"))).toEqual([]);
}, 240_000);
