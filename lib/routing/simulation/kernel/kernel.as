/** The simulation kernel: draws mixes by Algorithm 1, counts their tags, scores them. AssemblyScript. */
import { drawMix, storeMix } from "./draw";
import { humanCountsAt } from "./memory";

export { countBlock } from "./count";
export { setSeed } from "./generator";
export {
  coefficientsAt,
  columnsAt,
  countsAt,
  featureTagsAt,
  humanCountsAt,
  placeAll,
  rowBytes,
  rowTagsAt,
  scoresAt,
  tilesAt,
} from "./memory";
export { scoreBlock } from "./score";

/** Draws mixes `first` … `first + count - 1` into the block; with `budget` rows each, or random ones where it is negative. */
export function drawBlock(first: u32, count: u32, budget: i32): void {
  for (let slot: u32 = 0; slot < count; slot++) {
    store<u32>(humanCountsAt + (slot << 2), drawMix(first + slot, budget));
    storeMix(slot);
  }
}
