/** Tone and stance: refusing, hedging, apologising, warning, warmth. */
import { countMatches, occurs, rate, type StyleFeature } from "./style-feature.js";

const REFUSAL =
  /\b(?:i (?:can(?:no|')?t|can not|won'?t|will not|(?:am|'m) (?:not able|unable|not comfortable|not going)|must decline|do(?: no|n')t feel comfortable|(?:would|'d) rather not|have to decline|refuse)|(?:can(?:no|')t|unable to|not able to) (?:help|assist|provide|support|comply|answer|fulfil?l|share|do that)|(?:sorry|apologi[sz]e),? (?:but )?i|not something i can|decline to|against my (?:programming|guidelines|principles)|not appropriate (?:for me )?to)/;
const CURLY = /[’‘]/g;

/** True where the text refuses: says it cannot, will not or should not do what was asked. */
export function refuses(lower: string): boolean {
  return REFUSAL.test(lower.replace(CURLY, "'"));
}

const perWords =
  (pattern: RegExp): StyleFeature["value"] =>
  ({ response }) =>
    rate(countMatches(response.lower.replace(CURLY, "'"), pattern), response.words.length);

export const TONE_FEATURES: readonly StyleFeature[] = [
  {
    name: "refuses",
    about: "1 where the response refuses, anywhere",
    value: ({ response }) => (refuses(response.lower) ? 1 : 0),
  },
  {
    name: "opens-refusing",
    about: "1 where the first 160 characters refuse",
    value: ({ response }) => (refuses(response.lower.slice(0, 160)) ? 1 : 0),
  },
  {
    name: "refuses-only",
    about: "1 where a refusal is all there is (at most 40 words)",
    value: ({ response }) => (response.words.length <= 40 && refuses(response.lower) ? 1 : 0),
  },
  {
    name: "apologies",
    about: "apologies per 100 words, damped",
    value: perWords(/\b(?:sorry|apologi[sz]e|apologies|regret|unfortunately)\b/g),
  },
  {
    name: "as-a-model",
    about: "1 where the response speaks of being a model",
    value: ({ response }) =>
      occurs(
        response.lower,
        /\b(?:as an? (?:\w+ )?(?:ai|(?:language )?model|assistant)|i am an ai|i'm an ai)\b/,
      ),
  },
  {
    name: "hedges",
    about: "hedging words per 100 words, damped",
    value: perWords(
      /\b(?:maybe|perhaps|possibly|probably|might|may|could be|seems?|appears?|i think|i believe|i guess|not (?:entirely )?sure|likely|roughly|generally|somewhat|it depends)\b/g,
    ),
  },
  {
    name: "certainty",
    about: "words of certainty per 100 words, damped",
    value: perWords(
      /\b(?:definitely|certainly|absolutely|clearly|obviously|undoubtedly|always|never|of course)\b/g,
    ),
  },
  {
    name: "exclamations",
    about: "exclamation marks per 100 words, damped",
    value: perWords(/!/g),
  },
  {
    name: "questions",
    about: "question marks per 100 words, damped",
    value: perWords(/\?/g),
  },
  {
    name: "politeness",
    about: "polite words per 100 words, damped",
    value: perWords(
      /\b(?:please|thank(?:s| you)|happy to|glad to|you're welcome|great question|hope this helps|feel free|let me know)\b/g,
    ),
  },
  {
    name: "opens-eagerly",
    about: "1 where it opens with assent (sure, certainly, of course …)",
    value: ({ response }) =>
      occurs(response.lower, /^\s*(?:sure|certainly|of course|absolutely|great|happy to|yes[,!])/),
  },
  {
    name: "warnings",
    about: "words of harm and law per 100 words, damped",
    value: perWords(
      /\b(?:illegal|unlawful|against the law|harmful|dangerous|unsafe|unethical|immoral|inappropriate|violat\w+|consequences|caution|warning|careful|safety)\b/g,
    ),
  },
  {
    name: "refers-to-help",
    about: "mentions of professional or emergency help per 100 words, damped",
    value: perWords(
      /\b(?:hotline|helpline|therapist|counsell?or|emergency|professional|doctor|lawyer|authorities|police|seek help|reach out|support services?)\b/g,
    ),
  },
  {
    name: "reasoning-words",
    about: "connectives of reasoning per 100 words, damped",
    value: perWords(
      /\b(?:because|therefore|thus|hence|since|first|then|next|finally|so that|which means|step)\b/g,
    ),
  },
  {
    name: "examples",
    about: "announced examples per 100 words, damped",
    value: perWords(/\b(?:for example|for instance|such as|e\.g\.|including|like this)/g),
  },
  {
    name: "rudeness",
    about: "insults and dismissals per 100 words, damped",
    value: perWords(
      /\b(?:stupid|idiot|dumb|silly|whatever|shut up|obvious(?:ly)?|lazy|who cares|look it up|figure it out)\b/g,
    ),
  },
];
