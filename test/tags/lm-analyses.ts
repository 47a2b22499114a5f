/** What the tests of the LM analyzer share: an analysis, a server, clients that are closed after each test. */
import { afterEach } from "vitest";
import { createRng } from "../../lib/base/index.js";
import {
  type AnswerFunction,
  createLmClient,
  type LmClient,
  type LmOptions,
  type LmServer,
  type LmServerOptions,
  type ServerRequest,
  startLmServer,
} from "../../lib/lm/index.js";
import type { DescriptiveFeatures } from "../../lib/tags/analyzer/analyze-prompt.js";
import { MAX_SUBJECTS } from "../../lib/tags/lm-analyzer/dimensions.js";
import { simulatedAnalysis } from "../../lib/tags/lm-analyzer/index.js";
import { SCALAR_VALUES, SUBJECTS } from "../../lib/tags/vocabulary.js";

export const ANALYSIS = {
  subject_of_expertise: ["Physics", "Space sciences"],
  expertise_level: "basic domain knowledge",
  languages: ["English"],
  open_endedness: "low",
  safety_concern: "safe",
  complexity_of_intents: "moderate",
  type_of_in_context_material: ["table"],
  format_constraints: ["#words=100"],
} as const satisfies DescriptiveFeatures;

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

export async function serve(
  answer: AnswerFunction,
  options: Partial<LmServerOptions> = {},
): Promise<LmServer> {
  const server = await startLmServer({ answer, ...options });
  open.push(server);
  return server;
}

export function connect(server: LmServer, options: Partial<LmOptions> = {}): LmClient {
  const client = createLmClient({ baseUrl: server.url, maxRetries: 0, ...options });
  open.push(client);
  return client;
}

/** Requests for answers that arrived. */
export function chats({ requests }: LmServer): number {
  return requests.filter(({ path }) => path.endsWith("/chat/completions")).length;
}

/** A made-up truth that differs between prompts. */
export function truthOf(prompt: string): DescriptiveFeatures {
  const rng = createRng("a truth for tests").fork(prompt);
  return {
    subject_of_expertise: rng.sample(SUBJECTS, 1 + rng.int(MAX_SUBJECTS)),
    languages: rng.pick([["English"], ["French"], ["English", "German"], []]),
    expertise_level: rng.pick(SCALAR_VALUES.expertise_level),
    open_endedness: rng.pick(SCALAR_VALUES.open_endedness),
    safety_concern: rng.pick(SCALAR_VALUES.safety_concern),
    complexity_of_intents: rng.pick(SCALAR_VALUES.complexity_of_intents),
    type_of_in_context_material: rng.pick([[], ["table"], ["code", "URL"]]),
    format_constraints: rng.pick([[], ["#words=100"]]),
  };
}

/** A simulated LM that knows the truth of every prompt. */
export const truthful: AnswerFunction = (request) => simulatedAnalysis(request, { describe: truthOf })!;

export function texts(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `What should one know about number ${i}?`);
}

/** What a request asks for, by the names of its schema's fields. */
export function askedFields({ response_format }: ServerRequest): string[] {
  const { json_schema } = response_format as unknown as {
    json_schema: { schema: { properties: Record<string, unknown> } };
  };
  return Object.keys(json_schema.schema.properties);
}
