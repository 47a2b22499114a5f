/** Shapes of requests that tell a subject whatever they speak of: code, sums, stories, translations. */
import type { Subject } from "../vocabulary.js";

/** A shape and what it adds to the score of a subject. */
interface SubjectCue {
  readonly subject: Subject;
  readonly points: number;
  readonly pattern: RegExp;
}

const LANGUAGE_NAME =
  "(?:python|java|javascript|typescript|c|cplusplus|c\\+\\+|c#|go|golang|rust|ruby|php|kotlin|swift|scala|perl|haskell|sql|bash|html|css|matlab|r)";
/** Those that are no other words. */
const PLAIN_LANGUAGE_NAME = "(?:python|javascript|typescript|java|sql|php|kotlin|c\\+\\+|bash|html|css)";
const WRITE =
  "(?:write|implement|create|develop|build|make|code|give me|show me|need|complete|fix|debug|refactor|generate)";
const CREATIVE_WORK =
  "(?:story|stories|poem|poems|haiku|limerick|sonnet|ballad|ode|verse|fairy ?tale|fable|novel|tale|fan ?fiction|scene where|short fiction|rhyme|elegy|villanelle|free verse|riddle in verse)";

const MISDEED =
  "(?:forg(?:e|ing)\\b|counterfeit|shoplift|steal(?:ing)?\\b|rob\\b|burgl|break(?:ing)? into (?:my|a|the|some|his|her|their)\\b|sneak|cheat(?:ing)?\\b|swindl|scam(?:ming)?\\b|defraud|embezzl|blackmail|extort|kidnap|stalk(?:ing)?\\b|spy(?:ing)? on|track my|fak(?:e|ing)\\b|pirated?\\b|set fire|beat up|hurt (?:my|some|a)\\b|attack (?:my|some|a)|stab\\b|strangle|humiliat|bully|insult|prank|take revenge|vandali|smuggl|launder|hide (?:income|money)|lie (?:to|about)\\b|evade|spread (?:a |\\w+ )?rumou?r|turn back the mileage|plagiari|without (?:paying|being caught|getting caught))";

