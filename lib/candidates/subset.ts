/** Random subsets of sets of rows. */

import type { Rng } from "../base/index.js";
import { type Bitset, createBitset, membersOf, setBit } from "../math/index.js";

/**
 * `count` distinct members of a set, each subset as likely as any other (partial Fisher-Yates).
 * @throws {RangeError} unless 0 ≤ count ≤ the number of members
 */
export function sampleMembers(set: Bitset, count: number, rng: Rng): Int32Array {
  const members = membersOf(set);
  if (!Number.isInteger(count) || count < 0 || count > members.length) {
    throw new RangeError(`sampleMembers: ${count} of ${members.length} members; take an integer between`);
  }
  for (let i = 0; i < count; i++) {
    const j = i + rng.int(members.length - i);
    const taken = members[j]!;
    members[j] = members[i]!;
    members[i] = taken;
  }
  return members.subarray(0, count);
}

/**
 * The random baseline: humans label `budgetCount` of `rowCount` instances, drawn without regard to tags.
 * @throws {RangeError} unless 0 ≤ budgetCount ≤ rowCount
 */
export function randomMix(rowCount: number, budgetCount: number, rng: Rng): Bitset {
  const everyone = createBitset(rowCount);
  for (let row = 0; row < rowCount; row++) setBit(everyone, row);
  return createBitset(rowCount, sampleMembers(everyone, budgetCount, rng));
}
