/** Datasets: turn each source into validated preference pairs and benchmark items. */
export * from "./benchmark.js";
export * from "./labels.js";
export * from "./preference.js";
