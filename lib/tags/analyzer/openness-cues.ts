/** Words and shapes of prompts that tell how free the answer is. Written for this project. */

const GENRE =
  "(?:short stor(?:y|ies)|stor(?:y|ies)|poems?|poetry|songs?|lyrics|haikus?|limericks?|sonnets?|jokes?|tales?|fables?|raps?|verses?|rhymes?|scenes?|dialogues?|monologues?|screenplays?|novels?|fan ?fiction|riddles?|odes?|ballads?|skits?|slogans?|taglines?|puns?|toasts?|captions?|metaphors?|fairy ?tales?|diary entr(?:y|ies)|tongue twisters?|mottos?|jingles?|parod(?:y|ies)|blog posts?|grace|lullab(?:y|ies)|acrostics?|nicknames?|usernames?|hashtags|pick-?up lines?|soliloqu(?:y|ies)|sci-?fi|fiction|ads?|advert(?:isement)?s?|tweets?|social media posts?|memes?)";

/** Made up, felt, or chosen freely. */
export const FREE_CREATION: readonly RegExp[] = [
  new RegExp(
    `\\b(?:write|compose|create|make up|make|invent|tell|draft|generate|craft|give|pen|dream up|come up with|continue|complete|improvise|do|produce|need|love|like|enjoy|want|have|post|sing|propose|suggest|think of)\\b(?: (?:me|us|up))?(?: (?!for\\b|of\\b|about\\b|that\\b|the plot)[\\w'-]+){0,5}? ${GENRE}\\b(?! (?:point|review|structure|analysis|summary|board|sequence))`,
    "i",
  ),
  /\b(?:an?|some|a few|few|two|three|four|more|any|your|little|short|tiny|brief|bedtime|funny|silly|rhyming|new|original) (?:[\w'-]+ ){0,2}?(?:stor(?:y|ies)|poems?|verses?|rhymes?|tales?|songs?|lullab(?:y|ies)|haikus?|limericks?|sonnets?|fables?|fairy ?tales?|ballads?|odes?|lyrics|raps?|lines of verse|scenes?) (?:about|on|of|for|with|in which|where|featuring|around|inspired|starring|that|to)\b/i,
  new RegExp(
    `^\\s*(?:an?|some|a few|one|two|three|\\d+)(?: [\\w'-]+){0,3} ${GENRE} (?:about|on|for|with|in|featuring|where|of)\\b`,
    "im",
  ),
  /\b(?:brainstorm|improvise|dream up|invent (?:a|an|some|me|your)|make up (?:a|an|some|your)|let your imagination|be creative|anything you like|surprise me)\b/i,
  /(?:^|\P{L})(?:poème|poesía|poema|gedicht|poesia|histoire|cuento|geschichte|storia|chanson|canción|canzone|sonnet|wiersz|стих\p{L}*|рассказ|сказк\p{L}|قصيدة|قصة|कविता|कहानी|şiir|hikaye)(?!\p{L})|俳句|短歌|诗|詩|故事|物語|小説|시를|이야기/iu,
  /\bnames? for (?:a|an|my|our|the|this)\b|\bname ideas\b|\b(?:ideas|themes?) for (?:a|an|my|our) (?:\w+ ){0,2}(?:party|hunt|game|costume|story|novel|film|painting|video|tattoo|gift|logo|date)\b/i,
];

/** A kind of fiction that is named at all, where no work is at hand to be read or judged. */
export const GENRE_NAMED =
  /\b(?:stor(?:y|ies)|poems?|poetry|tales?|verses?|rhym(?:e|es|ing)|songs?|ballads?|limericks?|haikus?|sonnets?|fairy ?tales?|lullab(?:y|ies)|fables?|once upon a time|fiction|stanzas?)\b/i;
export const ABOUT_A_WORK =
  /\b(?:summari[sz]e|analy[sz]\w+|explain|translate|review|interpret|compare|discuss|improve|edit|correct|rewrite|proofread|feedback|meaning of|moral of|author|wrote|written by|this|these|that|the following|news|cover|user|my (?:story|poem|song|tale))\b/i;

/** A part to play, an opinion to have: free where nothing is asked that has one answer. */
export const ROLE_PLAY: readonly RegExp[] = [
  /\b(?:imagine|pretend|role-?play)\b/i,
  /\bwhat (?:if|would happen if|do you think)\b|\b(?:your (?:opinion|thoughts|favou?rite)|how do you feel|share your (?:view|opinion|thoughts))\b/i,
  /\b(?:act as|take on the role|embody|picture yourself|imagine yourself|as if you were|if you were|from the perspective of|in the style of|continue the story|speak like|in the voice of)\b/i,
  /^\s*(?:as an? |you are (?:now )?an? )[^.?\n]{2,80}[,.].*\b(?:your|you)\b/i,
];

const LANGUAGE =
  "(?:python|javascript|typescript|java|c\\+\\+|c#|rust|golang|ruby|php|kotlin|swift|perl|haskell|scala|bash|powershell|sql|html|css|matlab|vba|regex)";
const CODE_NOUN =
  "(?:function|functions|program|script|regex|regular expression|query|class|snippet|routine|method|algorithm|code|subroutine|macro|one-?liner|implementation|procedure|lines|loop|module|website|web ?page)";

/** A program to be written. */
export const CODE_REQUEST: readonly RegExp[] = [
  new RegExp(
    `\\b(?:write|implement|create|code|develop|show|give|make|build|produce|need|complete|provide|want|like|after|wants|with|generate|finish|missing)\\b(?: [\\w+#'-]+){0,6}? ${CODE_NOUN}\\b(?! (?:of|word|review))`,
    "i",
  ),
  new RegExp(`\\b${LANGUAGE}(?=[\\s,.:;?!]|$)[^.?!\\n]{0,80}\\b(?:that|which|to|something|namely)\\b`, "i"),
  new RegExp(`\\b${LANGUAGE} (?:${CODE_NOUN}|question|homework|exercise|problem|solution|answer)\\b`, "i"),
  new RegExp(`\\b(?:in|using|with) ${LANGUAGE}(?=[\\s,.:;?!]|$)`, "i"),
  /\bimplement (?:a|an|the) \w+|\b(?:sql|regex) (?:for|that|to)\b/i,
];
/** A programming language, which is named where a program is wanted. */
export const PROGRAMMING_LANGUAGE = new RegExp(`\\b(?!html|css)${LANGUAGE}(?=[\\s,.:;?!)]|$)`, "i");
/** Programs that run, hang and are stopped are no programs to be written. */
export const NOT_CODE =
  /\b(?:process(?:es)?|threads?|install\w*|error|crash\w*|hangs?|frozen|learn(?:ing)?|book|course for|difference between|versus|vs\.?|explain how|getting started)\b(?! (?:a|the) (?:string|list|file))/i;

/** A calculation. */
export const COMPUTATION = {
  strong:
    /\b(?:calculate|compute|solve (?:for|the|this)|work out the|subtract|multiply|simplify|factori[sz]e|differentiate|integrate|find (?:x|the (?:value|number|area|sum|roots?|derivative|integral|probability|volume|length|mean|median|lattice|minimum|maximum))|what is \d|what'?s \d|convert \d|sum of \d|product of|evaluate (?:the )?(?:expression|integral|sum|limit)|square root)\b|^[\s\d+\-*/^().=x×÷]{3,}\??\s*$/i,
  question:
    /\b(?:how (?:many|much|far|long|old|fast|high|tall|heavy|big)|what (?:distance|share|amount|total|fraction|percentage|area|speed|volume|is the (?:total|area|probability|sum|difference|average|net|value|price|cost|result|perimeter|remainder|distance))|what'?s the (?:total|probability|area|average)|(?:resistor|capacitor|find|rank|index)\b|compute|bill|in total|altogether|have left|is left|are left|remain(?:s|ing)?|left over|per (?:hour|day|week|item))\b/i,
} as const;

/** Writing to a purpose: what is said is free within it. */
export const OPEN_WRITING: readonly RegExp[] = [
  /\b(?:write|draft|compose|create|generate|prepare|make|structure|design|develop|outline|produce|craft|build|propose|pen|plan)\b(?: (?:me|us|up|out))?(?: [\w'-]+){0,6}? (?:letters?|emails?|e-?mails?|speech|essays?|op-?eds?|articles?|reports?|briefs?|contracts?|plans?|proposals?|reviews?|syllab(?:us|i)|curricul\w+|agenda|itinerar\w+|checklists?|questionnaires?|surveys?|press releases?|newsletters?|presentations?|templates?|announcements?|messages?|resumes?|cover letters?|profiles?|bios?|statements?|guides?|menus?|schedules?|scripts?|posts?|descriptions?|introductions?|paragraphs?|notes|lesson|experiment|study|strategy|strategies|budget|workflow|system|diagram|sermon|excuse|malware)\b/i,
  /^\s*(?:lesson plan|meal plan|training plan|itinerary|plan (?:me|a|my|our)|half marathon plan)\b/im,
  /\b(?:convince me|persuade|argue (?:for|against|that)|make (?:a|the) case|debate|in favou?r of|critique|evaluate whether|assess (?:the|whether)|review (?:my|this|the)|improve (?:my|this)|feedback on)\b/i,
];

/** Advice, planning, opinion: several good answers. */
export const ADVICE: readonly RegExp[] = [
  /\bhow (?:can|should|could|might|would|do|did|does) (?:i|we|one|my \w+|she|he|a beginner|someone|somebody|people like)\b(?! (?:know|tell) )|\bhow (?:would|might|should|could|do) you\b(?! (?:explain|describe|define|express|call|calculate|compute|say|spell|write)\b)|\bhow (?:best )?to\b|\bhow does (?:that|this|it) (?:go|work out)\b/i,
  /\bwhat (?:should|can|could|would|shall|must|might) (?:i|we|you|she|he|they|one)\b|\bwhat do (?:i|we) (?:do|need|have to|bring|say|start)\b|\bwhat does it take\b|\bwhere (?:do|should|can|would|could|to) (?:i|we|you|one|begin|start)\b|\bwhich \w+ (?:should|would|do|can|could) (?:i|we|you)\b|\bwhat(?:'s| is| are) (?:your|the best|the easiest|the key|the trick|a good|good|the secret|the most \w+|some)\b|\bwhat (?:would|will|might|should|could) (?:an?|the|my|your) (?:\w+ ){0,3}(?:tell|advise|say|recommend|suggest)\b/i,
  /\b(?:advice|advise|recommend(?:ation)?s?|suggest(?:ions?)?|(?:some|few|any|more|of|\d+|gift) ideas|ideas (?:for|on|to|about)|tips?|pointers|guidance|wisdom|hints?|tricks?|strateg(?:y|ies) (?:to|for)|pros and cons|ways? (?:to|of)|steps (?:to|for|if|\d)|as steps|help (?:me|us|with)|talk me through|take me through|walk me through|guide me|coach me|how (?:someone|somebody|people|one|anyone) (?:would|could|can|might|should)|what (?:matters|works|counts|helps)|(?:points?|bullets?|sentences?|words?) (?:[\w ]{0,25})?(?:on|about|for)|tell me (?:about|what|the best)|your (?:take|view|thoughts|opinion|experience)|never done it|for the first time|watch out for|mind(?:ful)? of|keep in mind|get(?:ting)? better at|improve|discuss|worth (?:it|moving)|should i\b|convince)\b/i,
  /\b(?:i|we|my \w+|who)(?:'d|'ve|'m|'re)? (?:am |are |have |would |really |just |also )?(?:want|wants|wish|like|love|plan|planning|need|needs|have|has|hope|hoping|intend|decided|trying|tried|about|going|tempted|keen|dared|struggl\w+|considering|thinking of|thinking about|looking)\b(?: (?:me|him|her|us|very much|help))?(?: to\b| with\b| for\b| \w+ing\b)|^\s*(?:trying|looking|planning|hoping|wanting|about|need|want|thinking|help) (?:to|for|with|of)\b|\bdared me\b|\bi'm new to\b|\bstruggl\w+ with\b|\bsucceed at\b|\bkey to\b|\blet's talk about\b/im,
  /\b(?:need(?:ed|s)?|takes?|required|necessary|possible|easy|easiest|hard|smart|smartest|safe|safest|sensible|secret|order|able|allowed|like|ready|time) to \w{2,}|\bgo(?:es|ing)? about\b|\bget(?:ting)? started\b|\bset about\b|\b(?:makes|make) sense (?:for|when)\b|\bgood at\b|\bgo wrong\b|\bpay attention\b|\bbeginners?\b(?! in programming)|\bfirst[- ]timers?\b/i,
  /\b(?:about|on|for|with|at|regarding|when|into|before|while|concerning|topic:?|subject:?|theme:?|is|:) (?:[a-z]+ly )?(?!thing\b|string|king|ring|spring|being|bring|during|according|including|anything|something|everything|nothing|evening|morning|building|using|having|doing|braising|sampling|voting|braking|imaging)[a-z]{3,}ing (?:[a-z'-]+ ){1,6}?[a-z'-]+[?.!]*$/i,
  /\b(?:train or plane|which one should)\b/i,
];

/** One right answer, to be checked against a key. */
export const SINGLE_ANSWER: readonly RegExp[] = [
  /\b(?:true or false|yes or no|multiple choice|choose (?:one|the correct|between)|pick (?:one|the correct)|which option|correct (?:answer|option)|fill in the blank|underlined word)\b/i,
  /\b(?:classify|categori[sz]e|label (?:the|each|this)|extract|sort (?:the|these|this)|count (?:the|how)|identify the|name (?:the|this|its|one|two|that|those|it)\b|say which|give (?:me )?the (?:year|name|date|term|number)|state the|find the (?:error|bug|odd)|rank these|decide (?:if|whether)|predict (?:how|the)|verify|prove)\b/i,
  /^\s*\(?[A-D][).:] /m,
];

/** A question of fact, with its mark or without. */
export const FACT_QUESTION =
  /(?:^|[,:]\s+|\b(?:tell me|know|wonder(?:ing)?|curious|remember|ask(?:s|ed)?|settle|forgot|explain|me|us|is|this)[,:]? )(?:and |so |ok |okay |but |then |well |please |hi |hey |sorry |quick question |in |by |for |from |to |at |under |on |with |of |after )?(?:who|whom|whose|what|which|when|where|why|how)\b|\b(?:who|whom|whose|what|which|when|where|why|how)\b[^?]*\?\s*["”')]*$|^\s*(?:and |so |but )?(?:is|are|was|were|do|does|did|has|have|can|could|will)\b[^?]*\?/i;
/** Questions put to the one who answers, for what he is or feels. */
export const TO_THE_READER =
  /\b(?:do|did|are|would|could|should|have|can|if) you\b(?! (?:explain|describe|define|tell|know|call|say|spell|calculate|name|settle|compute|give me))|\byour (?:favou?rite|opinion|life|day|crew|take|view|thoughts|signature|origin)\b/i;

/** Asking for more than a statement: an explanation at length, a comparison, a discussion. */
export const BROAD =
  /\b(?:explain (?:how|why|the (?:process|role|concept|difference|impact))|describe|compare|contrast|analy[sz]e|influence[ds]?|impacts?|implications|why do some|what role|in what ways|summari[sz]e|overview|sum (?:it|them|both) up|both\b[^.?!]{0,20}\?)/i;
