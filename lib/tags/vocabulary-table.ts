/** The paper's Table 12 (Appendix F), made from the vocabulary itself: no tag can be missing from it. */
import { TAGS, type Tag } from "./tag.js";

export type VocabularyRow = {
  readonly group: "textual" | "descriptive";
  /** Column of the features file. */
  readonly feature: string;
  readonly meaning: string;
  /** How many of the 90 tags come of it. */
  readonly tags: number;
  /** What its tags stand for, in vocabulary order. */
  readonly values: string;
};

const MEANINGS: Readonly<Record<string, string>> = {
  bertscore: "likeness of the responses token by token (BERTScore F1)",
  bertscore_length: "the same, times a penalty for unequal lengths",
  cosine_sim: "cosine of the two responses' vectors",
  entity_sim: "named entities in both, of those in either",
  rouge: "longest common subsequence of words (ROUGE-L F1)",
  len_longer: "tokens of the longer response",
  len_shorter: "tokens of the shorter response",
  prompt_len: "tokens of the prompt",
  token_len_diff: "difference of the two responses' tokens",
  subject_of_expertise: "what one must know about to follow the instruction; at most three",
  languages: "languages of the instruction",
  expertise_level: "how much one must know of it",
  open_endedness: "how much freedom the answer has",
  safety_concern: "how far it could lead to discomfort, harm or damage",
  complexity_of_intents: "how many goals and requirements it has",
  type_of_in_context_material: "tables, code, HTML … that it brings along",
  format_constraints: "what it asks of the answer's form",
};

/** One row a feature, in vocabulary order; the tags of all rows add up to the vocabulary's. */
export function vocabularyTable(): VocabularyRow[] {
  const features = [...new Set(TAGS.map(featureOf))];
  const byFeature = features.map(
    (feature) => [feature, TAGS.filter((tag) => featureOf(tag) === feature)] as const,
  );
  return byFeature.map(([feature, tags]) => ({
    group: tags[0]!.kind === "measure" ? "textual" : "descriptive",
    feature,
    meaning: MEANINGS[feature]!,
    tags: tags.length,
    values: tags.map(tagValue).join("; "),
  }));
}

function featureOf(tag: Tag): string {
  switch (tag.kind) {
    case "measure":
      return tag.measure;
    case "subject":
      return "subject_of_expertise";
    case "language":
      return "languages";
    case "scalar":
    case "open-set":
      return tag.dimension;
  }
}

function tagValue(tag: Tag): string {
  switch (tag.kind) {
    case "measure":
      return (["low", "middle", "high"] as const)[tag.bin];
    case "subject":
      return tag.subject;
    case "language":
      return tag.language;
    case "scalar":
      return tag.value;
    case "open-set":
      return "any";
  }
}
