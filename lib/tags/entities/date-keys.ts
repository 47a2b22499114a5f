/** Keys of dates: ISO order, so that the ways of writing one agree; "bc" marks years before our era. */

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

type Part = string | undefined;

/** 1 to 12; 0 for no month. */
export function monthNumber(name: Part): number {
  return MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
}

/** "2020-03-05", or "--03-05" without a year; null for a day or month that no calendar has. */
export function dayKey(year: Part, month: number, day: Part): string | null {
  const date = Number(day);
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  return `${year ?? "-"}-${two(month)}-${two(date)}`;
}

/** "11/12/2020": the American order, unless the first number can only be a day; two-digit years from 1950 on. */
export function slashedKey(first: string, second: string, year: string): string | null {
  const [a, b] = [Number(first), Number(second)];
  const full = year.length === 4 ? year : String(Number(year) + (Number(year) < 50 ? 2000 : 1900));
  return a > 12 ? dayKey(full, b, first) : dayKey(full, a, second);
}

export function monthKey(month: Part, year?: string): string {
  return `${year ?? "-"}-${two(monthNumber(month))}`;
}

/** "20th century", "5th century bc". */
export function centuryKey(ordinal: number, era: Part): string {
  return `century ${ordinal}${isBefore(era) ? " bc" : ""}`;
}

/** "1920s"; two digits are of the 20th century. */
export function decadeKey(digits: string): string | null {
  if (digits.length === 2) return `19${digits}s`;
  return /^[12]\d{2}0$/.test(digits) ? `${digits}s` : null;
}

/** "15:30"; null for an hour or minute that no clock has. */
export function clockKey(hour: Part, minute: Part, half?: string): string | null {
  const [h, m] = [Number(hour), Number(minute)];
  if (m > 59 || h > (half === undefined ? 24 : 12)) return null;
  const shift = half === undefined ? h : (h % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return `${two(shift)}:${two(m)}`;
}

export function eraKey(year: Part, era: Part): string {
  return `${Number(year)}${isBefore(era) ? " bc" : ""}`;
}

const TIME_WORD =
  /(?:^|[\s(–—-])(?:in|since|by|from|until|till|of|during|around|circa|ca?\.|early|late|mid|before|after|between|to|and|year|years|spring|summer|autumn|fall|winter|season|fiscal|ending|ended|as of|for|through|about|or|[(–—-])[\s(-]*$/i;
const STRONG_TIME_WORD =
  /(?:^|[\s(–—-])(?:in|since|until|during|circa|ca?\.|early|late|mid|year|spring|summer|autumn|fall|winter|fiscal|\()[\s(-]*$/i;
/** A plural noun, or a unit: what comes before is counted. */
const COUNTED =
  /^ ?(?:calories|kcal|cal|people|men|women|children|words|meters|metres|miles|feet|km|kg|kilometers|kilometres|mg|g|ml|grams|square|cubic|percent|dollars|euros|pounds|yen|rupees|million|billion|thousand|degrees|x |× |[a-z]{3,}s (?!an?\b|the\b))|^ [a-z]{4,}s[.,;:!?)]|^ [a-z]{3,} per |^ ?\|$/;
const NOT_PLURAL =
  /^ (?:was|is|has|his|this|its|as|besides|across|always|towards|thus|plus|perhaps|census|olympics|series|elections|crisis)\b/i;

/** A bare number of four digits is a year where the words around it let it be one; years are 1000 to 2099. */
export function yearKey(digits: string, next: string, before: string): string | null {
  const year = Number(digits);
  if (year > 2099) return null;
  if (STRONG_TIME_WORD.test(before))
    return /^ ?(?:calories|kcal|mg|kg|km|people|words)/.test(next) ? null : digits;
  if (COUNTED.test(next) && !NOT_PLURAL.test(next)) return null;
  if (TIME_WORD.test(before)) return digits;
  if (
    year < 1500 ||
    /[=+*×x<>~≈]\s*$|\b(?:number|numbers|total|approximately|roughly|nearly|almost|over|least|than|is|are|was)\s*$/i.test(
      before,
    )
  )
    return null;
  return digits;
}

function isBefore(era: Part): boolean {
  return /^b/i.test(era ?? "");
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
