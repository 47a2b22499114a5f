/** The nine textual measures. */
export * from "./bertscore.js";
export { commonSubsequenceLength } from "./common-subsequence.js";
export {
  ENCODED_COLUMNS,
  type EncodedMeasures,
  MEASURES_ID,
  measureEncoded,
  measurePlain,
  PLAIN_COLUMNS,
  type PlainMeasures,
} from "./measure-responses.js";
export { intersectionOverTwiceB, intersectionOverUnion } from "./overlap.js";
export { ROUGE_MAX_WORDS, rouge1, rougeL } from "./rouge.js";
