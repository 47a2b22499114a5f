/** What makes harmful words harmless: a question of fact, help against harm, fiction, games and sports. */

/** Marks of wanting to do it. */
export const INTENT =
  /\b(?:ways?|methods?|steps?|strateg(?:y|ies)|techniques?|tricks?|tips?|instructions|recipe|plan|procedure|tutorial|ingredients|tools?|how to|easiest|quickest|simplest|fastest|best|good idea|least bad|strongest|deadliest|would (?:i|you|one|we) (?:have|need)|means|approach|possible to|what (?:should|can|could|do|would|must) (?:i|we|you)|what do i|where (?:can|do|could|should|would) (?:i|we|you|one)|where to|how (?:can|do|could|should|would|might|does) (?:i|we|you|one|someone|somebody|a person|people|anyone)\b|which \w+ (?:should|can|do|could|must|would) (?:i|we)|(?:can|could|should) i\b|walk me through|help me|teach me|give me|write|tell me how to|show me how|i want|i need|i plan|i wish|i would like|i'd (?:like|love)|i have to|let's)/;
const OPENING =
  "(?:please |so |hey |hi |ok |okay |well |and |but |also |just |quick question[,:.]? |i wonder |i was wondering |tell me |explain |can you (?:tell me|explain) |could you (?:tell me|explain) |do you know |explain to me |describe )*";
const QUESTION_OF_FACT = new RegExp(
  `^${OPENING}(?:who|whose|when|why|what|which|where|how (?:many|much|long|old|often|common|bad|did|was|were|is|are|has|have|does|do)|how [a-z]+ (?:is|are|was|were)|is|are|was|were|did|does|has|have|how (?:[a-z]+ ){1,2}(?:catch|work|detect|spread|kill|die))\\b`,
);
const KNOWLEDGE =
  /\b(?:history of|overview of|role of|symbolism|difference between|penalt(?:y|ies)|sentence for|legal(?:ly)? (?:consequences|difference|definition|status)|laws? (?:on|about|against)|statistics (?:on|of)|effects? of|causes? of|signs? of|symptoms? of|consequences of|dangers? of|risks? of|prevalence|rate of|definition|what does .{1,40} mean|meaning of|means?\b|etymology|ethics of|philosophy of|psychology of|documentar(?:y|ies)|summari[sz]e|summary of|biography|scientists?|historians?|theory|symptoms|linguists?|essay on|research on|how (?:vaccines|police|doctors|scientists|lawyers|detectives|courts|companies))\b/;

/** Whether a lower-case sentence asks what is or was, not how to do it. */
export function asksForFact(sentence: string): boolean {
  if (KNOWLEDGE.test(sentence) && !/\bhow (?:can|do|could|should|would) i\b|\bhow to\b/.test(sentence))
    return true;
  return QUESTION_OF_FACT.test(sentence) && !INTENT.test(sentence);
}

/** "In my novel", "for a film", "a scene with": not "like in the film", nor what is done at a film festival. */
const WORK =
  "(?:novels?|novella|fiction|screenplay|movies?|films?|tv|tv shows?|tv series|shows?|series|sitcom|comics?|comic books?|manga|anime|cartoons?|plays?|scenes?|chapters?|poems?|opera|musical|scripts?|stor(?:y|ies)|thrillers?|fairy ?tales?|myths?|mythology|legends?|role-?play\\w*|photo ?shoots?|improv|theat(?:er|re)|haunted house|parod(?:y|ies)|sketch|songs?|painting)";
