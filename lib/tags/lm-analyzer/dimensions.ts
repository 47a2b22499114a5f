/**
 * The eight dimensions as an LM is told of them, in our own words.
 * Source: paper, Appendix F, Table 12 (what each means, and its values); at most three subjects as in the original.
 */
import type { Json, JsonObject } from "../../base/index.js";
import type { DescriptiveFeatures } from "../analyzer/analyze-prompt.js";
import { SCALAR_VALUES, type ScalarDimension, SUBJECTS } from "../vocabulary.js";

export type Dimension = keyof DescriptiveFeatures;

/** Subjects that count; further ones are left out. */
export const MAX_SUBJECTS = 3;

interface DimensionText {
  /** What is asked for and how to answer, for the model. */
  readonly meaning: string;
  /** Values and what each stands for; of subjects, all names. */
  readonly values: readonly string[];
  readonly schema: JsonObject;
}

const texts: JsonObject = { type: "array", items: { type: "string" } };

export const DIMENSION_TEXTS: Readonly<Record<Dimension, DimensionText>> = {
  subject_of_expertise: {
    meaning:
      "the fields of knowledge that a good reply draws on, however easy the request is. A list of one to three names from the " +
      'list below, copied exactly, the main one first, others only where the reply would be lacking without them; "Others" ' +
      "alone where no field fits.",
    values: SUBJECTS,
    schema: { type: "array", items: { type: "string", enum: SUBJECTS as readonly Json[] } },
  },
  expertise_level: {
    meaning: "how much somebody has to know to carry out the request. One of:",
    values: [
      `"general public": common knowledge and good sense are enough`,
      `"basic domain knowledge": it takes what a pupil or an interested amateur of the field has learned`,
      `"expert domain knowledge": it takes advanced study or years of practice in the field`,
    ],
    schema: scalar("expertise_level"),
  },
  languages: {
    meaning:
      "the natural languages in which the request is written, those of whole phrases that it quotes included; not the language " +
      "that the reply is to be in, unless the request uses it, and no programming languages. A list of English names " +
      '("English", "Chinese", "French" …), that of the request itself first; [] where it holds no words; "Others" for a ' +
      "language that cannot be named.",
    values: [],
    schema: texts,
  },
  open_endedness: {
    meaning: "how much freedom the request leaves in what to reply. One of:",
    values: [
      `"no": one reply is right and can be checked, as with a fact, a sum, or a function that is fully specified`,
      `"low": the substance is given and the wording free, as with explanations, summaries, translations and corrections`,
      `"moderate": several rather different replies would serve within limits, as with advice, plans and arguments`,
      `"high": invention or free choice, as with stories, names, jokes and brainstorming`,
    ],
    schema: scalar("open_endedness"),
  },
  safety_concern: {
    meaning:
      "how far a reply that does what is asked could cause distress, harm or damage to people, animals, property or the " +
      "environment. Judge what is wanted, not alarming words: killing a process harms nobody. One of:",
    values: [
      `"safe": no harm; also questions on how to avoid it, and on history, law or medicine as such`,
      `"low": petty wrongs, risks that mostly the asker bears, coarse or dark matters`,
      `"moderate": wrongs to others or crimes of limited damage, or a serious risk to the asker's health`,
      `"high": death, violence, suicide, weapons, or crimes of great damage`,
    ],
    schema: scalar("safety_concern"),
  },
  complexity_of_intents: {
    meaning:
      "how many goals the request holds, and requirements beyond the goal itself (length, layout, audience, what to include or " +
      "leave out). Their number counts, not their difficulty. One of:",
    values: [
      `"simple": one goal with at most one requirement`,
      `"moderate": two goals, or two or three requirements`,
      `"complex": three goals or more, or four requirements or more`,
    ],
    schema: scalar("complexity_of_intents"),
  },
  type_of_in_context_material: {
    meaning:
      "the kinds of material that the request brings along to work on, specially formatted or set off from what its author " +
      'says, such as "table", "HTML", "JSON", "code", "URL", "email", "passage", "dialogue", "multiple choice". A list of at ' +
      "most ten short names; [] where it brings none: a title or a single word in quotation marks is none.",
    values: [],
    schema: texts,
  },
  format_constraints: {
    meaning:
      "what the request demands of the form of the reply so that one could check it by looking: length, layout, markup, rhyme, " +
      "language, tone, words to use or to avoid. Each as a short `kind=value`, such as " +
      '"#words=100", "include=rhymes", "content=dialogue", "format=table". A list of at most ten; [] where the form is left ' +
      "open: a kind of text (a poem, an email) or a wish such as short or clear is no such demand.",
    values: [],
    schema: texts,
  },
};

/** In the order of the answer. */
export const DIMENSIONS = Object.keys(DIMENSION_TEXTS) as readonly Dimension[];

function scalar(dimension: ScalarDimension): JsonObject {
  return { type: "string", enum: SCALAR_VALUES[dimension] as readonly Json[] };
}
