/** Algorithm 1: whole tags in random order until the budget is met, the last one in part. */
import { below, nextBits, rotate, startGenerator } from "./generator";
import {
  blockSize,
  CHUNK_BYTES,
  chosenAt,
  columnsAt,
  generatorAt,
  humanAt,
  identityAt,
  membersAt,
  orderAt,
  rowBytes,
  rowCount,
  swapHuman,
  tagCount,
  tilesAt,
  unitedAt,
} from "./memory";

/** Where fewer than one row in so many is new, new rows are listed; else they are found by trying rows. */
const LISTED_BELOW: u32 = 16;
/** Vectors whose bit counts fit in a byte: 31 · 8 < 256. */
const COUNTED_TOGETHER: u32 = 31 * 16;

/** Draws a mix; its rows stand at `humanAt`. @returns how many they are */
export function drawMix(index: u32, budget: i32): u32 {
  startGenerator(index);
  const size: u32 = budget < 0 ? 1 + below(rowCount - 1) : budget;
  memory.fill(humanAt, 0, rowBytes);
  memory.copy(orderAt, identityAt, <usize>tagCount << 2);
  let missing = size;
  for (let i: u32 = 0; i <= tagCount && missing > 0; i++) {
    const column = columnsAt + <usize>rowBytes * (i == tagCount ? tagCount : nextTag(i));
    const fresh = unite(column);
    if (fresh <= missing) {
      swapHuman();
      missing -= fresh;
    } else {
      takePart(column, fresh, missing);
      missing = 0;
    }
  }
  return size;
}

/** The tag in place `i` of the random order, of which the places before it are settled (Fisher-Yates). */
function nextTag(i: u32): u32 {
  const at = orderAt + (i << 2);
  const other = orderAt + ((i + below(tagCount - i)) << 2);
  const tag = load<u32>(other);
  store<u32>(other, load<u32>(at));
  store<u32>(at, tag);
  return tag;
}

// @ts-ignore: decorator
@inline
function sumOfBytes(bytes: v128): u32 {
  const quarters = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes));
  return (
    i32x4.extract_lane(quarters, 0) +
    i32x4.extract_lane(quarters, 1) +
    i32x4.extract_lane(quarters, 2) +
    i32x4.extract_lane(quarters, 3)
  );
}

/** Writes the mix with a column's rows to `unitedAt`. @returns how many of them are new */
function unite(column: usize): u32 {
  const human = humanAt;
  const united = unitedAt;
  let total: u32 = 0;
  for (let start: u32 = 0; start < rowBytes; start += COUNTED_TOGETHER) {
    const end = min(start + COUNTED_TOGETHER, rowBytes);
    let counts = i32x4.splat(0);
    for (let at = start; at < end; at += 16) {
      const before = v128.load(human + at);
      const members = v128.load(column + at);
      v128.store(united + at, v128.or(before, members));
      counts = i8x16.add(counts, i8x16.popcnt(v128.andnot(members, before)));
    }
    total += sumOfBytes(counts);
  }
  return total;
}

/** Adds `count` of a column's `fresh` new rows to the mix, each choice as likely. */
function takePart(column: usize, fresh: u32, count: u32): void {
  // Those that are left out are chosen where they are fewer.
  const leaveOut = count > fresh - count;
  const wanted = leaveOut ? fresh - count : count;
  if (fresh * LISTED_BELOW < rowCount) chooseListed(column, fresh, wanted);
  else chooseTried(column, fresh, wanted);
  const flip = leaveOut ? i32x4.splat(-1) : i32x4.splat(0);
  for (let at: u32 = 0; at < rowBytes; at += 16) {
    const before = v128.load(humanAt + at);
    const members = v128.andnot(v128.load(column + at), before);
    const taken = v128.and(members, v128.xor(v128.load(chosenAt + at), flip));
    v128.store(humanAt + at, v128.or(before, taken));
  }
}

function chooseListed(column: usize, fresh: u32, wanted: u32): void {
  memory.fill(chosenAt, 0, rowBytes);
  let next = membersAt;
  for (let at: u32 = 0; at < rowBytes; at += 8) {
    let rest = load<u64>(column + at) & ~load<u64>(humanAt + at);
    for (; rest != 0; rest &= rest - 1) {
      store<u32>(next, (at << 3) + <u32>ctz(rest));
      next += 4;
    }
  }
  for (let i: u32 = 0; i < wanted; i++) {
    const other = membersAt + ((i + below(fresh - i)) << 2);
    const row = load<u32>(other);
    store<u32>(other, load<u32>(membersAt + (i << 2)));
    addRow(row);
  }
}

