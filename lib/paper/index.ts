/** Paper: the published numbers of "Hybrid Preferences" (ACL 2025) as data, table by table. */
export * from "./downstream.js";
export * from "./helpsteer2.js";
export * from "./multipref.js";
export * from "./ppm-fit.js";
export * from "./regmix.js";
export * from "./rewardbench.js";
export * from "./rewardbench-subsets.js";
export * from "./selection-strategies.js";
export * from "./source.js";
export * from "./tag-gains.js";
export * from "./tag-list.js";
export * from "./training.js";
