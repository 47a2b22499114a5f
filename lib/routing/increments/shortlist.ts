/** The groups that promise most, of every kind that money and limits on tags tell apart. */
import type { MovingMix } from "./moving-mix.js";

/** The highest so many of all, and of each kind. */
const OF_ALL = 128;
const OF_A_KIND = 16;

/** Prices are told apart in so many classes of equal size. */
const PRICE_CLASSES = 8;

/** @returns what lists the groups whose rows gain most by going in, and by going out, at the mix as it then is */
export function createShortlister(mix: MovingMix): () => Int32Array<ArrayBuffer> {
  const { groupCount } = mix.groups;
  const kinds = kindsOf(mix);
  const all = Int32Array.from({ length: groupCount }, (_, group) => group);
  return () => {
    const gains = Float64Array.from(all, (group) => mix.slopes.slopeOf(group));
    const rising = all.toSorted((a, b) => gains[a]! - gains[b]! || a - b);
    const listed = new Set<number>();
    take(rising.toReversed(), (group) => mix.hasFree(group), kinds, listed);
    take(rising, (group) => mix.taken[group]! > 0, kinds, listed);
    return Int32Array.from(listed).sort();
  };
}

function take(
  order: Int32Array,
  fits: (group: number) => boolean,
  kinds: Int32Array,
  listed: Set<number>,
): void {
  const ofKind = new Map<number, number>();
  let total = 0;
  for (const group of order) {
    if (!fits(group)) continue;
    const kind = kinds[group]!;
    const before = ofKind.get(kind) ?? 0;
    ofKind.set(kind, before + 1);
    if (total++ < OF_ALL || before < OF_A_KIND) listed.add(group);
  }
}

/** A number for each group: the same for those with the same limited tags and price class. */
function kindsOf({ groups }: MovingMix): Int32Array {
  const { groupCount, limited, limitedCount, prices } = groups;
  const sorted = prices.toSorted();
  const numbers = new Map<string, number>();
  return Int32Array.from({ length: groupCount }, (_, group) => {
    const cheaper = sorted.findIndex((price) => price >= prices[group]!);
    const priceClass = Math.floor((PRICE_CLASSES * cheaper) / groupCount);
    const key = `${limited.subarray(group * limitedCount, (group + 1) * limitedCount).join("")} ${priceClass}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
}
