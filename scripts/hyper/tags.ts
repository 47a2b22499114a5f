/** `hyper tags`: the features of every pair; and what goes with them. */
import { Command, Option } from "commander";
import { ENCODER_KINDS } from "../../lib/index.js";
import { compatOption } from "./compat.js";
import { input } from "./inputs.js";
import { skipBadOption, unusedSeedOption, workersOption } from "./options.js";
import { withLmAnalyzerOptions } from "./tags/analyzer-options.js";
import { extract } from "./tags/extract.js";
import { TAGS_HELP } from "./tags/help.js";
import { mergeCommand } from "./tags/merge.js";
import { outPath } from "./tags/out-path.js";
import { shardOption } from "./tags/shard-option.js";
import { validateCommand } from "./tags/validate.js";

/** The extraction is what `hyper tags` does by itself: a subcommand that nobody needs to name. */
export function tagsCommand(): Command {
  const others = [mergeCommand(), validateCommand()];
  const extraction = extractCommand().configureHelp({
    commandUsage: () => "hyper tags [options]\n       hyper tags [command] [options]",
    visibleCommands: () => others,
  });
  const command = new Command("tags").description(extraction.description());
  command.addCommand(extraction, { isDefault: true, hidden: true });
  for (const other of others) command.addCommand(other);
  // Else a mistyped subcommand would count as a word to the extraction.
  command.hook("preSubcommand", ({ args }, called) => {
    const [word = ""] = args;
    if (called === extraction && word !== extraction.name() && word !== "" && !word.startsWith("-"))
      command.error(`error: unknown command '${word}'`, { code: "commander.unknownCommand" });
  });
  command.helpInformation = (context) => extraction.helpInformation(context);
  return command.addHelpText("after", TAGS_HELP);
}

function extractCommand(): Command {
  const command = new Command("extract")
    .description("extract the features of every pair; features already in the file are kept as they are")
    .requiredOption(
      "--preferences <jsonl>",
      "pairs, labelled or not (.jsonl or .jsonl.gz), or a data set's name",
      input("preferences"),
    )
    .requiredOption(
      "--out <jsonl>",
      "the same rows with their features; gzip where it ends with .gz",
      outPath,
    )
    .addOption(
      new Option("--encoder <kind>", "what compares the responses' meaning")
        .choices(ENCODER_KINDS)
        .default("hashed"),
    )
    .option("--text-model <name>", "with --encoder transformers: the hub's model of whole texts")
    .option("--token-model <name>", "with --encoder transformers: the hub's model of tokens, for BERTScore")
    .option("--model-dir <folder>", "with --encoder transformers: models are read from here, not downloaded")
    .addOption(compatOption("paper"))
    .addOption(
      new Option("--analyzer <which>", "what describes the prompts: rules and word lists, or an LM")
        .choices(["embedded", "lm"])
        .default("embedded"),
    )
    .option("--recompute", "compute features anew that rows already have")
    .addOption(shardOption())
    .addOption(workersOption())
    .addOption(skipBadOption())
    .addOption(unusedSeedOption());
  return withAnalyzerOptions(command).action((_, invoked: Command) => extract(invoked));
}

function withAnalyzerOptions(command: Command): Command {
  withLmAnalyzerOptions(command).option(
    "--allow-untagged",
    "write the result also where the LM gave no answer for some prompts",
  );
  describeOption(
    command,
    "--cache",
    "computed features and LM answers are kept here (default: beside --out)",
  );
  describeOption(command, "--no-cache", "keep nothing beyond the result");
  describeOption(
    command,
    "--dry-run",
    "check the input, say what there is to do, and what cost; write nothing",
  );
  return command;
}

function describeOption(command: Command, name: string, description: string): void {
  const option = command.options.find(({ long }) => long === name);
  if (option === undefined) throw new Error(`no option ${name}`);
  option.description = description;
}
