/** Dates and times by patterns, each with a key that is the same for every way of writing it. */
import {
  centuryKey,
  clockKey,
  dayKey,
  decadeKey,
  eraKey,
  monthKey,
  monthNumber,
  slashedKey,
  yearKey,
} from "./date-keys.js";
import type { Span } from "./entity.js";
import { without } from "./spans.js";

type Groups = readonly (string | undefined)[];

interface Rule {
  readonly pattern: RegExp;
  /** The key from the groups; null where it is no date after all. `next` and `before` are the text around the match. */
  readonly key: (groups: Groups, next: string, before: string) => string | null;
  /** A line without it needs no look: ten times cheaper than the pattern. */
  readonly needs: RegExp;
}

const MONTH =
  "(january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\\.|(?![\\p{L}\\p{N}])))";
const WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
const WEEKDAY = `(?:(?:${WEEKDAYS}|mon|tues?|wed|thurs?|thu|fri|sat|sun)\\.?,? (?:the )?)?`;
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const ERA = "(?: ?(bce|bc|b\\.c\\.(?:e\\.)?|ce|ad|a\\.d\\.)(?!\\p{L}))";
const BEFORE = "(?<![\\p{L}\\p{N}_$€£¥])";
const AFTER = "(?![\\p{L}\\p{N}_])";
const THEN_YEAR = `(?:,? (\\d{4})${AFTER}(?![.,]\\d))`;

function rule(needs: RegExp, source: string, key: Rule["key"], flags = "giu"): Rule {
  return { pattern: new RegExp(source, flags), key, needs };
}

