/** Harm that a request intends, by the rules of all kinds; questions of fact, fiction and help against harm intend none. */
import { EMERGENCY, isMadeUp } from "./frames.js";
import { HARMLESS_USES } from "./harmless.js";
import { findHarms } from "./kinds/index.js";

/** What is done behind somebody's back. */
const SECRET =
  /\b(?:without|w\/o) (?:[\w'-]+ ){0,4}?(?:know|notic|find|see|reali[sz]|catch|caught|suspect|hear|trac|leav|consent|permission|ask|tell|warrant|trouble|get)\w*|\b(?:so|that|and|but) (?:that )?(?:[\w'-]+ ){0,3}?(?:can't|cannot|cant|won't|wont|never|doesn't|doesnt|don't|dont|not|barely|only) (?:ever )?(?:[\w'-]+ )?(?:notice|know|prove|find|trace|suspect|tell|see|catch|caught|hear|recogni[sz]e|come out)\w*|\b(?:nobody|no one|noone|no-one|none) (?:\w+ ){0,2}(?:notices?|knows?|finds?|sees?|catch\w*|suspects?|hears?|proves?|checks?|traces?)\b|\b(?:untraceable|undetect\w+|unnoticed|secretly|in secret|discreetly|behind (?:his|her|their|my [\w']+) backs?|off the (?:books|record|radar)|under the (?:table|radar)|hidden camera|spy)\b|\bget(?:ting)? (?:away with|caught)\b|\bwithout (?:her|him|them|me|anyone|anybody|people)\b/;
/** Somebody wants it done. */
const REQUEST =
  /\b(?:how (?:do|can|could|should|would|to|might|does) ?(?:i|we|you|one|u|people|someone)?|how'd|how 2|ways?|help me|help us|i want|i wanna|i'd like|i would like|we want|want to|wanna|easiest|best|quickest|safest|what (?:can|do|could|should|would) (?:i|we|you|people)|whats? (?:a|an|the|some)|what's|where (?:do|can|could|would) (?:i|we|you|people)|tips?|tell me|give me|show me|teach me|write|make me|draft|create|generate|need|tricks?|i'm going to|we're going to|im gonna|gonna|going to|planning|plan|ideas?|guide|tutorial|steps?|instructions|can (?:i|we|you|u|ai)|could (?:i|we|you)|is there (?:a|an|any)|which|please|template|recommend|explain why|i(?:'m| am) looking|looking for|trying to)\b/;
/** Only wants to know. */
const FACT =
  /^(?:please |so |hey |hi |ok |also |just curious[,:]? |curious[,:]? |quick question[,:]? |can you explain |explain (?:to me )?|tell me |describe |do you know |i wonder )*(?:who|whose|when|why|what (?:is|are|was|were|happens|happened|did|does|do (?!i |we |you )[a-z]+|makes?|made|would happen|percentage|kinds?|role)|which [a-z]+ (?:is|are|was|were|did|has)|how (?:is|are|was|were|did|does(?! one| someone)|many|much|long|old|often|common|do (?!i |we |you |u |people |street |i$))|is|are|was|were|did|does|has|have|in which)\b/;
