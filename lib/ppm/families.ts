/** The families that can be chosen. */
import { BadInputError } from "../base/index.js";
import type { PpmFamily } from "./family.js";
import { LINEAR, QUADRATIC, QUADRATIC_RIDGE, RIDGE } from "./polynomial/polynomial-families.js";

/** Every family, in the order in which tables show them. */
export const PPM_FAMILIES: readonly PpmFamily[] = [LINEAR, QUADRATIC, RIDGE, QUADRATIC_RIDGE];

/** The family of a name. @throws {BadInputError} if there is none */
export function ppmFamily(name: string): PpmFamily {
  const family = PPM_FAMILIES.find((candidate) => candidate.name === name);
  if (family) return family;
  throw new BadInputError([
    {
      place: "--model",
      value: name,
      rule: "no such family of performance prediction models",
      remedy: `take one of ${PPM_FAMILIES.map((known) => known.name).join(", ")}`,
    },
  ]);
}
