/** Text: tokens, words, sentences, encoders. Knows nothing of preferences. */
export * from "./encoder.js";
export * from "./encoders/index.js";
export * from "./hash-text.js";
export { createMemo, type Memo } from "./memo.js";
export * from "./sentences.js";
export * from "./tokens.js";
export * from "./words.js";
