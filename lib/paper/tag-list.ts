/** The kinds of tags: Table 12 (appendix F). The table names kinds; the vocabulary itself has 90 tags. */

export interface Table12Row {
  readonly name: string;
  readonly kind: "textual" | "descriptive";
  /** Legal values where the table lists them all; absent for numbers and open sets. */
  readonly values?: readonly string[];
}

/** How many features a pair has in all (appendix F). */
export const TAG_COUNT = 90;

/** Table 12. "Response token length" stands for two features: of the shorter and of the longer response. */
export const TABLE_12: readonly Table12Row[] = [
  { name: "BERTScore", kind: "textual" },
  { name: "ROUGE-L", kind: "textual" },
  { name: "Cosine similarity", kind: "textual" },
  { name: "Entity similarity", kind: "textual" },
  { name: "Prompt token length", kind: "textual" },
  { name: "Response token length", kind: "textual" },
  { name: "Difference in token length", kind: "textual" },
  { name: "Subject of expertise", kind: "descriptive" },
  {
    name: "Expertise level",
    kind: "descriptive",
    values: ["general public", "basic domain knowledge", "expert domain knowledge"],
  },
  { name: "Languages", kind: "descriptive" },
  { name: "Open-endedness", kind: "descriptive", values: ["low", "moderate", "high", "no"] },
  { name: "Safety concern", kind: "descriptive", values: ["safe", "low", "moderate", "high"] },
  { name: "Complexity of intents", kind: "descriptive", values: ["simple", "moderate", "complex"] },
  { name: "Type of in-context material", kind: "descriptive" },
  { name: "Format constraints", kind: "descriptive" },
];
