/** HyPER Workbench: which preference pairs deserve a human label, and which an LM can label. */
export * from "./base/index.js";
export * from "./math/index.js";
