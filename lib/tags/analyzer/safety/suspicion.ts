/** Features of suspicion: which families of words a lower-case text has, and what kind of request it is. */
import { compileFamilies } from "./word-families.js";
import { SUSPICION_WORDS } from "./suspicion-words.js";

const FAMILIES = Object.keys(SUSPICION_WORDS);
const findFamilies = compileFamilies(SUSPICION_WORDS);
/** Pairs of families that mean more together than apart. */
const PAIRS: readonly (readonly [string, string])[] = [
  ["secret", "pronoun"], ["malice", "victim"], ["malice", "pronoun"], ["deceit", "gain"], ["deceit", "evasion"], ["deceit", "victim"], ["deceit", "public"], ["intrude", "victim"],
  ["intrude", "pronoun"], ["illicit", "acquire"], ["injure", "victim"], ["injure", "pronoun"], ["weak", "sexual"], ["creature", "cruelty"], ["tamper", "consumed"],
  ["mass", "illicit"], ["mass", "injure"], ["group", "malice"], ["destroy", "victim"], ["waste", "secret"], ["secret", "gain"], ["asking", "danger"], ["asking", "medicine"], ["symptom", "asking"],
];
export const SUSPICION_FEATURES: readonly string[] = [...FAMILIES, "secret", "request", "fact", "acquire", ...PAIRS.map((pair) => pair.join("+"))];

export function suspicionFeatures(text: string, marks: { secret: boolean; request: boolean; fact: boolean }): Set<string> {
  const found = findFamilies(text);
  for (const [name, is] of Object.entries(marks)) if (is) found.add(name);
  if (/\b(?:buy|get|find|make|build|sell|obtain|order|where|acquire|score|grow|cook|create|carry|need)\b/.test(text)) found.add("acquire");
  for (const [a, b] of PAIRS) if (found.has(a) && found.has(b)) found.add(`${a}+${b}`);
  return found;
}
