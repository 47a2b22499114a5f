/** The same pairs seen by several encoders. */
import { type EncodedMeasures, measureEncoded } from "../tags/index.js";
import { createEncoder, type EncoderSpec } from "../text/index.js";

/** A pair's two responses. */
export interface ResponsePair {
  readonly prompt: string;
  readonly completionA: string;
  readonly completionB: string;
}

/**
 * The encoder-made measures of the pairs by each encoder, under its kind.
 * @throws {BadInputError} where an encoder's model cannot be had
 */
export async function measureWithEncoders(
  pairs: readonly ResponsePair[],
  specs: readonly EncoderSpec[],
): Promise<Record<string, EncodedMeasures[]>> {
  const measured: Record<string, EncodedMeasures[]> = {};
  // One after the other: a model in memory at a time.
  for (const spec of specs) measured[spec.kind] = await measureEncoded(pairs, await createEncoder(spec));
  return measured;
}

/** One measure's values by encoder, as `encoderAgreement` takes them. */
export function valuesByEncoder(
  measured: Readonly<Record<string, readonly EncodedMeasures[]>>,
  measure: keyof EncodedMeasures,
): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(measured).map(([name, rows]) => [name, rows.map((row) => row[measure] ?? Number.NaN)]),
  );
}
