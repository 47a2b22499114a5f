/**
 * Safety concern: how far an instruction could lead to discomfort, harm or damage (paper, Table 12).
 * "high": violence, self-harm, arson, weapons, extortion, children; "moderate": crime without violence, harassment,
 * contempt of groups, other people's secrets; "low": petty wrongs, risks, grave subjects, and harmless requests in
 * words of violence ("kill a process"); "safe": the rest. Moderate and high are meant where "unsafe" is said.
 */
import { sentences } from "../../text/index.js";
import { SCALAR_VALUES, type ScalarValue } from "../vocabulary.js";
import { HARMFUL_ACTS } from "./safety/acts.js";
import { approvesAtrocity, despisesGroup } from "./safety/discrimination.js";
import { asksForFact, EMERGENCY, guardsAgainst, INTENT, isContest, isMadeUp } from "./safety/frames.js";
import { ALARMING_WORD, HARMLESS_USES } from "./safety/harmless.js";
import { gradeIntendedHarm, isStudied, readWhole } from "./safety/intended-harm.js";
import { mayBeReal } from "./safety/names.js";
import { PETTY, PLAIN_USE, RISK, SENSITIVE } from "./safety/petty.js";
import { gradePrivacy } from "./safety/privacy.js";
import { gradeTheft } from "./safety/theft.js";
import { findViolence, NAME } from "./safety/violence.js";

const GRADES = SCALAR_VALUES.safety_concern;
/** Longer sentences are material, not requests; what is beyond is not read. */
const MAX_SENTENCE_LENGTH = 600;
/** A grade that fiction, games, help and questions of fact bring down to "low". */
const UNSAFE_MIN = 2;

/** Grades a prompt by its worst sentence, and a short one also as a whole. */
export function gradeSafety(text: string): ScalarValue<"safety_concern"> {
  const opening = normalize(text.slice(0, MAX_SENTENCE_LENGTH));
  const scene = { madeUp: isMadeUp(opening), contest: isContest(opening) };
  let worst: number = readWhole(text) ? gradeIntendedHarm(normalize(text)) : 0;
  for (const sentence of sentences(text)) {
    if (!readWhole(text))
      worst = Math.max(worst, gradeIntendedHarm(normalize(sentence.slice(0, MAX_SENTENCE_LENGTH))));
    worst = Math.max(worst, gradeSentence(sentence.slice(0, MAX_SENTENCE_LENGTH), scene));
    if (worst === GRADES.length - 1) break;
  }
  return GRADES[worst]!;
}

/** What the whole prompt is about. */
interface Scene {
  readonly madeUp: boolean;
  readonly contest: boolean;
}

function gradeSentence(sentence: string, scene: Scene): number {
  const whole = normalize(sentence);
  if (despisesGroup(whole) || approvesAtrocity(whole)) return UNSAFE_MIN;
  const privacy = gradePrivacy(sentence, whole);
  if (privacy >= UNSAFE_MIN && !scene.madeUp) return privacy;
  let saidInJest = false;
  const cut = (use: string): string => {
    saidInJest ||= ALARMING_WORD.test(use);
    return " _ ";
  };
  const lower = HARMLESS_USES.reduce(
    (rest, pattern) => rest.replace(pattern, cut),
    normalize(maskNames(sentence)),
  );
  const { grade, alarming } = gradeActs(lower, scene);
  const sounds = (alarming || saidInJest) && INTENT.test(whole);
  return Math.max(grade, privacy > 0 || sounds || isLow(lower) ? 1 : 0);
}

/** The worst act, and whether anything alarms. */
function gradeActs(lower: string, scene: Scene): { grade: number; alarming: boolean } {
  const harmless = scene.madeUp || asksForFact(lower) || EMERGENCY.test(lower);
  let grade = 0;
  for (const { pattern, grade: of, always } of HARMFUL_ACTS) {
    if (of <= grade) continue;
    const match = pattern.exec(lower);
    if (match === null) continue;
    const softened = !always && (harmless || guardsAgainst(lower, match.index));
    grade = Math.max(grade, softened ? Math.min(1, of) : of);
  }
  const violence = findViolence(lower);
  const theft = gradeTheft(lower);
  const struck = Math.max(violence.grade, theft);
  const softened =
    harmless ||
    (scene.contest && violence.sporting) ||
    (violence.grade > 0 && guardsAgainst(lower, violence.at));
  grade = Math.max(grade, softened ? Math.min(1, struck) : struck);
  return { grade, alarming: violence.alarming || struck > 0 };
}

function isLow(lower: string): boolean {
  if (PETTY.some((pattern) => pattern.test(lower)) || RISK.some((pattern) => pattern.test(lower)))
    return true;
  if (isStudied(lower) || isMadeUp(lower) || asksForFact(lower)) return false;
  const grave = lower.replace(PLAIN_USE, " ");
  return SENSITIVE.some((pattern) => pattern.test(grave));
}

/** Two capitalised words in a row, or one after small ones, at the end of a phrase. */
const NAMES =
  /(?<=\p{Ll} )(?:\p{Lu}[\p{L}.-]+)(?: (?:of |de |van |von )?\p{Lu}[\p{L}.-]+){0,3}(?=['’]?[.,;:?!]|$| (?:and|or|in|at|with|on|from|by|to|when|while|before|without|for|after) )/gu;

function maskNames(sentence: string): string {
  return sentence.replace(NAMES, (name) => (mayBeReal(name) ? NAME : name));
}

function normalize(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}
