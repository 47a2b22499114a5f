/** What tells languages apart: scripts, and the commonest words of languages in the Latin script. */

/** Script → language, for scripts that mostly write one language; Arabic, Cyrillic and Han are settled further. */
export const SCRIPT_LANGUAGES: readonly (readonly [script: string, language: string])[] = [
  ["Hiragana", "Japanese"],
  ["Katakana", "Japanese"],
  ["Hangul", "Korean"],
  ["Han", "Chinese"],
  ["Arabic", "Arabic"],
  ["Cyrillic", "Russian"],
  ["Greek", "Greek"],
  ["Hebrew", "Hebrew"],
  ["Devanagari", "Hindi"],
  ["Bengali", "Bengali"],
  ["Tamil", "Tamil"],
  ["Telugu", "Telugu"],
  ["Gujarati", "Gujarati"],
  ["Gurmukhi", "Punjabi"],
  ["Kannada", "Kannada"],
  ["Malayalam", "Malayalam"],
  ["Thai", "Thai"],
  ["Khmer", "Khmer"],
  ["Lao", "Lao"],
  ["Myanmar", "Burmese"],
  ["Georgian", "Georgian"],
  ["Armenian", "Armenian"],
  ["Ethiopic", "Amharic"],
];

/** Letters that only one of the languages of a script uses. */
export const TELLING_LETTERS: readonly (readonly [language: string, of: string, letters: RegExp])[] = [
  ["Ukrainian", "Russian", /[іїєґ]/iu],
  ["Bulgarian", "Russian", /(?<!\p{L})(?:се|са|това|който|като|беше)(?!\p{L})/iu],
  ["Persian", "Arabic", /[پچژگ]/u],
  ["Urdu", "Arabic", /[ٹڈڑےں]/u],
];

/** Common words of languages in the Latin script. */
export const COMMON_WORDS: Readonly<Record<string, string>> = {
  English: `the and of to in is you that it for on are as with this be at have or from what how can an which do
    your was not but they we if my would about there will when me write who make please i a why where does`,
  French: `le la les de des du et est un une dans que qui pour pas sur avec ce sont au il elle nous vous je par plus
    ne cette mais comme aux quel quelle comment pourquoi être très fait l'on c'est d'un d'une quels écris`,
  German: `der die das und ist nicht ein eine einen von mit zu den im auf für sich des dem auch es an werden wie sie
    ich aus bei wird sind oder als war kann über einer was warum bitte hat schreibe welche`,
  Spanish: `el la los las de que y en un una es por con para no se su al lo como más pero sus este esta son del ser
    cómo qué cuál muy también hay yo porque cuando quién escribe puedo`,
  Portuguese: `o a os as de que e em um uma é por com para não se do da dos das no na mais como mas foi ao ele são
    você seu sua ou quando muito qual também isso pelo pela escreva posso`,
  Italian: `il lo la gli le di che e un una è per con non si da del della dei delle sono come più ma anche nel nella
    questo questa alla perché cosa qual quali essere scrivi posso`,
  Dutch: `de het een en van is dat in op te zijn voor met niet aan er om ook als maar bij uit naar wat hoe deze dit
    kan je ik worden wordt heeft door schrijf waarom`,
  Swedish: `och att det som en på är av för med den till inte om ett han men var jag de från vi kan när hur vad skriv
    eller också denna varför`,
  Danish: `og at det som en på er af for med den til ikke om et han men var jeg de fra vi kan når hvordan hvad eller
    også skriv hvorfor være blev`,
  Norwegian: `og at det som en på er av for med den til ikke om et han men var jeg de fra vi kan når hvordan hva eller
    også skriv hvorfor være ble mye`,
  Finnish: `ja on ei se että hän oli kun mutta ovat niin myös mitä miten tämä joka voi olla kuin sen tai kanssa minä
    miksi kirjoita mikä`,
  Polish: `i w na nie się z do to jest że jak o co po ale od za dla są przez czy może tak jego który która jakie
    napisz dlaczego być`,
  Czech: `a je se na v že to s z do o i jak co pro ale jsou za od po jako tak který která proč jaký napište být nebo
    může`,
  Romanian: `și de la în a un o cu nu pe că este din se care pentru ce mai sunt să dar ca cum sau fi lui ale scrie
    când`,
  Hungarian: `a az és hogy nem is egy van ez de meg mint csak vagy ki mi hogyan kell volt írj miért mit ami lehet`,
  Turkish: `ve bir bu da de için ile ne çok gibi daha olarak var mı mi nasıl en kadar ama olan neden yaz nedir ya ben
    sen değil`,
  Indonesian: `yang dan di ini itu dengan untuk dari tidak dalam adalah ke pada akan saya bagaimana apa ada atau juga
    oleh bisa anda karena tulis`,
  Vietnamese: `và của là có cho không được trong một người với các những này đã để tôi như làm thế nào bạn hãy viết
    gì`,
};
