/** All subjects' word lists together; written for this project. */
import { APPLIED_FIELDS } from "./applied-fields.js";
import { HUMANITIES } from "./humanities.js";
import { SCIENCES } from "./sciences.js";
import { SOCIAL_SCIENCES } from "./social-sciences.js";
import type { SubjectLexicon } from "./subject-lexicon.js";

export const SUBJECT_LEXICON: SubjectLexicon = {
  ...HUMANITIES,
  ...SOCIAL_SCIENCES,
  ...SCIENCES,
  ...APPLIED_FIELDS,
};
