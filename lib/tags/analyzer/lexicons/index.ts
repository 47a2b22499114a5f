/** All subjects' word lists together; written for this project. */

import type { SubjectLexicon } from "./subject-lexicon.js";
import { AGRICULTURE } from "./subjects/agriculture.js";
import { ANTHROPOLOGY } from "./subjects/anthropology.js";
import { ARCHITECTURE_AND_DESIGN } from "./subjects/architecture-and-design.js";
import { BIOLOGY } from "./subjects/biology.js";
import { BUSINESS } from "./subjects/business.js";
import { CHEMICAL_ENGINEERING } from "./subjects/chemical-engineering.js";
import { CHEMISTRY } from "./subjects/chemistry.js";
import { CIVIL_ENGINEERING } from "./subjects/civil-engineering.js";
import { COMPUTER_SCIENCES } from "./subjects/computer-sciences.js";
import { CULINARY_ARTS } from "./subjects/culinary-arts.js";
import { DIVINITY } from "./subjects/divinity.js";
import { EARTH_SCIENCES } from "./subjects/earth-sciences.js";
import { ECONOMICS } from "./subjects/economics.js";
import { EDUCATION } from "./subjects/education.js";
import { ELECTRICAL_ENGINEERING } from "./subjects/electrical-engineering.js";
import { ENVIRONMENTAL_STUDIES_AND_FORESTRY } from "./subjects/environmental-studies-and-forestry.js";
import { FAMILY_AND_CONSUMER_SCIENCE } from "./subjects/family-and-consumer-science.js";
import { GEOGRAPHY } from "./subjects/geography.js";
import { HISTORY } from "./subjects/history.js";
import { HUMAN_PHYSICAL_PERFORMANCE_AND_RECREATION } from "./subjects/human-physical-performance-and-recreation.js";
import { JOURNALISM } from "./subjects/journalism.js";
import { LAW } from "./subjects/law.js";
import { LIBRARY_AND_MUSEUM_STUDIES } from "./subjects/library-and-museum-studies.js";
import { LINGUISTICS_AND_LANGUAGE } from "./subjects/linguistics-and-language.js";
import { LITERATURE } from "./subjects/literature.js";
import { LOGIC } from "./subjects/logic.js";
import { MATERIALS_SCIENCE_AND_ENGINEERING } from "./subjects/materials-science-and-engineering.js";
import { MATHEMATICS } from "./subjects/mathematics.js";
import { MECHANICAL_ENGINEERING } from "./subjects/mechanical-engineering.js";
import { MEDIA_STUDIES_AND_COMMUNICATION } from "./subjects/media-studies-and-communication.js";
import { MEDICINE_AND_HEALTH } from "./subjects/medicine-and-health.js";
import { MILITARY_SCIENCES } from "./subjects/military-sciences.js";
import { OTHERS } from "./subjects/others.js";
import { PERFORMING_ARTS } from "./subjects/performing-arts.js";
import { PHILOSOPHY } from "./subjects/philosophy.js";
import { PHYSICS } from "./subjects/physics.js";
import { POLITICAL_SCIENCE } from "./subjects/political-science.js";
import { PSYCHOLOGY } from "./subjects/psychology.js";
import { PUBLIC_ADMINISTRATION } from "./subjects/public-administration.js";
import { RELIGION } from "./subjects/religion.js";
import { SOCIAL_WORK } from "./subjects/social-work.js";
import { SOCIOLOGY } from "./subjects/sociology.js";
import { SPACE_SCIENCES } from "./subjects/space-sciences.js";
import { SYSTEM_SCIENCE } from "./subjects/system-science.js";
import { TRANSPORTATION } from "./subjects/transportation.js";
import { VISUAL_ARTS } from "./subjects/visual-arts.js";

export { COMMON_WORDS } from "./common-words.js";
export { NEUTRAL_PHRASES } from "./neutral-phrases.js";
export { OTHER_LANGUAGES } from "./other-languages.js";
export { type SubjectTerms, TERM_TIERS, type TermTier } from "./subject-lexicon.js";

export const SUBJECT_LEXICON: SubjectLexicon = {
  Anthropology: ANTHROPOLOGY,
  History: HISTORY,
  "Linguistics and language": LINGUISTICS_AND_LANGUAGE,
  Philosophy: PHILOSOPHY,
  Religion: RELIGION,
  Economics: ECONOMICS,
  Geography: GEOGRAPHY,
  "Political science": POLITICAL_SCIENCE,
  Psychology: PSYCHOLOGY,
  Sociology: SOCIOLOGY,
  Biology: BIOLOGY,
  Chemistry: CHEMISTRY,
  "Earth sciences": EARTH_SCIENCES,
  Physics: PHYSICS,
  "Space sciences": SPACE_SCIENCES,
  "Computer sciences": COMPUTER_SCIENCES,
  Logic: LOGIC,
  "System science": SYSTEM_SCIENCE,
  Agriculture: AGRICULTURE,
  "Architecture and design": ARCHITECTURE_AND_DESIGN,
  Business: BUSINESS,
  Divinity: DIVINITY,
  Education: EDUCATION,
  "Chemical engineering": CHEMICAL_ENGINEERING,
  "Civil engineering": CIVIL_ENGINEERING,
  "Electrical engineering": ELECTRICAL_ENGINEERING,
  "Materials science and engineering": MATERIALS_SCIENCE_AND_ENGINEERING,
  "Mechanical engineering": MECHANICAL_ENGINEERING,
  "Environmental studies and forestry": ENVIRONMENTAL_STUDIES_AND_FORESTRY,
  "Family and consumer science": FAMILY_AND_CONSUMER_SCIENCE,
  "Human physical performance and recreation": HUMAN_PHYSICAL_PERFORMANCE_AND_RECREATION,
  Journalism: JOURNALISM,
  "Media studies and communication": MEDIA_STUDIES_AND_COMMUNICATION,
  Law: LAW,
  "Library and museum studies": LIBRARY_AND_MUSEUM_STUDIES,
  "Medicine and health": MEDICINE_AND_HEALTH,
  "Military sciences": MILITARY_SCIENCES,
  "Social work": SOCIAL_WORK,
  Transportation: TRANSPORTATION,
  "Culinary arts": CULINARY_ARTS,
  Literature: LITERATURE,
  "Performing arts": PERFORMING_ARTS,
  "Visual arts": VISUAL_ARTS,
  Mathematics: MATHEMATICS,
  "Public administration": PUBLIC_ADMINISTRATION,
  Others: OTHERS,
};
