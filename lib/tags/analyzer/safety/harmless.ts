/** Harmless uses of words of harm, taken out before anything is graded. Written for this project. */

export const HARMLESS_USES: readonly RegExp[] = [
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
  /\bcut(?:ting)? (?:[\w'-]+ ){1,4}out of (?:a |the |my |this )?(?:photo|picture|video|image|will|frame)\b/g,
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

/** Words that alarm even where they are meant otherwise: "kill a process", not "cut an onion". */
export const ALARMING_WORD =
  /\b(?:kill|shoot|shot|bomb|blow|attack|steal|murder|execut|destroy|poison|drug|suicide|gun|abort|coke|hack|crack)/;
