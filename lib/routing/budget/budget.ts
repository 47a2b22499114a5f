/** How many instances humans are to label. */
import { BadInputError } from "../../base/index.js";

/** A number of instances, or `open`: as many as the predictor favours. */
export type Budget = number | "open";

/**
 * Reads a budget: `1000` is a count, `0.25` (with a decimal point) a fraction f, for round(f·N) instances,
 * `open` leaves the number open.
 * @param rowCount N, the number of instances
 * @throws {BadInputError} for anything else, a count over N or a fraction over 1
 */
export function parseBudget(text: string, rowCount: number): Budget {
  const trimmed = text.trim();
  if (trimmed === "open") return "open";
  if (/^\d+$/.test(trimmed)) {
    const count = Number(trimmed);
    if (count <= rowCount) return count;
    refuse(text, `a budget cannot exceed the ${rowCount} instances`, `take 0 to ${rowCount}`);
  }
  if (/^(\d+\.\d*|\.\d+)$/.test(trimmed)) {
    const fraction = Number(trimmed);
    if (fraction <= 1) return Math.round(fraction * rowCount);
    refuse(
      text,
      "a budget with a decimal point is a fraction of all instances, from 0.0 to 1.0",
      HOW_TO_WRITE,
    );
  }
  const negative = trimmed.startsWith("-");
  refuse(text, negative ? "a budget cannot be negative" : "not a budget", HOW_TO_WRITE);
}

const HOW_TO_WRITE = "write a count such as 1000, a fraction such as 0.25, or open";

function refuse(value: string, rule: string, remedy: string): never {
  throw new BadInputError([{ place: "--budget", value, rule, remedy }]);
}
