/** How a tag is written in a figure: its group, and a label short enough for an axis. */
import {
  BIN_BOUNDS,
  LENGTH_MEASURES,
  type Measure,
  type OpenSet,
  type ScalarDimension,
  TAGS,
  type Tag,
  tagColumn,
} from "../tags/index.js";

/** The groups, in the order in which figures show them. */
export const TAG_GROUPS = ["Similarity", "Length", "Subject of expertise", "Prompt", "Other"] as const;
export type TagGroup = (typeof TAG_GROUPS)[number];

export interface TagLabel {
  /** Tags of one group stand together. */
  readonly group: TagGroup;
  readonly label: string;
}

const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
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

/** A measure as figures write it; any other text is its own name. */
export function measureName(measure: string): string {
  return (MEASURE_NAMES as Readonly<Record<string, string>>)[measure] ?? measure;
}

const SCALAR_NAMES: Readonly<Record<ScalarDimension, string>> = {
  expertise_level: "Expertise",
  open_endedness: "Open-endedness",
  safety_concern: "Safety concern",
  complexity_of_intents: "Complexity",
};

const OPEN_SET_NAMES: Readonly<Record<OpenSet, string>> = {
  type_of_in_context_material: "In-context material",
  format_constraints: "Format constraints",
};

const LENGTHS: readonly string[] = LENGTH_MEASURES;

/** @param tag a tag string of the vocabulary; any other text is its own label in the group "Other" */
export function tagLabel(tag: string): TagLabel {
  const column = tagColumn(tag);
  return column === undefined ? { group: "Other", label: tag } : labelOf(TAGS[column]!);
}

function labelOf(tag: Tag): TagLabel {
  switch (tag.kind) {
    case "measure": {
      const [from, to] = BIN_BOUNDS[tag.bin];
      const name = MEASURE_NAMES[tag.measure];
      // Lengths are binned by their percentile, similarities by their value.
      if (LENGTHS.includes(tag.measure))
        return { group: "Length", label: `${name}, percentile ${100 * Number(from)}–${100 * Number(to)}` };
      return { group: "Similarity", label: `${name} ${Number(from)}–${Number(to)}` };
    }
    case "subject":
      return { group: "Subject of expertise", label: tag.subject };
    case "language":
      return { group: "Prompt", label: `Language: ${tag.language}` };
    case "scalar":
      return { group: "Prompt", label: `${SCALAR_NAMES[tag.dimension]}: ${tag.value}` };
    case "open-set":
      return { group: "Prompt", label: OPEN_SET_NAMES[tag.dimension] };
  }
}
