/** The form of the subjects' word lists. */
import type { Subject } from "../../vocabulary.js";

/**
 * Terms of one subject, parted by commas; `stem*` stands for every word that starts so. They are ordered by who
 * knows them, since the same lists tell a prompt's subject and its expertise level.
 */
export interface SubjectTerms {
  /** Common words that only suggest the subject and mean other things elsewhere. */
  readonly hint: string;
  /** Words of the subject that everybody knows. */
  readonly everyday: string;
  /** What is taught at school or in a first course. */
  readonly basic: string;
  /** What people of the trade know. */
  readonly expert: string;
  /** Questions as people ask them, one a line: the prototypes that an encoder compares a prompt with. */
  readonly examples: string;
}
export const TERM_TIERS = [
  "hint",
  "everyday",
  "basic",
  "expert",
] as const satisfies readonly (keyof SubjectTerms)[];
export type TermTier = (typeof TERM_TIERS)[number];

export type SubjectLexicon = Readonly<Record<Subject, SubjectTerms>>;
