/** Options of the LM analyzer, for every verb that can use it: the same ones make the same analyzer. */
import type { Command } from "commander";
import { withLmOptions } from "../lm-options.js";
import { integer } from "../options.js";
import { withTemperature } from "../temperature.js";

/** How the LM analyzer asks, as commander gives it. */
export interface LmAnalyzerOptionValues {
  model?: string;
  perDimension?: true;
  temperature: number | null;
  maxTokens?: number;
  attempts: number;
}

/** Adds them, and those that all LM verbs share. */
export function withLmAnalyzerOptions(command: Command): Command {
  command
    .option("--model <name>", "with --analyzer lm: the model that answers")
    .option("--per-dimension", "with --analyzer lm: a request for each dimension, in place of one for all")
    .option("--max-tokens <count>", "longest answer of the LM in tokens (default: by mode)", integer(1))
    .option("--attempts <count>", "ask the LM so often until an answer can be read", integer(1, 20), 2);
  return withLmOptions(withTemperature(command, 0), { model: false });
}
