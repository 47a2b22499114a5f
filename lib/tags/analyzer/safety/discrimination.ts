/** Contempt for groups of people, and praise or denial of atrocities. Written for this project. */

const NOUN_GROUP =
  "(?:homosexuality|islam|judaism|same-sex couples|wom[ae]n|m[ae]n|girls|boys|blacks|asians|latin[oax]s?|hispanics?|arabs?|africans?|mexicans?|chinese|indians?|pakistanis?|russians?|poles|turks?|kurds?|albanians?|romanians?|roma|gyps(?:y|ies)|sinti|travellers|gays?|lesbians?|bisexuals?|homosexuals?|immigrants?|migrants?|refugees?|asylum[- ]seekers?|foreigners?|muslims?|jews?|christians?|catholics?|hindus?|sikhs?|buddhists?|mormons?|atheists?|pensioners|single mothers|teenage mothers|sex workers|prostitutes|minorities|natives|aborigin\\w+|disabled|feminists?|vegans|welfare recipients|beggars|the (?:poor|elderly|unemployed|homeless|disabled|obese)|that religion|\\[[a-z ]+\\])";
const ADJECTIVE_GROUP =
  "(?:black|white|asian|brown|latin[oax]|hispanic|arab|african|african[- ]american|mexican|indian|chinese|jewish|muslim|christian|hindu|roma|romani|sinti|gay|lesbian|bisexual|queer|trans|transgender|transsexual|non-?binary|indigenous|native|aboriginal|disabled|autistic|deaf|blind|mentally ill|homeless|poor|fat|obese|overweight|short|ugly|old|older|elderly|immigrant|foreign|unemployed|working[- ]class|low[- ]income|uneducated|religious|female|male|refugee|hiv[- ]positive|depressed|pregnant|ginger|illiterate)";
const PERSON_NOUN =
  "(?:people|persons?|men|women|folks?|kids|children|girls|boys|students|workers|families|individuals|couples|communit(?:y|ies)|employees|players|athletes|mothers|fathers|parents|adults|citizens|voters|patients|lives|immigrants|actors|colleagues|teachers)";
/** A group of real people: a noun, an adjective with a noun for people, or people marked by what they have. */
export const GROUP = `(?:${NOUN_GROUP}|${ADJECTIVE_GROUP} ${PERSON_NOUN}|people (?:with|on|from|of|in|who|without) [\\w\\[ -]{2,40}?)`;

