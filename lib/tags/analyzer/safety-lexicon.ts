/** Words of harm by grade, and the contexts in which they are harmless. Written for this project. */

/** Serious harm to people, whatever stands around it. */
export const HIGH_TERMS = `pipe bomb, dirty bomb, nail bomb, car bomb, suicide bomb*, nerve gas, nerve agent, sarin, anthrax, ricin,
  chemical weapon, biological weapon, bioweapon, mass shooting, school shooting, shoot up a school, commit suicide, killing myself,
  suicide method, end my life, kill myself, hang myself, take my own life, ways to die, child porn*, child sexual, csam, underage girl,
  sex with minor, molest*, pedophil*, rape, raping, behead*, ethnic cleansing, cook meth, make meth, synthesize meth*,
  methamphetamine synthesis, human trafficking, traffick a, terrorist attack, hitman, hit man, hire a killer, dispose of a body,
  dispose of a corpse, hide a body, get away with murder, date rape, roofie, groom a child, improvised explosive, napalm at home,
  build a bomb, make a bomb, making a bomb, bomb making, bomb recipe, molotov*, self harm method, cut myself, starve myself,
  dismember*, join isis, mass murder, serial killing, snuff, kidnap*, hold for ransom, for ransom, torture someone, lynch*, honor killing, poison gas`;

/** Crime, hate, drugs, weapons, sexual content, injury. */
export const MODERATE_TERMS = `hack into, hack someone, hack a, hack my, hack the, hacking into, phishing, malware, ransomware, keylogger, ddos, spyware,
  steal, stealing, shoplift*, rob a, robbery, burglar*, break into, pick a lock, lockpick*, hotwire, counterfeit*, fake id, fake passport, fake review, fake a, fake my, fake document, fake sick note, odometer, without a prescription, without prescription, prescription pill,
  forge, forging, forgery, identity theft, fraud*, scam, ponzi, blackmail*, extort*, bribe, bribing, stalk*, spy on, track someone, harass*, bully,
  bullying, cyberbully*, dox, doxx*, racist, racial slur, sexist, homophobic, hate speech, antisemit*, white suprem*, neo nazi, slur, cocaine,
  heroin, meth, lsd, mdma, ecstasy pill, fentanyl, opioid, crack pipe, deal drugs, sell drugs, buy drugs, illegal drug, smuggl*, untraceable,
  ghost gun, silencer, explosive, gunpowder, grenade, assault rifle, buy a gun, illegal weapon, launder*, money laundering, evade tax*,
  tax evasion, insider trading, porn*, nude, erotic*, explicit sex, sexual fantasy, incest, insult, humiliat*, defam*, disinformation,
  fake news article, overdose, suicide, suicidal, self harm, anorexi*, bulimi*, terroris*, extremis*, genocide, kill, killing, murder*, poison,
  poisoning, bomb, bombing, shoot, shooting, stab, strangle, torture, assassinat*, arson, vandali*, bypass security, crack a password,
  crack password, steal password, pirated, piracy, torrent a, jailbreak, deepfake, revenge, abuse, assault, blow up, slit, mutilat*, hurt someone,
  hurt people, drunk driving, cheat on an exam, cheat on my, sabotage, incite, riot, inferior race, catfish, private photo, social security number,
  credit card number, home address of, without consent, without getting caught, without being caught, get away with, undetected, in secret, secretly, behind her back, behind his back, without permission, without them knowing, without her knowing, without him knowing, execute a person,
  get high, inhale glue, swallow bleach, drink bleach, exploit child*, dogfight*, animal cruelty`;

