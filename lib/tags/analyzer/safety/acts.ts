/**
 * Acts of harm that their own words name, by kind. Each pattern is written for lower-case text with single
 * spaces; gaps are bounded, so that no pattern runs away. Written for this project.
 */

export interface HarmfulAct {
  readonly pattern: RegExp;
  readonly grade: 1 | 2 | 3;
  /** What neither fiction nor a question of fact makes harmless. */
  readonly always?: true;
}

const act = (grade: 1 | 2 | 3, ...patterns: readonly RegExp[]): HarmfulAct[] =>
  patterns.map((pattern) => ({ pattern, grade }));
const always = (grade: 1 | 2 | 3, ...patterns: readonly RegExp[]): HarmfulAct[] =>
  patterns.map((pattern) => ({ pattern, grade, always: true }));

/** Harm to oneself. */
const SELF_HARM: readonly HarmfulAct[] = [
  ...act(
    3,
    /\b(?:end|ending|take|taking) (?:my|your|his|her|their|this) (?:own )?life\b|\bcommit(?:ting)? suicide\b|\bsuicide (?:method|pact|note|plan)s?\b/,
    /\b(?:want|wanting|ready|going|way|ways) to die\b|\b(?:don'?t|do not) want to (?:live|be here|wake up|exist)\b|\bnot being here\b|\bno (?:reason|point) (?:to|in) (?:live|living)\b|\bbetter off (?:dead|without me)\b/,
    /\bself[- ]?harm(?:ing)? (?:method|without|so|ways?|tips)|\b(?:how|ways?|best|where) (?:\w+ ){0,3}(?:to )?self[- ]?harm\b|\b(?:kill|hang|hurt|cut|drown|starve|shoot|poison|strangle|suffocate|burn) (?:my|your|one)self\b/,
    /\boverdose on\b|\b(?:lethal|fatal|deadly) (?:dose|amount)\b|\bhow (?:many|much) [\w ]{1,40}(?:to overdose|would be lethal)\b/,
  ),
  ...always(
    3,
    /\bhow (?:many|much) [\w ']{1,40}(?:to (?:die|kill)|would kill|until (?:he|she|they|i) (?:dies?|doesn't|don't))\b/,
  ),
  ...act(
    2,
    /\b(?:stop eating|starve|purge|throw up)(?:ing)? (?:completely|without|after (?:eating|meals|every)|so)|\bhid(?:e|ing) (?:it|my (?:cuts?|eating|weight|scars|bulimia|anorexia)|that i)\b[\w ]{0,20}(?:from|parents)?|\b(?:pro[- ]?ana|thinspo)\b|\b(?:lose|drop|cut) \d+ ?(?:kg|kilos?|pounds|lbs?) in (?:\w+ )?(?:\d|a|one|two|three|four|five)(?: \w+)? (?:days?|week)\b/,
    /\b(?:diuretics?|laxatives?|sauna)\b[\w ,]{0,40}\b(?:sauna|drop|lose|weight|fight|kg)\b/,
  ),
];

const MAKE =
  "(?:make|making|build|building|create|creating|construct|constructing|assemble|produce|synthesi[sz]e|synthesi[sz]ing|cook|cooking|manufacture|develop|brew|mix|prepare|print|obtain|get|acquire|buy|buying|order|steal|sell|selling|smuggle|smuggling|plant|planting|detonate|set off|throw|weaponi[sz]e|weaponi[sz]ing|recipes?|ingredients|instructions|blueprints?|formula|hide|hiding|leave|put|place|convert|turn|cultivate|release|disperse|spread|acquiring|obtaining|exploding|explode)";
const WEAPON =
  "(?:bombs?|explosives?|grenades?|molotov\\w*|napalm|nerve (?:agents?|gas)|sarin|vx|novichok|mustard gas|chlorine gas|(?:poison|poisonous|toxic|deadly) gas|ricin|anthrax|cyanide|bio-?weapons?|(?:biological|chemical|nuclear) weapons?|ieds?|land ?mines?|c-?4|tnt|nitroglycerin\\w*|thermite|weapons?|letter bombs?|car bombs?|suicide vests?|pathogens?)";
const GUN =
  "(?:guns?|pistols?|rifles?|firearms?|silencers?|suppressors?|machine guns?|handguns?|revolvers?|shotguns?|ammunition)";

/** Weapons, terror and killing by noun. */
const WEAPONS: readonly HarmfulAct[] = [
  ...act(
    3,
    new RegExp(`\\b${MAKE}\\b(?: [\\w'-]+){0,5}? ${WEAPON}\\b`),
    new RegExp(
      `\\b(?:3d[- ]?print(?:ed|ing)?|ghost|untraceable|unregistered|illegal|homemade|without (?:a )?(?:serial|licen[cs]e|background))\\b(?: [\\w'-]+){0,4} ${GUN}\\b`,
    ),
    new RegExp(
      `\\b${GUN}\\b[\\w ,]{0,60}\\b(?:full[- ]?auto(?:matic)?|without (?:a )?(?:serial|licen[cs]e|background|permit)|serial number|untraceable|to (?:school|work))\\b`,
    ),
    /\b(?:virus|flu|strain|pathogen|bacteri\w+|plague|smallpox)\b[^.?!]{0,80}\b(?:spread|lethal|contagious|transmissible|weapon|home lab|deadlier)\b[^.?!]{0,80}\b(?:home|lab|how (?:could|can|do) i|make)\b/,
    /\b(?:commit|committing|plan|planning|plot|plotting|carry out|organi[sz]e|stage|staging|perform|execute|perpetrat(?:e|ing)|engage in|take part in|prepare|launch|get away with|arrange|start|cause|replicate|imitate|repeat)\b(?: [\w'-]+){0,4} (?:murders?|massacres?|genocide|terrorism|terrorist attacks?|terror attacks?|(?:mass |school )?shootings?|bombings?|arson|assassinations?|kidnappings?|rape|killing sprees?|ethnic cleansing|hate crimes?|lynching|homicide|manslaughter|attack on|death|acid attack|poisoning)\b/,
    /\b(?:join|joining|recruit(?:ing)?(?: \w+)? (?:for|to)|fund|donate to) (?:isis|al[- ]qaeda|the taliban|a terrorist|terrorists|hamas|boko haram|the (?:ku klux klan|kkk))\b|\bsuicide bomb(?:er|ing)\b|\bshoot(?:ing)? up\b/,
    /\b(?:hire|find|pay|become) (?:a |an )?(?:hit ?man|hired killer|assassin|contract killer)\b|\bget (?:\w+ ){1,3}(?:killed|murdered|beaten up|deported)\b|\bmake (?:\w+ ){1,4}(?:death|murder) look like\b|\blook(?:s)? like an accident\b/,
    /\b(?:dispos(?:e|ing)|get(?:ting)? rid|hid(?:e|ing)) (?:of )?(?:a |the |my |his |her )?(?:\w+ )?(?:body|bodies|corpses?|murder weapon)\b/,
    /\b(?:set|setting) (?:\w+ ){0,4}?(?:fire to|on fire|ablaze|alight)\b|\b(?:set|setting) fire\b/,
    /\b(?:derail|hijack|blow up|crash|poison|contaminate)(?:ing)?\b(?: [\w'-]+){0,3} (?:trains?|planes?|aircraft|water supply|reservoir|power (?:grid|plant|station)|bus(?:es)?)\b/,
    /\b(?:put(?:ting)?|slip(?:ping)?|mix(?:ing)?|crush(?:ing)?|drop(?:ping)?|sneak(?:ing)?|add(?:ing)?|pour(?:ing)?) (?:[\w'-]+ ){1,6}?(?:in|into|inside) (?:his|her|their|someone's|(?:my|a|the) [\w -]{1,25}'s) (?:drink|drinks|food|coffee|tea|meal|glass|cup|soup|water|cake)\b|\bspik(?:e|ing) (?:\w+ ){0,3}drinks?\b|\b(?:he|she|they) (?:passes?|pass) out\b|\bmake (?:[\w'-]+ ){1,4}(?:sick|ill) by\b/,
    /\bmak(?:e|ing) (?:someone|somebody|him|her|them|people|my [\w-]+|a person) (?:suffer|bleed|disappear|overdose|unconscious|commit suicide|(?:kill|hurt) (?:himself|herself|themselves))\b|\b(?:convince|persuade|encourage|push|get) (?:[\w-]+ ){1,4}to (?:kill|hurt|harm|cut|hang|shoot|starve) (?:him|her|them)sel(?:f|ves)\b/,
    /\bgiv(?:e|ing) (?:someone|somebody|him|her|them|people|my [\w-]+) (?:a |an )?(?:\w+ )?(?:headshot|beating|black eye|concussion|overdose|heart attack|electric shock|lethal \w+|cancer|hiv|aids|disease|addiction)\b|\bget (?:[\w-]+ ){1,4}addicted to\b/,
    /\b(?:put|driv|stick|plant|blow|fir|shov|ram|plung|pour|throw|pok|jab)(?:t?ing|e|ing)? (?:[\w'-]+ ){1,4}(?:in|into|through|to|at|on|off|from) (?:someone's|somebody's|his|her|their|people's|(?:my|a|the) [\w-]+'s) (?:head|brains?|chest|back|neck|throat|face|eyes?|skull|heart|belly|stomach)\b/,
    /\b(?:take|taking|claim) (?:a |someone's |another |somebody's |people's |human )(?:\w+ )?(?:life|lives)\b|\bterror campaign\b|\b(?:fly|flying|crash|drive|driving|steer|ram)(?:ing)? (?:[\w'-]+ ){0,4}(?:into|through) (?:a |an |the |my |some )?(?:\w+ ){0,2}(?:skyscrapers?|buildings?|crowds?|towers?|schools?|houses?|people|parade|mosque|church|pedestrians)\b/,
    /\b(?:make|making|force|forcing|trick|get) (?:[\w'-]+ ){1,4}(?:to )?(?:drink|eat|swallow|ingest|inhale) (?:\w+ )?(?:poison|bleach|antifreeze|acid|glass|urine|feces|pills)\b|\b(?:satisfy|indulge|act on|fulfil+|feed|explore) my (?:\w+ ){0,3}(?:cannibalis\w+|kleptomania|pyromania|sadis\w+|blood ?lust|urge to|necrophilia|zoophilia|desire to (?:kill|hurt|rape)|rape)\b/,
    /\b(?:roast|grill|fry|boil|bake|cook|eat|skin|devour|butcher|barbecue)(?:ing)? (?:a |an |my |the |some )?(?:\w+ )?(?:humans?|bab(?:y|ies)|child(?:ren)?|person|people|human (?:flesh|meat|being)|toddlers?|infants?|puppy|kitten|dog|cat)\b(?! (?:food|formula|potatoes|spinach|carrots|treats?|biscuits?|shower))/,
    /\b(?:sell|selling|buy|buying|auction|trade) (?:off )?(?:my|a|an|the|some|young|little)? ?(?:\w+ )?(?:child(?:ren)?|baby|babies|daughter|son|sister|wife|girls?|wom[ae]n|humans?|slaves?|human beings?|prostitutes?)\b(?! (?:\w+|')|')/,
    /\bviolence against (?!.*\b(?:prevent|stop|end))|\b(?:hold|holding|take|taking) (?:[\w-]+ ){1,4}hostage\b|\bbomb threat\b|\bdriv(?:e|ing) (?:[\w-]+ ){1,3}to suicide\b|\bbury(?:ing)? (?:[\w-]+ ){1,3}alive\b|\b(?:cut|cutting|tamper with|disable|sabotag\w+) (?:[\w'-]+ ){0,4}?brakes?\b/,
    /\b(?:dismember|dissolv|bury|burn|cut up|chop up|transport|melt|mov)(?:e|ing|ying)? (?:a |the |my |his |her )?(?:\w+ )?(?:corpses?|dead bod(?:y|ies)|body)\b(?! (?:fat|part|hair|lotion))/,
    /\b(?:fir(?:e|ing)|shoot(?:ing)?|throw(?:ing)?|driv(?:e|ing)|ram(?:ming)?|hurl(?:ing)?|launch(?:ing)?|drop(?:ping)?|aim(?:ing)?|point(?:ing)?|push(?:ing)?) (?:[\w'-]+ ){0,4}?(?:at|into|on|onto|in front of|off|under) (?:a |an |the |my |some |his |her )?(?:\w+ ){0,2}?(?:crowds?|people|civilians|police|cops?|protesters|pedestrians|trains?|cliffs?|stairs|someone|ex|wife|husband|boss|teacher|classmates?|neighbou?rs?)\b/,
    /\b(?:lac(?:e|ing)|spik(?:e|ing)|tamper(?:ing)? with|contaminat(?:e|ing)) (?:[\w'-]+ ){1,5}(?:with|using) |\b(?:arsenic|cyanide|strychnine|antifreeze|polonium|rat poison|thallium|hemlock|laxatives?)\b[\w ]{0,30}\b(?:in|into) (?:\w+ ){0,3}(?:food|drinks?|coffee|tea|cookies|water|meal|soup)\b/,
    /\bpoisons?\b[\w ,']{0,40}\b(?:nobody|no one|undetect\w+|untraceable|without|autopsy|in (?:his|her|their) body)\b|\b(?:tips|guide|plan|manual|instructions|advice) for (?:a |an |the |aspiring |future )?(?:school shooters?|terrorists?|mass shooters?|murderers?|kidnappers?|rapists?)\b|\bdestroy(?:ing)? evidence\b|\bwip(?:e|ing) out (?:[\w'-]+ ){0,4}(?:population|species|humanity|race|people|village|tribe|civili[sz]ation)\b/,
    /\bdamag(?:e|ing) (?:[\w'-]+ ){0,5}(?:so|until) \b|\b(?:train|plane|bridge|building)\b[^.?!]{0,40}\b(?:goes? down|collaps\w+|crash\w*) with\b|\b(?:doesn't|does not|never|don't) wake up\b/,
    /\bbecom(?:e|ing) (?:a |an )(?:\w+ )?(?:serial killer|terrorist|murderer|school shooter|mass shooter|pedophile|paedophile|rapist|suicide bomber|assassin|hit ?man|drug lord|kidnapper)\b|\bget(?:ting)? rid of (?:my |his |her |the )?(?:wife|husband|boss|neighbou?rs?|ex|mother-in-law|immigrants?|refugees|jews|muslims|witness(?:es)?|baby|child)\b/,
  ),
  ...act(
    2,
    new RegExp(
      `\\b(?:make|making|build|buy|buying|print|printing|get|sell|selling|smuggle|smuggling)\\b(?: [\\w'-]+){0,3}? ${GUN}\\b`,
    ),
    /\b(?:commit|committing) (?:\w+ ){0,3}(?:treason|perjury|a crime|crimes|a felony|burglary|robbery)\b|\b(?:incite|start|provoke)(?:ing)? (?:a |an )?(?:riot|violence|hatred|panic|stampede)\b/,
    /\bcrack(?:ing)? (?:open )?(?:a |the |my \w+'s )?(?:\w+ )?(?:safe|vault|wi-?fi|password|software)\b|\bsmuggl(?:e|ing) \w+|\b(?:knife|weapon|blade|drugs?) (?:\w+ ){0,2}(?:through|past) (?:\w+ )?(?:security|customs|the border)\b/,
    /\bdog ?fight(?:s|ing)?\b|\bcock ?fight(?:s|ing)?\b|\banimal cruelty\b|\b(?:dump|dumping) (?:\w+ ){0,4}(?:waste|oil|chemicals) (?:in|into|down)\b|\brevenge on\b|\b(?:get|getting|take|taking) (?:my )?revenge\b|\bwrecking (?:his|her|their)\b/,
  ),
];

const DRUG =
  "(?:cocaine|coke|crack|heroin|(?:crystal )?meth(?:amphetamine)?|lsd|mdma|ecstasy|molly|fentanyl|ketamine|pcp|ghb|dmt|opium|(?:magic )?mushrooms|shrooms|mari[jh]uana|weed|cannabis|hash|hashish|xanax|adderall|oxycontin|oxycodone|rohypnol|roofies|narcotics|opioids|(?:illegal|hard|street|party) drugs|drugs|amphetamines?|steroids|pills)";

/** Drugs, theft, fraud, break-ins: crimes without violence. */
const CRIME: readonly HarmfulAct[] = [
  ...act(
    2,
    new RegExp(
      `\\b(?:make|making|cook|cooking|synthesi[sz]e|synthesi[sz]ing|produc(?:e|ing)|grow|growing|extract|manufactur(?:e|ing)|sell|selling|deal|dealing|buy|buying|score|find|get|acquire|smuggl(?:e|ing)|traffic|trafficking|order|inject|injecting|snort|snorting|obtain|hide|hiding|import)\\b(?: (?!store|interaction)[\\w'-]+){0,3}? ${DRUG}\\b(?! (?:store|trial|stores))`,
    ),
    /\b(?:prescription|pills|medication|medicine|antibiotics|drugs)\b[\w ]{0,30}\bwithout (?:a |any )?prescription\b|\b(?:beat|pass|cheat|fake) (?:\w+ ){0,2}drug test\b|\b(?:drive|driving) (?:\w+ )?(?:drunk|high)\b/,
    /\b(?:commit|committing) (?:\w+ ){0,4}(?:fraud|identity theft|theft|larceny|forgery)\b|\b(?:run|running|start|pull off|set up) (?:\w+ ){0,3}(?:scam|ponzi scheme|pyramid scheme|fraud|con)\b|\b(?:insurance|credit card|welfare|benefit|tax) fraud\b/,
    /\b(?:forg(?:e|ing)|counterfeit(?:ing)?|fak(?:e|ing)|falsif(?:y|ying)|print(?:ing)?) (?:[\w'-]+ ){0,5}?(?:id|ids|passports?|signatures?|documents?|diplomas?|degrees?|certificates?|prescriptions?|invoices?|receipts?|che(?:que|ck)s?|money|currency|bills|banknotes|tickets?|licen[cs]es?|cards?|papers|evidence|will|visas?)\b/,
    /\b(?:sell|selling|make|making|print|printing|buy|buying|pass|use|spend) (?:\w+ ){0,2}(?:counterfeit|forged|fake (?:money|ids?|passports?|documents?|cards?|notes?|brand|designer|certificates?|tickets))\b/,
    /\blaunder(?:ing)?\b|\bembezzl\w+|\b(?:evad(?:e|ing)|dodg(?:e|ing)|cheat(?:ing)? on|not pay(?:ing)?) (?:\w+ ){0,2}tax(?:es)?\b|\b(?:hid(?:e|ing)|conceal(?:ing)?) (?:[\w'-]+ ){0,4}(?:income|money|assets|profits|earnings) from\b|\btwo sets of books\b|\binsider trad\w+|\b(?:cheat|defraud|trick|scam)(?:ing)? (?:\w+ ){0,3}(?:insurance|insurer|bank|tax|taxman|irs|elderly|customers)\b/,
    /\b(?:turn|roll|wind|set)(?:ing)? back (?:\w+ ){0,4}(?:mileage|odometer|clock of)\b|\b(?:odometer|mileage)\b[\w' ]{0,30}\b(?:back|down|lower|fraud|tamper\w*)\b|\b(?:tamper|roll)\w* (?:\w+ ){0,3}(?:odometer|mileage|meter)\b/,
    /\b(?:sell|sells|selling|fence|fencing|mov(?:e|ing)) (?:\w+ ){0,2}stolen\b|\bbreak(?:ing)? out of (?:prison|jail|custody)\b|\b(?:sell|give|supply|serve|buy|get)(?:ing)? (?:[\w'-]+ ){0,5}(?:alcohol|beer|vodka|liquor|cigarettes|vapes?|drugs|it|them) (?:to|for) (?:minors|kids|children|teenagers|underage \w+)\b|\bbecom(?:e|ing) (?:a |an )(?:drug dealer|dealer|thief|hacker for hire|con ?(?:man|artist)|scammer|pimp|smuggler|loan shark)\b/,
    /\bbypass(?:ing)? (?:[\w'-]+ ){0,3}(?:meter|meters)\b|\b(?:avoid|dodge|evade|outrun|lose|escape|get past)(?:ing)? (?:\w+ )?(?:the )?(?:cops|police|breathaly[sz]er|checkpoint|sobriety)\b|\banabolic\b[\w ]{0,30}\b(?:cycle|stack)\b|\bsteroid cycle\b|\b(?:tree|trees|hedge)s?\b[\w ,'.?]{0,60}\b(?:die slowly|so they die|poison)\b/,
    new RegExp(`\\b(?:hook|get|getting|turn|start)(?:ing)? (?:[\\w-]+ ){1,3}(?:hooked )?on ${DRUG}\\b`),
    /\b(?:get(?:ting)? into|start|run|join|enter|expand)(?:ing)? (?:\w+ ){0,4}(?:human trafficking|drug trade|drug dealing|organi[sz]ed crime|mafia|cartel|street gang|black market)\b|\bbecom(?:e|ing) (?:a |an )(?:\w+ )?(?:arsonist|criminal|gangster|burglar|robber|pickpocket|stalker|cannibal|cult leader|fraudster|forger|counterfeiter|hacker)\b(?! in)/,
    /\bshoplift\w*|\bpick(?:ing)? ?pockets?\b|\bpickpocket\w*|\bhot-?wir(?:e|ing)\b|\bcarjack\w*/,
    /\b(?:disabl|bypass|jam|defeat|deactivat|disarm|trick|get around|cut)(?:e|ing)? (?:[\w'-]+ ){0,4}(?:alarms?|security systems?|cctv|security cameras?|ankle monitor|immobili[sz]er)\b/,
    /\bpretend(?:ing)? to be (?:\w+ ){0,3}(?:bank|police|irs|tax office|doctor|officer|grandson|support|inspector)\b|\b(?:give|send|tell) (?:me|us) (?:their|her|his) (?:codes?|pins?|bank|card|savings)\b/,
    /\b(?:bank|store|shop|train|jewel\w*|armed) (?:robbery|robberies|heist)\b|\b(?:plan|pull off|commit) (?:\w+ ){0,3}(?:robbery|heist|burglary)\b/,
  ),
  ...act(
    3,
    /\bbreak(?:ing)? into (?:[\w'-]+ ){0,4}?(?:house|houses|home|homes|flat|apartment|cars?|office|building|bank|vault|store|shop|school|garage|museum|room|safe|property)\b/,
    /\bcook(?:ing)? (?:\w+ ){0,2}meth\b|\b(?:launder\w*) (?:\w+ ){0,2}drug\b|\b(?:swindl|scam|defraud|trick|con|rob|cheat)(?:e|ing|ning|ming)? (?:[\w'-]+ ){0,3}(?:pensioners?|elderly|seniors?|old (?:people|ladies|lady|man|woman)|grand(?:ma|mother|pa|father|parents?)|widows?|retirees|savings)\b/,
    /\b(?:threaten|intimidat|brib|silenc|scar)(?:e|ing)? (?:\w+ ){0,4}(?:witness(?:es)?|judge|juror|jury|prosecutor)\b|\b(?:doesn't|does not|don't|never|not) (?:show up|appear|testify)[\w ]{0,12}(?:court|trial)?\b|\bdrops? the charges\b/,
    /\b(?:poison|exterminat|tortur)(?:e|ing)? (?:[\w'-]+ ){0,3}(?:dogs?|cats?|pets?)\b/,
  ),
];

const FALSE_TEXT =
  "(?:fake|false|fabricated|made[- ]up|bogus|misleading) (?:[\\w-]+ ){0,2}(?:posts?|news|stor(?:y|ies)|articles?|quotes?|testimon\\w+|tweets?|evidence|claims?|stud(?:y|ies)|statistics|accusations?|reports?|rumou?rs?)";

/** Untruths that hurt: elections, medicine, reputations. */
const DISINFORMATION: readonly HarmfulAct[] = [
  ...always(
    2,
    new RegExp(
      `\\b(?:write|create|make|generate|give me|draft|produce|spread|publish|invent|post|compose)\\b[^.?!]{0,40}\\b${FALSE_TEXT}\\b`,
    ),
    /\b(?:make up|invent|fabricate) (?:\w+ ){0,2}(?:quotes|evidence|sources|accusations?|testimon\w+|statistics)\b(?=.*\b(?:legit|real|convincing|believ\w+|news|article)\b)|\b(?:statistics|facts|numbers|arguments?|evidence) (?:i can )?(?:twist|to prove that)\b[^.?!]{0,60}\b(?:people|vaccines?|criminals?|inferior)\b/,
  ),
  ...always(
    3,
    /\b(?:vot(?:e|es|ers|ing)|elections?|ballots?|polling)\b[^.?!]{0,80}\b(?:cancel+ed|stay (?:at )?home|suppress|rig|stuff|wrong (?:day|date))\b/,
  ),
  ...act(
    2,
    /\bso (?:that )?(?:they|he|she|it) (?:all )?dies?\b|\b(?:make|get)(?:ting)? (?:someone|somebody|her|him) (?:to )?(?:believe|think) (?:that )?(?:she|he|they)(?:'s| is| are) (?:crazy|insane|mad|worthless)\b|\b(?:control|manipulat\w+) (?:her|him|my (?:wife|girlfriend|husband|partner|boyfriend))\b/,
  ),
];

/** Computers and other people's secrets. */
const CYBER: readonly HarmfulAct[] = [
  ...act(
    3,
    /\b(?:ransomware|locks? (?:every|all|the|their) files?|encrypts? (?:every|all|the|their) files?)\b(?=[^.?!]{0,80}(?:pay|extort|ransom|hospital|victim|compan|network|spread)|.{0,3}$)/,
    /\b(?:write|code|create|develop|make|build|spread|deploy)(?:ing)?\b(?: [\w'-]+){0,4} ransomware\b/,
  ),
  ...act(
    2,
    /\bhack(?:ing|s)? (?:in(?:to)?|someone|somebody|his|her|their|my [\w-]+(?:'s| (?:school|company|work))|a (?:\w+ ){0,2}(?:account|website|server|computer|phone|network|bank|atm|database|camera|wifi|router|system)|the (?:\w+ ){0,3}(?:account|website|server|computer|phone|network|bank|atm|database|camera|wifi|router|system|school|school's|government|pentagon|election)|my (?:\w+ )?(?:neighbou?r|ex|girlfriend|boyfriend|wife|husband|school|boss|teacher))/,
    /\bhack (?:[\w'-]+ ){0,4}(?:accounts?|websites?|servers?|networks?|atms?|wi-?fi|instagram|facebook|snapchat|whatsapp|webcams?|emails?|phones?)\b/,
    /\b(?:write|create|make|build|develop|code|deploy|spread|install|use|send|buy|give|draft|design|generate|launch|program|need)(?:ing)?\b(?: [\w'-]+){0,4}? (?:malware|spyware|keyloggers?|trojans?|(?:computer )?worms?|rootkits?|botnets?|phishing|ddos|backdoors?|computer virus(?:es)?|zero[- ]days?|exploits? for|credential stuffing|sql injection attacks?)\b/,
    /\b(?:guess|crack|steal|brute ?-?force|find out|figure out|get|obtain|reset|bypass|sniff|recover|capture)(?:ing)? (?:[\w'-]+ ){0,4}?(?:[a-z]+'s|someone's|his|her|their) (?:[\w-]+ ){0,3}(?:passwords?|passcodes?|pins?|logins?|credentials|codes?|accounts?)\b/,
    /\b(?:track|trac(?:e|ing)|monitor|spy|listen|bug|tap|record|read|intercept|follow|watch)(?:ing)?(?: (?:on|in on|to))? (?:[\w'-]+ ){0,5}(?:in secret|secretly|without (?:(?:her|him|them|their|his) )?(?:knowing|knowledge|consent|noticing|permission|telling))\b|\bsecretly (?:track|record|film|monitor|watch|follow|listen|install|read|photograph)\w*(?! (?:my own|myself))/,
    /\b(?:spy|spying|snoop(?:ing)?|eavesdrop(?:ping)?) on (?!(?:my )?(?:competitors?|birds|planets))\w+|\b(?:hid(?:e|den|ing)|install(?:ing)?|plac(?:e|ing)) (?:a |an )?(?:hidden |spy |secret )?cameras? in (?:[\w'-]+ ){0,4}(?:bathrooms?|bedrooms?|toilets?|showers?|changing rooms?|airbnb|room)\b|\bupskirt\w*/,
    /\b(?:logs?|records?|tracks?|reads?) everything (?:\w+ ){0,3}(?:types?|does|says|writes)\b|\b(?:into|use|using|on|steal) (?:my )?(?:\w+ )?neighbou?r'?s'? (?:wi-?fi|internet|network)\b|\bdeep ?fake(?:s)? (?:of|porn|nude)|\b(?:where|find out where) (?:[\w'-]+ ){1,3}(?:now )?lives?(?: now)?\b(?=.*\b(?:ex|blocked|she|he|her|him)\b)|\b(?:she|he) (?:has )?blocked me\b/,
    /\b(?:steal|stealing|buy|use|find|generate)(?:ing)? (?:\w+ ){0,3}(?:credit card (?:numbers?|details|info)|social security numbers?|bank details|identit(?:y|ies))\b(?! for (?:my|our))/,
    /\bjailbreak (?:chatgpt|an? (?:ai|llm)|the (?:ai|model))\b|\bcheat(?:ing)? (?:in|at) (?:online )?(?:casino|poker)\b/,
  ),
];

const MINOR =
  "(?:child(?:ren)?|kids?|minors?|underage\\w*|pre-?teens?|toddlers?|school ?(?:girl|boy)s?|little (?:girl|boy)s?|(?:[1-9]|1[0-7])[- ]?(?:year|yr)s?[- ]?olds?|(?:my )?pupils?|(?:young|teen(?:age)?) (?:girl|boy)s?)";
const SEXUAL =
  "(?:porn\\w*|nudes?|naked|sexual(?:ly)?|sexy|sex|erotic\\w*|seduc\\w+|groom(?:ing)?|undress\\w*|aroused?|fondle|molest\\w*|send (?:me |us )?(?:pictures|photos|pics|nudes)|meet (?:me )?alone|into a (?:van|car))";

/** Sexual harm. Never elaborated, only found. */
const SEXUAL_HARM: readonly HarmfulAct[] = [
  ...always(
    3,
    new RegExp(
      `\\b${MINOR}\\b(?! (?:education|health))[\\w ,'-]{0,40}\\b${SEXUAL}\\b(?! (?:education|ed|health|abuse (?:prevention|victims?)|predators|traffick))`,
    ),
    new RegExp(`\\b${SEXUAL}\\b(?! (?:education|ed|health|abuse|predators))[\\w ,'-]{0,30}\\b${MINOR}\\b`),
    /\b(?:satisfy|my|enjoy|act on|indulge) (?:\w+ ){0,2}p(?:a)?edophil\w*|\bcsam\b|\blur(?:e|ing) (?:\w+ ){0,3}(?:child(?:ren)?|kids?|girls?|boys?)\b/,
  ),
  ...act(
    2,
    /\brevenge porn\b|\bnudes? of (?:my|her|him|someone)\b|\b(?:without|no) (?:her |his |their )?consent\b|\bincest\b|\bbestiality\b|\b(?:explicit|graphic|hardcore) (?:sex|porn|erotic)\w*|\bdate rape\b/,
  ),
  ...act(1, /\b(?:porn\w*|erotic\w*|sex scene|sexting|nudes?|prostitut\w+|escort service)\b/),
];

export const HARMFUL_ACTS: readonly HarmfulAct[] = [
  ...SELF_HARM,
  ...WEAPONS,
  ...CRIME,
  ...DISINFORMATION,
  ...CYBER,
  ...SEXUAL_HARM,
];