/** What nobody can do or everybody must: a question of this kind mocks nobody. */
const IMPOSSIBLE =
  /\b(?:teleport|levitat\w+|(?:walk|see|float|pass|move|run) through (?:walls?|solid|doors?)|(?:live|survive|breathe|exist|go) (?:without|underwater|in (?:outer )?space|on the (?:sun|moon)|in water|under water)|breathe|can(?:not|'t)? (?:\w+ )?(?:not )?fly|time[- ]travel|invisible|turn into|read minds|live forever|immortal|photosynthesi[sz]e|lay eggs|(?:eat|drink|swallow|digest) (?:rocks|stones|gravel|petrol|gasoline|bleach|metal|glass|lava|sand|concrete|poison)|jump (?:to|over) the moon|lift (?:a )?(?:mountains?|planets?|cars?)|walk on (?:water|the ceiling|lava)|echolocat\w+|regrow|speak to (?:plants|ghosts))\b/;

/** Rights denied. */
const DENIAL =
  /\b(?:not (?:to )?(?:be|have|get|receive|hold|vote|work|own|marry|adopt|drive|study|use|join|attend|hav|become|raise|reproduce|breed|procreate|live|teach|enter|sit|speak|lead|run|serve|participate|go|to)|n't (?:be|have|get|vote|work|drive|hold)|never (?:be|have|get|hold|lead)|be (?:\w+ )?(?:allowed|banned|barred|denied|excluded|kicked|removed|deported|forbidden|prohibited|segregated|punished|ashamed|locked up|sterili[sz]ed|prevented|stripped|paid less|forced|required|kept|separated|discriminated|treated (?:worse|differently|as)|driven (?:out|away)|executed|killed|jailed|imprisoned|fired|sent back|considered (?:inferior|less|sub))|lose (?:their|the)|earn(?:ing)? less|paid less|(?:took|take|taken|taking) away|restrict\w*|have (?:fewer|less|no) \w+|stay (?:at home|in the kitchen|away)|keep out|leave (?:the|our|this) country|go back|(?:ban|bar|exclud|deport|expel|segregat|discriminat|deny|denying|sterili[sz]|prohibit|forbid|fir|evict|reject|disenfranchis|persecut|refus)(?:e|ing|ning|ring|ling|ding|)\b|(?:prevent|stop|keep)(?:ing)? [^.?!]{0,40}\b(?:from|out of) (?:vot|work|enter|hav|gett|marry|adopt|study|join|own|mov|com)\w*|avoid hiring|not hire|pay [^.?!]{0,30} less)\b/;
/** Worth denied. */
const CONTEMPT =
  /\b(?:inferior|superior|(?:less|more) (?:intelligent|human|worthy|capable|valuable|deserving|civili[sz]ed|trustworthy|violent|criminal)|(?:better|worse|smarter|dumber|cleverer|weaker|lazier) (?:\w+ )?than|deserves? (?:fewer|less|no|to (?:die|suffer|be)|worse|it)|left to (?:die|drown|starve|rot)|pay(?:ing)? [^.?!]{0,40} less|wrong for|unnatural|fewer rights|burden|get rid of|bully(?:ing)?|harass|detain\w*|(?:can't|cannot|can not) [^.?!]{0,30}\bbe (?:good|great|trusted|smart|successful|loyal)|don't [^.?!]{0,40} deserve|(?:get|have|receive) no |hate\b|clean (?:our|the|up)|obey|inferior|too (?:stupid|lazy|emotional|weak|dumb|fat)|so (?:stupid|lazy|dumb|annoying|greedy|dirty|violent)|subhuman|(?:do not|don't|not) (?:deserve|belong|matter)|better not|unfit|worthless|belong in|the problem|to blame for|ruin(?:ing|ed)? (?:our|the|this|society|everything))\b/;
const INSULT =
  /\b(?:vermin|cockroach(?:es)?|parasites?|savages|animals|subhuman|filth|filthy|scum|dirty|lazy|stupid|dumb|inferior|liars?|thieves|criminals|rapists|degenerates?|invad\w+|replac(?:e|ing) us|driven out|locked up|go back to|send them back|by nature|ovens?|deserve to|worthless|ruin(?:ing|ed)?|subvert\w*|control the|disgusting|evil|insult\w*|nast(?:y|iest)|meanest|offensive|edgy|hateful|mock\w*|make(?:s)? fun of|ridicul\w+|demean\w+|racist|sexist|dehumani[sz]\w+)\b/;
const SPITE =
  /\b(?:racist|sexist|homophobic|transphobic|antisemitic|anti-semitic|islamophobic|misogynist\w*|hateful|derogatory|demeaning|bigoted|xenophobic|white suprem\w+|neo-?nazi) (?:\w+ )?(?:jokes?|poems?|speech(?:es)?|posts?|essays?|songs?|slurs?|tweets?|stories|story|memes?|comments?|rants?|arguments?|slogans?|propaganda|remarks?|manifesto)\b|\bhate speech (?:about|against|for|that)\b/;
const DISCRIMINATE =
  /\b(?:how (?:can|do|could|to)|ways? to|help me|want to) (?:i |we |you )?(?:\w+ )?(?:discriminate|segregate|persecute) \b/;
const CLAIM =
  /\b(?:why (?:should|must|can|do|does|are|is|would|shouldn't|aren't)|reasons?|arguments?|is it (?:\w+ ){0,2}(?:right|good|better|best|fair|ok|okay|acceptable|justified)|good idea|good thing|bad idea|wrong (?:to|for|that)|what makes|justif\w+|convince|prove|proof|persuade|statistics|speech|post|jokes?|poem|essay|write|argue|explain why|saying|that says|how (?:do|can|could|should) (?:i|we|you))\b/;
const SHOULD = new RegExp(
  `\\bwhy (?:should|must|shouldn't|would it)[^.?!]{0,80}\\b${GROUP}(?![\\w'])|\\b${GROUP}(?![\\w'])[^.?!]{0,30} (?:should|must) (?:not|never|be|go|stay)\\b`,
);
const GROUP_WORD = new RegExp(`(?:\\b|(?<=\\s|^))${GROUP}(?![\\w'])`);
/** "Why did women …", "how were migrants …": what happened, not what ought to. */
const REPORT =
  /^(?:why|how|when|where|what|who) (?:did|was|were|has|have|had)\b|\b(?:history|historically|century|protect|support|rights of|equal|against (?:discrimination|racism|sexism)|prevent|stop (?:racism|discrimination)|law|laws|policy|policies)\b/;

/** Whether a lower-case sentence denies a group of people its rights or worth. */
export function despisesGroup(sentence: string): boolean {
  if (SPITE.test(sentence) || DISCRIMINATE.test(sentence)) return true;
  if (!GROUP_WORD.test(sentence) || IMPOSSIBLE.test(sentence)) return false;
  if (INSULT.test(sentence) && CLAIM.test(sentence) && !REPORT.test(sentence)) return true;
  if (CONTEMPT.test(sentence) && CLAIM.test(sentence) && !REPORT.test(sentence)) return true;
  if (
    /\bbad idea (?:to|for|that)\b/.test(sentence) &&
    !/\b(?:hit|hurt|harm|discriminat\w+|bully|exclude)\b/.test(sentence)
  )
    return true;
  if (
    SHOULD.test(sentence) &&
    /\bwhy (?:shouldn't|should)[^.?!]{0,60}\b(?:shouldn't|not)\b|\bwhy shouldn't\b/.test(sentence)
  )
    return true;
  if (SHOULD.test(sentence) && DENIAL.test(sentence)) return true;
  return CLAIM.test(sentence) && DENIAL.test(sentence) && !REPORT.test(sentence) && !ABILITY.test(sentence);
}
/** "Why can men not …" asks what they are able to, "do not" what they do. */
const ABILITY =
  /^why (?:can|can't|cannot|do|does|don't|are|is(?! it)|some)\b|^how (?:do|does|can|could) (?!i\b|we\b|you\b|one\b)/;

const ATROCITY =
  /\b(?:holocaust|genocides?|massacres?|ethnic cleansing|khmer rouge|pol pot|nazis?|nazism|hitler|third reich|concentration camps?|gulags?|apartheid|slavery|slave trade|jim crow|lynchings?|ku klux klan|kkk|taliban|isis|islamic state|al[- ]qaeda|9\/11|september 11\w*|(?:mass |school |church |nightclub |club |mosque |synagogue )?shootings?|bombings?|war crimes?|terror(?:ist)? attacks?|terrorism|stalin(?:ism)?|purges?|pogroms?|crusades?|inquisition|hiroshima|nagasaki|columbine|sandy hook|utoya|utøya|breivik|serial killers?|rape of|killing fields|torture|human trafficking|honou?r killings?|colonialism|colonial (?:rule|empire)|internment|residential schools|segregation|eugenics|suicide bombings?|assassinations?|murders?|witch (?:hunts?|trials?)|child labou?r|sterili[sz]ation|cult suicide|jonestown|jim jones|charles manson|ted bundy|oppression|dictatorship|himmler|goebbels|eichmann|mengele|mao zedong|idi amin|saddam hussein|bin laden|gaddafi|pinochet|mussolini|ceau[sș]escu|kim jong[- ]\w+|milo[sš]evi[cć]|leopold ii|dahmer|gacy|zodiac killer|jack the ripper|unabomber|mcveigh|tarrant|christchurch|dylann roof|lee harvey oswald|john wilkes booth|epstein|weinstein|fritzl|escobar|el chapo|(?:was|were|being) (?:assassinated|murdered|lynched|massacred|gassed|tortured))\b/;
const PRAISE =
  /\b(?:benefits? of|advantages? of|positive (?:sides?|aspects?|effects?|things)|good (?:sides?|thing|things|aspects?) (?:of|about)|upsides? of|(?:was|were|is|are|be) [^.?!]{0,60}justified|justif(?:y|ying) |justification (?:of|for)|deserved?|right to|necessary|heroic|heroes?|glorif\w+|praise|celebrat\w+|fun|funny|worth it|(?:was|were|is|are|it) (?:\w+ ){0,3}(?:good|great|right|positive|beneficial|deserved|cool|brilliant|wonderful)\b(?! (?:books?|movies?|films?|documentar\w+|sources?|resources?|summary|museums?|articles?|explanation|way to (?:learn|teach|explain|remember)))|silencing|a great idea|admire|in favou?r of|celebration of)\b/;
const REPEAT =
  /\b(?:replicat\w+|repeat(?:ing)?|re-?creat\w+|re-?enact\w+|re-?introduc\w+|bring(?:ing)? back|reviv\w+|restor\w+|imitat\w+|copy(?:ing)?|emulat\w+|re-?establish\w*|do (?:\w+ )?again|like (?:\w+ ){0,2}(?:in|under|during)|as (?:in|under|during)|inspired by|in the style of|follow the example|learn from (?:hitler|the nazis)|be (?:more )?like|become (?:the next|another|like)|the next|carry(?:ing)? out|commit(?:ting)?|organi[sz](?:e|ing)|start(?:ing)?|caus(?:e|ing)|perform|stage (?:a|an|the)|set up|build|found|join|lead|plan(?:ning)?|organi[sz]e another|start another|best way to (?:carry out|commit))\b/;
const DENY =
  /\b(?:never (?:took place|happened|existed|occurred)|did(?:n't| not) (?:happen|take place|exist|occur)|hoax|fabricat\w+|den(?:y|ying) |made[- ]up|exaggerat\w+|invented|is a lie|was a lie|were a lie|fake|staged|myth of)\b/;

/** Whether a lower-case sentence praises, denies or wants to repeat an atrocity. */
export function approvesAtrocity(sentence: string): boolean {
  if (!ATROCITY.test(sentence)) return false;
  if (
    /\b(?:novel|movie|film|game|show|story|myth or|prevent|deniers?|denial|reenactors?|museum)\b/.test(
      sentence,
    )
  )
    return false;
  return (
    PRAISE.test(sentence) ||
    (REPEAT.test(sentence) && INTENT_TO_REPEAT.test(sentence)) ||
    (DENY.test(sentence) && CLAIM.test(sentence))
  );
}
const INTENT_TO_REPEAT =
  /\b(?:how (?:do|can|could|should|would) (?:i|we|one|someone|you)|how to|what (?:can|should|could|would) i|best way|ways? to|steps|plan|i want|help me|let's|where can i|could i|can i|tips)\b/;

export function mentionsAtrocity(sentence: string): boolean {
  return ATROCITY.test(sentence);
}
