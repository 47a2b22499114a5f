/** Routing: choose who labels what, under a budget, by predicted score. */
export * from "./budget.js";
export * from "./check-origin.js";
export * from "./predictor.js";
export * from "./route-dataset.js";
export * from "./routing-file.js";
export * from "./simulated.js";
export * from "./size.js";
export * from "./strategies.js";
export * from "./strategy.js";
export * from "./tag-for-routing.js";
export * from "./topk.js";
