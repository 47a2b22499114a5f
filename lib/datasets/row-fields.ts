/** Checked access to the fields of one row: each flaw becomes a problem, and what nobody asked for is carried along. */
import type { Json, JsonObject, Problem } from "../base/index.js";
import type { ParsedRow } from "./json-lines.js";
import { LABELS, type Label } from "./labels.js";
import { excerpt } from "./read-log.js";

/**
 * Where a field has several names, the first with a value counts: null is none, and for a label neither is "".
 * A method that finds a problem records it and returns an empty value, so that a row's every problem is found.
 */
export class RowFields {
  readonly #row: JsonObject;
  readonly #place: string;
  readonly #taken = new Set<string>();
  readonly #problems: Problem[] = [];
  readonly #flawed = new Set<string>();

  constructor(row: JsonObject, place: string) {
    this.#row = row;
    this.#place = place;
  }

  /** A text with more than white space in it. */
  requiredText(...names: readonly string[]): string {
    const [name, value] = this.#take(names);
    if (typeof value === "string" && value.trim() !== "") return value;
    const known = names.map((one) => `"${one}"`).join(" or ");
    if (value === null) this.problem(`${known} is required`, undefined, "add it");
    else if (typeof value === "string") this.problem(`"${name}" may not be empty`, value, "fill it in");
    else this.#wrongType(name, value, "a text");
    return "";
  }

  /** A text that has to be there, but may be blank. */
  presentText(...names: readonly string[]): string {
    const [name, value] = this.#take(names);
    if (typeof value === "string") return value;
    const known = names.map((one) => `"${one}"`).join(" or ");
    if (value === null) this.problem(`${known} is required`, undefined, "add it");
    else this.#wrongType(name, value, "a text");
    return "";
  }

  /** A text, or "" where absent or null. */
  optionalText(name: string): string {
    const [, value] = this.#take([name]);
    if (value === null || typeof value === "string") return value ?? "";
    this.#wrongType(name, value, "a text or null");
    return "";
  }

  /** A label in any case, or null where absent, null or empty. */
  label(...names: readonly string[]): Label | null {
    const isAbsent = (value: Json): boolean => value === null || value === "";
    const [name, value] = this.#take(names, isAbsent);
    return isAbsent(value) ? null : this.#toLabel(name, value);
  }

  /** A list of labels in any case; empty where absent or null. */
  labels(name: string): Label[] {
    const [, value] = this.#take([name]);
    if (value === null) return [];
    if (!Array.isArray(value)) {
      this.#wrongType(name, value, "a list of labels or null");
      return [];
    }
    return (value as readonly Json[])
      .map((vote, i) => this.#toLabel(name, vote, `[${i}]`))
      .filter((vote) => vote !== null);
  }

  /** A list of texts; empty where absent or null. */
  texts(name: string): string[] {
    const [, value] = this.#take([name]);
    if (value === null) return [];
    const all = Array.isArray(value) ? (value as readonly Json[]) : [];
    const texts = all.filter((text) => typeof text === "string");
    if (Array.isArray(value) && texts.length === all.length) return texts;
    this.#flawed.add(name);
    this.problem(`"${name}" must be a list of texts or null`, value, "correct its type");
    return [];
  }

  /** A time in seconds, or null where absent. */
  seconds(name: string): number | null {
    const [, value] = this.#take([name]);
    if (value === null || (typeof value === "number" && value >= 0)) return value;
    this.#flawed.add(name);
    this.problem(`"${name}" must be a number of at least 0 or null`, value, "correct it");
    return null;
  }

  /** A field's value as it stands; null where absent. */
  value(...names: readonly string[]): Json {
    return this.#take(names)[1];
  }

  /** Every field that was not asked for, unchanged. Safe for any name, `__proto__` included. */
  rest(): Readonly<Record<string, Json>> {
    return Object.fromEntries(Object.entries(this.#row).filter(([name]) => !this.#taken.has(name)));
  }

  /** Whether any of these fields has a problem already. */
  isFlawed(...names: readonly string[]): boolean {
    return names.some((name) => this.#flawed.has(name));
  }

  /** Records a problem of this row. */
  problem(rule: string, value?: Json, remedy?: string): void {
    this.#problems.push({
      place: this.#place,
      rule,
      value:
        value === undefined ? undefined : excerpt(typeof value === "string" ? value : JSON.stringify(value)),
      remedy,
    });
  }

  /** Ends the row: the value, or the problems found. */
  parsed<T>(id: string, value: T): ParsedRow<T> {
    return {
      id: id === "" ? undefined : id,
      value: this.#problems.length === 0 ? value : undefined,
      problems: this.#problems,
    };
  }

  #take(names: readonly string[], isAbsent = (value: Json): boolean => value === null): [string, Json] {
    const name = names.find((one) => !isAbsent(this.#get(one))) ?? names[0]!;
    // Names without a value say nothing, and carried along they would clash with the field when it is written.
    for (const one of names) if (one === name || isAbsent(this.#get(one))) this.#taken.add(one);
    return [name, this.#get(name)];
  }

  #get(name: string): Json {
    return Object.hasOwn(this.#row, name) ? (this.#row[name] ?? null) : null;
  }

  #toLabel(name: string, value: Json, part = ""): Label | null {
    if (typeof value !== "string") {
      this.#wrongType(name, value, "a label", part);
      return null;
    }
    const label = value.toLowerCase() as Label;
    if (LABELS.includes(label)) return label;
    this.#flawed.add(name);
    this.problem(`"${name}${part}" is not a label`, value, `labels are ${LABELS.join(", ")}`);
    return null;
  }

  #wrongType(name: string, value: Json, needed: string, part = ""): void {
    this.#flawed.add(name);
    const found = Array.isArray(value) ? "a list" : `of type ${typeof value}`;
    this.problem(`"${name}${part}" must be ${needed}, and is ${found}`, value, "correct its type");
  }
}
