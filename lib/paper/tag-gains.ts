/** What a human label is worth by tag, as the paper's quadratic PPM predicts: Tables 6 and 13 (section 5, appendix G). */

export interface PaperTagGain {
  /** The tag's feature string in the vocabulary of 90. */
  readonly tag: string;
  /** Mean predicted gain per pair when 100 random pairs with the tag go to humans, in thousandths of the score. */
  readonly gainThousandths: number;
}

const gain = (tag: string, gainThousandths: number): PaperTagGain => ({ tag, gainThousandths });
const subject = (name: string, gainThousandths: number): PaperTagGain =>
  gain(`analyzer_closed_set::feature_name=subject_of_expertise|constraints=${name}`, gainThousandths);
const scalar = (dimension: string, value: string, gainThousandths: number): PaperTagGain =>
  gain(`analyzer_scalar::feature_name=${dimension}|value=${value}`, gainThousandths);
const BINS = {
  low: "min_val=0.0|max_val=0.33",
  middle: "min_val=0.33|max_val=0.67",
  high: "min_val=0.67|max_val=1.0",
};
const bin = (feature: string, which: keyof typeof BINS, gainThousandths: number): PaperTagGain =>
  gain(`${feature}::${BINS[which]}`, gainThousandths);
const present = (name: string, gainThousandths: number): PaperTagGain =>
  gain(`analyzer_open_set::feature_name=${name}|check_for_existence=1`, gainThousandths);

/**
 * Table 13 (appendix G), largest gain first: 89 of the 90 tags. The one it leaves out is
 * {@link TABLE_13_MISSING_TAG}.
 */
export const TABLE_13: readonly PaperTagGain[] = [
  bin("bertscore", "middle", 0.19375),
  subject("Chemical engineering", 0.10502),
  subject("Religion", 0.086431),
  scalar("safety_concern", "moderate", 0.085119),
  subject("Anthropology", 0.056241),
  subject("Chemistry", 0.049632),
  subject("Visual arts", 0.049022),
  subject("Earth sciences", 0.046782),
  subject("Space sciences", 0.036908),
  scalar("complexity_of_intents", "moderate", 0.029672),
  subject("Social work", 0.025898),
  bin("rouge", "high", 0.023988),
  subject("Electrical engineering", 0.019559),
  scalar("open_endedness", "no", 0.018545),
  subject("Sociology", 0.018227),
  subject("Others", 0.017666),
  subject("Physics", 0.016211),
  subject("Environmental studies and forestry", 0.015419),
  subject("Human physical performance and recreation", 0.015357),
  present("type_of_in_context_material", 0.010069),
  subject("Mathematics", 0.007851),
  subject("Medicine and health", 0.006494),
  scalar("expertise_level", "expert domain knowledge", 0.006438),
  subject("System science", 0.005806),
  subject("History", 0.004697),
  subject("Education", 0.004515),
  subject("Political science", 0.003837),
  bin("entity_sim", "high", 0.002854),
  subject("Biology", 0.002666),
  subject("Business", 0.002657),
  bin("cosine_sim", "middle", 0.00175),
  subject("Mechanical engineering", 0.00173),
  subject("Law", 0.001291),
  subject("Psychology", 0.001023),
  scalar("safety_concern", "low", 0.000905),
  subject("Culinary arts", 0.000782),
  subject("Computer sciences", 0.000746),
  scalar("open_endedness", "moderate", 0.000721),
  bin("bertscore_length", "high", 0.000616),
  bin("len_shorter", "low", 0.000542),
  bin("token_len_diff", "high", 0.000344),
  bin("rouge", "low", 0.000298),
  bin("len_longer", "high", 0.000208),
  bin("prompt_len", "low", 0.000196),
  bin("len_longer", "low", 0.000177),
  bin("prompt_len", "high", 0.000147),
  scalar("safety_concern", "safe", 0.000093),
  bin("len_shorter", "high", 0.000061),
  bin("rouge", "middle", 0.000055),
  bin("len_shorter", "middle", 0.000049),
  bin("token_len_diff", "middle", 0.000045),
  bin("entity_sim", "low", 0.00004),
  bin("len_longer", "middle", 0.000038),
  bin("cosine_sim", "high", 0.000027),
  bin("bertscore_length", "low", 0.000019),
  subject("Divinity", 0.0),
  gain("analyzer_closed_set::feature_name=languages|constraints=English", -0.000002),
  bin("bertscore", "high", -0.00003),
  scalar("complexity_of_intents", "simple", -0.000038),
  scalar("open_endedness", "high", -0.000048),
  scalar("expertise_level", "general public", -0.00005),
  bin("prompt_len", "middle", -0.000092),
  scalar("expertise_level", "basic domain knowledge", -0.000095),
  bin("token_len_diff", "low", -0.000148),
  subject("Performing arts", -0.0006),
  bin("bertscore_length", "middle", -0.001128),
  bin("entity_sim", "middle", -0.002241),
  present("format_constraints", -0.003207),
  subject("Economics", -0.003956),
  subject("Literature", -0.004155),
  scalar("open_endedness", "low", -0.004645),
  scalar("complexity_of_intents", "complex", -0.005822),
  subject("Journalism", -0.010357),
  subject("Agriculture", -0.012079),
  subject("Geography", -0.012384),
  subject("Public administration", -0.01503),
  subject("Linguistics and language", -0.017714),
  scalar("safety_concern", "high", -0.019413),
  subject("Civil engineering", -0.019803),
  subject("Logic", -0.024843),
  subject("Transportation", -0.025025),
  subject("Architecture and design", -0.026261),
  bin("cosine_sim", "low", -0.030673),
  subject("Philosophy", -0.053563),
  subject("Materials science and engineering", -0.086784),
  subject("Library and museum studies", -0.097521),
  subject("Media studies and communication", -0.10179),
  subject("Military sciences", -0.10222),
  subject("Family and consumer science", -0.63321),
];

/** BERTScore in [0, 0.33]: presumably no pair of MultiPref has it, since raw BERTScores are high. */
export const TABLE_13_MISSING_TAG = "bertscore::min_val=0.0|max_val=0.33";

/**
 * Table 6 (section 5): the five largest and the five smallest gains, to two decimals. Table 13 prints
 * Materials science as -0.086784 where Table 6 has -0.00; the others agree.
 */
export const TABLE_6: { readonly top: readonly PaperTagGain[]; readonly bottom: readonly PaperTagGain[] } = {
  top: [
    bin("bertscore", "middle", 0.19),
    subject("Chemical engineering", 0.11),
    subject("Religion", 0.09),
    scalar("safety_concern", "moderate", 0.09),
    subject("Anthropology", 0.06),
  ],
  bottom: [
    subject("Materials science and engineering", -0.0),
    subject("Library and museum studies", -0.1),
    subject("Media studies and communication", -0.1),
    subject("Military sciences", -0.1),
    subject("Family and consumer science", -0.63),
  ],
};
