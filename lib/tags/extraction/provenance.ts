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

/** How many lines with another mark are kept for the message; the rest are counted. */
const KEPT_LINES = 1_000;

/** Collects the marks of a file's rows; each must be that of the first, or the expected one. */
export class MarkLog {
  #first: { readonly mark: string; readonly from: string } | null;
  readonly #remedy: string;
  readonly #problems: Problem[] = [];
  #count = 0;

  /** @param expected the mark that rows must have; without it, that of the first row that has one */
  constructor(remedy: string, expected?: string) {
    this.#remedy = remedy;
    this.#first = expected === undefined ? null : { mark: expected, from: "this run" };
  }

  /**
   * Takes the mark of a row.
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
    if (value !== this.#first.mark) this.#differs(value, place, this.#first);
    return null;
  }

  /** The mark of the rows; null where no row has one. */
  get provenance(): Provenance | null {
    return this.#first === null ? null : parseProvenance(this.#first.mark);
  }

  /** @throws {BadInputError} listing the rows whose mark differs; leaving out lines does not help here */
  settle(): void {
    if (this.#count > 0) throw new BadInputError(this.#problems, this.#count);
  }

  #differs(value: string, place: string, { mark, from }: { mark: string; from: string }): void {
    this.#count += 1;
    if (this.#problems.length === KEPT_LINES) return;
    const rule = `features of different origin may not be mixed; ${from}: ${JSON.stringify(mark)}`;
    this.#problems.push({ place, value, rule, remedy: this.#remedy });
  }
}
