/** Simulation at scale: mixes by the million, drawn, counted and scored by a WebAssembly kernel. */
export * from "./predictor-scorer.js";
export { MAX_SIMULATED_MIXES, redrawMix, type SimulationSeed, simulationSeed } from "./redraw-mix.js";
export * from "./scorer.js";
export * from "./simulate-counts.js";
export * from "./simulate-mixes.js";
export * from "./simulation-file.js";
export type { SimulatedMix } from "./top-mixes.js";
