/** A family as somebody asks for it: by name, with parameters, as an ensemble, with its settings tuned. */
import { BadInputError, createRng } from "../../base/index.js";
import { bootstrapFamily } from "../bootstrap/bootstrap-family.js";
import { ppmFamily } from "../families.js";
import type { PpmFamily } from "../family.js";
import { type LightGbmParams, lightgbmFamily, parseLightGbmParams } from "../lightgbm/index.js";
import { tunedLightGbm } from "./tuned-lightgbm.js";

/** Plain data, so that it can go to a worker thread. */
export interface FamilyChoice {
  /** As in `PPM_FAMILIES`. */
  readonly name: string;
  /** LightGBM's parameters by its own names; text is parsed. */
  readonly params?: Readonly<Record<string, string | number | boolean>>;
  /** Members of a bootstrap ensemble; without it, a single model. */
  readonly memberCount?: number;
  /** Whether LightGBM's settings are chosen by folds within the training rows. */
  readonly isTuned?: boolean;
  /** Draws the resamples and the inner folds; default 0. */
  readonly seed?: number;
}

const LIGHTGBM = "lightgbm";

/** @throws {BadInputError} if there is no such family, or it has no such parameters */
export function chooseFamily(choice: FamilyChoice): PpmFamily {
  const { name, params = {}, memberCount, isTuned = false, seed = 0 } = choice;
  const rng = createRng(seed);
  const ensembleOf = (inner: PpmFamily): PpmFamily =>
    memberCount === undefined ? inner : bootstrapFamily(inner, { memberCount, rng: rng.fork("ensemble") });
  if (name !== LIGHTGBM) {
    refuseSettings(choice);
    return ensembleOf(ppmFamily(name));
  }
  // Read whole first, for its message; then what was given, by itself.
  const parsed = parseLightGbmParams(params, "--params");
  const given = Object.fromEntries(
    Object.entries(parsed).filter(([key]) => Object.hasOwn(params, key)),
  ) as Partial<LightGbmParams>;
  const familyOf = (settings: Partial<LightGbmParams>) => ensembleOf(lightgbmFamily(settings));
  return isTuned ? tunedLightGbm({ given, familyOf, rng: rng.fork("tune") }) : familyOf(given);
}

function refuseSettings({ name, params, isTuned }: FamilyChoice): void {
  const given = [params && "--params", isTuned && "--tune"].filter((option) => typeof option === "string");
  if (given.length === 0) return;
  const rule = `${name} has no settings: what it chooses, it chooses on the training rows by itself`;
  throw new BadInputError(
    given.map((place) => ({ place, rule, remedy: "--model lightgbm, or leave it out" })),
  );
}
