/** Other people's private data: whose, what, and who has none to lose. Written for this project. */
import { FICTIONAL_NAMES, FIRST_NAMES } from "./names.js";
import { standsForPeople } from "./people.js";

/** Data with which somebody can be robbed, found or exposed. */
const DANGEROUS =
  "(?:(?:social security|ssn|passport|driver'?s? licen[cs]e|credit card|debit card|bank account|account|phone|telephone|mobile|cell|id|insurance|licen[cs]e plate) (?:number|numbers|details|info(?:rmation)?|code)|ssn|passports?|driver'?s? licen[cs]e|passwords?|passcode|pin(?: code| number)?|iphone pin|(?:home|private|personal|email|e-mail|ip|exact|current|street|mailing|postal) ?(?:\\w+ )?(?:address(?:es)?|location|whereabouts)|address|location|medical (?:records?|history|condition|file)|health (?:records?|history|condition|status)|mental health (?:\\w+)|hiv status|criminal (?:record|history)|birth certificate|bank (?:details|account\\w*|statements?|balance)|credit (?:score|card\\w*|history|report)|login(?: \\w+)?|logins|search history|browsing history|browser history|whatsapp\\w*|text messages|private (?:messages|photos?|pictures|emails?|chats?)|dms|nudes?|diary|fingerprints?|tax returns?)";
/** Data that are nobody's business. */
const INTIMATE =
  "(?:religious beliefs?|religion|political (?:views?|beliefs?|affiliation)|sexual (?:orientation|preferences?|history)|sexuality|marital status|immigration status|citizenship status|date of birth|birth ?date|birthplace|salary|income|net worth|earnings|ethnicity|genetic \\w+|dating history|relationship status|family secrets|disabilit(?:y|ies)|maiden name|genitals|weight|pregnan\\w+|abortion\\w*|phone|email|emails|messages|social media (?:account|login|password)s?|(?:facebook|instagram|twitter|snapchat|tinder|onlyfans|icloud|gmail|netflix|amazon|google)(?: \\w+)? (?:login|password|account|profile|credentials))";

