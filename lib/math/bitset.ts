/** Sets of small integers as bits in 32-bit words. */

/** A set of integers in [0, size): bit `i & 31` of word `i >> 5`. Bits beyond `size` are zero. */
export type Bitset = Uint32Array;

/** How many words hold `size` bits. */
export function wordCount(size: number): number {
  return (size + 31) >>> 5;
}

export function createBitset(size: number, members: Iterable<number> = []): Bitset {
  const bits = new Uint32Array(wordCount(size));
  for (const member of members) setBit(bits, member);
  return bits;
}

export function setBit(bits: Bitset, member: number): void {
  bits[member >>> 5]! |= 1 << (member & 31);
}

export function hasBit(bits: Bitset, member: number): boolean {
  return ((bits[member >>> 5]! >>> (member & 31)) & 1) === 1;
}

/** Number of members. */
export function countBits(bits: Bitset): number {
  let total = 0;
  for (let i = 0; i < bits.length; i++) total += popcount(bits[i]!);
  return total;
}

/** Number of members of the intersection; the sets have the same size. */
export function countCommonBits(a: Bitset, b: Bitset): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += popcount(a[i]! & b[i]!);
  return total;
}

/** The members in ascending order. */
export function membersOf(bits: Bitset): Int32Array {
  const members = new Int32Array(countBits(bits));
  let next = 0;
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      members[next++] = (word << 5) + (31 - Math.clz32(rest & -rest));
    }
  }
  return members;
}

function popcount(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
