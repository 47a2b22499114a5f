/** Features of a block of pairs: the unit of work of a worker thread. */
import type { Encoder } from "../../text/index.js";
import type { Analyzer } from "../analyzer/analyzer.js";
import type { Definitions } from "../definitions.js";
import { FEATURE_COLUMNS, type Features } from "../features.js";
import {
  ENCODED_COLUMNS,
  measureEncoded,
  measurePlain,
  type PairTexts,
  PLAIN_COLUMNS,
} from "../measures/measure-responses.js";

/** A pair and the features that need not be computed. */
export interface PairToTag extends PairTexts {
  readonly known: Partial<Features>;
}

/** What measures a block; null where that is done elsewhere. */
export interface BlockMethods {
  readonly definitions: Definitions;
  readonly encoder: Encoder | null;
  readonly analyzer: Analyzer | null;
}

/** The columns that describe the prompt. */
export const DESCRIPTIVE_COLUMNS = FEATURE_COLUMNS.filter(
  (column) => ![...PLAIN_COLUMNS, ...ENCODED_COLUMNS].includes(column as (typeof PLAIN_COLUMNS)[number]),
);

/** The columns of each pair that are not known, as far as the methods give them; all of a kind where one lacks. */
export async function extractBlock(
  pairs: readonly PairToTag[],
  { definitions, encoder, analyzer }: BlockMethods,
): Promise<Partial<Features>[]> {
  const encoded = encoder === null ? [] : await encodeMissing(pairs, encoder);
  const analyzed = analyzer === null ? [] : await analyzeMissing(pairs, analyzer);
  return pairs.map((pair, i) => {
    const isMissing = (column: keyof Features): boolean => !Object.hasOwn(pair.known, column);
    return { ...measurePlain(pair, definitions, isMissing), ...encoded[i], ...analyzed[i] };
  });
}

/** The encoder's measures of the pairs that lack any of them; nothing for the others. */
export async function encodeMissing(
  pairs: readonly PairToTag[],
  encoder: Encoder,
): Promise<Partial<Features>[]> {
  const lacking = pairs.filter((pair) => lacks(pair, ENCODED_COLUMNS));
  const measured = lacking.length === 0 ? [] : await measureEncoded(lacking, encoder);
  const resultOf = new Map(lacking.map((pair, i) => [pair, measured[i]!]));
  return pairs.map((pair) => resultOf.get(pair) ?? {});
}

/** Descriptions for the pairs that lack any of their columns; nothing for the others, and where there is none. */
export async function analyzeMissing(
  pairs: readonly PairToTag[],
  analyzer: Analyzer,
): Promise<Partial<Features>[]> {
  const lacking = pairs.filter((pair) => lacks(pair, DESCRIPTIVE_COLUMNS));
  const prompts = [...new Set(lacking.map(({ prompt }) => prompt))];
  const described = prompts.length === 0 ? [] : await analyzer.analyze(prompts);
  const resultOf = new Map(prompts.map((prompt, i) => [prompt, described[i] ?? null]));
  return pairs.map((pair) => (lacks(pair, DESCRIPTIVE_COLUMNS) && resultOf.get(pair.prompt)) || {});
}

/** Whether a pair's known features leave any of these columns to be computed. */
export function lacks({ known }: PairToTag, columns: readonly (keyof Features)[]): boolean {
  return columns.some((column) => !Object.hasOwn(known, column));
}
