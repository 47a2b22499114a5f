/**
 * Counts the tags of every mix of a block. Eight rows at a time: the sums of all 256 choices among them are made
 * once for the block, and each mix looks its own choice up (the method of the four Russians).
 */
import {
  blockSize,
  CHUNK_BYTES,
  CHUNK_ROWS,
  chunkCount,
  countsAt,
  GROUP_TAGS,
  groupCount,
  rowTagsAt,
  shortCountsAt,
  sumsAt,
  tilesAt,
} from "./memory";

/** Chunks whose counts fit in 16 bits: 511 · 128 < 65536. */
const SHORT_CHUNKS: u32 = 511;

/** Tag counts of the first `mixCount` mixes of the block. */
export function countBlock(mixCount: u32): void {
  for (let group: u32 = 0; group < groupCount; group++) {
    for (let start: u32 = 0; start < chunkCount; start += SHORT_CHUNKS) {
      memory.fill(shortCountsAt, 0, <usize>mixCount * GROUP_TAGS * 2);
      const end = min(start + SHORT_CHUNKS, chunkCount);
      for (let chunk = start; chunk < end; chunk++) {
        sumChoices(group, chunk);
        countChunk(chunk, mixCount);
      }
      widen(group, mixCount, start == 0);
    }
  }
}

/** The sums of every choice among each eight rows of a chunk. */
function sumChoices(group: u32, chunk: u32): void {
  let row = rowTagsAt + (<usize>group * chunkCount + chunk) * CHUNK_ROWS * GROUP_TAGS;
  for (let eight: u32 = 0; eight < CHUNK_BYTES; eight++) {
    const sums = sumsAt + ((eight * GROUP_TAGS) << 8);
    memory.fill(sums, 0, GROUP_TAGS);
    for (let choices: u32 = GROUP_TAGS; choices < GROUP_TAGS << 8; choices <<= 1) {
      const a = v128.load(row);
      const b = v128.load(row, 16);
      const c = v128.load(row, 32);
      const d = v128.load(row, 48);
      const e = v128.load(row, 64);
      const f = v128.load(row, 80);
      for (let from = sums, to = sums + choices; from < sums + choices; from += GROUP_TAGS, to += GROUP_TAGS) {
        v128.store(to, i8x16.add(v128.load(from), a));
        v128.store(to, i8x16.add(v128.load(from, 16), b), 16);
        v128.store(to, i8x16.add(v128.load(from, 32), c), 32);
        v128.store(to, i8x16.add(v128.load(from, 48), d), 48);
        v128.store(to, i8x16.add(v128.load(from, 64), e), 64);
        v128.store(to, i8x16.add(v128.load(from, 80), f), 80);
      }
      row += GROUP_TAGS;
    }
  }
}

function countChunk(chunk: u32, mixCount: u32): void {
  const tiles = tilesAt + <usize>chunk * blockSize * CHUNK_BYTES;
  for (let mix: u32 = 0; mix < mixCount; mix++) {
    const tile = tiles + mix * CHUNK_BYTES;
    let a = i32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let e = a;
    let f = a;
    for (let eight: u32 = 0; eight < CHUNK_BYTES; eight++) {
      const sum = sumsAt + ((eight << 8) + <u32>load<u8>(tile + eight)) * GROUP_TAGS;
      a = i8x16.add(a, v128.load(sum));
      b = i8x16.add(b, v128.load(sum, 16));
      c = i8x16.add(c, v128.load(sum, 32));
      d = i8x16.add(d, v128.load(sum, 48));
      e = i8x16.add(e, v128.load(sum, 64));
      f = i8x16.add(f, v128.load(sum, 80));
    }
    const counts = shortCountsAt + mix * GROUP_TAGS * 2;
    addBytes(counts, a);
    addBytes(counts + 32, b);
    addBytes(counts + 64, c);
    addBytes(counts + 96, d);
    addBytes(counts + 128, e);
    addBytes(counts + 160, f);
  }
}

// @ts-ignore: decorator
@inline
function addBytes(counts: usize, bytes: v128): void {
  v128.store(counts, i16x8.add(v128.load(counts), i16x8.extend_low_i8x16_u(bytes)));
  v128.store(counts, i16x8.add(v128.load(counts, 16), i16x8.extend_high_i8x16_u(bytes)), 16);
}

/** Adds the 16-bit counts to the 32-bit ones, or sets those. */
function widen(group: u32, mixCount: u32, isFirst: bool): void {
  for (let mix: u32 = 0; mix < mixCount; mix++) {
    const from = shortCountsAt + mix * GROUP_TAGS * 2;
    const to = countsAt + ((<usize>mix * groupCount + group) * GROUP_TAGS << 2);
    for (let tag: u32 = 0; tag < GROUP_TAGS; tag += 8) {
      const counts = v128.load(from + (tag << 1));
      let low = i32x4.extend_low_i16x8_u(counts);
      let high = i32x4.extend_high_i16x8_u(counts);
      const at = to + (tag << 2);
      if (!isFirst) {
        low = i32x4.add(low, v128.load(at));
        high = i32x4.add(high, v128.load(at, 16));
      }
      v128.store(at, low);
      v128.store(at, high, 16);
    }
  }
}
