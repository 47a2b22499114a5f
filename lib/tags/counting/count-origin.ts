/** How counts came about, as manifests and models carry it from `hyper candidates` to `hyper route`. */
import { BadInputError, type JsonObject, type Problem } from "../../base/index.js";
import { DEFINITIONS, type Definitions } from "../definitions.js";
import { formatProvenance, type Provenance, parseProvenance } from "../extraction/provenance.js";

export interface CountOrigin {
  /** By whose rules tags were counted; null where unknown (tables made elsewhere, or by an older version). */
  readonly compat: Definitions | null;
  /** What made the features; null where unknown. */
  readonly provenance: Provenance | null;
}

/** Counts of which nothing is known. */
export const UNKNOWN_ORIGIN: CountOrigin = { compat: null, provenance: null };

/** As it stands in files: `compat`, and the features' mark as `taggedWith`. */
export function originToJson({ compat, provenance }: CountOrigin): JsonObject {
  return { compat, taggedWith: provenance === null ? null : formatProvenance(provenance) };
}

/**
 * Reads it among other fields; absent ones are unknown. Fields `bins` that are not null tell the paper's rules: the
 * original's rank lengths inside each mix and have none.
 * @param place the file, for messages
 * @throws {BadInputError} for values that are none, or contradict each other
 */
export function originFromJson(
  { compat = null, taggedWith = null, bins = null }: JsonObject,
  place: string,
): CountOrigin {
  const problems: Problem[] = [];
  const remedy = "make the file again with this version";
  if (compat !== null && !DEFINITIONS.includes(compat as Definitions)) {
    const rule = `"compat" must be ${DEFINITIONS.join(" or ")}`;
    problems.push({ place, value: JSON.stringify(compat), rule, remedy });
  }
  if (compat === "upstream" && bins !== null) {
    const rule = '"compat" cannot be upstream beside "bins", which only the rules of paper have';
    problems.push({ place, value: compat, rule, remedy });
  }
  const provenance = typeof taggedWith === "string" ? parseProvenance(taggedWith) : null;
  if (taggedWith !== null && provenance === null) {
    const rule = '"taggedWith" must name definitions, encoder and analyzer, as `hyper tags` writes it';
    problems.push({ place, value: JSON.stringify(taggedWith), rule, remedy });
  }
  if (problems.length > 0) throw new BadInputError(problems);
  return { compat: (compat as Definitions | null) ?? (bins === null ? null : "paper"), provenance };
}
