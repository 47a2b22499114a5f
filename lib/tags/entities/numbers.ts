/** Numbers in digits and words, with their sign, currency, size ("million") and percentage, without units. */
import type { Span } from "./entity.js";
import { NUMBER_WORDS, ORDINAL_WORDS, valueOfOrdinal, valueOfWords } from "./number-words.js";
import { without } from "./spans.js";

/** Signs of currencies, by their names in the singular. */
const CURRENCIES: Readonly<Record<string, string>> = {
  dollar: "$",
  buck: "$",
  usd: "$",
  us$: "$",
  euro: "€",
  eur: "€",
  pound: "£",
  gbp: "£",
  yen: "¥",
  jpy: "¥",
  rupee: "₹",
  inr: "₹",
  rs: "₹",
  cent: "¢",
};
const SIZES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

/** Units that may stand right behind the digits. */
const UNITS =
  "(?:km|cm|mm|nm|m|kg|mg|mcg|g|ml|cl|dl|[lL]|lbs?|oz|ft|in|mi|mph|kph|kWh|[kKMG]?W|V|[kMG]?[hH]z|[kKMGT][bB]|px|pt|r?em|fps|rpm|min|mins|hrs?|h|s|secs?|ms|x|yrs?|C|F|U)";
const SIZE = "[ -]?(hundred|thousand|million|billion|trillion)(?!\\p{L})";
const MONEY = "dollars?|bucks|euros?|pounds sterling|yen|rupees?|cents?|USD|EUR|GBP|JPY|INR|€|£|¢";

const DIGITS = new RegExp(
  [
    "(?<![\\p{L}\\p{N}_.#]|\\p{L}[-'’/&])",
    "((?<=^|[\\s(\\[=,;:<>|])[-−](?=[$€£¥₹\\d]))?",
    "(US\\$|[$€£¥₹]|(?:USD|EUR|GBP|JPY|INR|Rs\\.?) ?)?",
    "(\\d{1,3}(?:,\\d{3}){1,5}(?!,?\\d)|\\d{1,15}(?!\\d))(\\.\\d{1,25}(?!\\d))?",
    `(?:${SIZE}|(bn|mn|tn|[kK]|(?<=[$€£¥₹][\\d.,]{1,20}|\\d\\.\\d+)[mMbB])(?![\\p{L}\\p{N}]))?`,
    `(?:( ?%| ?per ?cent(?!\\p{L}))|(st|nd|rd|th)(?![\\p{L}\\p{N}])| ?(${MONEY})(?!\\p{L})|${UNITS}(?![\\p{L}\\p{N}_]))?`,
    "(?![\\p{L}\\p{N}_]|\\.\\d|,\\d{3}(?!\\d))",
  ].join(""),
  "gu",
);
/** Telephone numbers, addresses of machines, versions: no amounts. */
const SERIAL = /(?<![\d.])\d{1,9}(?:\.\d{1,9}){2,9}|(?<![\d-])\d{2,9}(?:-\d{2,9}){2,9}|\b24\/7\b/g;
const SIMPLE_FRACTION = /(?<![\d.,/])(\d{1,3})\/(\d{1,4})(?![\d/]|[.,]\d)/g;

const WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}_]|[\\p{L}]-)${NUMBER_WORDS}(?: (percent|per cent|${MONEY}))?(?![\\p{L}\\p{N}_])`,
  "giu",
);
const ORDINALS = new RegExp(
  `(?<![\\p{L}\\p{N}_-])(?:${ORDINAL_WORDS})(?![\\p{L}\\p{N}_])(?! part(?:y|ies)\\b|-party)`,
  "gu",
);
/** "first" and "second" open steps and measure time more often than they count. */
const DETERMINER = /\b(?:the|his|her|its|their|our|my|your|every|each|very) $/i;

const HAS_DIGIT = /\d/;
const HAS_NUMBER_WORD =
  /\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|(?:m|b|tr)illion|half|first|second|third|fif?th|eighth|ninth|twelfth|one[ -](?:half|third|quarter|hundred|thousand|million|billion)|a dozen)\b|(?:twen|thir|for|fif|six|seven|eigh|nine|four)t(?:y|een|ie)|(?:six|four|seven|ten|eleven|hundred|thousand|million)th\b)/i;

/** Numbers of a line, not in order. */
export function findNumbers(line: string): Span[] {
  const spans: Span[] = [];
  const take = (match: RegExpExecArray, key: string | null): void => {
    if (key === null) return;
    spans.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0].trim(),
      type: "number",
      key,
    });
  };
  if (HAS_DIGIT.test(line)) {
    let rest = line.replace(SERIAL, (digits) => "\uE000".repeat(digits.length));
    for (const match of rest.matchAll(SIMPLE_FRACTION)) take(match, match[0]);
    rest = without(rest, spans);
    for (const match of rest.matchAll(DIGITS)) take(match, digitsKey(match));
  }
  if (HAS_NUMBER_WORD.test(line)) {
    const rest = without(line, spans);
    const counted = spans.length;
    for (const match of rest.matchAll(WORDS)) take(match, wordsKey(match, rest));
    for (const match of without(rest, spans.slice(counted)).matchAll(ORDINALS))
      take(match, ordinalKey(match, rest));
  }
  return spans;
}

function digitsKey(match: readonly (string | undefined)[]): string {
  const [, sign = "", currency = "", whole = "", decimals = "", size, letter, percent, ordinal, money = ""] =
    match;
  const amount =
    Number(whole.replaceAll(",", "") + decimals) * (SIZES[(size ?? letter ?? "").toLowerCase()] ?? 1);
  if (ordinal !== undefined) return `${Number(whole.replaceAll(",", ""))}th`;
  return `${sign === "" ? "" : "-"}${currencySign(currency) || currencySign(money)}${plain(amount)}${percent === undefined ? "" : "%"}`;
}

function wordsKey(match: RegExpExecArray, line: string): string | null {
  const [text, unit = ""] = match;
  const words = text.slice(0, text.length - unit.length).trim();
  if (/^(?:one|zero)$/i.test(words) && unit === "") return null;
  // "Three Kingdoms" and "the Big Five" are names.
  if (/^\p{Lu}/u.test(words) && /\p{L} $/u.test(line.slice(Math.max(0, match.index - 2), match.index)))
    return null;
  if (/^\p{Lu}/u.test(words) && /^ \p{Lu}\p{Ll}/u.test(line.slice(match.index + text.length))) return null;
  return `${currencySign(unit)}${plain(valueOfWords(words.toLowerCase()))}${/^per/i.test(unit) ? "%" : ""}`;
}

function ordinalKey(match: RegExpExecArray, line: string): string | null {
  const [word] = match;
  const before = line.slice(Math.max(0, match.index - 8), match.index);
  const after = line.slice(match.index + word.length, match.index + word.length + 2);
  // Alone in a line it is the mark of a list; before a capital it is part of a name.
  if (!/[\p{L}\p{N}],? $/u.test(before) || /^ \p{Lu}/u.test(after)) return null;
  if ((word === "first" || word === "second") && !DETERMINER.test(before)) return null;
  return `${valueOfOrdinal(word)}th`;
}

function currencySign(name: string): string {
  const known = name.trim().replace(/\.$/, "").toLowerCase();
  return (
    CURRENCIES[known] ??
    CURRENCIES[known.replace(/ sterling$/, "").replace(/s$/, "")] ??
    (/^[$€£¥₹¢]$/.test(known) ? known : "")
  );
}

/** Without the errors of binary fractions: 394.3 × 10⁹ is 394300000000. */
function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}