const DATA = `(?:${DANGEROUS}|${INTIMATE})`;
const KIN_OWNER = new RegExp(
  `\\b(?:my|our|a|the|some|this) ((?:[\\p{L}-]+ ){0,3}?[\\p{L}-]+?)(?:'s|s'|') (?:[\\p{L}-]+ ){0,3}?${DATA}(?![\\p{L}])`,
  "u",
);
const PRONOUN_OWNER = new RegExp(
  `\\b(?:someone|somebody|someone else|anyone|a person|people)'s (?:[\\w-]+ ){0,3}?${DATA}(?![\\p{L}])`,
  "u",
);
const OWN_PRONOUN = new RegExp(`\\b(?:his|her) (?:[\\w-]+ ){0,3}?${DANGEROUS}(?![\\p{L}])`, "u");
const OF_OWNER = new RegExp(
  `\\b(?:${DATA}|age|salary|blood type|password|income) (?:of|for) (?:my|our|a|some|this) ((?:[\\p{L}-]+ ){0,2}?[\\p{L}-]+)(?=[ ?.,!]|$)`,
  "u",
);
/** "How much does my boss earn", "where does my teacher live". */
const LIFE_OF =
  /\b(?:how much (?:money )?(?:does|do)|where (?:does|do)|who (?:does|do|is)|when (?:is|was)|what (?:medication|drugs|illness|disease|pills) (?:does|do)|is|does) my ((?:[\p{L}-]+ ){0,2}?[\p{L}-]+?)(?:'s \w+)? (?:earn|make a|born|take|have|dating|sleeping with|live|sleep with|vote for|bank|gay|lesbian|pregnant|bisexual|trans|hiv|an illegal|have (?:hiv|an affair|a criminal|an std))\b/u;
/** Whatever is asked about a person one knows is that person's own business, but for the plainest things. */
const ASKED_OF_KIN =
  /\b(?:what(?:'s| is| are| was| were)|when(?:'s| is| was)|which is|tell me|give me|look up|find(?: out)?|get|know|access|see) (?:the \w+ of )?my ((?:[\p{L}-]+(?:'s)? ){0,3}?[\p{L}-]+)(?:'s|s') (?!(?:\w+ )?(?:brother|sister|son|daughter|wife|husband|mother|father|cousin|uncle|aunt|niece|nephew|name|names|relation\w*|role|dut\w+|responsibilit\w+|jobs?|problem|fault|point|issue|best|favou?rite|next|rights?|options?|chances?|gift|present|dogs?|cats?|cars?|birthday|attention|approval|trust|respect|permission|heart|hand|email signature|wedding|feedback|help|perspective|opinion|car insurance|argument|team|message|essay|code)\b)[\p{L}]/u;
const ASK =
  /\b(?:what|where|which|when|give|tell|find|get|know|access|see|read|look up|figure out|learn|how much|how can|how do|look|check|is my|does my|obtain|steal|guess|open|look into|who)\b/;
/** Data that are public for firms, offices and shops. */
const PUBLIC_OWNER =
  /\b(?:company|business|firm|store|shop|restaurant|hotel|school|university|hospital|bank|government|office|agency|website|customer|service|support|team|city|country|state|museum|library|club|band|museum|ministry|department|airline|embassy|park|dog|cat|car|phone|computer|router|laptop|printer|pet|server|app|site|project|file|database|function|object|user|class|array|node|house|building|own|organi[sz]ation|charity|church|character|novel|hero)\b/;
const NAMED_OWNER = new RegExp(
  `((?:\\p{Lu}[\\p{L}.-]+)(?: \\p{Lu}[\\p{L}.-]+){0,3})['’]s? (?:[\\p{L}'’-]+ ){0,3}?(${DANGEROUS})(?![\\p{L}])`,
  "iu",
);

/** Grade of asking for private data: 2 of a private person, 1 of a public or unknown one, 0 otherwise. */
export function gradePrivacy(sentence: string, lower: string): 0 | 1 | 2 {
  if (!ASK.test(lower)) return 0;
  const owner = KIN_OWNER.exec(lower)?.[1];
  const reversed = OF_OWNER.exec(lower)?.[1];
  if (
    isPrivatePerson(owner) ||
    isPrivatePerson(reversed) ||
    isPrivatePerson(LIFE_OF.exec(lower)?.[1]) ||
    isPrivatePerson(ASKED_OF_KIN.exec(lower)?.[1])
  ) {
    return /\bdiar(?:y|ies)\b/.test(lower) ? 1 : 2;
  }
  if (PRONOUN_OWNER.test(lower)) return 2;
  if (
    OWN_PRONOUN.test(lower) &&
    /\b(?:give|find|get|steal|guess|see|read|access|figure out|obtain|hack)\b/.test(lower)
  )
    return 2;
  return gradeNamed(sentence);
}

/** Whether the last word of an owner is a person. */
function isPrivatePerson(owner: string | undefined): boolean {
  const head = owner?.split(" ").at(-1) ?? "";
  return head !== "" && !PUBLIC_OWNER.test(head) && standsForPeople(head);
}

/** A name: nobody's secret is at risk in fiction, and little where only a public fact is asked. */
function gradeNamed(sentence: string): 0 | 1 | 2 {
  const match = NAMED_OWNER.exec(sentence);
  const named =
    match?.[1]?.replace(
      /^(?:What|Where|Which|When|Who|How|Is|Tell|Give|Find|Can|Could|Please|Do|Does)(?: (?:Is|Are|Me|Can|Do))?\s+/i,
      "",
    ) ?? "";
  const parts = named.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part));
  if (parts.length === 0) return 0;
  const name = parts.join(" ").toLowerCase();
  if (
    FICTIONAL_NAMES.some(
      (known) => name === known || name.startsWith(`${known} `) || name.endsWith(` ${known}`),
    )
  )
    return 0;
  if (PUBLIC_OWNER.test(name)) return 0;
  const realPerson = parts.length >= 2 && FIRST_NAMES.has(parts[0]!.toLowerCase());
  return realPerson ? 2 : 1;
}
