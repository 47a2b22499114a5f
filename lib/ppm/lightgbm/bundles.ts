/**
 * Exclusive feature bundling: LightGBM stores features that are seldom non-zero together in one column. That changes
 * trees in two cases only, which are followed here so that trees stay equal: with 10,000 rows or more, where it lets
 * up to one row in 10,000 collide; and with a feature that has most of its rows in a bin other than zero's, whose rows
 * LightGBM 4 looks up by values it has sorted meanwhile, and so mistakes for others. Of features that collide in a row
 * the last one keeps its value; the others read as their most frequent bin.
 * Source: Ke et al. 2017, §4 (greedy bundling).
 */
import { type BinMapper, binOfValue, sortAsLightGbm } from "./bin-mapper.js";
import { isNonZero } from "./float-limits.js";

/** A feature as bundling sees it. */
export interface BundleMember {
  readonly column: number;
  readonly mapper: BinMapper;
  /** One a row, NaN where missing. */
  readonly values: Float64Array;
}

/** Members, by position, that share a stored column. */
export type Bundle = readonly number[];

const COLLISIONS_PER_ROW = 1 / 10_000;
const MOST_GROUPS_SEARCHED = 100;
/** Groups that fill less of the rows are put together once more. */
const DENSE_SHARE = 0.4;

/** Whether bundling can change a tree. */
export function bundlingMatters(mappers: readonly BinMapper[], rowCount: number): boolean {
  return (
    Math.trunc(rowCount * COLLISIONS_PER_ROW) > 0 ||
    mappers.some((mapper) => mapper.zeroBin !== mapper.mostFrequentBin)
  );
}

/** Bundles of two features or more that may collide. */
export function findBundles(members: readonly BundleMember[], rowCount: number): Bundle[] {
  const nonZero = members.map(({ values }) => nonZeroRows(values));
  const used = members.map((member, i) => assumedRows(member, nonZero[i]!, rowCount));
  const inOrder = members.map((_, i) => i);
  const byCount = [...inOrder].sort((a, b) => nonZero[b]!.length - nonZero[a]!.length);
  const first = findGroups(inOrder, used, rowCount);
  const second = findGroups(byCount, used, rowCount);
  return (first.groupCount > second.groupCount ? second : first).bundles;
}

/** Calls back for each row of each member that loses its value to another of its bundle. */
export function forEachLoss(
  bundle: Bundle,
  members: readonly BundleMember[],
  visit: (member: number, row: number) => void,
): void {
  const rowCount = members[bundle[0]!]!.values.length;
  const owner = new Int32Array(rowCount).fill(-1);
  const isStored = (member: number, row: number) => {
    const { mapper, values } = members[member]!;
    return binOfValue(mapper, values[row]!) !== mapper.mostFrequentBin;
  };
  const store = (member: number, ofZeros: boolean) => {
    const { values } = members[member]!;
    for (let row = 0; row < rowCount; row++) {
      if (isNonZero(values[row]!) !== ofZeros && isStored(member, row)) owner[row] = member;
    }
  };
  for (const member of [...bundle].sort((a, b) => members[a]!.column - members[b]!.column))
    store(member, false);
  for (const member of bundle) store(member, true);
  for (const member of bundle) {
    for (let row = 0; row < rowCount; row++) {
      if (owner[row] !== member && isStored(member, row)) visit(member, row);
    }
  }
}

function nonZeroRows(values: Float64Array): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < values.length; row++) if (isNonZero(values[row]!)) rows.push(row);
  return Int32Array.from(rows);
}

/** The rows in which LightGBM takes a feature to be outside its most frequent bin. */
function assumedRows({ mapper, values }: BundleMember, nonZero: Int32Array, rowCount: number): Int32Array {
  if (mapper.zeroBin === mapper.mostFrequentBin) return nonZero;
  const misplaced = sortAsLightGbm(Float64Array.from(nonZero, (row) => values[row]!));
  const rows: number[] = [];
  for (let row = 0, j = 0; row < rowCount; row++) {
    if (nonZero[j] !== row) rows.push(row);
    else if (binOfValue(mapper, misplaced[j++]!) !== mapper.mostFrequentBin) rows.push(row);
  }
  return rows.length > 0 ? Int32Array.from(rows) : nonZero;
}

