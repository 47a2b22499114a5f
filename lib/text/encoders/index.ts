/** Encoders by name. */
export * from "./hashed-encoder.js";
