/** All subjects' word lists together; written for this project. */
import { ARTS } from "./arts.js";
import { ENGINEERING } from "./engineering.js";
import { EVERYDAY_MATTERS } from "./everyday-matters.js";
import { FORMAL_SCIENCES } from "./formal-sciences.js";
import { HUMANITIES } from "./humanities.js";
import { LIFE_AND_HEALTH } from "./life-and-health.js";
import { NATURAL_SCIENCES } from "./natural-sciences.js";
import { PROFESSIONS } from "./professions.js";
import { SOCIAL_SCIENCES } from "./social-sciences.js";
import type { SubjectLexicon } from "./subject-lexicon.js";

export { NEUTRAL_PHRASES } from "./neutral-phrases.js";
export { OTHER_LANGUAGES } from "./other-languages.js";
export { type SubjectTerms, TERM_TIERS, type TermTier } from "./subject-lexicon.js";

export const SUBJECT_LEXICON: SubjectLexicon = {
  ...HUMANITIES,
  ...ARTS,
  ...SOCIAL_SCIENCES,
  ...PROFESSIONS,
  ...NATURAL_SCIENCES,
  ...FORMAL_SCIENCES,
  ...ENGINEERING,
  ...LIFE_AND_HEALTH,
  Others: EVERYDAY_MATTERS,
};
