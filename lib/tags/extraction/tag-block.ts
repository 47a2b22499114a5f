/** From a block of lines to the same lines with features: kept, found in the cache, or computed. */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { BadInputError } from "../../base/index.js";
import type { Features } from "../features.js";
import { DESCRIPTIVE_COLUMNS, type PairToTag } from "./extract-block.js";
import { type FeatureCache, MEASURED_COLUMNS, toMembers } from "./feature-cache.js";
import type { RowLengths } from "./length-columns.js";
import type { ScannedLine } from "./read-blocks.js";
import { endRow, type OpenRow, type RowSettings, startRow } from "./row-features.js";

export interface BlockTagger extends RowSettings {
  /** Of the input, for messages. */
  readonly name: string;
  readonly gzip: boolean;
  extract(pairs: readonly PairToTag[]): Promise<Partial<Features>[]>;
}

/** A block of the result. */
export interface TaggedBlock {
  readonly bytes: Buffer;
  readonly lengths: readonly RowLengths[];
  /** Rows whose every feature was there or in the cache. */
  readonly known: number;
  /** Rows without all descriptive columns. */
  readonly untagged: number;
}

/** Also keeps in the cache what was computed. */
export async function tagBlock(lines: readonly ScannedLine[], tagger: BlockTagger): Promise<TaggedBlock> {
  const rows = lines.map((line) => startRow(line, tagger));
  const lacking = rows.flatMap(({ pair }) => pair ?? []);
  const computed = lacking.length === 0 ? [] : await compute(lacking, lines, tagger);
  const computedOf = new Map(lacking.map((pair, i) => [pair, computed[i]!]));
  const resultOf = ({ pair }: OpenRow): Partial<Features> =>
    pair === null ? NOTHING : computedOf.get(pair)!;
  const done = rows.map((row) => endRow(row, resultOf(row), tagger));
  if (lacking.length > 0) keep(rows, resultOf, tagger.cache);
  const plain = Buffer.concat(done.flatMap(({ pieces }) => [...pieces, NEWLINE]));
  return {
    bytes: tagger.gzip ? await promisify(gzip)(plain) : plain,
    lengths: done.map(({ lengths }) => lengths),
    known: rows.length - lacking.length,
    untagged: done.filter(({ isUntagged }) => isUntagged).length,
  };
}

/** An error of the work says where it happened: some text may have brought it about. */
async function compute(
  pairs: readonly PairToTag[],
  lines: readonly ScannedLine[],
  { extract, name }: BlockTagger,
): Promise<Partial<Features>[]> {
  try {
    return await extract(pairs);
  } catch (error) {
    if (!(error instanceof Error) || error instanceof BadInputError) throw error;
    const place = `${name}:${lines[0]!.note.line}-${lines.at(-1)!.note.line}`;
    const told = new Error(`while tagging ${place}: ${error.message}`, { cause: error });
    told.stack = `${told.message}\n${error.stack ?? ""}`;
    throw told;
  }
}

const NEWLINE = Buffer.from("\n");
const NOTHING = {};

/** Only whole groups, computed of the texts alone. */
function keep(
  rows: readonly OpenRow[],
  resultOf: (row: OpenRow) => Partial<Features>,
  { measures, descriptions }: FeatureCache,
): void {
  const newMeasures = new Map<string, string>();
  const newDescriptions = new Map<string, string>();
  for (const row of rows) {
    const { pairKey, promptKey } = row.note;
    const computed = resultOf(row);
    const has = (column: keyof Features): boolean => Object.hasOwn(computed, column);
    if (pairKey !== null && MEASURED_COLUMNS.every(has))
      newMeasures.set(pairKey, toMembers(computed, MEASURED_COLUMNS));
    if (promptKey !== null && DESCRIPTIVE_COLUMNS.every(has) && !descriptions?.has(promptKey))
      newDescriptions.set(promptKey, toMembers(computed, DESCRIPTIVE_COLUMNS));
  }
  measures?.put(newMeasures);
  descriptions?.put(newDescriptions);
}
