/** Words and shapes of prompts that tell how free the answer is. Written for this project. */

const GENRE =
  "(?:short stor(?:y|ies)|stor(?:y|ies)|poems?|poetry|songs?|lyrics|haikus?|limericks?|sonnets?|jokes?|tales?|fables?|raps?|verses?|rhymes?|scenes?|dialogues?|monologues?|screenplays?|novels?|fan ?fiction|riddles?|odes?|ballads?|skits?|slogans?|taglines?|puns?|toasts?|captions?|metaphors?|fairy ?tales?|diary entr(?:y|ies)|tongue twisters?|mottos?|jingles?|parod(?:y|ies)|blog posts?|grace|lullab(?:y|ies)|acrostics?|nicknames?|usernames?|hashtags|pick-?up lines?|soliloqu(?:y|ies)|sci-?fi|fiction|ads?|advert(?:isement)?s?|tweets?|social media posts?|memes?)";

/** Made up, felt, or chosen freely. */
export const FREE_CREATION: readonly RegExp[] = [
  new RegExp(
    `\\b(?:write|compose|create|make up|make|invent|tell|draft|generate|craft|give|pen|dream up|come up with|continue|complete|improvise|do|produce|need|love|like|enjoy|want|have|post|sing|propose|suggest|think of)\\b(?: (?:me|us|up))?(?: (?!for\\b|of\\b|about\\b|that\\b|the plot)[\\w'-]+){0,5}? ${GENRE}\\b(?! (?:point|review|structure|analysis|summary|board|sequence))`,
    "i",
  ),
  new RegExp(`^\\s*(?:an?|some|a few|one|two|three|\\d+)(?: [\\w'-]+){0,3} ${GENRE} (?:about|on|for|with|in|featuring|where|of)\\b`, "im"),
  /\b(?:brainstorm|imagine|pretend|role-?play|improvise|dream up|invent (?:a|an)|make up (?:a|an|some|your)|let your imagination|be creative|anything you like|surprise me)\b/i,
  /\b(?:act as|take on the role|embody|picture yourself|imagine yourself|as if you were|if you were|from the perspective of|in the style of|continue the story|speak like|in the voice of)\b/i,
  /^\s*(?:as an? |you are (?:now )?an? )[^.?\n]{2,80}[,.].*\b(?:your|you)\b/i,
  /(?:^|\P{L})(?:poème|poesía|poema|gedicht|poesia|histoire|cuento|geschichte|storia|chanson|canción|canzone|sonnet|wiersz|стих\p{L}*|рассказ|сказк\p{L}|قصيدة|قصة|कविता|कहानी|şiir|hikaye)(?!\p{L})|俳句|短歌|诗|詩|故事|物語|小説|시를|이야기/iu,
  /\bwhat (?:if|would happen if|do you think)\b|\b(?:your (?:opinion|thoughts|favou?rite)|how do you feel|share your (?:view|opinion|thoughts))\b/i,
  /\bnames? for (?:a|an|my|our|the|this)\b|\bname ideas\b|\b(?:ideas|themes?) for (?:a|an|my|our) (?:\w+ ){0,2}(?:party|hunt|game|costume|story|novel|film|painting|video|tattoo|gift|logo|date)\b/i,
];

