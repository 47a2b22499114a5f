/** Families of PPMs by the names that a study takes. */
import { type EnsembleOptions, type PpmFamily, ppmFamily } from "../../ppm/index.js";

/**
 * The family of a name: `quadratic`, or `bootstrap:quadratic` for an ensemble of it.
 * @throws {BadInputError} if there is none
 */
export function studyFamily(name: string, ensemble: Required<EnsembleOptions>): PpmFamily {
  return name.startsWith("bootstrap:") ? ppmFamily(name, ensemble) : ppmFamily(name);
}
