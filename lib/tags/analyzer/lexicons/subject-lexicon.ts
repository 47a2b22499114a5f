/** The form of the subjects' word lists. */
import type { Subject } from "../../vocabulary.js";

/** Terms of one subject, parted by commas; `stem*` stands for every word that starts so. */
export interface SubjectTerms {
  readonly strong: string;
  readonly weak: string;
}

export type SubjectLexicon = Readonly<Record<Exclude<Subject, "Others">, SubjectTerms>>;
