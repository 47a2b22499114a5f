/** Errors that name the value, the place, the rule and the remedy, and that list every problem at once. */
import { escapeControls } from "./escape-controls.js";

/** One thing wrong with an input. */
export interface Problem {
  /** Where: `file:line`, an option, a column … */
  readonly place: string;
  /** What was found, as text; shortened when shown. */
  readonly value?: string;
  /** The rule it breaks. */
  readonly rule: string;
  /** What to do about it. */
  readonly remedy?: string;
}

/** How many problems a message spells out; the rest are counted. */
export const SHOWN_PROBLEMS = 20;
const SHOWN_VALUE_LENGTH = 80;

/** Input that cannot be used as it stands. The command line exits with 2 on it. */
export class BadInputError extends Error {
  override readonly name = "BadInputError";
  readonly problems: readonly Problem[];
  /** How many problems there are in all; more than `problems.length` when a reader kept only the first ones. */
  readonly count: number;

  constructor(problems: readonly Problem[], count: number = problems.length) {
    super(describeProblems(problems, count));
    this.problems = problems;
    this.count = count;
  }
}

/**
 * The message for a list of problems: the first {@link SHOWN_PROBLEMS}, one a line, and how many more.
 * Control characters are escaped: places and rules too may hold text from data.
 */
export function describeProblems(problems: readonly Problem[], count: number = problems.length): string {
  const lines = problems.slice(0, SHOWN_PROBLEMS).map(describeProblem);
  const rest = count - lines.length;
  if (count > 1) lines.unshift(`${count} problems:`);
  if (rest > 0) lines.push(`… and ${rest} more`);
  return lines.join("\n");
}

function describeProblem({ place, value, rule, remedy }: Problem): string {
  const found = value === undefined ? "" : ` (found ${shorten(value)})`;
  return escapeControls(`${place}: ${rule}${found}${remedy === undefined ? "" : `; ${remedy}`}`);
}

/** Shortens a value for a message, with control characters escaped, so that data cannot disturb a terminal. */
export function shorten(value: string): string {
  const escaped = escapeControls(JSON.stringify(value.slice(0, SHOWN_VALUE_LENGTH)));
  return value.length > SHOWN_VALUE_LENGTH
    ? `${escaped.slice(0, -1)}…" of ${value.length} characters`
    : escaped;
}
