/** The options of `hyper route`. */
import { type Command, InvalidArgumentError, Option } from "commander";
import {
  BadInputError,
  type Definitions,
  type HumanPrices,
  PUBLISHED_PPM,
  parseHumanPrices,
  parsePrice,
  ROUTING_STRATEGIES,
  type ShareLimit,
} from "../../../lib/index.js";
import { compatOption } from "../compat.js";
import { input } from "../inputs.js";
import { integer, MAX_MIXES, seedOption } from "../options.js";

export interface RouteVerbOptions {
  features: string;
  ppm: string;
  compat?: Definitions;
  strategy: string;
  budget?: string;
  budgetMoney?: string;
  costHuman?: HumanPrices;
  costLm?: number;
  tierColumn?: string;
  minShare: string[];
  maxShare: string[];
  pessimism: number;
  simulations: number;
  rescale?: true;
  curve?: string;
  seed: number;
  out: string;
}

/** Gives the command its options. */
export function addRouteOptions(command: Command): Command {
  return command
    .requiredOption(
      "--features <jsonl>",
      "features of the pairs to route (no labels needed), or a data set's name",
      input("features"),
    )
    .requiredOption(
      "--ppm <file>",
      `a model that \`hyper ppm fit\` wrote, a LightGBM text model, or ${PUBLISHED_PPM}: the paper's gains`,
    )
    .addOption(
      new Option("--strategy <name>", "how to choose")
        .choices(ROUTING_STRATEGIES.map(({ name }) => name))
        .default("simulated"),
    )
    .option("--budget <list>", BUDGET_HELP)
    .option(
      "--budget-money <list>",
      "money for all labels, the LM's too (3000); a list as above, together with --budget or alone; needs prices",
    )
    .addOption(pricesOption())
    .addOption(lmPriceOption())
    .option("--tier-column <column>", TIER_HELP)
    .addOption(shareOption("min", "at least"))
    .addOption(shareOption("max", "at most"))
    .option("--pessimism <number>", PESSIMISM_HELP, nonNegative, 0)
    .option("--simulations <count>", "candidates that `simulated` draws", integer(1, MAX_MIXES), 500)
    .option("--curve <csv>", "predicted score against cost, from no human label to all, with its knee")
    .addOption(compatOption("the model's"))
    .option("--rescale", "see the data as if it had as many pairs as the model was fitted to")
    .addOption(seedOption())
    .requiredOption("--out <jsonl>", "the routes");
}

const BUDGET_HELP =
  "human labels: a count (1000), a fraction with a decimal point (0.25), or open; of a list (500,0.25) the best predicted wins";
const TIER_HELP =
  "text column of --features with each pair's tier; default: expert where the tag expertise_level is expert domain knowledge, else normal";
const PESSIMISM_HELP =
  "lower each prediction by so many of its standard deviations (models by gp or bootstrap)";

function pricesOption(): Option {
  return new Option(
    "--cost-human <price>",
    "price of a human label: one (1.5), or by the annotator's tier (expert=4,normal=1.5)",
  ).argParser((text) => parseHumanPrices(text, "--cost-human"));
}

function lmPriceOption(): Option {
  return new Option("--cost-lm <price>", "price of an LM label (default: 0)").argParser((text) =>
    parsePrice(text, "--cost-lm"),
  );
}

function shareOption(bound: ShareLimit["bound"], words: string): Option {
  const example = bound === "min" ? "safety_concern=high:0.5" : "subject_of_expertise=Law:0.2";
  return new Option(
    `--${bound}-share <tag:share>`,
    `humans label ${words} this share of the tag's pairs (${example}); may be repeated`,
  )
    .argParser((text, before: string[]) => [...before, text])
    .default([], "none");
}

function nonNegative(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value < 0)
    throw new InvalidArgumentError("It must be a number of at least 0.");
  return value;
}

/** @throws {BadInputError} for options that say nothing without another */
export function checkTogether({
  costHuman,
  costLm,
  tierColumn,
  budget,
  budgetMoney,
}: RouteVerbOptions): void {
  const problems = [];
  if (costHuman === undefined && costLm !== undefined)
    problems.push({
      place: "--cost-lm",
      rule: "needs --cost-human",
      remedy: "add the price of a human label",
    });
  if (costHuman?.kind !== "tiers" && tierColumn !== undefined) {
    const remedy = "write --cost-human expert=4,normal=1.5, or leave the column out";
    problems.push({ place: "--tier-column", value: tierColumn, rule: "needs prices by tier", remedy });
  }
  if (costHuman === undefined && budgetMoney !== undefined)
    problems.push({ place: "--budget-money", rule: "money needs prices", remedy: "add --cost-human" });
  if (budget === undefined && budgetMoney === undefined) {
    const remedy = "give --budget (a count, a fraction, open), or --budget-money with --cost-human";
    problems.push({ place: "--budget", rule: "a budget is needed", remedy });
  }
  if (problems.length > 0) throw new BadInputError(problems);
}