interface Group {
  readonly members: number[];
  readonly marks: Uint8Array;
  /** Rows of all members together, collisions counted twice, and once. */
  totalRows: number;
  usedRows: number;
}

/** Puts each feature into the first group that it collides little enough with. */
function findGroups(order: readonly number[], used: readonly Int32Array[], rowCount: number) {
  const mostCollisions = Math.trunc(rowCount * COLLISIONS_PER_ROW);
  const random = new LightGbmRandom(rowCount);
  const groups: Group[] = [];
  for (const member of order) {
    const rows = used[member]!;
    const open = groups.filter((group) => group.totalRows + rows.length <= rowCount + mostCollisions);
    const last = open.length - 1;
    const searched = last < 0 ? [] : [last, ...random.sample(last, Math.min(last, MOST_GROUPS_SEARCHED - 1))];
    let chosen: Group | null = null;
    let collisions = 0;
    for (const index of searched) {
      const group = open[index]!;
      const allowed = mostCollisions - group.totalRows + group.usedRows;
      collisions = countCollisions(group.marks, rows, allowed);
      if (collisions < 0 || collisions > allowed || collisions > Math.trunc(rows.length / 2)) continue;
      chosen = group;
      break;
    }
    if (chosen === null) {
      chosen = { members: [], marks: new Uint8Array(rowCount), totalRows: 0, usedRows: 0 };
      groups.push(chosen);
      collisions = 0;
    }
    chosen.members.push(member);
    chosen.totalRows += rows.length;
    chosen.usedRows += rows.length - collisions;
    for (const row of rows) chosen.marks[row] = 1;
  }
  return mergeSparse(groups, used, rowCount, mostCollisions);
}

/** Members of sparse groups go into one more group; where they collide too often, each keeps its own values there. */
function mergeSparse(groups: readonly Group[], used: readonly Int32Array[], rowCount: number, most: number) {
  const isDense = (group: Group) => group.usedRows / rowCount >= DENSE_SHARE;
  const dense = groups.filter(isDense).map((group) => group.members);
  const sparse = groups.filter((group) => !isDense(group)).flatMap((group) => group.members);
  const marks = new Uint8Array(rowCount);
  let collisions = 0;
  let keepsAll = false;
  for (const member of sparse) {
    const count = countCollisions(marks, used[member]!, most - collisions);
    collisions += count;
    keepsAll = count < 0 || collisions > most;
    if (keepsAll) break;
    for (const row of used[member]!) marks[row] = 1;
  }
  return {
    groupCount: dense.length + (sparse.length > 0 ? 1 : 0),
    bundles: [...dense, ...(keepsAll ? [] : [sparse])].filter((members) => members.length > 1),
  };
}

/** -1 for more than the most. */
function countCollisions(marks: Uint8Array, rows: Int32Array, most: number): number {
  let count = 0;
  for (const row of rows) {
    count += marks[row]!;
    if (count > most) return -1;
  }
  return count;
}

/** The linear congruential generator that LightGBM samples groups with. */
class LightGbmRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  #next(): number {
    this.#state = (Math.imul(214_013, this.#state) + 2_531_011) >>> 0;
    return this.#state;
  }

  /** `count` of 0 … size - 1, ascending. */
  sample(size: number, count: number): number[] {
    if (count > size || count <= 0) return [];
    if (count === size) return Array.from({ length: size }, (_, i) => i);
    const chosen = new Set<number>();
    if (count > 1 && count > size / Math.log2(count)) {
      for (let i = 0; i < size; i++) {
        const share = (count - chosen.size) / (size - i);
        if (((this.#next() >>> 16) & 0x7fff) / 32_768 < share) chosen.add(i);
      }
    } else {
      for (let r = size - count; r < size; r++) {
        const v = (this.#next() & 0x7fff_ffff) % (r + 1);
        chosen.add(chosen.has(v) ? r : v);
      }
    }
    return [...chosen].sort((a, b) => a - b);
  }
}
