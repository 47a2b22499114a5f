/** Client: asks any OpenAI-compatible server, pays once for each answer, keeps to limits of rate and cost. */
export { createLmClient } from "./client.js";
export * from "./lm-error.js";
export * from "./parse-json-answer.js";
export { PortionedAsker } from "./portioned-asker.js";
export * from "./prices.js";
export { reasonToStop } from "./reason-to-stop.js";
export * from "./types.js";
