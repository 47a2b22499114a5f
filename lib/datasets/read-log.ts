/** What a reader found wrong, over one file or several: problems, how many lines they cost, ids seen. */
import { BadInputError, type Problem } from "../base/index.js";

/** How many problems are kept; the rest are only counted, so that a bad file cannot fill the memory. */
export const KEPT_PROBLEMS = 10_000;

/** Collects problems, so that one error can list them all. Share one log to read several files as one input. */
export class ReadLog {
  /** The first {@link KEPT_PROBLEMS}, in the order found. */
  readonly problems: Problem[] = [];
  /** Ids of bad lines that have one, in the order found. */
  readonly badIds: string[] = [];
  #problemCount = 0;
  #badLines = 0;
  #unusable = false;
  readonly #placeOfId = new Map<string, string>();

  /** How many problems there are in all. */
  get problemCount(): number {
    return this.#problemCount;
  }

  /** How many lines have a problem. */
  get badLines(): number {
    return this.#badLines;
  }

  /** Records a line that cannot be used as it stands; it may be skipped. */
  addLine(problems: readonly Problem[], id?: string): void {
    this.#badLines += 1;
    if (id !== undefined) this.badIds.push(id);
    for (const problem of problems) this.#add(problem);
  }

  /** Records a file that cannot be used at all: skipping lines does not help. */
  addFile(problem: Problem): void {
    this.#unusable = true;
    this.#add(problem);
  }

  /** Notes an id. @returns where it was seen before, or undefined where it is new */
  seeId(id: string, place: string): string | undefined {
    const first = this.#placeOfId.get(id);
    if (first === undefined) this.#placeOfId.set(id, place);
    return first;
  }

  /** Ends reading. @throws {BadInputError} if there are problems; with `skipBad`, only if a file is unusable */
  settle(skipBad: boolean): void {
    if (this.#unusable || (this.#problemCount > 0 && !skipBad)) {
      throw new BadInputError(this.problems, this.#problemCount);
    }
  }

  #add(problem: Problem): void {
    this.#problemCount += 1;
    if (this.problems.length < KEPT_PROBLEMS) this.problems.push(problem);
  }
}

const EXCERPT_LENGTH = 50;

/** The start of a value for a message, as a copy, so that a kept problem does not keep a huge line. */
export function excerpt(value: string): string {
  if (value.length <= EXCERPT_LENGTH) return value;
  const start = Buffer.from(value.slice(0, EXCERPT_LENGTH), "utf16le").toString("utf16le");
  return `${start}… (${value.length} characters)`;
}
