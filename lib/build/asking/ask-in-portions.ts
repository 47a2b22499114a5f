/** Asks many requests, and stops early where asking on would only cost. */
import { escapeControls } from "../../base/index.js";
import {
  type LmAnswer,
  type LmClient,
  type LmOutcome,
  type LmRequest,
  PortionedAsker,
} from "../../lm/index.js";

/** Why a request got no answer that can be used. */
export interface AskFailure {
  /** In a word or two: `HTTP 500`, `refused`, `not asked` … */
  readonly kind: string;
  /** One line, safe to print. */
  readonly message: string;
}

export type Asked = { readonly answer: LmAnswer } | { readonly failure: AskFailure };

export interface AskOptions {
  /** Requests handed to the client at once, which bounds memory. Default 4096; a batch wants all. */
  readonly requestsAtOnce?: number;
  /** Told of each request that has come to an end. */
  readonly onDone?: () => void;
}

export interface AskedAll {
  /** One a request, in order. */
  readonly asked: readonly Asked[];
  /** Why the rest was not asked; null where all was. */
  readonly stopped: string | null;
}

/**
 * Asks in portions, small ones until the server has given an answer. After an error that every other request would meet,
 * too, or a portion of which nothing is answered, the rest is not asked.
 * @throws {BadInputError} where the client cannot send the requests as they stand
 */
export async function askInPortions(
  client: LmClient,
  requests: readonly LmRequest[],
  { requestsAtOnce, onDone }: AskOptions = {},
): Promise<AskedAll> {
  const asker = new PortionedAsker(client, requestsAtOnce);
  const asked: Asked[] = (await asker.ask(requests, onDone)).map(toAsked);
  const { stopped } = asker;
  const notAsked: Asked = { failure: { kind: "not asked", message: stopped ?? "" } };
  while (asked.length < requests.length) asked.push(notAsked);
  return { asked, stopped };
}

function toAsked(outcome: LmOutcome): Asked {
  if ("answer" in outcome) return outcome;
  return { failure: failure(outcome.error.kind, outcome.error.message) };
}

const SHOWN_LENGTH = 300;

/** A failure whose message may come from a server or a model. */
export function failure(kind: string, message: string): AskFailure {
  const line = escapeControls(message.replace(/\s+/g, " ").trim());
  return { kind, message: line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH)}…` : line };
}
