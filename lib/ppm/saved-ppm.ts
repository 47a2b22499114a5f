/** What is kept with a fitted model, in whatever file. */
import type { Json, JsonObject } from "../base/index.js";
import type { CountOrigin } from "../tags/index.js";
import type { Ppm } from "./ppm.js";

/** A fitted model with what is needed to use it later. */
export interface SavedPpm {
  readonly ppm: Ppm;
  /** The column it predicts, e.g. `Overall`; {@link UNKNOWN_TARGET} for a file that does not say. */
  readonly target: string;
  /** What it was fitted to: rows, rank or penalty, hash of the table … */
  readonly training: JsonObject;
  /** The bins its tags were counted with, as the tags room writes them; null where unknown. */
  readonly bins: Json;
  /** By whose rules its tags were counted, and what made the features. */
  readonly origin: CountOrigin;
  /** What the reader should know: what the file did not say, and what was taken instead. */
  readonly notes: readonly string[];
}

export const UNKNOWN_TARGET = "(unknown)";

/** The origin may be left out: unknown. Notes are not kept. */
export type PpmToSave = Omit<SavedPpm, "origin" | "notes"> & Partial<SavedPpm>;
