/** The written material of SimPref, under `datasets/simpref/`: sentences and templates, no numbers. */
import { readFileSync } from "node:fs";
import type { ExpertiseLevel, SafetyLevel, Split } from "./traits.js";

export interface FactItem {
  readonly level: ExpertiseLevel;
  /** Three phrasings; the last is for the benchmark only. */
  readonly questions: readonly [string, string, string];
  readonly right: string;
  readonly wrong: readonly [string, string];
  readonly details: readonly string[];
  readonly falseDetails: readonly string[];
}

export interface FactSubject {
  readonly subject: string;
  readonly items: readonly FactItem[];
}

export interface Topic {
  readonly subject: string;
  readonly topic: string;
  /** All of it in one sentence. */
  readonly gist: string;
  readonly points: readonly string[];
}

export interface Theme {
  readonly subject: string;
  readonly theme: string;
  readonly poem: readonly string[];
  readonly story: readonly string[];
}

/** A step of a calculation: sentence, name of the result, left name, operator, right name. */
export type Step = readonly [
  say: string,
  result: string,
  left: string,
  operator: "+" | "-" | "×",
  right: string,
];

export interface WordProblem {
  readonly id: string;
  readonly split: Split;
  readonly prompt: string;
  readonly numbers: Readonly<Record<string, readonly [number, number]>>;
  readonly constants?: Readonly<Record<string, number>>;
  readonly steps: readonly Step[];
  readonly final: string;
}

export interface CodeTask {
  readonly id: string;
  readonly language: string;
  readonly ask: string;
  readonly right: readonly string[];
  /** What the decisive line does, in words. */
  readonly why: string;
  /** Line number from 0, the faulty line that replaces it, and what is said for it. */
  readonly bugs: readonly { readonly line: number; readonly code: string; readonly why: string }[];
  readonly explain: readonly string[];
}

type BySplit<T> = Readonly<Record<Split, T>>;
export type LimitName = "bullets" | "numbered" | "sentence" | "words" | "json" | "sentences";
export type PhraseName = "plain" | "confident" | "hedged" | "warm" | "rude" | "padding" | "cut" | "filler";

export interface Requests {
  readonly ask: BySplit<readonly string[]>;
  /** First sentences of advice. */
  readonly lead: BySplit<readonly string[]>;
  readonly limited: BySplit<Readonly<Record<LimitName, readonly string[]>>>;
  readonly creative: BySplit<Readonly<Record<"poem" | "story", readonly string[]>>>;
  readonly facts: BySplit<readonly string[]>;
  readonly passage: BySplit<readonly string[]>;
  readonly several: BySplit<readonly string[]>;
  readonly code: BySplit<readonly string[]>;
}

export interface Unsafe {
  readonly ask: BySplit<readonly string[]>;
  readonly comply: BySplit<readonly string[]>;
  readonly how: readonly string[];
  readonly refuse: BySplit<readonly string[]>;
  readonly alternative: BySplit<readonly string[]>;
  readonly acts: readonly { readonly level: Exclude<SafetyLevel, "safe">; readonly act: string }[];
}

export interface Alarming {
  readonly ask: BySplit<readonly string[]>;
  readonly acts: readonly {
    readonly subject: string;
    readonly act: string;
    readonly answer: readonly string[];
  }[];
}

export interface LanguageItem {
  readonly language: string;
  readonly subject: string;
  readonly split: Split;
  readonly prompt: string;
  readonly right: string;
  readonly wrong: string;
  readonly details: readonly string[];
}

export interface Content {
  readonly facts: readonly FactSubject[];
  readonly topics: readonly Topic[];
  readonly themes: readonly Theme[];
  readonly wordProblems: readonly WordProblem[];
  readonly codeTasks: readonly CodeTask[];
  readonly requests: Requests;
  readonly unsafe: Unsafe;
  readonly alarming: Alarming;
  readonly languages: readonly LanguageItem[];
  readonly phrases: BySplit<Readonly<Record<PhraseName, readonly string[]>>>;
}

let loaded: Content | undefined;

/** Reads the material once. The files ship with the package; `lib/` and `dist/` are equally deep. */
export function loadContent(): Content {
  loaded ??= {
    facts: [...read<FactSubject[]>("facts-1"), ...read<FactSubject[]>("facts-2")],
    topics: read("topics"),
    themes: read("creative"),
    wordProblems: read("arithmetic"),
    codeTasks: read("code"),
    requests: read("requests"),
    unsafe: read("unsafe"),
    alarming: read("alarming"),
    languages: read("languages"),
    phrases: read("phrases"),
  };
  return loaded;
}

function read<T>(name: string): T {
  const url = new URL(`../../../datasets/simpref/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as T;
}

/** Fills `{name}` places of a template. @throws {RangeError} for a name without a value */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`template "${template}": no value for {${name}}`);
    return String(value);
  });
}
