/** `hyper simulate-lm`: the simulated LM as a server, so that every verb that asks one can be tried without a key. */
import { once } from "node:events";
import { Command } from "commander";
import {
  BadInputError,
  createSimPrefWorld,
  type LmServer,
  SIMULATED_JUDGE,
  type SimPrefWorld,
  simulatedLm,
  startLmServer,
  systemErrorCode,
  withSimulatedAnalyses,
  worldAnalyses,
} from "../../lib/index.js";
import { integer, seedOption } from "./options.js";

interface Options {
  port: number;
  corpusPairs: number;
  seed: number;
}

export function simulateLmCommand(): Command {
  return new Command("simulate-lm")
    .description("serve a simulated LM for SimPref on this machine, OpenAI-compatible, until it is stopped")
    .option("--port <number>", "0 takes any free port", integer(0, 65535), 8123)
    .option("--corpus-pairs <count>", "size of the SimPref corpus that it knows", integer(100), 2400)
    .addOption(seedOption())
    .action(async ({ port, corpusPairs, seed }: Options) => {
      const world = createSimPrefWorld({ seed, pairCount: corpusPairs });
      const server = await serve(world, port);
      process.stdout.write(`${server.url}\n`);
      process.stderr.write(
        `a simulated LM, no language model: it knows ${world.prompts.length} prompts of SimPref (seed ${seed})\n` +
          `judge, classifier and analyzer: ${SIMULATED_JUDGE}; responses: ${world.models.join(", ")}\n` +
          "stop it with Ctrl-C\n",
      );
      await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
      await server.close();
    });
}

/** @throws {BadInputError} where the port cannot be had */
async function serve(world: SimPrefWorld, port: number): Promise<LmServer> {
  try {
    const models = [SIMULATED_JUDGE, ...world.models];
    const answer = withSimulatedAnalyses(simulatedLm(world), worldAnalyses(world));
    return await startLmServer({ answer, models, port, record: false });
  } catch (error) {
    const code = systemErrorCode(error);
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    const rule = code === "EACCES" ? "you may not use this port" : "another program uses this port";
    const remedy = "name another with --port, or 0 for any free one";
    throw new BadInputError([{ place: "--port", value: String(port), rule, remedy }]);
  }
}
