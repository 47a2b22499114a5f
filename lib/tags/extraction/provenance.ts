/**
 * What made the computed columns of a row, as a mark in the row itself: numbers of two encoders, or of two
 * definitions of a measure, look alike and must not be mixed, whatever becomes of the manifest.
 */
import { BadInputError, type Json, type Problem } from "../../base/index.js";
import { DEFINITIONS, type Definitions } from "../definitions.js";

export interface Provenance {
  readonly definitions: Definitions;
  /** The encoder's `id`. */
  readonly encoder: string;
  /** The analyzer's `id`. */
  readonly analyzer: string;
}

/** The column of the mark. A row that came with every feature and no mark has none: nobody knows what made it. */
export const PROVENANCE_COLUMN = "tagged_with";

const SEPARATOR = " | ";

/** The mark, such as `paper | hashed-words-grams/1-1024-128 | rules/2`. */
export function formatProvenance({ definitions, encoder, analyzer }: Provenance): string {
  return [definitions, encoder, analyzer].join(SEPARATOR);
}

/** The provenance that a mark names; null where it is no mark. */
export function parseProvenance(text: string): Provenance | null {
  const [definitions, encoder, ...analyzer] = text.split(SEPARATOR);
  if (!DEFINITIONS.includes(definitions as Definitions) || !encoder || analyzer.join("") === "") return null;
  // An analyzer's id may hold a model's name, and that may hold anything.
  return { definitions: definitions as Definitions, encoder, analyzer: analyzer.join(SEPARATOR) };
}

/** How many lines with one mark a message names; the rest are counted. */
const NAMED_LINES = 20;

/** Rows with a mark that they should not have. */
interface Strangers {
  /** Where the first of them is. */
  readonly place: string;
  readonly lines: string[];
  count: number;
}

/** Collects the marks of a file's rows; each must be that of the first, or the expected one. */
export class MarkLog {
  #first: { readonly mark: string; readonly from: string } | null;
  readonly #remedy: string;
  readonly #strangers = new Map<string, Strangers>();

  /** @param expected the mark that rows must have; without it, that of the first row that has one */
  constructor(remedy: string, expected?: string) {
    this.#remedy = remedy;
    this.#first = expected === undefined ? null : { mark: expected, from: "this run" };
  }

  /**
   * Takes the mark of a row.
   * @param place `file:line`
   * @returns a problem where it is no mark at all
   */
  add(value: Json | undefined, place: string): Problem | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== "string" || parseProvenance(value) === null) {
      return {
        place,
        value: typeof value === "string" ? value : JSON.stringify(value),
        rule: `"${PROVENANCE_COLUMN}" must name definitions, encoder and analyzer, as \`hyper tags\` writes it`,
        remedy: "rename the column, or tag the row again without its features",
      };
    }
    this.#first ??= { mark: value, from: place };
    if (value !== this.#first.mark) this.#addStranger(value, place);
    return null;
  }

  /** The mark of the rows; null where no row has one. */
  get provenance(): Provenance | null {
    return this.#first === null ? null : parseProvenance(this.#first.mark);
  }

  /** @throws {BadInputError} with a problem for each mark that differs; leaving out lines does not help here */
  settle(): void {
    const problems = [...this.#strangers].map(([value, { place, lines, count }]): Problem => {
      const { mark, from } = this.#first!;
      const more = count > lines.length ? ` and ${count - lines.length} more` : "";
      const where = count === 1 ? "this row" : `${count} rows (lines ${lines.join(", ")}${more})`;
      const rule = `features of different origin may not be mixed: ${where} against ${JSON.stringify(mark)} of ${from}`;
      return { place, value, rule, remedy: this.#remedy };
    });
    if (problems.length > 0) throw new BadInputError(problems);
  }

  #addStranger(mark: string, place: string): void {
    const known = this.#strangers.get(mark);
    const strangers = known ?? { place, lines: [], count: 0 };
    if (known === undefined) this.#strangers.set(mark, strangers);
    strangers.count += 1;
    if (strangers.lines.length < NAMED_LINES) strangers.lines.push(place.slice(place.lastIndexOf(":") + 1));
  }
}
