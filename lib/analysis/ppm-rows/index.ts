/** Rows for tables and figures of performance prediction models. */
export * from "./comparison-table.js";
export * from "./estimate-rows.js";
export * from "./importance-rows.js";
export * from "./interval-rows.js";
export * from "./learning-rows.js";
export * from "./regmix-tables.js";
export * from "./residual-rows.js";
export * from "./table-2.js";
