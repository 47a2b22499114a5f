/**
 * Where everything lies in the kernel's memory. All sizes are in bytes, all places multiples of 16.
 * Rows of the tag matrix are bits, 128 to a vector; a tag's column, a mix and a set of rows have `rowBytes` each.
 */

/** Rows that are counted together: a vector of a mix. The sums of their choices stay in the second-level cache. */
export const CHUNK_ROWS: u32 = 128;
/** Eights of rows in a chunk, each a byte of a mix. */
export const CHUNK_BYTES: u32 = 16;
/** Tags that are counted together: six vectors of bytes. */
export const GROUP_TAGS: u32 = 96;
/** Mixes that are scored together, two a vector. */
export const SCORED_TOGETHER: u32 = 8;

export let rowCount: u32 = 0;
export let rowBytes: u32 = 0;
export let tagCount: u32 = 0;
export let groupCount: u32 = 0;
export let chunkCount: u32 = 0;
export let blockSize: u32 = 0;
export let featureCount: u32 = 0;

/** The tags' columns, then one with every row. */
export let columnsAt: usize = 0;
/** For each group of tags, for each row: a byte a tag, 1 where the row has it. */
export let rowTagsAt: usize = 0;
/** The sums of all 256 choices among eight rows, for the eights of one chunk. */
export let sumsAt: usize = 0;
/** The mixes of a block, chunk after chunk: a vector a mix. */
export let tilesAt: usize = 0;
/** Counts of a block while they fit in 16 bits: a row of 96 a mix. */
export let shortCountsAt: usize = 0;
/** Counts of a block: u32, `groupCount` · 96 a mix. */
export let countsAt: usize = 0;
/** Human-labelled rows of each mix of a block: u32. */
export let humanCountsAt: usize = 0;
/** Scores of a block: f64. */
export let scoresAt: usize = 0;
/** Scaled counts of the mixes that are scored together: f64, eight a feature. */
export let scaledAt: usize = 0;
/** f64: intercept, one coefficient a feature, the products' upper triangle. */
export let coefficientsAt: usize = 0;
/** The tag of each feature: u32. */
export let featureTagsAt: usize = 0;

/** State of the generator, and its last output. */
export let generatorAt: usize = 0;
/** The order in which tags are taken, and the unshuffled one: u32. */
export let orderAt: usize = 0;
export let identityAt: usize = 0;
/** The mix being drawn, the one with the next tag, and a random part of a tag. */
export let humanAt: usize = 0;
export let unitedAt: usize = 0;
export let chosenAt: usize = 0;
/** Members of a small set: u32. */
export let membersAt: usize = 0;

let top: usize = 0;

function place(bytes: usize): usize {
  const at = top;
  top += (bytes + 15) & ~15;
  return at;
}

/** Places everything for a matrix, blocks of so many mixes (a multiple of eight) and a predictor; all zero. */
export function placeAll(rows: u32, tags: u32, block: u32, features: u32): void {
  rowCount = rows;
  rowBytes = ((rows + 127) >> 7) << 4;
  tagCount = tags;
  groupCount = (tags + GROUP_TAGS - 1) / GROUP_TAGS;
  chunkCount = (rows + CHUNK_ROWS - 1) / CHUNK_ROWS;
  blockSize = block;
  featureCount = features;
  top = (__heap_base + 15) & ~15;
  columnsAt = place(<usize>rowBytes * (tags + 1));
  rowTagsAt = place(<usize>groupCount * chunkCount * CHUNK_ROWS * GROUP_TAGS);
  sumsAt = place(<usize>CHUNK_BYTES * 256 * GROUP_TAGS);
  tilesAt = place(<usize>chunkCount * block * CHUNK_BYTES);
  shortCountsAt = place(<usize>block * GROUP_TAGS * 2);
  countsAt = place(<usize>block * groupCount * GROUP_TAGS * 4);
  humanCountsAt = place(<usize>block * 4);
  scoresAt = place(<usize>block * 8);
  scaledAt = place(<usize>features * SCORED_TOGETHER * 8);
  coefficientsAt = place(8 * (1 + <usize>features + (<usize>features * (features + 1)) / 2));
  featureTagsAt = place(<usize>features * 4);
  generatorAt = place(5 * 16);
  orderAt = place(<usize>(tags + 1) * 4);
  identityAt = place(<usize>(tags + 1) * 4);
  humanAt = place(rowBytes);
  unitedAt = place(rowBytes);
  chosenAt = place(rowBytes);
  membersAt = place(<usize>rowBytes * 8 / 4);
  const missing = <i32>((top + 65535) >> 16) - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
  for (let tag: u32 = 0; tag < tags; tag++) store<u32>(identityAt + (tag << 2), tag);
}

/** The buffers of the mix being drawn change places. */
export function swapHuman(): void {
  const before = humanAt;
  humanAt = unitedAt;
  unitedAt = before;
}
