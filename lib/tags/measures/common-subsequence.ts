/**
 * Length of the longest common subsequence, 32 cells of the table at a time.
 * Source: Hyyrö 2004, "Bit-parallel LCS-length computation revisited"; Crochemore et al. 2001.
 */

/**
 * Time |a|·|b| / 32 after equal ends are taken off; memory |a| + |b|: of the table only one row of carries is kept.
 * @param a numbers in [0, symbolCount)
 * @param b numbers in [0, symbolCount)
 */
export function commonSubsequenceLength(a: Int32Array, b: Int32Array, symbolCount: number): number {
  const ends = commonEnds(a, b);
  const restA = a.subarray(ends.start, a.length - ends.end);
  const restB = b.subarray(ends.start, b.length - ends.end);
  const [shared, other] = onlyShared(restA, restB, symbolCount);
  // Fewer blocks of 32 where the shorter side is cut into them.
  const inside =
    shared.length <= other.length
      ? countBlocks(shared, other, symbolCount)
      : countBlocks(other, shared, symbolCount);
  return ends.start + inside + ends.end;
}

/** Equal symbols at both ends belong to some longest common subsequence. */
function commonEnds(a: Int32Array, b: Int32Array): { start: number; end: number } {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { start, end };
}

/** Both sides without the symbols that the other has not. */
function onlyShared(a: Int32Array, b: Int32Array, symbolCount: number): [Int32Array, Int32Array] {
  const sides = new Uint8Array(symbolCount);
  for (const symbol of a) sides[symbol]! |= 1;
  for (const symbol of b) sides[symbol]! |= 2;
  const isShared = (symbol: number): boolean => sides[symbol] === 3;
  return [a.filter(isShared), b.filter(isShared)];
}

/**
 * Column by column of 32 symbols of `a`, all of `b` in each. `zeros` has a zero bit for each symbol of the block at
 * which the subsequence grows; the sum's carry goes from one block to the next, one for each symbol of `b`.
 */
function countBlocks(a: Int32Array, b: Int32Array, symbolCount: number): number {
  const masks = new Int32Array(symbolCount);
  const carries = new Uint8Array(b.length);
  let length = 0;
  for (let from = 0; from < a.length; from += 32) {
    const size = Math.min(32, a.length - from);
    for (let i = 0; i < size; i++) masks[a[from + i]!]! |= 1 << i;
    let zeros = -1;
    for (let j = 0; j < b.length; j++) {
      const matched = zeros & masks[b[j]!]!;
      const sum = (zeros + matched + carries[j]!) | 0;
      carries[j] = (matched | (zeros & ~sum)) >>> 31;
      zeros = sum | (zeros & ~matched);
    }
    // Bits beyond the block match nothing, yet a carry that runs through them would clear them.
    length += countOnes(~zeros & (size === 32 ? -1 : (1 << size) - 1));
    for (let i = 0; i < size; i++) masks[a[from + i]!] = 0;
  }
  return length;
}

function countOnes(word: number): number {
  let ones = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) ones++;
  return ones;
}