/** Matters that call for care: health, law, money, risk, death, strong feelings. */
export const LOW_TERMS = `alcohol, drunk, beer, vodka, smoking, cigarette, vape, vaping, marijuana, cannabis, weed, gambling, gamble, betting, casino, gun, firearm,
  weapon, rifle, ammunition, knife fight, medication, dosage, dose of, painkiller, antidepressant, sleeping pill, side effect, drug, diet pill,
  lose weight fast, fasting, depression, depressed, panic attack, mental health, lonely, grief, died, death, dying, dead body, corpse, war crime,
  violence, violent, crime, criminal, victim, abuse victim, prison, sex, sexual, sexuality, dating, divorce, affair, controversial, abortion, euthanasia,
  immigration, conspiracy, propaganda, lawsuit, sue, arrested, chest pain, symptom, diagnos*, bleeding, infection, surgery, cancer, hiv, std,
  chemical burn, toxic, hazardous, electric shock, radiation, wildfire, earthquake safety, password, vpn, dark web, surveillance, cyberattack,
  stereotype, offensive, swear, curse word, curse, profanity, insulting, prank, fight, revenge plot, invest my savings, payday loan, debt, cryptocurrency, holocaust,
  slavery, nazi, hitler, terror, hostage, massacre, hate, pregnan*, overweight, obes*, tattoo, explosion, acid, bleach, self defense, pepper spray, body image,
  horror, lie about, lying about, skip school, call in sick, crack, hack, attack, burn down, destroy, ghost hunting, dangerous, danger, risky, unsafe, harmful, illegal`;

/** Verbs of violence: with a human target near, the highest grade. */
export const VIOLENT_VERB =
  /\b(?:kill|murder|poison|stab|shoot|snipe|strangle|throttle|torture|assassinate|kidnap|abduct|capture|drown|suffocate|choke|burn|beat(?: up)?|attack|assault|hurt|injure|maim|blind|execut|exterminat|eradicat|annihilat|obliterat|decimat|eliminat|liquidat|terminat|behead|decapitat|rape|drug|blow(?:ing)? up|run(?:ning)? over|crush|punch|slap|slash|hammer|smash|break(?:ing)?(?: open)?|crack(?:ing)? open|cut(?:ting)? off|hunt(?:ing)? down|wipe? out|take out|knock out|knockout|overpower|lynch|bomb|butcher|saw|axe|punish|hang|enslav)(?:e|es|s|ing)?\b/;
/** People who can be harmed. */
export const HUMAN_TARGET =
  /\b(?:someone|somebody|people|person|persons|man|woman|men|women|child|children|kids?|bab(?:y|ies)|him|her|them|boss|wife|husband|neighbou?rs?|co-?workers?|colleagues?|girlfriend|boyfriend|ex|friends?|mother|father|mom|dad|brother|sister|parents|family|politicians?|president|crowd|myself|yourself|teachers?|students?|business(?:man|woman|men)|workers?|guards?|drivers?|customers?|tourists?|celebrit(?:y|ies)|classmates?|humans?|police|officers?|jews|muslims|christians|immigrants|refugees|citizens|civilians|strangers?|opponents|village|city|hospital|school|skull|spine)\b/;
/** Games in which people are beaten harmlessly. */
export const CONTEST =
  /\b(?:in|at|playing) (?:\w+ )?(?:chess|checkers|tennis|poker|monopoly|scrabble|golf|football|soccer|basketball|bowling|(?:video |board |card )?games?|a race|an argument|a debate|fortnite|minecraft|mario kart|call of duty|gta|hitman|competition|tournament)\b/;
/** Groups of people, and what is denied them: discrimination is of the second grade. */
export const PEOPLE_GROUP =
  /\b(?:women|men|black|white|asian|latin[ox]s?|arabs?|trans(?:gender)?|gays?|lesbians?|homosexuals?|queer|immigrants?|migrants?|refugees?|muslims?|jews?|jewish|christians?|hindus?|roma|gypsies|indigenous|native|homeless|disabled|autistic|foreigners?|minorit(?:y|ies)|poor people|elderly|people of colou?r)\b/;
