/** A family as somebody asks for it: by name, with parameters, as an ensemble, with its settings tuned. */
import { BadInputError, createRng, type Problem } from "../../base/index.js";
import { bootstrapFamily } from "../bootstrap/bootstrap-family.js";
import { ppmFamily } from "../families.js";
import type { PpmFamily } from "../family.js";
import { type LightGbmParams, lightgbmFamily, parseLightGbmParams } from "../lightgbm/index.js";
import { ridgeFamily } from "../polynomial/polynomial-families.js";
import { tunedLightGbm } from "./tuned-lightgbm.js";

/** Plain data, so that it can go to a worker thread. */
export interface FamilyChoice {
  /** As in `PPM_FAMILIES`. */
  readonly name: string;
  /** LightGBM's parameters by its own names; text is parsed. */
  readonly params?: Readonly<Record<string, string | number | boolean>>;
  /** Members of a bootstrap ensemble; without it, a single model. */
  readonly memberCount?: number;
  /**
   * LightGBM: settings chosen by folds within the training rows. Ridges: penalties between powers of ten are tried too.
   */
  readonly isTuned?: boolean;
  /** Draws the resamples and the inner folds; default 0. */
  readonly seed?: number;
}

const LIGHTGBM = "lightgbm";
const RIDGES = ["ridge", "quadratic-ridge"] as const;

/** Families that `--tune` does something to. */
export const TUNABLE_FAMILIES: readonly string[] = [LIGHTGBM, ...RIDGES];

/** Penalties that a tuned ridge tries between powers of ten. */
const TUNED_STEPS = 4;

/** @throws {BadInputError} if there is no such family, or it has no such parameters */
export function chooseFamily(choice: FamilyChoice): PpmFamily {
  const { name, params = {}, memberCount, isTuned = false, seed = 0 } = choice;
  const rng = createRng(seed);
  const ensembleOf = (inner: PpmFamily): PpmFamily =>
    memberCount === undefined ? inner : bootstrapFamily(inner, { memberCount, rng: rng.fork("ensemble") });
  refuseSettings(choice);
  if (name !== LIGHTGBM) {
    const ridge = isTuned ? RIDGES.find((each) => each === name) : undefined;
    return ensembleOf(ridge ? ridgeFamily(ridge, { stepsPerDecade: TUNED_STEPS }) : ppmFamily(name));
  }
  const parsed = parseLightGbmParams(params, "--params");
  // Only what was given: the rest may be tuned.
  const given = Object.fromEntries(
    Object.entries(parsed).filter(([key]) => Object.hasOwn(params, key)),
  ) as Partial<LightGbmParams>;
  const familyOf = (settings: Partial<LightGbmParams>) => ensembleOf(lightgbmFamily(settings));
  return isTuned ? tunedLightGbm({ given, familyOf, rng: rng.fork("tune") }) : familyOf(given);
}

function refuseSettings({ name, params, isTuned }: FamilyChoice): void {
  const problems: Problem[] = [];
  if (params && name !== LIGHTGBM) {
    const rule = `${name} has no settings: what it chooses, it chooses on the training rows by itself`;
    problems.push({ place: "--params", rule, remedy: "--model lightgbm, or leave it out" });
  }
  if (isTuned && !TUNABLE_FAMILIES.includes(name)) {
    const remedy = `take one of ${TUNABLE_FAMILIES.join(", ")}, or leave it out`;
    problems.push({ place: "--tune", rule: `${name} has nothing to tune`, remedy });
  }
  if (problems.length > 0) throw new BadInputError(problems);
}
