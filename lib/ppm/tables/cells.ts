/** Cells of a table as numbers. */
import type { Problem } from "../../base/index.js";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A finite decimal number, spaces around it allowed; null for anything else. */
export function parseFinite(text: string): number | null {
  const trimmed = text.trim();
  const value = NUMBER.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** Whether a range of numbers has both ends, and which. */
export interface NumberRange {
  readonly low: number;
  readonly high: number;
}

/** Reads cells; what is wrong with one becomes a problem, and the cell 0. */
export interface CellReader {
  /** A feature: NaN for an empty cell, where missing values are taken. */
  feature(text: string, place: string): number;
  target(text: string, place: string): number;
  fold(text: string, place: string): number;
}

const LARGEST_FOLD = 2 ** 31 - 1;
const NUMBER_RULE = "must be a finite number";
/** Squares of products of two such numbers stay finite. */
const LARGEST_NUMBER = 1e70;
const CORRECT = "correct the cell or remove the row";

/**
 * @param takesMissing whether an empty feature cell is a missing value and no problem
 * @param range of targets, ends included
 */
export function cellReader(
  problems: Problem[],
  { takesMissing, range }: { readonly takesMissing: boolean; readonly range?: NumberRange },
): CellReader {
  const number = (text: string, place: string, remedy: string): number => {
    const value = parseFinite(text);
    if (value === null) problems.push({ place, value: text, rule: NUMBER_RULE, remedy });
    else if (Math.abs(value) > LARGEST_NUMBER) {
      problems.push({
        place,
        value: text,
        rule: `numbers beyond ${LARGEST_NUMBER} cannot be fitted`,
        remedy,
      });
    }
    return value ?? Number.NaN;
  };
  return {
    feature(text, place) {
      const isEmpty = text.trim() === "";
      if (isEmpty && takesMissing) return Number.NaN;
      return number(text, place, isEmpty ? `${CORRECT}; missing values are taken by lightgbm only` : CORRECT);
    },
    target(text, place) {
      const value = number(text, place, CORRECT);
      if (range && (value < range.low || value > range.high)) {
        const rule = `the target must be in the range [${range.low}, ${range.high}]`;
        problems.push({ place, value: text, rule, remedy: "correct the cell, or see --target-range" });
      }
      return value;
    },
    fold(text, place) {
      const fold = parseFinite(text);
      if (fold !== null && Number.isInteger(fold) && Math.abs(fold) <= LARGEST_FOLD) return fold;
      problems.push({ place, value: text, rule: "a fold must be an integer", remedy: "correct the cell" });
      return 0;
    },
  };
}
