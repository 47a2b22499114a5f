/** How the turns of a conversation are marked where it comes as one text. */

/** Each form marks a turn by the role that speaks; `role` is the user's where {@link isUser} says so. */
export interface TranscriptForm {
  /** Finds every marker, from the text's first character on; its group `role` says who speaks. */
  readonly marker: RegExp;
  /** Marks that end a turn, taken out of what the user says. */
  readonly ends?: RegExp;
  /** Whether the markers are ordinary words: then only a text that waits for an answer counts as a transcript. */
  readonly inWords: boolean;
}

/** Marks of chat templates: no plain text begins with one. */
const TEMPLATE_ENDS = /<\|(?:im_end|eot_id|end|endoftext)\|>|<end_of_turn>|<\/?s>/g;

export const TRANSCRIPT_FORMS: readonly TranscriptForm[] = [
  ...[
    /<\|(?<role>user|assistant|system)\|>/g,
    /<\|im_start\|>(?<role>\w{1,20})[ \t]*\n/g,
    /<\|start_header_id\|>(?<role>\w{1,20})<\|end_header_id\|>/g,
    /<start_of_turn>(?<role>\w{1,20})[ \t]*\n/g,
    /\[(?<role>\/?INST)\]/g,
  ].map((marker) => ({ marker, ends: TEMPLATE_ENDS, inWords: false })),
  { marker: /^### ?(?<role>Human|User|Assistant|System):/gm, inWords: true },
  // Some data sets put the whole conversation in one line, others name the assistant in their own way.
  {
    marker:
      /(?<!\S)(?:\*\*)?(?<role>Human|HUMAN|User|USER|Assistant|ASSISTANT):(?:\*\*)?(?!\S)|^(?<other>System|SYSTEM|AI|Bot|BOT|Chatbot):(?!\S)/gm,
    inWords: true,
  },
];

const USER_ROLES: ReadonlySet<string> = new Set(["user", "human", "inst"]);

export function isUser(role: string): boolean {
  return USER_ROLES.has(role.toLowerCase());
}
