/** What tells languages apart without a library: scripts, telling words, and words that only English has. */

/** Scripts that mostly write one language. Han and kana are settled by `Japanese`; the rest is unambiguous. */
export const SCRIPT_LANGUAGES: readonly (readonly [script: string, language: string])[] = [
  ["Hiragana", "Japanese"],
  ["Katakana", "Japanese"],
  ["Hangul", "Korean"],
  ["Han", "Chinese"],
  ["Greek", "Greek"],
  ["Hebrew", "Hebrew"],
  ["Bengali", "Bengali"],
  ["Tamil", "Tamil"],
  ["Telugu", "Telugu"],
  ["Gujarati", "Gujarati"],
  ["Gurmukhi", "Punjabi"],
  ["Oriya", "Odia"],
  ["Kannada", "Kannada"],
  ["Malayalam", "Malayalam"],
  ["Sinhala", "Sinhala"],
  ["Thai", "Thai"],
  ["Khmer", "Khmer"],
  ["Lao", "Lao"],
  ["Myanmar", "Burmese"],
  ["Georgian", "Georgian"],
  ["Armenian", "Armenian"],
  ["Ethiopic", "Amharic"],
  ["Tibetan", "Tibetan"],
  ["Mongolian", "Mongolian"],
];

/** Scripts that several languages share: the language meant where the library knows none, and those it may name. */
export const SHARED_SCRIPTS: readonly (readonly [
  script: string,
  fallback: string,
  languages: readonly string[],
])[] = [
  ["Cyrillic", "Russian", ["Russian", "Bulgarian"]],
  ["Arabic", "Arabic", ["Arabic", "Persian", "Urdu", "Kurdish"]],
  ["Devanagari", "Hindi", ["Hindi", "Marathi"]],
];

/** Letters and words that settle a language, tried before the library: n-grams of a few words mislead. */
export const TELLING: readonly (readonly [language: string, of: string, letters: RegExp])[] = [
  ["Belarusian", "Cyrillic", /ў/iu],
  ["Ukrainian", "Cyrillic", /[їєґі]|(?<!\p{L})(?:чому|що|як|та|це|або|де|коли|хто)(?!\p{L})/iu],
  ["Serbian", "Cyrillic", /[ђћџљњј]/iu],
  ["Russian", "Cyrillic", /[ыэё]/iu],
  ["Urdu", "Arabic", /[ٹڈڑےں]/u],
  ["Persian", "Arabic", /[پچژگ]/u],
  [
    "Marathi",
    "Devanagari",
    /(?<![\p{L}\p{M}])(?:आहे|काय|आणि|किती|लिहा|मध्ये|नाही|कसे|करा|यात|एक\S*ा)(?![\p{L}\p{M}])/u,
  ],
];

/** Words that English shares with no other language in the Latin script, or nearly so. */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  `the of and what how why who when where which whose with without would should could can't cannot your you my our their
  his her its this that these those there here from have has had are were been being will does did doesn't don't isn't
  between about into than then because while before after during through please tell give write make create explain
  describe list show find help need want know think using used use each every some any many much more most other another
  first next last one two three four five ten words sentence sentences paragraph question answer following below above
  it's i'm i've you're they we're let's it if by or not as be an on for to but they she he we us them out up just also
  only best good new people way time year example name names word meaning mean story poem code function program text
  summary summarize summarise translate rewrite compare write draft compose generate define suggest recommend act
  imagine pretend pros cons benefits vs versus tips ideas history facts guide plan recipe difference symptoms side
  effects top ten movies movie film song lyrics book books game games country countries that's what's who's where's
  whats hey hi hello thanks thank yes lol idk pls gimme yo wassup u ur elaborate continue popcorn ok okay`.split(
    /\s+/,
  ),
);
/** English words that mean something in other languages too: alone they say little. */
export const SHARED_WORDS: ReadonlySet<string> = new Set(
  "on to an be as or by for it if not us up u yo we he she but two ten ok son film text plan list program tips hi her here one side ideas best just also will help show act use first that hat time film most name names no me game games code top".split(
    " ",
  ),
);

/** A word or two of greeting or thanks: too short for n-grams. */
export const GREETINGS: Readonly<Record<string, string>> = {
  bonjour: "French",
  salut: "French",
  merci: "French",
  bonsoir: "French",
  hola: "Spanish",
  gracias: "Spanish",
  hallo: "German",
  danke: "German",
  tschüss: "German",
  ciao: "Italian",
  grazie: "Italian",
  buongiorno: "Italian",
  obrigado: "Portuguese",
  obrigada: "Portuguese",
  olá: "Portuguese",
  hej: "Swedish",
  tack: "Swedish",
  merhaba: "Turkish",
  teşekkürler: "Turkish",
  cześć: "Polish",
  dziękuję: "Polish",
  ahoj: "Czech",
  děkuji: "Czech",
};

/** The commonest words of Swahili, which the library does not know. */
export const SWAHILI_WORDS: ReadonlySet<string> = new Set(
  `ya wa kwa katika kuhusu gani nini hii hiyo yake jinsi kati habari andika eleza nchi watu sana lakini yangu wangu
  vipi ninaweza tafadhali hali muda`.split(/\s+/),
);
/** Words of Malay that Indonesian, its twin to the library, does without. */
export const MALAY_WORDS: ReadonlySet<string> = new Set(
  `awak kerana boleh bolehkah perbezaan masa terangkan ialah encik puan daripada kereta macam bagaimanakah sila ubat
  bandar cuti`.split(/\s+/),
);
