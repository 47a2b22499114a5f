/** One row's features: those it has, those the cache has, and what is then left to compute; and the row with them. */
import type { JsonObject } from "../../base/index.js";
import { parseUnjudgedPair } from "../../datasets/index.js";
import { FEATURE_COLUMNS, type Features } from "../features.js";
import type { PairTexts } from "../measures/measure-responses.js";
import { DESCRIPTIVE_COLUMNS, lacks, type PairToTag } from "./extract-block.js";
import { pick } from "./extract-features.js";
import { type FeatureCache, fromMembers, MEASURED_COLUMNS, toMembers } from "./feature-cache.js";
import { lengthsOf, type RowLengths } from "./length-columns.js";
import { parseFeatures } from "./parse-features.js";
import { PROVENANCE_COLUMN } from "./provenance.js";
import type { ScannedLine } from "./read-blocks.js";
import type { RowNote } from "./scan-input.js";
import { appendMembers, removeMembers } from "./splice.js";

/** What rows get. */
export interface RowSettings {
  readonly cache: FeatureCache;
  /** The mark of rows that get features. */
  readonly mark: string;
  /** Whether features that rows have are computed anew. */
  readonly recompute: boolean;
}

/** A row on its way. */
export interface OpenRow {
  readonly note: RowNote;
  readonly text: Buffer;
  /** The columns that stand in the text. */
  readonly own: readonly (keyof Features)[];
  readonly known: Partial<Features>;
  /** All that is to be added, where the cache has it as text. */
  readonly members: string | null;
  /** The texts, where something is to be computed of them. */
  readonly pair: PairToTag | null;
}

export function startRow({ note, bytes }: ScannedLine, { cache, recompute }: RowSettings): OpenRow {
  const own = recompute ? [] : note.own;
  const lacksAny = (columns: typeof own): boolean => columns.some((column) => !own.includes(column));
  const measures = lacksAny(MEASURED_COLUMNS) ? (cache.measures?.get(note.pairKey!) ?? null) : null;
  const described = lacksAny(DESCRIPTIVE_COLUMNS) ? (cache.descriptions?.get(note.promptKey!) ?? null) : null;
  const text = withoutOld(note, bytes, recompute);
  if (own.length === 0 && measures !== null && described !== null) {
    const members = `${measures},${described}`;
    return { note, text, own, known: fromMembers(measures), members, pair: null };
  }
  const cached = { ...fromMembers(measures ?? ""), ...fromMembers(described ?? "") };
  const row = JSON.parse(bytes.toString("utf8")) as JsonObject;
  const known = own.length === 0 ? cached : { ...cached, ...pick(parseFeatures(row, "").features, own) };
  const isComplete = FEATURE_COLUMNS.every((column) => Object.hasOwn(known, column));
  return { note, text, own, known, members: null, pair: isComplete ? null : { ...textsOf(row), known } };
}

function textsOf(row: JsonObject): PairTexts {
  const { value } = parseUnjudgedPair(row, "");
  if (value === undefined) throw new Error("a row is no longer what it was when it was checked");
  const { prompt, completionA, completionB } = value;
  return { prompt, completionA, completionB };
}

/** The row's text without what is replaced. */
function withoutOld({ own, mark }: RowNote, bytes: Buffer, recompute: boolean): Buffer {
  const names = recompute ? [...own, ...(mark === "none" ? [] : [PROVENANCE_COLUMN])] : [];
  // A mark that is null says nothing, and would stand beside the one that is added.
  if (!recompute && mark === "null" && own.length < FEATURE_COLUMNS.length) names.push(PROVENANCE_COLUMN);
  if (names.length === 0) return bytes;
  return Buffer.from(removeMembers(bytes.toString("utf8"), new Set(names)), "utf8");
}

/** A row of the result. */
export interface TaggedRow {
  /** The line without its end, in pieces. */
  readonly pieces: readonly Buffer[];
  readonly lengths: RowLengths;
  /** Whether a descriptive column is missing. */
  readonly isUntagged: boolean;
}

/** @param computed the columns that were not known, as far as they could be had */
export function endRow(
  row: OpenRow,
  computed: Partial<Features>,
  { mark, recompute }: RowSettings,
): TaggedRow {
  const { note, text, own, known } = row;
  // What stands in the row counts, also where its whole group was computed for another column.
  const features = row.pair === null ? known : { ...computed, ...known };
  const added =
    own.length === 0 ? FEATURE_COLUMNS : FEATURE_COLUMNS.filter((column) => !own.includes(column));
  const members = row.members ?? toMembers(features, added);
  const needsMark = members !== "" && (recompute || note.mark !== "present");
  const marking = needsMark ? `,"${PROVENANCE_COLUMN}":${JSON.stringify(mark)}` : "";
  return {
    pieces: appendMembers(text, members + marking),
    lengths: lengthsOf(features),
    isUntagged: row.pair !== null && lacks({ ...row.pair, known: features }, DESCRIPTIVE_COLUMNS),
  };
}
