/** Candidates: who labels what (Algorithm 1), and how many human-labelled instances each tag has. */
export * from "./algorithm1.js";
export * from "./candidate.js";
export * from "./candidate-files.js";
export * from "./read-candidates.js";
export * from "./subset.js";
