/** English names of natural languages, from the names and codes that models give them. */

/** Where the standard's English name is not the usual one, and spellings of the original's vocabulary. */
const USUAL_NAMES: Readonly<Record<string, string>> = {
  bangla: "Bengali",
  finish: "Finnish",
  farsi: "Persian",
  mandarin: "Chinese",
  "mandarin chinese": "Chinese",
  "simplified chinese": "Chinese",
  "traditional chinese": "Chinese",
  "american english": "English",
  "british english": "English",
  "modern english": "English",
  "brazilian portuguese": "Portuguese",
  "castilian spanish": "Spanish",
  castilian: "Spanish",
  "norwegian bokmål": "Norwegian",
  "norwegian nynorsk": "Norwegian",
  "modern standard arabic": "Arabic",
  myanmar: "Burmese",
  tagalog: "Tagalog",
  other: "Others",
  others: "Others",
};

/** What models list beside natural languages, though they are told not to. */
const ARTIFICIAL: ReadonlySet<string> = new Set(
  (
    "bash,basic,c,c#,c++,cobol,css,csv,dart,elixir,fortran,go,graphql,haskell,html,java,javascript,json,julia,kotlin," +
    "latex,lisp,lua,markdown,matlab,none,n/a,objective-c,pascal,perl,php,powershell,prolog,pseudocode,python,python 3," +
    "r,ruby,rust,scala,shell,solidity,sql,svg,swift,typescript,verilog,vhdl,visual basic,xml,yaml"
  ).split(","),
);

/**
 * The language's English name, "Others" among them; null for a text that names none.
 * Known are the names and two-letter codes of ISO 639, and names in the language itself ("Deutsch").
 */
export function languageNamed(text: string): string | null {
  const name = fold(text);
  const known = USUAL_NAMES[name] ?? names().get(name);
  if (known !== undefined) return known;
  // "English (US)", "en-US"
  const wider = name.replace(/\s*\(.*\)$/, "").replace(/^([a-z]{2})-[a-z]{2,4}$/, "$1");
  return USUAL_NAMES[wider] ?? names().get(wider) ?? null;
}

/** Whether a text names what is no natural language: a programming language, a format, or nothing. */
export function isNoLanguage(text: string): boolean {
  return ARTIFICIAL.has(fold(text));
}

function fold(text: string): string {
  return text
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/^["'`*]+|["'`*.]+$/g, "")
    .replace(/\s+/g, " ")
    .replace(/ languages?$/, "");
}

let known: ReadonlyMap<string, string> | null = null;

/** Made when first needed: asking for every code takes a moment. */
function names(): ReadonlyMap<string, string> {
  known ??= allNames();
  return known;
}

function allNames(): Map<string, string> {
  const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const found = new Map<string, string>();
  const add = (name: string | undefined, value: string): void => {
    if (name !== undefined && !found.has(fold(name))) found.set(fold(name), value);
  };
  const codes = [...codesOf(2), ...codesOf(3)].map((code) => ({ code, name: english.of(code) }));
  const usual = (name: string): string => USUAL_NAMES[fold(name)] ?? name;
  for (const { name } of codes) if (name !== undefined) add(name, usual(name));
  for (const { code, name } of codes) {
    // "no" is a code, too, but means none.
    if (name === undefined || code.length > 2 || code === "no") continue;
    add(new Intl.DisplayNames(code, { type: "language", fallback: "none" }).of(code), usual(name));
    add(code, usual(name));
  }
  return found;
}

function codesOf(length: number): string[] {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  return length === 0 ? [""] : codesOf(length - 1).flatMap((code) => letters.map((letter) => code + letter));
}
