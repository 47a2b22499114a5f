/** The families that can be chosen. */
import { BadInputError } from "../base/index.js";
import { BOOTSTRAP_PREFIX, bootstrapFamily, type EnsembleOptions } from "./bootstrap/bootstrap-family.js";
import type { PpmFamily } from "./family.js";
import { GAUSSIAN_PROCESS } from "./gaussian-process/gp-family.js";
import { lightgbmFamily } from "./lightgbm/index.js";
import { LINEAR, QUADRATIC, QUADRATIC_RIDGE, RIDGE } from "./polynomial/polynomial-families.js";

/** Every family, in the order in which tables show them; a bootstrap ensemble can be made of each. */
export const PPM_FAMILIES: readonly PpmFamily[] = [
  LINEAR,
  QUADRATIC,
  RIDGE,
  QUADRATIC_RIDGE,
  lightgbmFamily(),
  GAUSSIAN_PROCESS,
];

/**
 * The family of a name: one of {@link PPM_FAMILIES}, or `bootstrap:` and one of them.
 * @param options of the ensemble; only for `bootstrap:` names
 * @throws {BadInputError} if there is none
 */
export function ppmFamily(name: string, options?: EnsembleOptions): PpmFamily {
  if (name.startsWith(BOOTSTRAP_PREFIX)) {
    return bootstrapFamily(ppmFamily(name.slice(BOOTSTRAP_PREFIX.length)), options);
  }
  const family = PPM_FAMILIES.find((candidate) => candidate.name === name);
  if (family) return family;
  throw new BadInputError([
    {
      place: "--model",
      value: name,
      rule: "no such family of performance prediction models",
      remedy: `take one of ${PPM_FAMILIES.map((known) => known.name).join(", ")}, or ${BOOTSTRAP_PREFIX} before one`,
    },
  ]);
}
