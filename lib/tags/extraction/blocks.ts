/**
 * Blocks: runs of rows that are worked on, kept after a kill, and given to a shard together. They depend on the input
 * alone, never on the number of workers or machines.
 */

/** Neighbours often share texts, which a worker then measures once. */
const MAX_ROWS = 48;
/** So that a file of huge rows does not fill the memory: a block that has reached this takes no more rows. */
const MAX_BYTES = 1_000_000;

/**
 * Where blocks begin.
 * @param rowBytes length of each row's line
 * @returns the first row of each block, and as the last entry the number of rows; [0] for no rows
 */
export function blockStarts(rowBytes: Iterable<number>): number[] {
  const starts: number[] = [0];
  let row = 0;
  let bytes = 0;
  for (const length of rowBytes) {
    if (row > starts.at(-1)! && (row - starts.at(-1)! === MAX_ROWS || bytes >= MAX_BYTES)) {
      starts.push(row);
      bytes = 0;
    }
    bytes += length;
    row += 1;
  }
  if (row > 0) starts.push(row);
  return starts;
}

/** One part of a corpus that several machines share. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** From `first` up to `end`, which is not in it. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

/** The blocks of a shard: equal shares in order, differing by one block at most. No shard: all. */
export function blocksOf(blockCount: number, shard: Shard = { index: 1, count: 1 }): Span {
  const until = (index: number): number => Math.floor((blockCount * index) / shard.count);
  return { first: until(shard.index - 1), end: until(shard.index) };
}
