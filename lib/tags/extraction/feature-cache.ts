/**
 * The feature cache: what was computed of texts, by their content and by all that the result depends on, so that a
 * second run over the same texts computes nothing.
 */
import { join } from "node:path";
import { hashJson, type Json } from "../../base/index.js";
import { FEATURE_COLUMNS, type Features } from "../features.js";
import { DESCRIPTIVE_COLUMNS } from "./extract-block.js";
import { FragmentStore } from "./fragment-store.js";

/** The columns that are measured of a pair's texts. */
export const MEASURED_COLUMNS = FEATURE_COLUMNS.filter((column) => !DESCRIPTIVE_COLUMNS.includes(column));

/** Members of a row's JSON, `"rouge":0.4,…`, by key; null where that is not kept. */
export interface FeatureCache {
  /** {@link MEASURED_COLUMNS} by `pairKey`. */
  readonly measures: FragmentStore | null;
  /** {@link DESCRIPTIVE_COLUMNS} by `promptKey`. */
  readonly descriptions: FragmentStore | null;
}

/** A store of its own for each version: a run reads nothing that it could not use. */
export function openStore(folder: string, kind: "measures" | "descriptions", version: Json): FragmentStore {
  return new FragmentStore(join(folder, `${kind}-${hashJson(version).slice(0, 16)}`));
}

/** Some columns as members of a row's JSON, in the order of the columns. */
export function toMembers(features: Partial<Features>, columns: readonly (keyof Features)[]): string {
  return columns
    .filter((column) => Object.hasOwn(features, column))
    .map((column) => `"${column}":${JSON.stringify(features[column])}`)
    .join(",");
}

/** The features that members of a row's JSON hold. */
export function fromMembers(members: string): Partial<Features> {
  return JSON.parse(`{${members}}`) as Partial<Features>;
}
