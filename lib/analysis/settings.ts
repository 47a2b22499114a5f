/** The settings of the main job: one typed object, every default visible, unknown keys refused. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { BadInputError, isJsonObject, type Problem } from "../base/index.js";
import { ENCODER_KINDS } from "../text/index.js";

const positive = z.int().min(1);

const schema = z.strictObject({
  /** Names the folder of results. */
  name: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
      "may have letters, digits, dots, dashes and underscores only, the first a letter or digit",
    )
    .default("simpref"),
  seed: z.int().min(0).default(0),
  /** A file of preference pairs; null: SimPref, the embedded simulated corpus. */
  preferences: z.string().nullable().default(null),
  /** A benchmark file or folder, or `holdout:0.25`; null: SimPref's own. */
  benchmark: z.string().nullable().default(null),
  /** Leave out pairs that cannot be read or have no labels, in place of stopping. */
  skipBad: z.boolean().default(false),
  /** What turns texts into vectors, for cosine similarity and BERTScore. */
  encoder: z.enum(ENCODER_KINDS).default("hashed"),
  /** A folder of models for the encoder `transformers`; null: they are downloaded once. */
  modelDir: z.string().nullable().default(null),
  /** Candidates sampled, trained and cross-validated over (paper, section 4.1: 250). */
  candidateCount: z.int().min(20).default(250),
  /** How many of them the PPM that routes is fitted on (paper, section 2.2: 200); all, where there are fewer. */
  fittedCount: z.int().min(10).default(200),
  foldCount: z.int().min(2).default(10),
  /** The PPM that routes; `best`: the one that predicts best in cross-validation, which is how the paper chose its own. */
  family: z
    .enum(["best", "linear", "quadratic", "ridge", "quadratic-ridge", "lightgbm", "gp"])
    .default("best"),
  /** Simulated candidates a routing chooses from (paper, section 4.1: 500). */
  simulationCount: positive.default(500),
  /** Human budgets as fractions of all pairs (paper, section 4.2: 25, 50 and 75 %). */
  budgetFractions: z.array(z.number().min(0).max(1)).min(1).default([0.25, 0.5, 0.75]),
  /** Training runs a mix in the comparison, each on its own subsample. */
  repeatCount: z.int().min(2).default(5),
  /** Training runs of one mix to measure run-to-run noise. */
  noiseRepeatCount: z.int().min(2).default(10),
  /** Share of the pairs that a run trains on (paper: 7,000 of 7,531). */
  subsampleFraction: z.number().gt(0).max(1).default(0.93),
  /** Share of the benchmark kept from the PPM, on which the comparison is made; 0 is the paper's way (none). */
  heldOutFraction: z.number().min(0).max(0.9).default(0.5),
  /** Worker threads; null: one a core. Results do not depend on it. */
  workers: positive.nullable().default(null),
});

export type Settings = Readonly<z.infer<typeof schema>>;

/**
 * Checks settings and fills in defaults.
 * @param place where they come from, for messages
 * @throws {BadInputError} listing every wrong or unknown key
 */
export function parseSettings(given: unknown, place = "settings"): Settings {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new BadInputError(parsed.error.issues.map((issue) => toProblem(issue, place)));
  const settings = { ...parsed.data };
  const isFittedCountGiven = isJsonObject(given) && given.fittedCount !== undefined;
  if (!isFittedCountGiven) settings.fittedCount = Math.min(settings.fittedCount, settings.candidateCount);
  if ((settings.preferences === null) !== (settings.benchmark === null)) {
    const rule = "preferences and benchmark are given together, or neither";
    throw new BadInputError([{ place, rule, remedy: "a benchmark can be holdout:0.25 of the pairs" }]);
  }
  if (settings.fittedCount > settings.candidateCount) {
    const rule = `fittedCount may not exceed candidateCount (${settings.candidateCount})`;
    throw new BadInputError([{ place, value: String(settings.fittedCount), rule }]);
  }
  return settings;
}

/** Reads settings from a JSON file. @throws {BadInputError} if it is not JSON, or as {@link parseSettings} */
export function readSettings(path: string): Settings {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new BadInputError([
      { place: path, rule: `settings must be a JSON file: ${(error as Error).message}` },
    ]);
  }
  return parseSettings(given, path);
}

function toProblem(issue: z.core.$ZodIssue, place: string): Problem {
  const key = issue.path.join(".");
  return { place: key === "" ? place : `${place}: ${key}`, rule: issue.message };
}
