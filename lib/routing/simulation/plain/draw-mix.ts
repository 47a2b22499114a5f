/**
 * Algorithm 1 in plain TypeScript, bit by bit what the kernel draws.
 * Source: arXiv 2410.19133, §2.2; what it leaves open is settled as in the candidates room: the tag that would overflow
 * the budget gives a random part of its rows, and rows without any tag fill what the tags cannot.
 */
import { type Bitset, countBits, createBitset, hasBit, membersOf, setBit } from "../../../math/index.js";
import { LaneGenerator, laneStates } from "./lane-generator.js";

/** Where fewer than one row in so many is new, new rows are listed; else they are found by trying rows. */
const LISTED_BELOW = 16;
const VECTOR_WORDS = 4;

/** A mix, and how many rows it has. */
export interface DrawnMix {
  readonly human: Bitset;
  readonly humanCount: number;
}

/**
 * Draws mix `index` of a seed.
 * @param columns the rows of each tag
 * @param budgetCount null draws one from [1, N - 1]
 */
export function drawMix(
  { columns, rowCount }: { readonly columns: readonly Bitset[]; readonly rowCount: number },
  seed: Uint32Array,
  index: number,
  budgetCount: number | null,
): DrawnMix {
  const generator = new LaneGenerator(laneStates(seed, index));
  const humanCount = budgetCount ?? 1 + generator.below(rowCount - 1);
  const human = createBitset(rowCount);
  const order = Uint32Array.from(columns, (_, tag) => tag);
  let missing = humanCount;
  for (let i = 0; i <= order.length && missing > 0; i++) {
    const column = i < order.length ? columns[nextTag(order, i, generator)]! : everyRow(rowCount);
    const fresh = column.map((word, at) => word & ~human[at]!);
    const freshCount = countBits(fresh);
    const taken = freshCount <= missing ? fresh : randomPart(fresh, freshCount, missing, rowCount, generator);
    for (let at = 0; at < human.length; at++) human[at]! |= taken[at]!;
    missing -= Math.min(freshCount, missing);
  }
  return { human, humanCount };
}

/** The tag in place `i` of the random order, of which the places before it are settled (Fisher-Yates). */
function nextTag(order: Uint32Array, i: number, generator: LaneGenerator): number {
  const other = i + generator.below(order.length - i);
  const tag = order[other]!;
  order[other] = order[i]!;
  order[i] = tag;
  return tag;
}

function everyRow(rowCount: number): Bitset {
  const everyone = createBitset(rowCount);
  for (let row = 0; row < rowCount; row++) setBit(everyone, row);
  return everyone;
}

/** `count` of the `freshCount` members, each choice as likely. */
function randomPart(
  fresh: Bitset,
  freshCount: number,
  count: number,
  rowCount: number,
  generator: LaneGenerator,
): Bitset {
  // Those that are left out are chosen where they are fewer.
  const leaveOut = count > freshCount - count;
  const wanted = leaveOut ? freshCount - count : count;
  const isListed = freshCount * LISTED_BELOW < rowCount;
  const chosen = isListed
    ? chooseListed(fresh, wanted, generator)
    : chooseTried(fresh, freshCount, wanted, rowCount, generator);
  return leaveOut ? fresh.map((word, at) => word & ~chosen[at]!) : chosen;
}

function chooseListed(fresh: Bitset, wanted: number, generator: LaneGenerator): Bitset {
  const members = membersOf(fresh);
  const chosen = new Uint32Array(fresh.length);
  for (let i = 0; i < wanted; i++) {
    const other = i + generator.below(members.length - i);
    setBit(chosen, members[other]!);
    members[other] = members[i]!;
  }
  return chosen;
}

/**
 * First each member by itself with the same chance, a little below wanted / fresh; then rows drawn one by one are added,
 * or seldom removed, until their number is right. At each step every choice of so many is as likely.
 */
function chooseTried(
  fresh: Bitset,
  freshCount: number,
  wanted: number,
  rowCount: number,
  generator: LaneGenerator,
): Bitset {
  const spread = Math.sqrt((wanted * (freshCount - wanted)) / freshCount);
  const chance = Math.max(0, Math.floor((256 * (wanted - spread)) / freshCount));
  const chosen = chooseByChance(fresh, chance, generator);
  const mask = 0xffffffff >>> Math.clz32(rowCount - 1);
  let count = countBits(chosen);
  while (count !== wanted) {
    const row = (generator.nextBits() & mask) >>> 0;
    if (row >= rowCount) continue;
    const isChosen = hasBit(chosen, row);
    if (count > wanted ? !isChosen : isChosen || !hasBit(fresh, row)) continue;
    chosen[row >>> 5]! ^= 1 << (row & 31);
    count += isChosen ? -1 : 1;
  }
  return chosen;
}

/** Each member with chance `chance` / 256. */
function chooseByChance(fresh: Bitset, chance: number, generator: LaneGenerator): Bitset {
  const chosen = new Uint32Array(fresh.length);
  if (chance === 0) return chosen;
  const lowest = 31 - Math.clz32(chance & -chance);
  const random = new Uint32Array(VECTOR_WORDS);
  for (let start = 0; start < fresh.length; start += VECTOR_WORDS) {
    const members = fresh.subarray(start, start + VECTOR_WORDS);
    if (members.every((word) => word === 0)) continue;
    const part = chosen.subarray(start, start + VECTOR_WORDS);
    // From the lowest digit of the chance to the highest: "or" halves the chance of a zero, "and" that of a one.
    for (let digit = lowest; digit < 8; digit++) {
      generator.nextVector(random);
      const isOr = ((chance >>> digit) & 1) === 1;
      for (let at = 0; at < part.length; at++) {
        part[at] = isOr ? part[at]! | random[at]! : part[at]! & random[at]!;
      }
    }
    for (let at = 0; at < part.length; at++) part[at]! &= members[at]!;
  }
  return chosen;
}