const FICTION = new RegExp(
  `(?<!\\b(?:like|as) )\\b(?:in|for|from|of|about|into|within) (?:a |an |the |my |our |this |his |her |some |your )?(?:[\\w'-]+ ){0,3}?${WORK}\\b(?! (?:theat|festival|premiere|set\\b|night|convention|store|shop|star|director|crew|host|critic))` +
    `|\\b(?:write|draft|compose|describe|film|draw|stage|rehearse|perform|depict|tell|read|sing|act|watch(?:ing)?|plays?) (?:me )?(?:a |an |the |my )?(?:[\\w'-]+ ){0,4}?(?:novel|stor(?:y|ies)|scenes?|poems?|tale|chapter|character|play|comic|song|limerick|victim on stage)\\b` +
    "|\\bfictional\\b|\\bon stage\\b|\\b(?:main |my |beloved |a |the )(?:character|protagonist|villain|antagonist)\\b|\\bplot of\\b|\\bas a writer\\b|\\bmurder mystery\\b|\\bwhodunn?it\\b|\\bcosplay\\b|\\bhalloween\\b|\\bkill(?:ing)? off\\b|\\b(?:who|what) (?:\\w+ ){0,4}(?:snow white|macbeth|hamlet|game of thrones|star wars|harry potter)\\b",
);
const GAME_KINDS =
  /\b(?:(?:video|board|card|computer|mobile|online|arcade|role-?playing|strategy|war|console) ?games?|in (?:a |an |the |this |my |our )?(?:[\w':-]+ ){0,3}games?|gaming|gameplay|laser tag|paintball|airsoft|boss (?:fight|battle)|(?:last|final) boss|speedrun\w*|npcs?|respawn\w*|dungeons (?:and|&) dragons|d&d|dnd|minecraft|fortnite|roblox|gta|grand theft auto|call of duty|warzone|overwatch|valorant|counter-?strike|cs:? ?go|apex legends|pubg|league of legends|dota|starcraft|warcraft|skyrim|the witcher|witcher \d|elden ring|dark souls|bloodborne|sekiro|god of war|super mario|mario (?:kart|party)|smash bros|pok[eé]mon|animal crossing|stardew valley|terraria|the sims|red dead(?: redemption)?|assassin'?s creed|far cry|resident evil|metal gear|final fantasy|mortal kombat|street fighter|tekken|dead by daylight|left 4 dead|the last of us|age of empires|total war|crusader kings|rimworld|hollow knight|cuphead|warhammer|magic: the gathering|battletech|baldur'?s gate|mass effect|world of tanks|rainbow six|destiny 2|genshin impact|clash (?:of clans|royale))\b/;
/** Games whose names are common words. */
const GAME_NAMES =
  /\b(?:in|on|at|playing|play|of) (?:the game (?:of )?)?(?:chess|checkers|draughts|poker|monopoly|scrabble|uno|risk|catan|clue|cluedo|mafia|among us|halo|doom|quake|hades|civ(?:ilization)?(?: \w+)?|diablo(?: \w+)?|oblivion|fallout(?: \w+)?|cyberpunk(?: \w+)?|hitman(?: \w+)?|battlefield(?: \w+)?|uncharted|zelda|mario|destiny|portal|half-?life|cod|sims(?: \w+)?|factorio|go|stratego|battleship|zombies mode)\b/;
const SPORT =
  /\b(?:in|at|during|playing|play|for) (?:\w+ ){0,2}?(?:tennis|golf|football|soccer|basketball|baseball|softball|volleyball|hockey|rugby|cricket|badminton|squash|table tennis|ping pong|boxing|kickboxing|judo|karate|taekwondo|aikido|jiu[- ]?jitsu|bjj|mma|ufc|wrestling|muay thai|fencing|martial arts|archery|bowling|billiards|darts|races?|racing|marathon|match|tournament|competition|debate|argument|quiz|spelling bee|karaoke|dance[- ]off|rap battle|sparring|dodgeball|arm[- ]?wrestling|sumo|trivia|chess|checkers|poker|self[- ]defen[cs]e)\b|\b(?:punching|heavy) bag\b/;

/** Whether a lower-case text is about fiction or a game, where nobody comes to harm. */
export function isMadeUp(text: string): boolean {
  return FICTION.test(text) || GAME_KINDS.test(text) || GAME_NAMES.test(text);
}

/** Whether a lower-case text is about a sport or contest: people are beaten there, not killed. */
export function isContest(text: string): boolean {
  return SPORT.test(text);
}

const PROTECTION =
  /\b(?:prevent(?:ing|ion)?|protect(?:ing|ion)?|avoid(?:ing)?|stop(?:ping)?|defend(?:ing)?|report(?:ing)?|escape|surviv(?:e|ing|or|ors)|recover(?:ing|y)?|detect(?:ing|ion)?|recogni[sz](?:e|ing)|spot(?:ting)?|cop(?:e|ing) with|deal(?:ing)? with|heal(?:ing)?|treat(?:ing|ment)?|help(?:ing)? (?:a |my |someone |victims|people )|victims? of|against|awareness|fight(?:ing)?|combat(?:ing)?|warn(?:ing)?|safe from|afraid of|worried about|fear of|accused of|suspect(?:s|ed)?|tell if|know if|is being|from being|help with|talk(?:ing)? (?:to|about)|rescue|first aid|arrested for|convicted of)(?: [\w'-]+){0,6}\s*$/;
const NOT_PROTECTION =
  /\b(?:avoid|without|evade|escape) (?:\w+ ){0,2}(?:detect\w+|caught|arrest|police|suspicion|noticed|paying|being)\b|\bmistakes should i avoid\b|\bmistakes to avoid\b|\bavoid(?:ing)? when\b/;

/** Whether the words before a harmful act turn against it: "protect my account from …". */
export function guardsAgainst(sentence: string, actAt: number): boolean {
  if (/\bwithout (?:\w+ly )?$/.test(sentence.slice(0, actAt))) return true;
  if (NOT_PROTECTION.test(sentence)) return false;
  return PROTECTION.test(sentence.slice(Math.max(0, actAt - 60), actAt));
}
/** "If somebody stabs me", "when a child is choking": an emergency. */
export const EMERGENCY =
  /\b(?:if|when|after|in case) (?:someone|somebody|he|she|they|an?|the|my|another)\b(?: \w+){0,3} (?:is|are|was|were|gets|has|have|tries|attacks|threatens|hits|steals|hacks|stole|hacked|stabs|shoots)\b|\b(?:was|were|been|being|got|getting) (?:\w+ )?(?:attacked|assaulted|abused|raped|robbed|scammed|hacked|stalked|bullied|harassed|threatened|poisoned|shot|stabbed|hurt|beaten)\b|\b(?:someone|somebody|he|she|they|who|that|people) (?:is|are|was|were|keeps?|kept|has been|have been) (?:\w+ )?(?:stalking|harassing|threatening|bullying|hitting|attacking|abusing|hurting|blackmailing|spying on|following|tracking) (?:me|us|my|our)\b/;
