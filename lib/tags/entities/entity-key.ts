/** Names as they are compared. */

const BEYOND_ASCII = /[^\0-\x7f]/;

/**
 * Lower case, without accents, possessives and punctuation; initials are joined ("J. R. R." and "J.R.R." are "jrr").
 * Articles stay.
 */
export function foldName(name: string): string {
  let folded = name.toLowerCase();
  if (BEYOND_ASCII.test(folded)) {
    folded = folded
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(/[øłđðþßæœı]/g, (letter) => PLAIN_LETTERS[letter]!);
  }
  if (/^[a-z]+(?: [a-z]+)*$/.test(folded))
    return /\b[a-z] [a-z]\b/.test(folded) ? joinInitials(folded) : folded;
  folded = folded
    .replace(/['’]s(?= |$)|(?<=s)['’](?= |$)/g, "")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}&+$]+/gu, " ")
    .trim();
  return joinInitials(folded);
}

function joinInitials(name: string): string {
  return name.replace(/(?<=(?:^| )\p{L}) (?=\p{L}(?: |$))/gu, "");
}

const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

/** The key of a name: folded, without an article before it, under its usual name. */
export function nameKey(name: string): string {
  const folded = foldName(name).replace(/^(?:the|a|an) (?=.)/, "");
  return OTHER_NAMES.get(folded) ?? folded;
}

/** Names that two responses are likely to use for the same thing. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map(
  `
  us=united states, usa=united states, united states of america=united states, america=united states,
  uk=united kingdom, great britain=united kingdom, britain=united kingdom, eu=european union, un=united nations,
  nyc=new york city, washington dc=washington, who=world health organization, imf=international monetary fund,
  everest=mount everest, bombay=mumbai, calcutta=kolkata, kiev=kyiv, saint petersburg=st petersburg, ww2=world war ii,
  uae=united arab emirates, ussr=soviet union, fed=federal reserve, ecb=european central bank,
  martin luther king jr=martin luther king, mlk=martin luther king, fb=facebook, gop=republican party,
  amazon river=amazon, new york times=new york times, nineteen eighty four=1984, la=los angeles
  `
    .split(",")
    .map((line) => line.trim().split("=") as [string, string]),
);
