/** Rows for tables and figures of routing. */
export * from "./cost-figure-rows.js";
export * from "./few-instances.js";
export * from "./pool-size-figure-rows.js";
export * from "./pool-time-rows.js";
export * from "./routing-summary.js";
export * from "./strategy-steps.js";
export * from "./study-figure-rows.js";
