/** What a model's answer says of the dimensions that were asked for. */
import { isJsonObject, type Json } from "../../base/index.js";
import { parseJsonAnswer } from "../../lm/index.js";
import { foldName } from "./closed-values.js";
import { type Dimension, MAX_SUBJECTS } from "./dimensions.js";
import { type DimensionValue, readDimension } from "./read-dimension.js";

export interface ReadAnalysis {
  readonly found: ReadonlyMap<Dimension, DimensionValue>;
  /** What is wrong with each dimension that is not found. */
  readonly problems: ReadonlyMap<Dimension, string>;
  /** Whether more subjects were named than count; the first ones are found. */
  readonly subjectsCut: boolean;
}

/** Dimensions whose bare value, without JSON around it, cannot be mistaken: all but the open lists. */
const OPEN: ReadonlySet<Dimension> = new Set(["type_of_in_context_material", "format_constraints"]);

/** Reads an answer; nothing is taken for a value that is not one. */
export function readAnalysis(content: string, dimensions: readonly Dimension[]): ReadAnalysis {
  const answered = valuesIn(content, dimensions);
  const found = new Map<Dimension, DimensionValue>();
  const problems = new Map<Dimension, string>();
  let subjectsCut = false;
  for (const dimension of dimensions) {
    const read = readDimension(dimension, answered(dimension));
    if ("problem" in read) problems.set(dimension, read.problem);
    else if (dimension === "subject_of_expertise") {
      const subjects = read.value as readonly string[];
      subjectsCut = subjects.length > MAX_SUBJECTS;
      found.set(dimension, subjects.slice(0, MAX_SUBJECTS));
    } else found.set(dimension, read.value);
  }
  return { found, problems, subjectsCut };
}

function valuesIn(
  content: string,
  dimensions: readonly Dimension[],
): (dimension: Dimension) => Json | undefined {
  const json = parseJsonAnswer(content);
  const only = dimensions.length === 1 ? dimensions[0]! : null;
  if (json === undefined) return (one) => (one === only && !OPEN.has(one) ? lastLine(content) : undefined);
  if (!isJsonObject(json)) return (one) => (one === only ? json : undefined);
  const fields = fieldsByName(json);
  const inner = Object.values(json);
  // Some models wrap what they are asked for: {"analysis": {…}}.
  const isWrapped = inner.length === 1 && !dimensions.some((one) => fields.has(foldName(one)));
  const all = isWrapped && isJsonObject(inner[0]) ? fieldsByName(inner[0]) : fields;
  return (one) => all.get(foldName(one));
}

function fieldsByName(json: { readonly [key: string]: Json }): Map<string, Json> {
  return new Map(Object.entries(json).map(([name, value]) => [foldName(name), value]));
}

/** Models that give no JSON often end in the value, after its name and a colon. */
function lastLine(content: string): string | undefined {
  const line = content.trim().split("\n").at(-1)!.trim();
  return line === "" ? undefined : line.replace(/^[*`\s]*[\w\s-]{1,40}[*`]*:\s*/, "");
}
