/**
 * SimPref's simulated prompts asked in other words: the declared truth stays, the sentences around the question, task,
 * topic or act are new, and word problems are told anew. Rules may have been written from SimPref's own sentences and
 * from the `dev` frames here, never from the `test` frames.
 */
import { readFileSync } from "node:fs";
import { type Rng, sha256 } from "../../base/index.js";
import type { WorldPrompt } from "../../datasets/index.js";
import { declaredFeatures } from "../lm-analyzer/simulated-analysis.js";
import type { GoldRow } from "./dimension-rows.js";
import type { PromptSide } from "./real-files.js";

export interface RewordOptions {
  /** Which of the frames. */
  readonly frames: PromptSide;
  /** Draws a frame for each prompt. */
  readonly rng: Rng;
}

interface Frames {
  /** Word problems by id, with the numbers of SimPref's wording as `{1}`, `{2}` … */
  readonly problems: Readonly<Record<PromptSide, Readonly<Record<string, string>>>>;
  /** Frames by kind of prompt. */
  readonly kinds: Readonly<Record<string, Readonly<Record<PromptSide, readonly string[]>>>>;
}

/**
 * One reworded prompt for each of SimPref's, equal ones once. A row's group is what it asks about, so that one question in
 * several frames is resampled as one.
 * @param prompts of `createSimPrefWorld`
 * @returns fewer rows than prompts, where two come out alike
 * @throws {RangeError} for a prompt that its template did not make
 */
export function rewordSimPref(
  prompts: readonly Pick<WorldPrompt, "text" | "truth">[],
  { frames: side, rng }: RewordOptions,
): GoldRow[] {
  const { kinds, problems } = readFrames();
  const rows = prompts.map(({ text, truth }): GoldRow => {
    const { kind, group, values } = takeApart(text, truth, problems[side]);
    const frame = rng.fork(text).pick(kinds[kind]![side]);
    const prompt = capitalTopic(fillFrame(frame, values), values.topic);
    const id = `reworded-${sha256(prompt).slice(0, 12)}`;
    return { id, prompt, group: `${truth.kind}: ${group}`, tags: declaredFeatures(truth) };
  });
  return [...new Map(rows.map((row) => [row.prompt, row])).values()];
}

interface Parts {
  /** Names the frames. */
  readonly kind: string;
  /** What it is about. */
  readonly group: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What a template was filled with. */
function takeApart(
  text: string,
  truth: WorldPrompt["truth"],
  problems: Readonly<Record<string, string>>,
): Parts {
  if (truth.kind === "language") return { kind: truth.language, group: text, values: { p: text } };
  if (truth.kind === "arithmetic") {
    const p = fillFrame(
      problems[truth.template]!,
      Object.fromEntries((text.match(/\d+/g) ?? []).map((n, i) => [i + 1, n])),
    );
    return { kind: "arithmetic", group: truth.template, values: { p } };
  }
  const named = /^(question|passage|several|bullets|numbered|sentences?|words|json|poem|story):(.*)$/s.exec(
    truth.template,
  );
  const values = matchTemplate(named?.[2] ?? truth.template, text);
  const { q, task, topic, theme, act } = values;
  const kind = named?.[1] ?? truth.kind;
  return { kind, group: (q ?? task ?? topic ?? theme ?? act)!, values: { ...values, typed: typed(q ?? "") } };
}

function matchTemplate(template: string, text: string): Record<string, string> {
  const pattern = template
    .replace(/[.*+?^$()|[\]\\]/g, "\\$&")
    .replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>.+?)`);
  const groups = new RegExp(`^${pattern}$`, "s").exec(text)?.groups;
  if (groups === undefined) throw new RangeError(`template "${template}" did not make "${text}"`);
  return { ...groups };
}

/** As somebody types in a hurry: no capitals, no question mark. */
function typed(question: string): string {
  return question.toLowerCase().replace(/\s*[?.]$/, "");
}

/** Topics are written small; at the beginning of a prompt some write them large. */
function capitalTopic(prompt: string, topic: string | undefined): string {
  const isFirst = topic !== undefined && prompt.startsWith(topic) && /[.:]/.test(prompt[topic.length] ?? "");
  return isFirst ? prompt.slice(0, 1).toUpperCase() + prompt.slice(1) : prompt;
}

function fillFrame(frame: string, values: Readonly<Record<string, string>>): string {
  return frame.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`frame "${frame}": no value for {${name}}`);
    return value;
  });
}

let loaded: Frames | undefined;

/** The file ships with the package; `lib/` and `dist/` are equally deep. */
function readFrames(): Frames {
  const url = new URL("../../../datasets/tag-gold/reworded.json", import.meta.url);
  loaded ??= JSON.parse(readFileSync(url, "utf8")) as Frames;
  return loaded;
}
