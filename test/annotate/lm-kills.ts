/** Runs a process again and again, and kills it at given moments, until it is done. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type AnswerFunction, type LmServer, startLmServer } from "../../lib/lm/index.js";
import { judge } from "./lm-judge.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** When to kill: at the arrival of so many requests of this run, so many milliseconds later. */
export interface KillMoment {
  readonly requests: number;
  readonly delayMs: number;
}

/** A kill, and what the server's records and the cache say of it. */
export interface Kill {
  /** Requests that had arrived in this run. */
  readonly arrived: number;
  /** Of them, those whose answer was not kept: they were in flight. */
  readonly inFlight: number;
}

export interface KilledRuns {
  readonly kills: readonly Kill[];
  /** Bodies of all requests over all runs. */
  readonly bodies: readonly string[];
  /** What the last run, which was left alone, wrote to standard error and output, and its exit code. */
  readonly last: { readonly code: number | null; readonly output: string };
}

/**
 * @param words arguments of node, without those that load TypeScript; `URL` stands for the server's address
 * @param answer what the server answers; default: as a judge of pairs
 */
export async function runWithKills(
  words: readonly string[],
  cacheFolder: string,
  moments: readonly KillMoment[],
  env: NodeJS.ProcessEnv = process.env,
  answer: AnswerFunction = (request) => judge(request),
): Promise<KilledRuns> {
  let child: ChildProcess | null = null;
  let arrived = 0;
  let moment: KillMoment | undefined;
  const answerAndKill: AnswerFunction = (request, context) => {
    arrived += 1;
    if (moment !== undefined && arrived === moment.requests) {
      const { delayMs } = moment;
      const kill = (): unknown => child?.kill("SIGKILL");
      if (delayMs === 0) kill();
      else setTimeout(kill, delayMs);
    }
    return answer(request, context);
  };
  const server = await startLmServer({ answer: answerAndKill, latencyMs: 2 });
  const kills: Kill[] = [];
  try {
    for (moment of [...moments, undefined]) {
      arrived = 0;
      const keptBefore = keptAnswers(cacheFolder);
      const args = words.map((word) => (word === "URL" ? server.url : word));
      child = spawn(process.execPath, ["--import", "tsx", ...args], {
        cwd: root,
        env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream?.on("data", (chunk) => (output += String(chunk)));
      const [code, signal] = (await once(child, "close")) as [number | null, string | null];
      // What the dead process had sent may still wait in the server's sockets.
      await sleep(20);
      if (signal !== "SIGKILL") return { kills, bodies: bodiesOf(server), last: { code, output } };
      kills.push({ arrived, inFlight: arrived - (keptAnswers(cacheFolder) - keptBefore) });
    }
    throw new Error("the last run was killed, too");
  } finally {
    child?.kill("SIGKILL");
    await server.close();
  }
}

function bodiesOf(server: LmServer): string[] {
  return server.requests
    .filter(({ path }) => path.endsWith("/completions"))
    .map(({ body }) => JSON.stringify(body));
}

/** Whole lines in the cache's files. */
function keptAnswers(folder: string): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".jsonl"),
  );
  return files.reduce(
    (sum, name) => sum + readFileSync(join(folder, name), "utf8").split("\n").length - 1,
    0,
  );
}
