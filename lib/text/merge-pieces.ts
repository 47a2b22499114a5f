/** Byte-pair merging of one piece: the lowest rank first, of equal ranks the leftmost. */
import { type MergeTable, NO_MERGE } from "./merge-table.js";

/** Beyond it a heap finds the next merge sooner than a look at all. */
const SCAN_LENGTH = 40;

/**
 * Merges tokens as far as they go; time n² up to 40 tokens, n log n beyond, memory n.
 * @param tokens the first `length` are merged; what they hold afterwards is of no use
 * @returns how many tokens are left
 */
export function countMerged(tokens: Int32Array, length: number, table: MergeTable): number {
  return length <= SCAN_LENGTH ? mergeByScanning(tokens, length, table) : mergeByHeap(tokens, length, table);
}

const scannedRanks = new Int32Array(SCAN_LENGTH + 1);

function mergeByScanning(tokens: Int32Array, length: number, { rankOf, resultOfRank }: MergeTable): number {
  const ranks = scannedRanks;
  for (let i = 0; i + 1 < length; i++) ranks[i] = rankOf(tokens[i]!, tokens[i + 1]!);
  let left = length;
  for (;;) {
    let best = NO_MERGE;
    let at = 0;
    for (let i = 0; i + 1 < left; i++) {
      if (ranks[i]! < best) {
        best = ranks[i]!;
        at = i;
      }
    }
    if (best === NO_MERGE) return left;
    tokens[at] = resultOfRank[best]!;
    left--;
    for (let i = at + 1; i < left; i++) {
      tokens[i] = tokens[i + 1]!;
      ranks[i] = ranks[i + 1]!;
    }
    if (at > 0) ranks[at - 1] = rankOf(tokens[at - 1]!, tokens[at]!);
    if (at + 1 < left) ranks[at] = rankOf(tokens[at]!, tokens[at + 1]!);
  }
}

/** Ranks and places in one number, so that the heap compares one: place is below 2^32. */
const PLACES = 2 ** 32;

function mergeByHeap(tokens: Int32Array, length: number, { rankOf, resultOfRank }: MergeTable): number {
  const previous = Int32Array.from({ length }, (_, i) => i - 1);
  const next = Int32Array.from({ length }, (_, i) => i + 1);
  /** Rank of the merge of a place with the next one; what the heap says otherwise is out of date. */
  const ranks = new Int32Array(length).fill(NO_MERGE);
  // Each merge takes one entry out and puts at most two in.
  const heap = new MinHeap(2 * length);
  const rate = (place: number): void => {
    const rank = next[place]! < length ? rankOf(tokens[place]!, tokens[next[place]!]!) : NO_MERGE;
    ranks[place] = rank;
    if (rank !== NO_MERGE) heap.push(rank * PLACES + place);
  };
  for (let place = 0; place < length; place++) rate(place);
  let left = length;
  while (heap.size > 0) {
    const entry = heap.pop();
    const rank = Math.floor(entry / PLACES);
    const place = entry % PLACES;
    if (ranks[place] !== rank) continue;
    const joined = next[place]!;
    tokens[place] = resultOfRank[rank]!;
    ranks[joined] = NO_MERGE;
    next[place] = next[joined]!;
    if (next[joined]! < length) previous[next[joined]!] = place;
    left--;
    rate(place);
    if (previous[place]! >= 0) rate(previous[place]!);
  }
  return left;
}

/** A binary heap of numbers of bounded count. */
class MinHeap {
  readonly #entries: Float64Array;
  size = 0;

  constructor(capacity: number) {
    this.#entries = new Float64Array(capacity);
  }

  push(entry: number): void {
    const entries = this.#entries;
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (entries[parent]! <= entry) break;
      entries[at] = entries[parent]!;
      at = parent;
    }
    entries[at] = entry;
  }

  /** The least entry; the heap is not empty. */
  pop(): number {
    const entries = this.#entries;
    const least = entries[0]!;
    const last = entries[--this.size]!;
    let at = 0;
    for (let child = 1; child < this.size; child = 2 * at + 1) {
      if (child + 1 < this.size && entries[child + 1]! < entries[child]!) child++;
      if (entries[child]! >= last) break;
      entries[at] = entries[child]!;
      at = child;
    }
    entries[at] = last;
    return least;
  }
}