/** A program to be written. */
export const CODE_REQUEST: readonly RegExp[] = [
  /\b(?:write|implement|create|code|develop|show|give|make|build|produce|need|complete|provide|want|have|use)\b(?: [\w+#'-]+){0,6}? (?:function|program|script|regex|regular expression|quer(?:y|ies)|class|snippet|routine|method|algorithm|code|subroutine|macro|one-?liner|implementation|SQL|website|web ?page|app)\b(?! (?:of conduct|review))/i,
  /\b(?:in|write|using|implement (?:this|it) in) (?:python|javascript|typescript|java|c\+\+|c#|rust|go|golang|ruby|php|kotlin|swift|perl|haskell|scala|bash|sql|html|css|matlab|r)\b[^.?!]{0,40}\b(?:that|to|which|code|function|how|routine|snippet|a)\b/i,
  /\b(?:python|javascript|typescript|java|c\+\+|c#|rust|go|golang|ruby|php|kotlin|swift|perl|haskell|scala|bash|sql) (?:code|function|program|script|snippet|routine|method|class|one-?liner|query)\b/i,
  /\b(?:write|implement)\b[^.?!]{0,20}\b(?:python|javascript|typescript|c\+\+|rust|golang|haskell)\b|\b(?:regex|regular expression) (?:for|that|to)\b|\bimplement (?:a|an|the) \w+/i,
];

/** A calculation. */
export const COMPUTATION = {
  strong:
    /\b(?:calculate|compute|solve (?:for|the|this)|work out the|subtract|multiply|simplify|factori[sz]e|differentiate|integrate|find (?:x|the (?:value|number|area|sum|roots?|derivative|integral|probability|volume|length|mean|median|lattice|minimum|maximum))|what is \d|what'?s \d|convert \d|sum of \d|product of|evaluate (?:the )?(?:expression|integral|sum|limit)|square root)\b|^[\s\d+\-*/^().=x×÷]{3,}\??\s*$/i,
  question:
    /\b(?:how (?:many|much|far|long|old|fast|high|tall|heavy|big)|what (?:distance|share|amount|total|fraction|percentage|area|speed|volume|is the (?:total|area|probability|sum|difference|average|net|value|price|cost|result|perimeter|remainder|distance))|what'?s the (?:total|probability|area|average)|(?:resistor|capacitor|find|rank|index)\b|compute|bill|in total|altogether)\b/i,
} as const;

/** Writing to a purpose: what is said is free within it. */
export const OPEN_WRITING: readonly RegExp[] = [
  /\b(?:write|draft|compose|create|generate|prepare|make|structure|design|develop|outline|produce|craft|build|propose|pen|plan)\b(?: (?:me|us|up|out))?(?: [\w'-]+){0,6}? (?:letters?|emails?|e-?mails?|speech|essays?|op-?eds?|articles?|reports?|briefs?|contracts?|plans?|proposals?|reviews?|syllab(?:us|i)|curricul\w+|agenda|itinerar\w+|checklists?|questionnaires?|surveys?|press releases?|newsletters?|presentations?|templates?|announcements?|messages?|resumes?|cover letters?|profiles?|bios?|statements?|guides?|menus?|schedules?|scripts?|posts?|descriptions?|introductions?|paragraphs?|notes|lesson|experiment|study|strategy|strategies|budget|workflow|system|diagram|sermon|excuse|malware)\b/i,
  /^\s*(?:lesson plan|meal plan|training plan|itinerary|plan (?:me|a|my|our)|half marathon plan)\b/im,
  /\b(?:convince me|persuade|argue (?:for|against|that)|make (?:a|the) case|debate|in favou?r of|critique|evaluate whether|assess (?:the|whether)|review (?:my|this|the)|improve (?:my|this)|feedback on)\b/i,
];

/** Advice, planning, opinion: several good answers. */
export const ADVICE: readonly RegExp[] = [
  /\b(?:how (?:can|should|could|might|would|to|do|does one) ?(?:i|we|you|one|she|he|they|my \w+)?\b(?<=\b(?:i|we|you|one|she|he|they|to|my \w{1,20}))|what (?:should|can|could|do|would|shall|must) (?:i|we|you|she|he|they|one)\b|where (?:do|should|can|would|could) (?:i|we|you|one)\b|which (?:\w+ ){0,2}(?:should|would|do|can|could) (?:i|we|you)\b)/i,
  /\bwhat (?:would|will|might|should|could) (?:an?|the|my|your) (?:\w+ ){0,3}(?:tell|advise|say|do|recommend|suggest)\b|\bwhat (?:are|is|'s) (?:some |the |your |a )*(?:good |best |most effective |great |easy |key |main )+(?:ways?|tips?|strateg\w+|approach|guidance|method|methods|advice|practices|things|points?|to)\b|\bwhat'?s (?:the |a |your )?(?:good|best|most)\b/i,
  /\b(?:advice|advise|recommend(?:ation)?s?|suggest(?:ions?)?|(?:some|few|any|more|of|\d+|gift) ideas|ideas (?:for|on|to|about)|tips?|pointers|guidance|wisdom|hints?|tricks?|strateg(?:y|ies) (?:to|for)|pros and cons|ways to|ways of|steps (?:to|for|if)|best way|best ways|help (?:me|us|with)|plan to|planning|walk me through|how (?:someone|somebody|people|one|anyone) (?:would|could|can|might|should)|what (?:matters|works|counts|helps)|points? (?:on|about|for)|bullets? (?:on|about)|tell me (?:about|what|the best)|i (?:want|would like|wish|'d like|'d love|plan|need) to|i'd (?:like|love) to|i'm new to|struggl\w+ with|succeed at|key to|master|brush up|let's talk about|discuss|worth (?:it|moving)|better for|should i\b|convince|any (?:tips|advice|wisdom|ideas))\b/i,
  /\b(?:train or plane|or better|vs\.? .* for me|which one should)\b/i,
];

/** One right answer, to be checked against a key. */
export const SINGLE_ANSWER: readonly RegExp[] = [
  /\b(?:true or false|yes or no|multiple choice|choose (?:one|the correct|between)|pick (?:one|the correct)|which option|correct (?:answer|option)|fill in the blank|underlined word)\b/i,
  /\b(?:classify|categori[sz]e|label (?:the|each|this)|extract|sort (?:the|these|this)|count (?:the|how)|identify the|name (?:the|this|its|one|two|that|those)|give (?:me )?the (?:year|name|date|term|number)|state the|find the (?:error|bug|odd)|rank these|decide (?:if|whether)|predict (?:how|the)|verify|prove)\b/i,
  /^\s*\(?[A-D][).:] /m,
];

/** A question of fact. */
export const FACT_QUESTION =
  /\b(?:who|whom|whose|what|which|when|where|why|how)\b|^\s*(?:is|are|was|were|do|does|did|has|have|can|could|will)\b/i;

/** Asking for more than a statement: an explanation at length, a comparison, a discussion. */
export const BROAD =
  /\b(?:explain (?:how|why|the (?:process|role|concept|difference|impact))|describe|compare|contrast|analy[sz]e|influence[ds]?|impacts?|implications|why do some|what role|in what ways|summari[sz]e|overview|sum (?:it|them|both) up|both\b[^.?!]{0,20}\?)/i;
