/** Annotate: labels from people and from LMs, and how well they agree. */
export * from "./agreement.js";
