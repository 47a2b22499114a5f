/** Worker thread of feature extraction. */
import { type BlockResult, extractBlock, type PairToTag } from "./extract-block.js";

export interface ExtractTask {
  readonly pairs: readonly PairToTag[];
  readonly encode: boolean;
}

export function run({ pairs, encode }: ExtractTask): Promise<BlockResult[]> {
  return extractBlock(pairs, encode);
}