export const SUBJECT_CUES: readonly SubjectCue[] = [
  {
    subject: "Computer sciences",
    points: 6,
    pattern:
      /```|#include\b|\bdef \w{1,60}\(|\bfn \w{1,60}\(|\bfunc \w{1,60}\(|\bpublic (?:static|class|boolean|int|string|list)\b|\bclass \w{1,60}[:{(]|\bconsole\.log|\bimport \w{1,40}\b.{0,40}[;\n]|\bselect\b.{1,200}\bfrom\b.{1,80}(?:where|join|group by|;)|<\/?(?:div|html|body|script|span|head)\b|=>\s*[{(]|\breturn [\w[\]().]{1,60};|std::|\b\w{1,40}\(\w{0,40}\[\]|-> (?:bool|int|vec|string|list)\b/i,
  },
  {
    subject: "Computer sciences",
    points: 5,
    pattern: new RegExp(
      `\\b${WRITE}\\b[^.?\\n]{0,40}\\b(?:${LANGUAGE_NAME} (?:function|program|script|code|class|method|query|snippet|app)|(?:function|program|algorithm|script|class|code) (?:to|that|which|for|in|using|called)|regex|sql query|api|unit tests?)\\b`,
      "i",
    ),
  },
  {
    subject: "Computer sciences",
    points: 3,
    pattern: new RegExp(
      `\\b(?:in|using|with|(?:some|(?:piece|bit) of)(?= ${PLAIN_LANGUAGE_NAME})) ${LANGUAGE_NAME}(?:[.,?!:]|$| (?:code|function|to|and|that))|\\b${PLAIN_LANGUAGE_NAME} (?:question|help|exercise|problem|routine|homework|interview|project|app|bug|error)`,
      "im",
    ),
  },
  {
    subject: "Mathematics",
    points: 5,
    pattern:
      /\\(?:frac|int|sum|sqrt|lim|ln|sin|cos|log|infty|partial)\b|\$[^$\n]{1,120}[\\^_=][^$\n]{1,120}\$|\b\d{1,15} (?:times|plus|minus|divided by|multiplied by) \d|\b\d{1,15}(?:\.\d{1,15})? ?[+*×÷^] ?\d|\b\d{1,15} x \d{1,15}\b|\b\d{0,9}[a-z] ?[+\-*/^] ?[a-z0-9]{1,12} ?= ?\S|\b[a-z]\^\d|\bf\(x\)|\b(?:solve|find) (?:for )?[xyzn]\b|\b(?:integer|real number)s? [a-z](?: and [a-z])?\b|\(-?\d+, ?-?\d+\)/i,
  },
  {
    subject: "Literature",
    points: 5,
    pattern: new RegExp(
      `\\b(?:write|compose|tell|make up|create|invent|craft|pen|draft|love|need|give|continue|finish|generate|want)\\b[^.?!\\n]{0,50}\\b${CREATIVE_WORK}\\b|^\\W*(?:an? )?(?:\\w+[ -]){0,3}${CREATIVE_WORK} (?:about|on|of|in which|where)\\b`,
      "i",
    ),
  },
  {
    subject: "Performing arts",
    points: 4,
    pattern:
      /\b(?:write|compose|create|make up|draft|need|give)\b[^.?!\n]{0,40}\b(?:song|lyrics|rap|monologue|skit|stand-?up|musical|stage play|jingle|comedy routine|sketch comedy)\b/i,
  },
  {
    subject: "Linguistics and language",
    points: 5,
    pattern:
      /\btranslat(?:e|ion)\b[^.?!\n]{0,80}\b(?:to|into|from|in) (?:english|french|spanish|german|italian|chinese|japanese|korean|russian|arabic|portuguese|dutch|latin|hindi|turkish|polish|swedish|greek)\b|\bhow (?:do|would|can) (?:you|i|we) say\b|\b(?:correct|fix|check)\b[^.?!\n]{0,40}\b(?:grammar|spelling|punctuation|typos?)\b|\b(?:synonym|antonym|rhyme)s? (?:for|of|with)\b|\bpast (?:tense|participle) of\b/i,
  },
  {
    // Petty and plain misdeeds, asked for as such: what they are done to is not the subject.
    subject: "Others",
    points: 4,
    pattern: new RegExp(
      `\\b(?:how (?:can|do|would|could|should|to)|tell me|help me|want to|wish to|would like to|plan to|steps|ways? to|show me|explain|dared me to|teach me|decided to|does it take to|talk me through|nobody will|thinking (?:of|about)|going to)\\b[^.?!\\n]{0,60}\\b${MISDEED}`,
      "i",
    ),
  },
  {
    subject: "Others",
    points: 4,
    pattern:
      /^\W*(?:hi|hello|hey|good (?:morning|evening)|yo|sup|thanks|thank you|test|ok|lol)\b[^a-z]*(?:there|again|chatgpt|you)?\W*$/i,
  },
];

const NUMBER =
  /\b(?:\d+(?:[.,]\d+)*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|half|twice|double|triple|third|quarter|dozen)\b/gi;
const AMOUNT_ASKED =
  /\b(?:how (?:many|much|far|long|old|fast|tall)|what (?:distance|share|amount|total|fraction|percent(?:age)?|is \d)|what(?:'s| is| was| are) (?:the|his|her|their|its|your)[^.?\n]{0,40}\b(?:total|average|sum|difference|profit|cost|price|probability|area|perimeter|volume|ratio|value|number|age|length|speed|percent(?:age)?|earnings|score|salary|income|weight)|find (?:the|how)|calculate|compute|work out|in total|altogether|what(?:'s| is| are| do| does| did| will| would| has| have)\b[^.?\n]{0,50}\b(?:left|remain\w*|now|each|pay|owe|have|get|earn|spend|need|till|result|total)|result\?|(?:left|now|total|remaining|altogether) ?\?)/i;
const WORD_PROBLEM_POINTS = 4;
const POINT_A_NUMBER = 0.75;
const MAX_NUMBERS = 6;

/** What a text adds to the scores of subjects by its shape. */
export function shapePoints(text: string): (readonly [Subject, number])[] {
  const points = SUBJECT_CUES.filter(({ pattern }) => pattern.test(text)).map(
    ({ subject, points }) => [subject, points] as const,
  );
  const amount = wordProblemPoints(text);
  return amount > 0 ? [...points, ["Mathematics", amount]] : points;
}

/** A question for an amount with two or more numbers in it: arithmetic, whatever it is dressed in. */
function wordProblemPoints(text: string): number {
  if (!AMOUNT_ASKED.test(text)) return 0;
  const numbers = Math.min(MAX_NUMBERS, text.match(NUMBER)?.length ?? 0);
  return numbers >= 2 ? WORD_PROBLEM_POINTS + POINT_A_NUMBER * numbers : 0;
}

/** Whether a text holds code or asks for some. */
export function asksForCode(text: string): boolean {
  return SUBJECT_CUES.some(({ subject, pattern }) => subject === "Computer sciences" && pattern.test(text));
}
