/** Routing: choose who labels what, under a budget, by predicted score. */
export * from "./budget/budget.js";
export * from "./check-origin.js";
export * from "./predictor.js";
export * from "./route-dataset.js";
export * from "./routing-file.js";
export * from "./size.js";
export * from "./strategies/simulated.js";
export * from "./strategies/strategies.js";
export * from "./strategies/strategy.js";
export * from "./strategies/topk.js";
export * from "./tag-for-routing.js";
