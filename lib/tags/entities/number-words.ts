/** Numbers written in words, and their values. */

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const ORDINAL_ROOTS: Readonly<Record<string, string>> = {
  second: "two",
  third: "three",
  fifth: "five",
  eighth: "eight",
  ninth: "nine",
  twelfth: "twelve",
};
const FRACTIONS: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
};

const SIMPLE = `(?:(?:${TENS.join("|")})(?:[- ](?:${SMALL.slice(1, 10).join("|")}))?|${SMALL.join("|")})`;
const SCALE = `(?:${Object.keys(SCALES).join("|")})`;
const PART = "(?:halves|thirds?|quarters?|fourths?|fifths?|tenths?)";

/** After a first "hundred", "thousand" …: two numbers side by side are not one. */
const REST = `(?:[- ](?:and )?(?:${SIMPLE}(?:[- ]${SCALE})?|${SCALE})){0,6}`;

/** Words of a whole number: "twenty-five", "two hundred and fifty", "half a million", "a dozen"; or of a fraction. */
export const NUMBER_WORDS = `(?:${SIMPLE}[- ]${PART}|one[- ]half|half an? ${SCALE}|(?:an? ${SCALE}|an? (?:half[- ])?dozen|${SIMPLE} dozen|${SIMPLE}[- ]${SCALE})${REST}|${SIMPLE})`;

/** "third", "twentieth", "twenty-first": from the second on. */
export const ORDINAL_WORDS = `(?:(?:${TENS.join("|")})-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth)|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth|hundredth|thousandth|millionth`;

/** The value of words that {@link NUMBER_WORDS} matched, in lower case. */
export function valueOfWords(words: string): number {
  const fraction = /^(.+)[- ]([a-z]+)$/.exec(words);
  const parts = FRACTIONS[fraction?.[2]?.replace(/(?<=.)s$/, "") ?? ""] ?? FRACTIONS[fraction?.[2] ?? ""];
  if (fraction !== null && parts !== undefined) return valueOfWords(fraction[1]!) / parts;
  let total = 0;
  let current = 0;
  for (const word of words.split(/[- ]+/)) {
    const scale = word === "dozen" ? 12 : SCALES[word];
    if (word === "half") current = 0.5;
    else if (scale === undefined) current += simpleValue(word);
    else if (scale <= 100) current = (current || 1) * scale;
    else {
      total += (current || 1) * scale;
      current = 0;
    }
  }
  return total + current;
}

function simpleValue(word: string): number {
  const small = SMALL.indexOf(word);
  return small >= 0 ? small : TENS.includes(word) ? 20 + 10 * TENS.indexOf(word) : 0;
}

/** The value of words that {@link ORDINAL_WORDS} matched, in lower case. */
export function valueOfOrdinal(words: string): number {
  const parts = words.split("-");
  const last = parts.pop()!;
  const root =
    last === "first" ? "one" : (ORDINAL_ROOTS[last] ?? last.replace(/ieth$/, "y").replace(/th$/, ""));
  return valueOfWords([...parts, root].join("-")) || (SCALES[root] ?? 0);
}
