/** Families of performance prediction models on the runs of RegMix. */
export { hasRegmix, REGMIX_LOSSES, REGMIX_SIZES, type RegmixSize, readRegmix } from "./regmix-files.js";
export type { RegmixResult, RegmixScore } from "./regmix-result.js";
export * from "./regmix-table.js";
