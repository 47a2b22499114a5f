/**
 * The vocabulary: 90 tags, in the original's order, generated from what they are made of.
 * Feeds everything that counts tags; the strings are the column names of count tables.
 * Source: paper §2.2 and Appendix F, Table 12; the strings are the interface of the original's count files.
 */

/** Measures of likeness of the two responses, in [0, 1]. */
export const SIMILARITY_MEASURES = [
  "bertscore",
  "bertscore_length",
  "cosine_sim",
  "entity_sim",
  "rouge",
] as const;
export type SimilarityMeasure = (typeof SIMILARITY_MEASURES)[number];

/** Measures of length, in LLaMA tokens; binned by percentile. */
export const LENGTH_MEASURES = ["len_longer", "len_shorter", "prompt_len", "token_len_diff"] as const;
export type LengthMeasure = (typeof LENGTH_MEASURES)[number];

export type Measure = SimilarityMeasure | LengthMeasure;

/** All nine binned measures in vocabulary order. */
export const MEASURES: readonly Measure[] = [...SIMILARITY_MEASURES, ...LENGTH_MEASURES].sort();

/** Bounds of the three bins of every measure, as the tag strings print them. */
export const BIN_BOUNDS = [
  ["0.0", "0.33"],
  ["0.33", "0.67"],
  ["0.67", "1.0"],
] as const;
/** Low, middle or high bin. */
export type BinIndex = 0 | 1 | 2;

/** The 46 subjects of expertise, in vocabulary order. */
export const SUBJECTS = [
  "Anthropology",
  "History",
  "Linguistics and language",
  "Philosophy",
  "Religion",
  "Economics",
  "Geography",
  "Political science",
  "Psychology",
  "Sociology",
  "Biology",
  "Chemistry",
  "Earth sciences",
  "Physics",
  "Space sciences",
  "Computer sciences",
  "Logic",
  "System science",
  "Agriculture",
  "Architecture and design",
  "Business",
  "Divinity",
  "Education",
  "Chemical engineering",
  "Civil engineering",
  "Electrical engineering",
  "Materials science and engineering",
  "Mechanical engineering",
  "Environmental studies and forestry",
  "Family and consumer science",
  "Human physical performance and recreation",
  "Journalism",
  "Media studies and communication",
  "Law",
  "Library and museum studies",
  "Medicine and health",
  "Military sciences",
  "Social work",
  "Transportation",
  "Culinary arts",
  "Literature",
  "Performing arts",
  "Visual arts",
  "Mathematics",
  "Public administration",
  "Others",
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** The original tagger's one label for two subjects; it sets both. */
export const JOINT_SUBJECT = "Journalism, media studies and communication";
export const JOINT_SUBJECT_PARTS = [
  "Journalism",
  "Media studies and communication",
] as const satisfies readonly Subject[];

/** Languages that are tags. Any other language is a legal value without a tag. */
export const TAGGED_LANGUAGES = ["English"] as const;

/** Dimensions with exactly one value an instance, and their values from least to most. */
export const SCALAR_VALUES = {
  expertise_level: ["general public", "basic domain knowledge", "expert domain knowledge"],
  open_endedness: ["no", "low", "moderate", "high"],
  safety_concern: ["safe", "low", "moderate", "high"],
  complexity_of_intents: ["simple", "moderate", "complex"],
} as const;
export type ScalarDimension = keyof typeof SCALAR_VALUES;
export const SCALAR_DIMENSIONS = Object.keys(SCALAR_VALUES) as readonly ScalarDimension[];
export type ScalarValue<D extends ScalarDimension = ScalarDimension> = (typeof SCALAR_VALUES)[D][number];

/** Dimensions with free values, of which only the presence is a tag. */
export const OPEN_SETS = ["type_of_in_context_material", "format_constraints"] as const;
export type OpenSet = (typeof OPEN_SETS)[number];
