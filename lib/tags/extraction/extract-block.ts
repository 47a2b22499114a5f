/** Features of a block of pairs: the unit of work of a worker thread. */
import type { Json } from "../../base/index.js";
import { createHashedEncoder, type Encoder } from "../../text/index.js";
import { analyzePrompt } from "../analyzer/analyze-prompt.js";
import { FEATURE_COLUMNS, type Features } from "../features.js";
import {
  ENCODED_COLUMNS,
  type EncodedMeasures,
  measureEncoded,
  measurePlain,
  type PairTexts,
  type PlainMeasures,
} from "../measures/measure-responses.js";

/** A pair and the features it came with. */
export interface PairToTag extends PairTexts {
  /** Values of these columns are kept as they are. */
  readonly given: Partial<Features>;
}

/** A pair's features; those of an encoder are missing where it works elsewhere. */
export type BlockResult = Omit<Features, keyof EncodedMeasures> & Partial<EncodedMeasures>;

/** Everything that is not given, with the hashed encoder, or without any encoder where `encode` is false. */
export async function extractBlock(pairs: readonly PairToTag[], encode: boolean): Promise<BlockResult[]> {
  const encoded = encode ? await encodeMissing(pairs, createHashedEncoder()) : pairs.map(() => ({}));
  return pairs.map((pair, i) => withPlain(pair, encoded[i]!));
}

/** The encoder's measures of the pairs that lack any of them; nothing for the others. */
export async function encodeMissing(
  pairs: readonly PairToTag[],
  encoder: Encoder,
): Promise<Partial<EncodedMeasures>[]> {
  const lacking = pairs.filter(({ given }) =>
    ENCODED_COLUMNS.some((column) => !Object.hasOwn(given, column)),
  );
  const measured = await measureEncoded(lacking, encoder);
  const resultOf = new Map(lacking.map((pair, i) => [pair, measured[i]!]));
  return pairs.map((pair) => resultOf.get(pair) ?? {});
}

function withPlain(pair: PairToTag, encoded: Partial<EncodedMeasures>): BlockResult {
  const isMissing = (column: keyof Features): boolean => !Object.hasOwn(pair.given, column);
  const plain = measurePlain(pair, isMissing as (column: keyof PlainMeasures) => boolean);
  return inFileOrder({ ...analyzePrompt(pair.prompt), ...plain, ...encoded, ...pair.given });
}

/** Columns in the order of {@link FEATURE_COLUMNS}, so that files do not depend on where a value comes from. */
export function inFileOrder(features: object): Features {
  const values = features as Readonly<Record<string, Json>>;
  return Object.fromEntries(
    FEATURE_COLUMNS.filter((column) => Object.hasOwn(values, column)).map((column) => [
      column,
      values[column],
    ]),
  ) as unknown as Features;
}
