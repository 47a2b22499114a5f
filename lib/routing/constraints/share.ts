/** Shares of a tag's pairs that humans label, as people write them: `safety_concern=high:0.5`. */
import { BadInputError, type Problem } from "../../base/index.js";
import { countBits } from "../../math/index.js";
import { readTagName, SHORT_TAG_NAMES, type TagMatrix } from "../../tags/index.js";
import type { TagConstraint } from "./constraint.js";

export interface ShareLimit {
  readonly bound: "min" | "max";
  /** Column of the tag in the vocabulary. */
  readonly column: number;
  /** In [0, 1]. */
  readonly share: number;
}

/**
 * Reads `TAG:SHARE`; the share stands behind the last colon, since full tag names have colons too.
 * @throws {BadInputError} for a tag or a share that is none
 */
export function parseShareLimit(text: string, bound: ShareLimit["bound"]): ShareLimit {
  const place = optionOf(bound);
  const at = text.lastIndexOf(":");
  const share = text.slice(at + 1).trim();
  if (at < 1 || !/^(\d+\.?\d*|\.\d+)$/.test(share) || Number(share) > 1) {
    const rule = "must be a tag, a colon and a share from 0 to 1";
    throw new BadInputError([{ place, value: text, rule, remedy: "write safety_concern=high:0.5" }]);
  }
  return { bound, column: readTagName(text.slice(0, at), place), share: Number(share) };
}

/**
 * Reads all limits.
 * @throws {BadInputError} listing every tag and share that is none
 */
export function parseShareLimits(min: readonly string[], max: readonly string[]): ShareLimit[] {
  const problems: Problem[] = [];
  const limits = [...min.map((text) => [text, "min"] as const), ...max.map((text) => [text, "max"] as const)];
  const parsed = limits.flatMap(([text, bound]) => {
    try {
      return [parseShareLimit(text, bound)];
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new BadInputError(problems);
  return parsed;
}

/** The option that a bound is given with. */
function optionOf(bound: ShareLimit["bound"]): string {
  return `--${bound}-share`;
}

/**
 * Shares as numbers of pairs: a minimum is rounded up, a maximum down.
 * @param matrix its columns are the vocabulary's
 * @throws {BadInputError} listing tags that no pair has, bounds given twice, and minima above the same tag's maxima
 */
export function tagConstraints(matrix: TagMatrix, shares: readonly ShareLimit[]): TagConstraint[] {
  const problems: Problem[] = [];
  const constraints = [...new Set(shares.map(({ column }) => column))].map((column): TagConstraint => {
    const name = SHORT_TAG_NAMES[column]!;
    const pairCount = countBits(matrix.columns[column]!);
    const own = shares.filter((share) => share.column === column);
    const [min, max] = (["min", "max"] as const).map((bound) => {
      const given = own.filter((share) => share.bound === bound);
      if (given.length > 1)
        problems.push({ place: optionOf(bound), value: name, rule: "given twice for one tag" });
      return given[0]?.share;
    });
    const minCount = min === undefined ? 0 : Math.ceil(min * pairCount - ROUNDING);
    const maxCount = max === undefined ? pairCount : Math.floor(max * pairCount + ROUNDING);
    if (pairCount === 0) {
      const remedy = "leave it out, or check that the features have this dimension";
      problems.push({ place: optionOf(own[0]!.bound), value: name, rule: "no pair has this tag", remedy });
    } else if (minCount > maxCount) problems.push(contradiction(name, min!, max!, pairCount));
    return { column, minCount, maxCount };
  });
  if (problems.length > 0) throw new BadInputError(problems);
  return constraints;
}

/** 0.3 of 10 pairs are 3, though 0.1 · 3 · 10 is a little more than 3 in binary. */
const ROUNDING = 1e-9;

function contradiction(value: string, min: number, max: number, pairCount: number): Problem {
  const rule =
    min > max
      ? `the minimum ${min} is above the maximum ${max}`
      : `no number out of ${pairCount} pairs is a share from ${min} to ${max}`;
  return { place: "--min-share and --max-share", value, rule, remedy: "lower the one or raise the other" };
}

/** A constraint in words: `at least 12 of the 40 pairs with safety_concern=high`. */
export function describeConstraint(
  { columns }: TagMatrix,
  { column, minCount, maxCount }: TagConstraint,
): string {
  const pairCount = countBits(columns[column]!);
  const least = minCount > 0 ? [`at least ${minCount}`] : [];
  const most = maxCount < pairCount ? [`at most ${maxCount}`] : [];
  const limits = [...least, ...most].join(" and ") || "any number";
  return `${limits} of the ${pairCount} pairs with ${SHORT_TAG_NAMES[column]!}`;
}