export const DENIAL =
  /\b(?:not be allowed|not be admitted|not have (?:access|rights?|the right)|be (?:banned|denied|excluded|kicked|removed|deported|forbidden|segregated|punished|ashamed)|(?:took|take|taken|taking) away|restore|earn less|inferior|superior|less (?:intelligent|human|worthy)|better not|should not hold|discriminat\w+|do not deserve|don't deserve|subhuman|go back to)\b/;
/** Another person's private data. */
export const PRIVATE_DATA =
  /\b(?:my|someone'?s?|his|her|their|a) (?:\w+ ){0,2}?(?:\w+'s|someone's) (?:\w+ ){0,2}?(?:pin|password|passcode|email address|home address|address|phone number|date of birth|birthday|birth certificate|medical records?|criminal history|immigration status|religious beliefs|bank (?:account|details)|credit card|salary|location|messages|diary|browsing history|sexual orientation|social security)\b/;

/** Harmless uses, taken out before anything is graded. */
export const HARMLESS: readonly RegExp[] = [
  /\bkill(?:s|ed|ing|er)? (?:(?:a|an|the|this|that|all|my|off|any|some|your|running) )*(?:\w+ ){0,2}?(?:process(?:es)?|threads?|tasks?|jobs?|servers?|sessions?|daemons?|programs?|apps?|containers?|ports?|scripts?|windows?|tabs?|connections?|terminals?|time|weeds?|mood|vibe|buzz|lights?|engine|switch|bacteria|germs?|viruses|mold|mosquito(?:e?s)?|roach(?:es)?|cockroach(?:es)?|ants?|bugs?|flies|fleas|rats?|zombies?|pests?|cancer cells|birds with)\b/g,
  /\bkiller (?:app|feature|whale|outfit|look|deal|workout|idea|instinct)s?\b|\bkilling it\b|\bkill it (?:on|at|in)\b|\bto die for\b|\bdressed to kill\b/g,
  /\bexecut(?:e|es|ing|ion) (?:(?:of|a|an|the|this|my|that) )*(?:\w+ )?(?:scripts?|code|programs?|commands?|quer(?:y|ies)|functions?|plans?|strategy|statements?|instructions?|trades?|python|turn|drill|jump|move)\b/g,
  /\b(?:shoot|shot|shooting)s? (?:(?:a|an|the|some|my|me|of|for) )*(?:\w+ )?(?:photos?|pictures?|photographs?|films?|movies?|videos?|scenes?|hoops|basket|portraits?|emails?|ball|baskets|free throws?|three-pointers?|stars?|espresso|glass|put|landscape|wedding)\b/g,
  /\b(?:photo|video|film|movie|wedding|portrait|product|flu|vaccine|screen|booster|space|moon|head|mug|sling|b)-? ?(?:shoot|shot|shooting)s?\b/g,
  /\b(?:bath|photo|cherry|glitter|seed|cocoa|stink|f|hot chocolate|time) ?-?bombs?\b|\bbomb (?:calorimeter|cyclone|shelter|squad|disposal)\b|\bbombshell\b/g,
  /\bblow(?:ing)? up (?:(?:a|an|the|my|some) )*(?:\w+ )?(?:balloons?|photos?|pictures?|images?|mattress|raft|pool|tires?|social media|tiktok|instagram|online)\b/g,
  /\b(?:heart|panic|anxiety|asthma|snack|counter)[- ]?attacks?\b|\battack(?:ing)? (?:on titan|(?:a|the|this) (?:problem|question|task|level|boss))\b/g,
  /\bsteal(?:ing)? (?:(?:a|the|third|second|home) )*(?:base|home|show|spotlight|scene|look|ball|puck|thunder|heart|kiss)\b/g,
  /\bcrack(?:ing|ed)? (?:(?:a|an|the|my|open) )*(?:eggs?|jokes?|whip|nuts?|interview|exam|smile|knuckles?|case|back|safe in a game)\b/g,
  /\b(?:life|kitchen|productivity|growth|cleaning|travel|study|bio|cooking) ?-?hack(?:s|ing)?\b|\bhackathons?\b|\bethical hack(?:er|ing)s?\b|\bhacker ?rank\b/g,
  /\bdead(?:line|lock|lift|pool| code| link| letter| battery| end| reckoning| sea| weight| zone| pixel)s?\b/g,
  /\bbeat(?:ing|s)? (?:(?:a|an|the|my|in) )*(?:\w+ )?(?:eggs?|records?|levels?|games?|traffic|drums?|scores?|cream|butter|batter|market|heat|boss|deadline|odds)\b/g,
  /\bcut(?:ting|s)? (?:(?:a|an|the|my|down|on) )*(?:\w+ )?(?:onions?|paper|hair|costs?|vegetables?|trees?|wood|string|cake|videos?|corners?|expenses|carbs|calories|grass)\b/g,
  /\bmurder (?:mystery|mysteries|of crows|on the orient)\b/g,
  /\bdestroy(?:s|ing)? (?:(?:a|an|the|my|all) )*(?:\w+ )?(?:objects?|instances?|sessions?|cookies?|variables?|tables?|enemies in|death star)\b|\bdestructor\b/g,
  /\babort(?:s|ing)? (?:(?:a|an|the|my) )*(?:\w+ )?(?:transactions?|process|requests?|operations?|merge|rebase|mission|launch|script)\b/g,
  /\bdependency injection\b|\binject(?:s|ing)? (?:a |the )?dependenc(?:y|ies)\b|\b(?:child|orphan|zombie|parent) process(?:es)?\b/g,
  /\bdrug ?(?:stores?|interactions?|development|discovery|design|administration|compan(?:y|ies)|trials?|class(?:es)?|delivery)\b/g,
  /\b(?:can|bottle|glass|diet|cherry) (?:of )?coke\b|\bcoke (?:zero|can|bottle)\b/g,
  /\bweed(?:ing)? (?:my|the|a|your) (?:\w+ )?(?:garden|lawn|yard|bed)\b|\bweed (?:killer|control|whacker)\b|\bgarden weeds?\b/g,
  /\b(?:nail|glue|staple|radar|heat|massage|water|nerf|spray|paint|caulk|squirt|toy) ?-?guns?\b|\btop gun\b|\bgunmetal\b/g,
  /\bpoison (?:ivy|oak|pill|(?:dart )?frogs?)\b|\bfood poisoning\b/g,
  /\bsex (?:chromosomes?|linked|education|ratio|determination)\b|\bsex-linked\b/g,
  /\bsuicide (?:squad|doors?)\b|\b(?:virgin|virus) (?:scan|protection|mary)\b/g,
  /\b(?:nucleic|amino|citric|acetic|lactic|folic|hyaluronic|ascorbic|fatty|hydrochloric|acetylsalicylic) acids?\b|\bacid (?:rain|reflux|base|jazz|wash)\b|\bantibody\b/g,
  /\b(?:fight|fighting) (?:against |off )?(?:climate|cold|flu|cancer|disease|infection|poverty|hunger|boredom|procrastination|fatigue)\b/g,
  /\b(?:burn|burning) (?:fat|calories|a cd|a dvd|incense|wood|out)\b|\bburnout\b|\btechnical debt\b|\bnational debt\b/g,
];

/** Help, prevention and knowledge: one grade less. */
export const SOFTENING =
  /^(?:what (?:is|are|was|were)|define) (?:an? |the )?[\w-]+(?: [\w-]+)?\s*\??$|\b(?:prevent|preventing|prevention|protect|protecting|protection|avoid|detect|detecting|recognize|recogni[sz]ing|stop being|awareness|victims?|survivors?|defend against|report(?:ing)? (?:a|an|the)|hotline|recover(?:y|ing)?|treat(?:ment|ing)?|treated|first aid|antidote|history of|historical(?:ly)?|in history|who (?:killed|shot|murdered|assassinated)|why (?:did|was|were|is|are)|when (?:did|was|were)|explain why|causes? of|in (?:the )?(?:novel|movie|film|book|game|video game|play|series|show|minecraft|gta|fortnite|call of duty|hitman|skyrim|chess|bible)|plot of|fictional|statistics|definition|meaning of|difference between|penalty for|laws? (?:on|about|against)|legal consequences|consequences of|effects of|dangers of|risks of|documentary|ethics of|philosophy of)\b/;
