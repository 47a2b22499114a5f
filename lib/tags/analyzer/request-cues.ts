/** Words and shapes by which the goals and requirements of an instruction are counted. Written for this project. */

const VERBS =
  "write|explain|describe|list|give|make|create|tell|show|provide|summari[sz]e|sum up|translate|compare|contrast|analy[sz]e|discuss|generate|design|calculate|compute|solve|find|name|suggest|recommend|identify|outline|draft|compose|rewrite|rework|edit|fix|correct|convert|classify|sort|add|include|use|mention|avoid|keep|ensure|start|begin|end|finish|close|return|state|define|plan|build|implement|develop|evaluate|assess|justify|prove|derive|consider|imagine|format|limit|highlight|cite|assume|choose|pick|select|rank|extract|replace|remove|check|test|improve|optimi[sz]e|teach|help|act|pretend|count|estimate|predict|simplify|proofread|organi[sz]e|arrange|complete|continue|present|propose|brainstorm|note|output|put|review|round|say|spell|turn|map|label|point out|mark|address|segment|gloss|redraft|redraw|interpret|diagonali[sz]e|comment|index|plot|scale|merge|report|stay|ground|embed|alter|shorten|tighten|expand|complain|introduce|come up with|pull|set up|walk me|answer|reply|respond|ask|invent|adapt|refactor|debug|verify|link|reference|conclude|finish with|work out|deliver|produce|prepare|record|track|search|share|pen";
const LEAD =
  "(?:(?:please|kindly|then|and|also|now|next|finally|first|second|third|plus|lastly|or|but|so|if possible|can you|could you|would you|will you|i want you to|i need you to|i'd like you to|you (?:must|should|need to)|help (?:me|us) (?:to )?|let's|afterwards|after that|in addition|additionally|pls)[, ]+)*";

/** A clause that requests something. */
export const REQUEST_CLAUSE = new RegExp(`^\\s*[-*•(\\d.)]*\\s*${LEAD}(?:${VERBS})\\b`, "i");
/** A clause that asks something. */
export const QUESTION_CLAUSE = new RegExp(
  `^\\s*${LEAD}(?:[^,;?]{0,60}\\b(?:who|whom|whose|what|which|when|where|why|how)\\b|(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|am)\\b)[^?]*\\?|^\\s*(?:and |then |also |or )?(?:what|which|when|where|why|how|whether|who) (?!i\\b)\\w+`,
  "i",
);
/** Where one wish ends and another may begin. */
export const CLAUSE_BREAK = new RegExp(
  `;\\s+|,\\s+(?:and\\s+|then\\s+|or\\s+|plus\\s+|also\\s+)?(?=(?:please |also |then )?(?:${VERBS}|what|which|when|where|why|how|whether|who)\\b)|\\s+(?:and|then|plus)\\s+(?=(?:please |also |then )?(?:${VERBS}|what|which|why|how many|how do|how would|how you|how to|whether)\\b)`,
  "i",
);
/** "Explain your reasoning", "keep it clear": hardly a goal of its own. */
export const HALF_GOAL =
  /^\s*(?:please |also |and |then |but )*(?:(?:explain|show|justify|describe) (?:your|the (?:background|reasoning|steps?)|each|every|how you|why|it|both|briefly|the working)|show (?:your )?work|keep it|keep this|make it|add (?:a|one) (?:short|brief|further|few)|give (?:a|the) (?:short|brief|reason|calculation)|try to|be (?:concise|brief|clear)|try|use plain|include everything|note that|assume|think)\b|\btoo\.?$/i;
/** Phrases that only point to what is asked elsewhere. */
export const NO_GOAL =
  /^\s*(?:please |can you |could you |would you |kindly |then )*(?:answer (?:the|this|both|these|my|from|using|based)|read (?:the|this)|solve the following|solve this|settle this|help me (?:win|out)|tell me the answer|tell me\b.{0,3}$|consider the following|look at|do the following|deal with (?:two|both)|let me know|consult|use only the|use the following|act as|pretend|imagine|you are|going by|given the|based on|following|a quick question|here is|below is|this is|i have|i was|say\b)|^\s*(?:any|some) (?:tips|ideas|advice|suggestions|thoughts)\b/i;
/** Announcements of two requests in one. */
export const ANNOUNCES_TWO =
  /\b(?:two|both|three|several) (?:\w+ )?(?:questions|things|requests|topics)\b|\b(?:answer|do|cover|address|handle) both\b|\b(?:first|1\)|1\.|question 1|\(a\)|a\))[:\s].{5,400}\b(?:second|2\)|2\.|next|then|question 2|\(b\)|b\))|\bfollow-?up\b|\band while we are at it\b|\bafter that\b|\bin addition\b|\bbesides\b|\balso[,:] |\bas well as this\b|\band (?:one )?more\b/is;
/** Requirements within a request. */
export const REQUIREMENT =
  /\b(?:must|should (?:be|have|include|not|never|also)|needs? to (?:be|have|include)|make sure|be sure|ensure|at least|no more than|as well as|in addition|additionally|including|instead of|except|unless|followed by|along with|respectively|so that|specifically|integrates?|should cover|taking into account|while (?:keeping|avoiding|handling|maintaining|leaving|carefully)|nobody may|never admit)\b/gi;
/** Conditions of a program beyond its one task. */
export const CODE_CONDITION =
  /\b(?:and (?!or\b)(?:keeps?|returns?|prints?|reports?|closes?|removes?|stores?|handles?|sorts?|writes?|the number|then)|otherwise|until|if|none if|without (?:using )?(?!max\b)|with (?:O\(|linear|the best)|by (?:binary|recursion|dynamic|merge)|time complexity|space complexity|edge cases|unit tests?|when (?:a|the) (?:user|call|button))\b/i;
/** Constraints that are the goal itself, or go with it. */
export const CONSTRAINT_NOT_COUNTED =
  /^(?:content|language|include=rhymes|length|style|only|format=given|choice)/;
