/** All kinds of harm, compiled. */
import { compileHarms } from "../harm-rules.js";
import { BODILY_HARM } from "./bodily-harm.js";
import { DECEIT } from "./deceit.js";
import { DESPAIR } from "./despair.js";
import { LAW_AND_RISKS } from "./law-and-risks.js";
import { WRONGS_TO_PEOPLE } from "./people.js";
import { PLAIN_WORDS } from "./plain-words.js";
import { PROPERTY_AND_NATURE } from "./property.js";
import { SHARED } from "./shared.js";
import { WEAPONS_AND_DRUGS } from "./weapons-and-drugs.js";

export const findHarms = compileHarms([
  SHARED,
  BODILY_HARM,
  DESPAIR,
  WEAPONS_AND_DRUGS,
  WRONGS_TO_PEOPLE,
  DECEIT,
  PROPERTY_AND_NATURE,
  LAW_AND_RISKS,
  PLAIN_WORDS,
]);
