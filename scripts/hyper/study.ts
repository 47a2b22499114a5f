/** `hyper study strategies|pool-size`: what a PPM promises, and what comes true. */
import { Command } from "commander";
import { poolSizeCommand } from "./study/pool-size.js";
import { strategiesCommand } from "./study/strategies.js";

export function studyCommand(): Command {
  return new Command("study")
    .description(
      "compare what a PPM predicts of routed mixes with the scores of reward models trained on them",
    )
    .addCommand(strategiesCommand())
    .addCommand(poolSizeCommand());
}
