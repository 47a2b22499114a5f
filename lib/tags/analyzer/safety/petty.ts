/** The lowest grade: petty wrongs, risks to health and money, and subjects that call for care. Written for this project. */

/** Petty dishonesty and mischief. */
export const PETTY: readonly RegExp[] = [
  /\b(?:cheat(?:ing)?|copy(?:ing)?) (?:on|in|at|off|my way)\b|\bplagiari[sz]\w+|\b(?:can't|cant|cannot|won't|without) (?:tell|know|notice|suspect|notic\w+) (?:it|that|this|i)\b|\bpass (?:it |this )?off as (?:my|mine)\b|\bundetect\w+|\bbypass (?:\w+ )?(?:plagiarism|turnitin|ai detect\w*)/,
  /\bsneak(?:ing)? (?:\w+ ){0,3}(?:in|into|out|past)\b|\bwithout (?:a ticket|paying|payment)\b|\bdodg(?:e|ing) (?:the )?(?:fare|fine)s?\b|\bskip(?:ping)? (?:school|class|work|out on)\b|\bfake (?:a |my )?(?:\w+ )?(?:sick|illness|injury|excuse|note|reviews?|followers|doctor|profile|account|accent|cry)\b|\bfake reviews?\b|\bcall(?:ing)? in sick\b/,
  /\bprank\w*|\bl(?:ie|ying) (?:about|to|on)\b|\bspread(?:ing)? (?:\w+ ){0,3}(?:rumou?rs?|gossip|lies)\b|\bgossip\w*|\b(?:download|watch|stream|torrent)(?:ing)? (?:\w+ ){0,3}(?:pirated|illegally|for free illegally|cracked)\b|\bpirat(?:ed|ing)\b|\bread(?:ing)? (?:[\w']+ ){0,3}(?:diary|diaries|journal)\b/,
  /\b(?:without|not|avoid) (?:getting|being|be|get) (?:caught|detected|noticed|seen|busted|traced|found out)\b|\bget(?:ting)? away with\b|\bbehind (?:his|her|their|my \w+'s) back\b|\bwithout (?:him|her|them|anyone|anybody|my \w+) (?:knowing|noticing|finding out|reali[sz]ing)\b/,
  /\b(?:disable|remove|bypass|turn off|override) (?:\w+ ){0,3}(?:seat ?belt|smoke|safety|warning|governor|limiter|child lock|parental)\b|\bbigger breaker\b|\bpaywall\b|\bcounterfeit\b|\bpick(?:ing)? (?:a |the |my )?locks?\b|\b(?:speeding|parking) (?:ticket|fine)s?\b|\bunderage\b|\bcheat codes?\b(?<!cheat codes?)/,
];

/** Risks to body, money or rights that the asker runs. */
export const RISK: readonly RegExp[] = [
  /\b(?:is it|would it be|are they|is this) (?:\w+ )?(?:safe|dangerous|risky|harmful|ok|okay) (?:to|for|if)\b[^.?!]{0,80}\b(?:mix|take|eat|drink|alcohol|drug|pills?|medic\w+|dose|pregnan\w+|baby|raw|expired|bleach|gas|electric\w*|climb|swim|alone|smok\w+|heat|fire|chemicals?)\b/,
  /\b(?:dose|dosage|doses) of\b|\bmix(?:ing)? (?:\w+ ){0,4}(?:alcohol|wine|beer|medic\w+|pills|bleach|ammonia|antidepressants?)\b|\b(?:stop|quit|skip|double|change) (?:taking )?(?:my )?(?:\w+ )?(?:medication|meds|pills|antidepressants?|insulin|antibiotics|dose)\b|\bexpired (?:\w+ )?(?:medic\w+|pills|meat|milk|chicken)\b/,
  /\bchest (?:pain|tightness)\b|\b(?:can't|cannot|hard to|trouble) breath(?:e|ing)\b|\bnumb(?:ness)? (?:in|on) (?:my|one)\b|\bcoughing up blood\b|\bblood in my\b|\bfever (?:of|for) (?:\d|three|four|five)|\b(?:overnight on the counter|left out overnight|smells? (?:fine|ok))\b|\bload[- ]?bearing\b|\bwithout (?:telling )?(?:the )?(?:council|permit|a permit|planning permission)\b/,
  /\b(?:double|triple|all|invest) (?:of )?my (?:savings|money|pension)\b|\bpump(?: |-)?(?:and|&|n)(?: |-)?dump\b|\bpump group\b|\bpayday loans?\b|\bguaranteed returns?\b|\b(?:gambl(?:e|ing)|betting|casino)\b|\bmax(?:ed)? out (?:my )?(?:credit )?cards?\b/,
  /\b(?:drunk|hungover|get high|vap(?:e|ing)|smok(?:e|ing) (?:weed|cigarettes|pot)|cannabis|marijuana|mari[jh]uana|psychedelics?|magic mushrooms)\b/,
  /\b(?:fasting|not eat(?:ing)?|eat nothing) for (?:\w+ )?(?:days|a week|weeks)\b|\bdiet pills?\b|\bdiuretics?\b|\blaxatives?\b|\bsteroids\b/,
];

/** Subjects that call for care, whatever is asked. */
export const SENSITIVE: readonly RegExp[] = [
  /\b(?:suicid(?:e|al)|self[- ]harm|euthanasia|assisted (?:dying|suicide)|abortions?|eating disorders?|anorexi\w+|bulimi\w+|overdos\w+|rap(?:e|ed|ist)|sexual(?:ly)? (?:assault|abus|harass)\w*|domestic (?:violence|abuse)|child abuse|abusive|p(?:a)?edophil\w+|incest|molest\w*|grooming by)\b/,
  /\b(?:genocides?|massacres?|holocaust|terrorism|terrorists?|extremis\w+|torture[ds]?|lynch\w+|slavery|slave trade|hate (?:speech|crimes?)|slurs?|racis[tm]|antisemit\w+|war crimes?|ethnic cleansing|mass shootings?|school shootings?|school shooters?|serial killers?|murder(?:er|ed|s)?|homicide|manslaughter|assassinat\w+|executions?|beheadings?|human trafficking|kidnapp\w+|hostages?)\b/,
  /\b(?:cocaine|heroin|meth|methamphetamine|lsd|mdma|ecstasy pills?|fentanyl|opioids?|ketamine|crack cocaine|illegal drugs?|drug (?:dealers?|abuse|addict\w*|use|trade|cartels?)|narcotics)\b/,
  /\b(?:firearms?|handguns?|assault rifles?|ammunition|explosives?|gunpowder|grenades?|landmines?|nuclear weapons?|chemical weapons?|nerve agents?|bombs?|bombings?|sniper)\b/,
  /\b(?:malware|ransomware|phishing|ddos|keyloggers?|hackers?|hacked|identity theft|fraud(?:ulent)?|scam(?:s|med|mers?)?|money laundering|ponzi|embezzle\w*|blackmail\w*|stalk(?:er|ing|ed)|robber(?:y|ies)|burglar\w*|counterfeit\w*|bribery|dark ?web)\b/,
  /\b(?:pornograph\w*|prostitut\w*|nudity|erotic\w*)\b/,
];

/** Uses of these words that mean nothing of the kind. */
export const PLAIN_USE =
  /\b(?:bath|photo|cherry|glitter|seed|cocoa|stink|time) ?-?bombs?\b|\bbomb calorimeter\b|\bbombshell\b|\bmurder (?:mystery|mysteries|of crows)\b|\bexecutions? (?:time|plan|of (?:the |a )?(?:code|program|script|plan|strategy|will|contract))\b|\border of execution\b|\bmonte carlo\b|\bcrack (?:an? )?(?:egg|nut|joke)\b|\bsuicide squad\b|\bdrug ?stores?\b/g;