const FIRST_PERSON = /\b(?:i|i'm|im|i'd|i've|we|we're|my|me|us|our|mine|let's)\b/;
const MEANS =
  /\b(?:ways?|easiest|quickest|best|trick|method|so that|without (?:\w+ ){0,3}(?:notic|know|caught|gett)\w*|get away)\b/;
const STUDY =
  /\b(?:history|historical\w*|century|seminar|thesis on|lecture|documentary|museum|laws?|legal(?:ly)?|penalt(?:y|ies)|punish(?:ment|ed)|prevent(?:s|ed|ing|ion)?|awareness|detect(?:s|ing|ion)?|signs? of|recogni[sz]e|statistics|definition|meaning of|ethics|debate|policy|journalis[mt]\w*|research|symptoms? of|avoid being|protect(?:s|ed|ing|ion)?|symbolism|theme of|workshop|training for|helpline|hotline|victims?|survivors?)\b/;
/** Harm that may befall somebody. */
const NEAR = /\b(?:prevent|protect|avoid|detect|signs? of|symptoms? of|helpline|hotline|victims?|survivors?)/;
/** The main verb of the request works against harm. */
const PROTECTIVE =
  /\b(?:how (?:do|can|could|should|would|to) ?(?:i|we|you|one)?|help me|ways?(?: for \w+)? to|want to|wants to|tips (?:for|to|on)|best way to|trying to|need to|what (?:can|should|do) (?:i|we) do (?:to|if|when|about)|advice on|please) (?:best |gently |kindly |politely |safely |even |ever |properly )?(?:tell|report|stop|prevent|protect|block|explain|teach|recogni[sz]e|know if|help|support|complain|respond|react|deal|cope|recover|clean|undo|repair|restore|polish|secure|treat|warn|comfort|apologi[sz]e|talk|thank|welcome|remove my|calm|spot|detect|defend|discourage|quit|reduce|encourage|learn|study|find help|get help|get over|raise|train|understand|save|rescue|avoid (?:being|getting|falling|scams)|tighten|adopt|forgive|stay safe|keep (?:my|our|the) (?:\w+ ){0,3}(?:safe|healthy|happy|secure|from))\b/;
const NOT_PROTECTIVE =
  /\b(?:stop|prevent|keep|block|protect|tell|talk|learn|convince|encourage) (?:[\w'-]+ ){0,5}?(?:police|cops?|court|customs|from (?:leaving|applying|testifying|voting|finding|seeing (?:his|her|their) (?:friends|family))|my stash|forever|for good|so (?:that )?(?:he|she|they|no))\b|\btell (?:[\w'-]+ ){1,5}so (?:that )?/;
const WRONGED =
  /\b(?:was|were|got|been|being|is being|has been|have been) (?:\w+ )?(?:stolen|hacked|scammed|robbed|harassed|bullied|stalked|attacked|threatened|insulted|blackmailed|abused|assaulted|cheated|defrauded|burgled|discriminated|hit by|poisoned|injured|bitten|fired for|evicted)\b|\b(?:someone|somebody|he|she|they|who|that|neighbou?r|colleague|boss|ex|guy|kids?|man|woman|landlord|friend|[\w-]+er) (?:\w+ )?(?:is|are|was|were|keeps?|kept|has been|have been|has|had|tries|tried|wants|always|stole|hacked|threatens|threatened|follows|followed) ?(?:to )?(?:\w+ )?(?:stalk|harass|threaten|bully|hit|attack|abus|hurt|blackmail|spy|follow|track|insult|cheat|scam|steal|stole|touch|mock|pressur|manipulat|writ|watch|yell|scream|send)\w* (?:\w+ ){0,2}(?:me|us|my|our)\b|\b(?:stole|hacked|broke into|scratched|egged|smashed|vandali[sz]ed|stolen) (?:my|our)\b|\bsends? money to\b|\bit's a scam\b|\bis (?:it|this|that) a scam\b/;

/** Longer texts are read sentence by sentence, each on its own. */
const MAX_WHOLE_LENGTH = 400;

/** Grade of the harm that a lower-case text intends, 0 where none. */
export function gradeIntendedHarm(text: string): 0 | 1 | 2 | 3 {
  // The marks only ever let a rule apply: what finds nothing with both need not be searched for them.
  if (findHarms(text, ["secret", "request"]).length === 0) return 0;
  const request = REQUEST.test(text);
  const marks = [...(SECRET.test(text) ? ["secret"] : []), ...(request ? ["request"] : [])];
  const matches = findHarms(text, marks);
  if (matches.length === 0) return 0;
  const plain = HARMLESS_USES.reduce((rest, pattern) => rest.replace(pattern, " _ "), text);
  if (plain !== text) return gradeIntendedHarm(plain);
  const innocent = intendsNone(text, request);
  return matches.reduce<0 | 1 | 2 | 3>(
    (worst, { grade, always }) => (grade > worst && (always || !innocent) ? grade : worst),
    0,
  );
}

function intendsNone(text: string, request: boolean): boolean {
  if (isMadeUp(text) || EMERGENCY.test(text) || WRONGED.test(text)) return true;
  if (FACT.test(text) && !FIRST_PERSON.test(text) && !MEANS.test(text)) return true;
  if (STUDY.test(text)) return true;
  return request && PROTECTIVE.test(text) && !NOT_PROTECTIVE.test(text);
}

/** Whether a text is short enough to be one request, read as a whole. */
export function readWhole(text: string): boolean {
  return text.length <= MAX_WHOLE_LENGTH;
}

/** Whether a lower-case text is about law, history or research: harm is its subject, neither its aim nor near. */
export function isStudied(text: string): boolean {
  return STUDY.test(text) && !NEAR.test(text);
}