/**
 * First each new row by itself with the same chance, a little below wanted / fresh; then rows drawn one by one are
 * added, or seldom removed, until their number is right. At each step every choice of so many is as likely.
 */
function chooseTried(column: usize, fresh: u32, wanted: u32): void {
  const spread = Math.sqrt((<f64>wanted * <f64>(fresh - wanted)) / <f64>fresh);
  let chosen = chooseByChance(column, chanceOf(<f64>wanted - spread, <f64>fresh));
  const mask = <u32>0xffffffff >> clz(rowCount - 1);
  while (chosen != wanted) {
    const row = nextBits() & mask;
    if (row >= rowCount) continue;
    const at = row >> 3;
    const bit = <u8>(<u32>1 << (row & 7));
    const members = load<u8>(chosenAt + at);
    if (chosen > wanted) {
      if ((members & bit) == 0) continue;
      store<u8>(chosenAt + at, members ^ bit);
      chosen--;
    } else {
      if ((load<u8>(column + at) & ~load<u8>(humanAt + at) & ~members & bit) == 0) continue;
      store<u8>(chosenAt + at, members | bit);
      chosen++;
    }
  }
}

/** expected / fresh in 256ths, rounded down; 0 where it is negative. */
function chanceOf(expected: f64, fresh: f64): u32 {
  return <u32>Math.max(0, Math.floor((256.0 * expected) / fresh));
}

/** Each new row with chance `chance` / 256. @returns how many were chosen */
function chooseByChance(column: usize, chance: u32): u32 {
  if (chance == 0) {
    memory.fill(chosenAt, 0, rowBytes);
    return 0;
  }
  const lowest = ctz(chance);
  const human = humanAt;
  const chosenTo = chosenAt;
  let total: u32 = 0;
  // The generator's state, here and not in memory, where each step would wait for the last one's to be stored.
  let s0 = v128.load(generatorAt);
  let s1 = v128.load(generatorAt, 16);
  let s2 = v128.load(generatorAt, 32);
  let s3 = v128.load(generatorAt, 48);
  for (let start: u32 = 0; start < rowBytes; start += COUNTED_TOGETHER) {
    const end = min(start + COUNTED_TOGETHER, rowBytes);
    let counts = i32x4.splat(0);
    for (let at = start; at < end; at += 16) {
      const members = v128.andnot(v128.load(column + at), v128.load(human + at));
      let chosen = i32x4.splat(0);
      if (v128.any_true(members)) {
        // From the lowest digit of the chance to the highest: "or" halves the chance of a zero, "and" that of a one.
        for (let digit = lowest; digit < 8; digit++) {
          const random = i32x4.add(rotate(i32x4.add(s0, s3), 7), s0);
          const t = i32x4.shl(s1, 9);
          s2 = v128.xor(s2, s0);
          s3 = v128.xor(s3, s1);
          s1 = v128.xor(s1, s2);
          s0 = v128.xor(s0, s3);
          s2 = v128.xor(s2, t);
          s3 = rotate(s3, 11);
          chosen = (chance >> digit) & 1 ? v128.or(chosen, random) : v128.and(chosen, random);
        }
        chosen = v128.and(chosen, members);
        counts = i8x16.add(counts, i8x16.popcnt(chosen));
      }
      v128.store(chosenTo + at, chosen);
    }
    total += sumOfBytes(counts);
  }
  v128.store(generatorAt, s0);
  v128.store(generatorAt, s1, 16);
  v128.store(generatorAt, s2, 32);
  v128.store(generatorAt, s3, 48);
  return total;
}

function addRow(row: u32): void {
  const at = chosenAt + (row >> 3);
  store<u8>(at, load<u8>(at) | <u8>(<u32>1 << (row & 7)));
}

/** Puts the mix that was drawn into its slot of the block, chunk by chunk. */
export function storeMix(slot: u32): void {
  let to = tilesAt + slot * CHUNK_BYTES;
  for (let at: u32 = 0; at < rowBytes; at += CHUNK_BYTES) {
    v128.store(to, v128.load(humanAt + at));
    to += <usize>blockSize * CHUNK_BYTES;
  }
}