const HAS_MONTH = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
const HAS_CENTURY = /centur/i;
const HAS_CLOCK = /o['’]clock/i;
const HAS_HALF_DAY = /\d ?[ap]\.?m/i;
const HAS_YEAR = /[12]\d{3}/;
const HAS_ERA = /\d ?(?:b\.?c|c\.?e|a\.?d)/i;

/** Rules for lines that hold a digit, in order; what one finds the next does not see. */
const WITH_DIGITS: readonly Rule[] = [
  rule(/\d{4}[-/]/, `${BEFORE}(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})(?![\\d/-])`, ([, y, , m, d]) =>
    dayKey(y, Number(m), d),
  ),
  rule(
    /\d[/.-]\d{1,2}[/.-]\d/,
    `${BEFORE}(?<![./-])(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/-]|\\.\\d)`,
    ([, a, , b, y]) => slashedKey(a!, b!, y!),
  ),
  rule(HAS_MONTH, `${BEFORE}${WEEKDAY}${MONTH} ${DAY}${AFTER}${THEN_YEAR}?`, ([, m, d, y]) =>
    dayKey(y, monthNumber(m), d),
  ),
  rule(HAS_MONTH, `${BEFORE}${WEEKDAY}${DAY}(?: of)? ${MONTH}${AFTER}${THEN_YEAR}?`, ([, d, m, y]) =>
    dayKey(y, monthNumber(m), d),
  ),
  rule(HAS_MONTH, `${BEFORE}${MONTH}(?: of)?${THEN_YEAR}`, ([, m, y]) => monthKey(m, y)),
  rule(
    /day,? the /i,
    `${BEFORE}(${WEEKDAYS}),? the ${DAY}${AFTER}`,
    ([, w, d]) => `${w!.toLowerCase()} ${Number(d)}`,
  ),
  rule(/[qh]\d/i, `${BEFORE}(q[1-4]|h[12])(?: of)?${THEN_YEAR}`, ([, q, y]) => `${y}-${q!.toLowerCase()}`),
  rule(HAS_CENTURY, `${BEFORE}(\\d{1,2})(?:st|nd|rd|th)[ -]centur(?:y|ies)${AFTER}${ERA}?`, ([, n, era]) =>
    centuryKey(Number(n), era),
  ),
  rule(
    /\d['’]?s/i,
    `${BEFORE}(?:['’](?=\\d\\d\\D))?(\\d{4}|(?<=['’])\\d{2}|(?<=\\bthe )[2-9]0)['’]?s${AFTER}`,
    ([, y]) => decadeKey(y!),
  ),
  rule(
    HAS_HALF_DAY,
    `${BEFORE}(\\d{1,2})[:.](\\d{2})(?::\\d{2})? ?([ap])(?:m${AFTER}|\\.m\\.?)`,
    ([, h, m, half]) => clockKey(h, m, half),
  ),
  rule(HAS_HALF_DAY, `${BEFORE}(?<![.,:]\\d?)(\\d{1,2}) ?([ap])(?:m${AFTER}|\\.m\\.?)`, ([, h, half]) =>
    clockKey(h, "00", half),
  ),
  rule(
    /\d:\d/,
    `${BEFORE}(?<![:.,/-])(\\d{1,2}):(\\d{2})(?::\\d{2})?(?![\\d:]|[.,]\\d| ?[%x×])${AFTER}`,
    ([, h, m]) => clockKey(h, m),
  ),
  rule(HAS_CLOCK, `${BEFORE}(\\d{1,2}) o['’]clock${AFTER}`, ([, h]) => clockKey(h, "00")),
  rule(HAS_ERA, `${BEFORE}(?<![.,])(\\d{1,4})${ERA}`, ([, y, era]) => eraKey(y, era)),
  rule(/AD \d/, `(?<=\\bAD )(\\d{1,4})${AFTER}(?![,.]\\d)`, ([, y]) => eraKey(y, undefined), "gu"),
  rule(
    HAS_YEAR,
    `${BEFORE}(?<![.:/₹+*=^#<>−]|\\d,|\\d[-–]|\\s-)([12]\\d{3})(?:[-–]\\d{2}(?![\\d-]))?(?![\\p{L}\\p{N}_%°]|[,.:/]\\d|-\\p{L}| ?[%°×*+=^<>]|[-–]\\d{2,3}(?:-|\\d{2}\\d)| [x−] ?\\d)`,
    ([, y], next, before) => yearKey(y!, next, before),
  ),
  rule(HAS_YEAR, `(?<=(?<!\\d)[12]\\d{3}|\\uE000[-–—])([12]\\d{3})${AFTER}(?![,.%-]\\d?)`, ([, y]) => y!),
];

const IN =
  "(?<=\\b(?:[Ii]n|[Oo]f|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|to|[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id|each|every|through|[Bb]etween|and|[Bb]efore|[Aa]fter|or)[ -])";
const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(
    " ",
  );
const HOURS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const HOLIDAYS =
  "Christmas(?: Eve| Day)?|New Year['’]s(?: Eve| Day)?|Easter(?: Sunday)?|Thanksgiving(?: Day)?|Halloween|Valentine['’]s Day|Mother['’]s Day|Father['’]s Day|Independence Day|Labor Day|Memorial Day|Veterans Day|Ramadan|Eid(?: al-(?:Fitr|Adha))?|Diwali|Hanukkah|Passover|Yom Kippur|Rosh Hashanah|Holi|Black Friday|Cyber Monday|Good Friday|Boxing Day|St\\.? Patrick['’]s Day|(?:Chinese|Lunar) New Year|Cinco de Mayo|Bastille Day|Mardi Gras";

/** Names of months, weekdays and holidays: with a capital only, so that "may" and "march" stay words. */
const BY_NAME: readonly Rule[] = [
  rule(
    /day|Christmas|New Year|Easter|Thanksg|Hallow|Ramad|Eid|Diwali|Hanuk|Passov|Kippur|Hashan|Holi|Mayo|Gras/,
    `${BEFORE}(${HOLIDAYS})${AFTER}`,
    ([, name]) => name!.toLowerCase().replace(/[^\p{L}]+/gu, " "),
    "gu",
  ),
  rule(
    /day/,
    `${BEFORE}(${titled(WEEKDAYS)})s?${AFTER}(?! Night| Times| School)`,
    ([, w]) => w!.toLowerCase(),
    "gu",
  ),
  rule(
    /March|April|May|June|August/,
    `${IN}(${titled("march|april|may|june|august")})${AFTER}(?! \\p{Lu}\\p{Ll})`,
    ([, m]) => monthKey(m),
    "gu",
  ),
  rule(
    /April|June|August/,
    `${BEFORE}(${titled("april|june|august")})${AFTER}(?=[,.;:)!?–—-]|$| (?:is|and|or|to|through|until|in)\\b)`,
    ([, m]) => monthKey(m),
    "gu",
  ),
  rule(
    /January|February|July|ember|October/,
    `${BEFORE}(${titled("january|february|july|september|october|november|december")})${AFTER}`,
    ([, m]) => monthKey(m),
    "gu",
  ),
  rule(HAS_CENTURY, `${BEFORE}(${ORDINALS.join("|")})[ -]centur(?:y|ies)${AFTER}${ERA}?`, ([, n, era]) =>
    centuryKey(ORDINALS.indexOf(n!.toLowerCase()) + 1, era),
  ),
  rule(HAS_CLOCK, `${BEFORE}(${HOURS.join("|")}) o['’]clock${AFTER}`, ([, h]) =>
    clockKey(String(HOURS.indexOf(h!.toLowerCase()) + 1), "0"),
  ),
];

function titled(words: string): string {
  return words.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

const HAS_DIGIT = /\d/;
const MAY_BE_NAMED =
  /day|uary|March|April|May|June|July|August|ember|ober|Christmas|New Year|Easter|Thanksg|Hallow|Ramad|Eid|Diwali|Hanuk|Passov|Kippur|Hashan|Holi|Mayo|Gras|centur|clock/;

/** Dates and times of a line, not in order. */
export function findDates(line: string): Span[] {
  const spans: Span[] = [];
  let rest = line;
  const apply = ({ pattern, key, needs }: Rule): void => {
    if (!needs.test(rest)) return;
    const found: Span[] = [];
    for (const match of rest.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const name = key(match, rest.slice(end, end + 30), rest.slice(Math.max(0, start - 24), start));
      if (name !== null) found.push({ start, end, text: match[0], type: "date", key: name });
    }
    if (found.length > 0) rest = without(rest, found);
    spans.push(...found);
  };
  if (HAS_DIGIT.test(line)) for (const each of WITH_DIGITS) apply(each);
  if (MAY_BE_NAMED.test(line)) for (const each of BY_NAME) apply(each);
  return spans;
}
