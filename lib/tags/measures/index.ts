/** The nine textual measures. */
export { BERTSCORE_MAX_TOKENS, greedyMatchF1, lengthPenalty } from "./bertscore.js";
export { intersectionOverUnion } from "./overlap.js";
export { ROUGE_MAX_WORDS, rougeL } from "./rouge.js";
