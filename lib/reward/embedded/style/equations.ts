/** Arithmetic found in running text, and whether it holds: `3 + 4 = 8` does not. */

export interface Equation {
  /** The value of the left side. */
  readonly left: number;
  /** The number after the sign of equality, as stated. */
  readonly right: number;
  /** Whether they agree to the decimals that are shown. */
  readonly holds: boolean;
}

const PART = /\d+(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+|==|[-+*/×÷−·()=%^]|\p{L}+|[.;:!?\n]/gu;
const OPERATORS: Readonly<Record<string, string>> = {
  "+": "+",
  "-": "-",
  "−": "-",
  "*": "*",
  "×": "*",
  "·": "*",
  x: "*",
  times: "*",
  "/": "/",
  "÷": "/",
  plus: "+",
  minus: "-",
};

type Part = number | string;

/**
 * The equations of a text, in order. Units between numbers are passed over (`4 boxes * 6 eggs/box = 24 eggs`),
 * chains are read pair by pair (`2 + 3 + 4 = 5 + 4 = 9`), `=`, `is` and `equals` all state a result.
 */
export function equationsIn(text: string): Equation[] {
  const raw = text.toLowerCase().replace(/[$€£]/g, "").match(PART) ?? [];
  const equations: Equation[] = [];
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] !== "=" && raw[at] !== "equals" && raw[at] !== "is") continue;
    const left = expressionBefore(raw, at);
    const right = resultAfter(raw, at);
    if (left === undefined || right === undefined) continue;
    equations.push({ left, right: right.value, holds: Math.abs(left - right.value) <= right.tolerance });
  }
  return equations;
}

/** The value of the first arithmetic expression of a question such as `What is 12 * 7?`; undefined without one. */
export function askedValue(question: string): number | undefined {
  const raw =
    question
      .toLowerCase()
      .replace(/multiplied by/g, "times")
      .replace(/divided by/g, "/")
      .match(PART) ?? [];
  for (let start = 0; start < raw.length; start++) {
    if (!/^[\d.(]/.test(raw[start]!) || raw[start] === ".") continue;
    let end = start;
    while (end < raw.length && (/^[\d(]|^\.\d/.test(raw[end]!) || raw[end] === ")" || OPERATORS[raw[end]!]))
      end++;
    const parts = raw.slice(start, end).map(toPart);
    if (parts.some((part) => typeof part === "string" && "+-*/".includes(part))) {
      const value = evaluate(parts);
      if (value !== undefined) return value;
    }
    start = end;
  }
  return undefined;
}

function toPart(raw: string): Part {
  return /^[\d.]/.test(raw) && raw !== "." ? Number(raw.replace(/,/g, "")) : (OPERATORS[raw] ?? raw);
}

/** Reads backwards from a sign of equality as long as numbers and operators alternate; units are dropped. */
function expressionBefore(raw: readonly string[], at: number): number | undefined {
  const parts: Part[] = [];
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    const part = raw[i] === "%" ? "%" : toPart(raw[i]!);
    const next = parts[0];
    if (typeof part === "number") {
      if (typeof next === "number" || next === "(") break;
      parts.unshift(raw[i + 1] === "%" ? part / 100 : part);
    } else if (part === ")") {
      depth++;
      parts.unshift(part);
    } else if (part === "(") {
      if (--depth < 0) break;
      parts.unshift(part);
    } else if ("+-*/".includes(part)) {
      // `/box` is a unit: an operator followed by a word that was dropped.
      if (/^\p{L}/u.test(raw[i + 1] ?? "")) continue;
      parts.unshift(part);
    } else if (part === "of" && raw[i - 1] === "%") {
      parts.unshift("*");
    } else if (part !== "%" && !/^\p{L}/u.test(part)) break;
  }
  while (typeof parts[0] === "string" && "+*/)".includes(parts[0])) parts.shift();
  return parts.some((part) => typeof part === "string" && "+-*/".includes(part))
    ? evaluate(parts)
    : undefined;
}

function resultAfter(raw: readonly string[], at: number): { value: number; tolerance: number } | undefined {
  let next = at + 1;
  const negative = raw[next] === "-" || raw[next] === "−";
  if (negative) next++;
  const text = raw[next];
  if (text === undefined || !/^\d|^\.\d/.test(text)) return undefined;
  // The number must be the whole right side; in `= 5 + 4 = 9` the left side is compared with 5 + 4.
  const decimals = text.split(".")[1]?.length ?? 0;
  const percent = raw[next + 1] === "%";
  const scale = percent ? 100 : 1;
  if (OPERATORS[raw[next + 1] ?? ""] && /^[\d(]/.test(raw[next + 2] ?? "")) {
    const end = raw.findIndex((part, i) => i > next && part === "=");
    const value = end < 0 ? undefined : expressionBefore(raw.slice(at + 1, end), end - at - 1);
    return value === undefined ? undefined : { value, tolerance: 1e-9 * Math.max(1, Math.abs(value)) };
  }
  const value = ((negative ? -1 : 1) * Number(text.replace(/,/g, ""))) / scale;
  return { value, tolerance: (0.51 * 10 ** -decimals) / scale };
}

/** The value of numbers, + - * / and parentheses; undefined where they do not form an expression. */
export function evaluate(parts: readonly Part[]): number | undefined {
  let at = 0;
  const sum = (): number => {
    let value = product();
    while (parts[at] === "+" || parts[at] === "-") value += parts[at++] === "+" ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = factor();
    while (parts[at] === "*" || parts[at] === "/") {
      if (parts[at++] === "*") value *= factor();
      else value /= factor();
    }
    return value;
  };
  const factor = (): number => {
    const part = parts[at++];
    if (part === "-") return -factor();
    if (part !== "(") return typeof part === "number" ? part : Number.NaN;
    const value = sum();
    return parts[at++] === ")" ? value : Number.NaN;
  };
  const value = sum();
  return at === parts.length && Number.isFinite(value) ? value : undefined;
}
