/** How a tag is written in a figure: its group, and a label short enough for an axis. */

export interface TagLabel {
  /** Tags of one group stand together. */
  readonly group: string;
  readonly label: string;
}

const NUMERIC_NAMES: Readonly<Record<string, string>> = {
  bertscore: "BERTScore",
  bertscore_length: "BERTScore (length-adj.)",
  cosine_sim: "Cosine similarity",
  entity_sim: "Entity similarity",
  rouge: "ROUGE-L",
  len_longer: "Longer response",
  len_shorter: "Shorter response",
  prompt_len: "Prompt length",
  token_len_diff: "Length difference",
};

const LENGTHS = new Set(["len_longer", "len_shorter", "prompt_len", "token_len_diff"]);

const SCALAR_NAMES: Readonly<Record<string, string>> = {
  expertise_level: "Expertise",
  open_endedness: "Open-endedness",
  safety_concern: "Safety concern",
  complexity_of_intents: "Complexity",
};

const PRESENCE_NAMES: Readonly<Record<string, string>> = {
  type_of_in_context_material: "In-context material",
  format_constraints: "Format constraints",
};

/** The groups, in the order in which figures show them. */
export const TAG_GROUPS = ["Similarity", "Length", "Subject of expertise", "Prompt", "Other"] as const;

/**
 * @param tag a feature string of the vocabulary, e.g. `rouge::min_val=0.33|max_val=0.67`; any other text
 * is its own label in the group "Other"
 */
export function tagLabel(tag: string): TagLabel {
  return numericBin(tag) ?? closedSet(tag) ?? scalar(tag) ?? presence(tag) ?? { group: "Other", label: tag };
}

function numericBin(tag: string): TagLabel | undefined {
  const [, name = "", least, most] = /^(\w+)::min_val=([\d.]+)\|max_val=([\d.]+)$/.exec(tag) ?? [];
  const shown = NUMERIC_NAMES[name];
  if (!shown) return undefined;
  const bin = `${Number(least)}–${Number(most)}`;
  return { group: LENGTHS.has(name) ? "Length" : "Similarity", label: `${shown} ${bin}` };
}

function closedSet(tag: string): TagLabel | undefined {
  const [, name, option = ""] = /^analyzer_closed_set::feature_name=(\w+)\|constraints=(.+)$/.exec(tag) ?? [];
  if (name === "subject_of_expertise") return { group: "Subject of expertise", label: option };
  if (name === "languages") return { group: "Prompt", label: `Language: ${option}` };
  return undefined;
}

function scalar(tag: string): TagLabel | undefined {
  const [, name = "", value = ""] = /^analyzer_scalar::feature_name=(\w+)\|value=(.+)$/.exec(tag) ?? [];
  const shown = SCALAR_NAMES[name];
  return shown ? { group: "Prompt", label: `${shown}: ${value}` } : undefined;
}

function presence(tag: string): TagLabel | undefined {
  const [, name = ""] = /^analyzer_open_set::feature_name=(\w+)\|check_for_existence=1$/.exec(tag) ?? [];
  const shown = PRESENCE_NAMES[name];
  return shown ? { group: "Prompt", label: shown } : undefined;
}
