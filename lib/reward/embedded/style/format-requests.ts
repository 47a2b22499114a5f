/** Formats that a prompt asks for in words, and whether a response keeps to them. */
import type { Passage } from "../passage.js";
import { countMatches } from "./style-feature.js";

export interface FormatVerdicts {
  /** Requests found in the prompt. */
  readonly requested: number;
  /** Those that the response keeps. */
  readonly kept: number;
}

type Check = (response: Passage, amount: number) => boolean;

const NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const AMOUNT = `(\\d+|${NUMBER_WORDS.join("|")}|a single|single)`;

const listItems = ({ text }: Passage): number => countMatches(text, /^[ \t]*(?:[-*•]|\d+[.)])[ \t]+\S/gm);
const wordCount = ({ words }: Passage): number => words.length;
const paragraphs = ({ text }: Passage): number =>
  text.split(/\n\s*\n/).filter((part) => part.trim() !== "").length;

/** Requests with an amount; the first group of each pattern is the amount. */
const COUNTED: readonly (readonly [pattern: RegExp, keeps: Check])[] = [
  [
    new RegExp(
      `\\b${AMOUNT} (?:\\w+ ){0,2}?(?:bullet points?|bullets|items|points|steps|reasons|examples|ways|tips|ideas|things|facts|benefits|numbered \\w+)\\b`,
    ),
    (response, amount) => listItems(response) === amount,
  ],
  [
    new RegExp(
      `\\b(?:in|using|with|write|exactly) (?:exactly |only |just )?${AMOUNT} (?:\\w+ )?sentences?\\b`,
    ),
    (response, amount) => response.sentences.length === amount,
  ],
  [
    new RegExp(`\\b${AMOUNT}[- ](?:\\w+ )?paragraphs?\\b`),
    (response, amount) => paragraphs(response) === amount,
  ],
  [
    new RegExp(
      `\\b(?:under|below|less than|fewer than|at most|no more than|not more than|within|up to|maximum(?: of)?|not exceed(?:ing)?) ${AMOUNT} words\\b`,
    ),
    (response, amount) => wordCount(response) <= amount,
  ],
  [
    new RegExp(`\\b(?:at least|more than|over|minimum(?: of)?) ${AMOUNT} words\\b`),
    (response, amount) => wordCount(response) >= amount,
  ],
  [
    new RegExp(`\\b(?:in|exactly|about|around|roughly|using) (?:exactly |about )?${AMOUNT} words?\\b`),
    (response, amount) => Math.abs(wordCount(response) - amount) <= 0.2 * amount,
  ],
];

/** Requests without an amount. */
const PLAIN: readonly (readonly [pattern: RegExp, keeps: Check])[] = [
  [/\b(?:as|in|valid|return|output|a|only) (?:a )?json\b/, ({ text }) => isJson(text)],
  [/\b(?:as|in) a (?:markdown )?table\b/, ({ text }) => /^[ \t]*\|.*\|/m.test(text)],
  [/\b(?:yes or no|yes\/no)\b/, ({ lower }) => /^\W*(?:yes|no)\b/.test(lower)],
  [
    /\ball (?:caps|capitals|upper ?case)|\bin (?:capital letters|upper ?case)\b/,
    ({ text }) => !/\p{Ll}{2}/u.test(text),
  ],
  [/\b(?:all|in|only) lower ?case\b/, ({ text }) => !/\p{Lu}/u.test(text)],
  [/\bnumbered list\b/, ({ text }) => countMatches(text, /^[ \t]*\d+[.)][ \t]+\S/gm) >= 2],
  [
    /\b(?:bullet(?:ed)?(?:[- ]point)? list|(?:as|in|using|with) bullet points|bulleted)\b/,
    ({ text }) => countMatches(text, /^[ \t]*[-*•][ \t]+\S/gm) >= 2,
  ],
  [
    /\b(?:only (?:the )?code|code only|just the code|no explanation|without (?:any )?explanation)\b/,
    (response) =>
      response.code !== "" &&
      response.words.length <= 1.3 * (response.code.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) + 5,
  ],
  [
    /\bwithout (?:using )?(?:any )?(?:lists?|bullets?|bullet points)\b/,
    (response) => listItems(response) === 0,
  ],
];

/** Finds the requests of a prompt and judges a response by each. */
export function judgeFormat(prompt: Passage, response: Passage): FormatVerdicts {
  const verdicts: boolean[] = [];
  for (const [pattern, keeps] of COUNTED) {
    const amount = pattern.exec(prompt.lower)?.[1];
    if (amount !== undefined) verdicts.push(keeps(response, toNumber(amount)));
  }
  for (const [pattern, keeps] of PLAIN) {
    if (pattern.test(prompt.lower)) verdicts.push(keeps(response, 0));
  }
  return { requested: verdicts.length, kept: verdicts.filter(Boolean).length };
}

function toNumber(amount: string): number {
  if (/^\d/.test(amount)) return Number(amount);
  return amount.endsWith("single") ? 1 : NUMBER_WORDS.indexOf(amount) + 1;
}

function isJson(text: string): boolean {
  const body = /```(?:json)?\s*\n([\s\S]*?)```/.exec(text)?.[1] ?? text;
  if (!/^\s*[[{]/.test(body)) return false;
  try {
    JSON.parse(body);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
