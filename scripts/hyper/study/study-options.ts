/** Options that both studies share, and the run and provenance that they make. */
import { join, parse } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import {
  BadInputError,
  checkOutputs,
  createRng,
  openStudy,
  type Problem,
  parseSettings,
  type Run,
  runOf,
  type Settings,
  type Study,
  type StudyFitOptions,
  type StudyProvenance,
  studyFamily,
} from "../../../lib/index.js";
import { input } from "../inputs.js";
import {
  existingFiles,
  fraction,
  integer,
  list,
  seedOption,
  skipBadOption,
  workersOption,
} from "../options.js";
import { reportSkipped } from "../print.js";

export interface StudyOptions {
  preferences?: string;
  benchmark?: string;
  models: string[];
  bootstrap: number;
  candidates: number;
  fits?: number;
  repeats: number;
  subsample: number;
  heldOut: number;
  seed: number;
  workers?: number;
  skipBad?: true;
  out: string;
}

/** Adds the shared options. @param models default of `--models` */
export function withStudyOptions(command: Command, models: string): Command {
  return command
    .option(
      "--preferences <jsonl>",
      "your pairs, or a data set's name; default: SimPref, the embedded simulated corpus",
      input("preferences"),
    )
    .option(
      "--benchmark <path>",
      "a benchmark file or folder, a data set's name, or holdout:0.25 of the prompts",
      input("benchmark"),
    )
    .option("--models <a,b,c>", "families of PPMs; bootstrap:NAME is an ensemble of one", list, list(models))
    .option("--bootstrap <members>", "members of each ensemble", integer(2), 20)
    .option("--candidates <count>", "candidates that each PPM is fitted to", integer(20), 200)
    .option(
      "--fits <count>",
      "times that candidates are drawn and PPMs fitted (default: one a repeat)",
      integer(1),
    )
    .option("--repeats <count>", "draws of routings and training subsamples", integer(2), 5)
    .option("--subsample <fraction>", "share of the pairs to train on", fraction, 0.93)
    .option("--held-out <fraction>", "share of the benchmark kept from the PPMs", heldOutFraction, 0.5)
    .addOption(seedOption())
    .addOption(workersOption())
    .addOption(skipBadOption())
    .requiredOption(
      "--out <folder>",
      "the tables; finished reward models are kept in work/ and taken up by a rerun",
    );
}

function heldOutFraction(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 0.9))
    throw new InvalidArgumentError("It must be in [0, 0.9].");
  return value;
}

/** What every PPM of a study is fitted to and how often. */
export function fitOptions({ models, fits, repeats, bootstrap }: StudyOptions): StudyFitOptions {
  return { families: models, fitCount: Math.min(fits ?? repeats, repeats), memberCount: bootstrap };
}

/** One thing to find out about the options; it throws where they are wrong. */
export type Check = () => unknown;

/** The checks of the families' names. */
export function modelChecks({ models, bootstrap, seed }: StudyOptions): Check[] {
  return models.map((name) => () => studyFamily(name, { memberCount: bootstrap, rng: createRng(seed) }));
}

/** @throws {BadInputError} listing what all checks found */
export function checkAll(checks: readonly Check[]): void {
  const problems: Problem[] = [];
  for (const check of checks) {
    try {
      check();
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new BadInputError(problems);
}

/**
 * The run of a study in its folder.
 * @param outputs names of the tables
 * @param more settings of this study
 * @throws {BadInputError} where settings are wrong, or an output cannot be written
 */
export function studyRun(options: StudyOptions, outputs: readonly string[], more: Partial<Settings>): Run {
  const { preferences, benchmark, out } = options;
  const settings = parseSettings(
    {
      name: preferences === undefined ? "simpref" : runName(preferences),
      seed: options.seed,
      preferences: preferences ?? null,
      benchmark: benchmark ?? null,
      skipBad: options.skipBad ?? false,
      candidateCount: options.candidates,
      fittedCount: options.candidates,
      repeatCount: options.repeats,
      subsampleFraction: options.subsample,
      heldOutFraction: options.heldOut,
      workers: options.workers ?? null,
      ...more,
    },
    "options",
  );
  checkOutputs(
    { "--out": outputs.map((name) => join(out, name)) },
    { "--preferences": preferences, "--benchmark": benchmark && existingFiles(benchmark) },
  );
  return runOf(settings, out);
}

/** The file's name without its endings, of the characters that a run's name may have. */
function runName(path: string): string {
  const name = parse(path.replace(/\.gz$/i, "")).name.replace(/[^A-Za-z0-9._-]+/g, "-");
  return /^[A-Za-z0-9]/.test(name) ? name : "study";
}

/** Opens the study, and says what it works on. */
export async function openAndReport(run: Run): Promise<Study> {
  const study = await openStudy(run);
  const { label, pairs, dropped, split, skipped } = study.corpus;
  if (skipped !== null) reportSkipped(join(run.folder, "preferences"), skipped);
  process.stderr.write(
    `${label}: ${pairs.length} pairs (${dropped.eitherTies} ties dropped); PPMs see ${split.selection.length} ` +
      `benchmark items, ${split.heldOut.length} are held out\n`,
  );
  return study;
}

/** What a study's tables were made from. @param more settings of this study */
export function studyProvenance(
  command: string,
  options: StudyOptions,
  { corpus }: Study,
  more: StudyProvenance["settings"],
): StudyProvenance {
  const { models, bootstrap, candidates, repeats, subsample, heldOut, preferences, benchmark } = options;
  const shared = { models, bootstrap, candidates, repeats, subsample, heldOut };
  return {
    command,
    seed: options.seed,
    settings: {
      corpus: corpus.label,
      simulated: corpus.isSimulated,
      benchmark: benchmark?.startsWith("holdout:")
        ? benchmark
        : preferences
          ? "files"
          : "SimPref (generated)",
      ...shared,
      fits: fitOptions(options).fitCount,
      ...more,
    },
    inputs: preferences === undefined ? [] : [preferences, ...existingFiles(benchmark ?? "")],
  };
}
