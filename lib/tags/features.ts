/**
 * The features of one preference pair, before binning: the columns of a features file.
 * Null, an empty list, or an absent column: no tag.
 */
import type {
  LengthMeasure,
  OpenSet,
  ScalarDimension,
  ScalarValue,
  SimilarityMeasure,
} from "./vocabulary.js";
import { LENGTH_MEASURES, OPEN_SETS, SCALAR_DIMENSIONS, SIMILARITY_MEASURES } from "./vocabulary.js";

/** Likeness of the two responses; [0, 1], though files of the original may leave it (bins clamp and count). */
type Similarities = { readonly [M in SimilarityMeasure]: number | null };
/** Lengths in LLaMA tokens, integers ≥ 0. */
type Lengths = { readonly [M in LengthMeasure]: number | null };
type Scalars = { readonly [D in ScalarDimension]: ScalarValue<D> | null };
type OpenSets = { readonly [S in OpenSet]: readonly string[] };

export interface Features extends Similarities, Lengths, Scalars, OpenSets {
  /** Names of `SUBJECTS`, or the joint label of journalism and media studies. */
  readonly subject_of_expertise: readonly string[];
  /** English names of languages. */
  readonly languages: readonly string[];
}

/** The names of the feature columns, in the order in which files are written. */
export const FEATURE_COLUMNS: readonly (keyof Features)[] = [
  ...SIMILARITY_MEASURES,
  ...LENGTH_MEASURES,
  "subject_of_expertise",
  "languages",
  ...SCALAR_DIMENSIONS,
  ...OPEN_SETS,
];

/** Features without a single tag. */
export const NO_FEATURES: Features = {
  bertscore: null,
  bertscore_length: null,
  cosine_sim: null,
  entity_sim: null,
  rouge: null,
  len_longer: null,
  len_shorter: null,
  prompt_len: null,
  token_len_diff: null,
  subject_of_expertise: [],
  languages: [],
  expertise_level: null,
  open_endedness: null,
  safety_concern: null,
  complexity_of_intents: null,
  type_of_in_context_material: [],
  format_constraints: [],
};
