/** Worker: one family on one loss of RegMix. */
import { workerData } from "piscina";
import type { FamilyChoice } from "../../ppm/index.js";
import { readRegmix } from "./regmix-files.js";
import { type RegmixResult, regmixResult } from "./regmix-result.js";

/** What every task shares. */
export interface RegmixWork {
  readonly folder: string;
  readonly seed: number;
  readonly resamples: number;
}

/** A family on a loss. */
export interface RegmixTask {
  readonly loss: string;
  readonly choice: FamilyChoice;
}

export function run({ loss, choice }: RegmixTask): RegmixResult {
  const { folder, ...drawing } = workerData as RegmixWork;
  return regmixResult(readRegmix(folder, loss), choice, drawing);
}
