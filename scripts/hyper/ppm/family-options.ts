/** Options of `hyper ppm` that say which family, and how it is fitted. */
import { type Command, InvalidArgumentError, Option } from "commander";
import {
  chooseFamily,
  type FamilyChoice,
  PPM_FAMILIES,
  type PpmFamily,
  TUNABLE_FAMILIES,
} from "../../../lib/index.js";
import { integer, positiveNumber } from "../options.js";

export interface FamilyOptions {
  scale?: number;
  params?: Record<string, string>;
  bootstrap?: number;
  tune?: true;
  seed?: number;
}

export const FAMILY_NAMES: readonly string[] = PPM_FAMILIES.map((family) => family.name);

/** `--model`, `--params`, `--bootstrap`, `--tune`, `--scale`. */
export function withFamily(command: Command): Command {
  return withSettings(
    command.addOption(
      new Option("--model <family>", "the family").choices(FAMILY_NAMES).default("quadratic"),
    ),
  );
}

/** The same without `--model`, for a verb that takes several. */
export function withSettings(command: Command): Command {
  return command
    .option("--params <a=1,b=2>", "LightGBM's parameters, by its own names", settings)
    .option("--bootstrap <members>", "an ensemble of so many fits to resampled rows", integer(2, 10_000))
    .option(
      "--tune",
      "choose LightGBM's settings by folds within the training rows; finer penalties for ridges",
    )
    .option("--scale <number>", "divide counts by it (1: raw counts)", positiveNumber);
}

/** One choice a name; of several, `--params` and `--tune` go to those that have something to set or to tune. */
export function familyChoices(names: readonly string[], options: FamilyOptions): FamilyChoice[] {
  const { params, bootstrap, tune, seed = 0 } = options;
  // Where none of them has, each says so.
  const among = (able: readonly string[]) => {
    const found = names.filter((name) => able.includes(name));
    return found.length > 0 ? found : names;
  };
  const [settable, tunable] = [among(["lightgbm"]), among(TUNABLE_FAMILIES)];
  return names.map((name) => ({
    name,
    ...(bootstrap === undefined ? {} : { memberCount: bootstrap }),
    ...(params && settable.includes(name) ? { params } : {}),
    ...(tune && tunable.includes(name) ? { isTuned: true } : {}),
    seed,
  }));
}

/** A family as chosen on the command line. */
export function familyOf(name: string, options: FamilyOptions): { choice: FamilyChoice; family: PpmFamily } {
  const choice = familyChoices([name], options)[0]!;
  return { choice, family: chooseFamily(choice) };
}

function settings(text: string): Record<string, string> {
  const entries = text.split(",").map((entry) => entry.split("=").map((part) => part.trim()));
  if (entries.some((entry) => entry.length !== 2 || entry.includes("")))
    throw new InvalidArgumentError("It must be name=value pairs separated by commas.");
  return Object.fromEntries(entries as [string, string][]);
}
