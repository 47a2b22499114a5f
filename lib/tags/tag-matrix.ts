/** Which instance has which tag, as one bitset a tag. */
import type { Bitset } from "../math/index.js";

/**
 * Instances × tags. Rows are instances in the order of the input; columns are the tags of
 * `TAG_NAMES` in vocabulary order.
 */
export interface TagMatrix {
  /** Instance ids, one a row. */
  readonly ids: readonly string[];
  /** The 90 feature strings, one a column. */
  readonly tagNames: readonly string[];
  /** For each tag the set of rows that have it. */
  readonly columns: readonly Bitset[];
}
