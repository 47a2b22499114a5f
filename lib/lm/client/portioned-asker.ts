/** Asks in portions over a whole run, and stops where asking on would only cost. */
import type { LmError } from "./lm-error.js";
import { reasonToStop } from "./reason-to-stop.js";
import type { LmClient, LmOutcome, LmRequest } from "./types.js";

const REQUESTS_AT_ONCE = 4096;
/** Found out on a few requests, a wrong key, model or address does not cost a request for each prompt. */
const FIRST_REQUESTS = 32;

export class PortionedAsker {
  readonly #client: LmClient;
  readonly #requestsAtOnce: number;
  #unansweredInARow = 0;
  #stopped: string | null = null;

  /** @param requestsAtOnce handed to the client at once, which bounds memory; a batch wants all */
  constructor(client: LmClient, requestsAtOnce = REQUESTS_AT_ONCE) {
    this.#client = client;
    this.#requestsAtOnce = requestsAtOnce;
  }

  /** Why nothing more is asked; null where all goes on. */
  get stopped(): string | null {
    return this.#stopped;
  }

  /**
   * @param onOutcome told of each outcome, in no order
   * @returns outcomes in order; fewer than requests where the rest was not asked
   * @throws {BadInputError} where the client cannot send the requests as they stand
   */
  async ask(
    requests: readonly LmRequest[],
    onOutcome: (index: number) => void = () => {},
  ): Promise<LmOutcome[]> {
    const outcomes: LmOutcome[] = [];
    while (outcomes.length < requests.length && this.#stopped === null) {
      const start = outcomes.length;
      const portion = requests.slice(start, start + this.#portionSize());
      const ended = await this.#client.askAll(portion, { onOutcome: (index) => onOutcome(start + index) });
      outcomes.push(...ended);
      this.#stopped = this.#reasonToStop(ended);
    }
    return outcomes;
  }

  #portionSize(): number {
    const all = this.#requestsAtOnce;
    // Answers from the cache say nothing of the server.
    return all === Number.POSITIVE_INFINITY || this.#client.usage.answered > 0
      ? all
      : Math.min(FIRST_REQUESTS, all);
  }

  /** Calls may be small, so that it is not enough for one of them to go unanswered. */
  #reasonToStop(outcomes: readonly LmOutcome[]): string | null {
    const errors = outcomes.map((outcome): LmError | null => ("error" in outcome ? outcome.error : null));
    for (const error of errors) {
      const reason = reasonToStop([error]);
      if (reason !== null) return reason;
    }
    this.#unansweredInARow = errors.includes(null) ? 0 : this.#unansweredInARow + errors.length;
    return this.#unansweredInARow >= FIRST_REQUESTS ? reasonToStop([...errors, ...errors]) : null;
  }
}
