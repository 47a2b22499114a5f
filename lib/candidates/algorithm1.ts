/**
 * Algorithm 1: a random budget, then tag by tag until the budget is met.
 * Source: arXiv 2410.19133, §2.2, Algorithm 1 and step 2. The paper leaves open what happens to the tag
 * that would overflow the budget; here it gives a random subset, so that the budget is met exactly.
 */
import { BadInputError, type Rng } from "../base/index.js";
import { type Bitset, countBits, createBitset, setBit } from "../math/index.js";
import type { TagMatrix } from "../tags/index.js";
import { type Candidate, withoutRows } from "./candidate.js";
import { randomMix, sampleMembers } from "./subset.js";

export interface SampleOptions {
  /** How many candidates. */
  readonly count: number;
  /** Candidate `i` draws from `rng.fork("candidate", i)`: it is the same whatever the count. */
  readonly rng: Rng;
  /** The budget of every candidate, in [0, N]; by default each draws its own from [1, N - 1]. */
  readonly budgetCount?: number;
  /** How many of the N rows are trained on, drawn anew for each candidate; default all. */
  readonly subsampleCount?: number;
}

/**
 * Samples candidates by Algorithm 1.
 * @returns `count` candidates with ids `c0000`, `c0001` …
 * @throws {RangeError} if a budget or subsample does not fit the number of rows
 * @throws {BadInputError} if there are fewer than 2 rows to draw random budgets for
 */
export function sampleCandidates(matrix: TagMatrix, options: SampleOptions): Candidate[] {
  if (options.budgetCount === undefined && matrix.ids.length < 2) {
    const rule = "random mixes need at least 2 instances to choose between";
    throw new BadInputError([{ place: "instances", value: String(matrix.ids.length), rule }]);
  }
  return Array.from({ length: options.count }, (_, i) => sampleCandidate(matrix, i, options));
}

function sampleCandidate(matrix: TagMatrix, index: number, options: SampleOptions): Candidate {
  const rowCount = matrix.ids.length;
  const rng = options.rng.fork("candidate", index);
  const budgetCount = options.budgetCount ?? 1 + rng.int(rowCount - 1);
  const human = fillBudget(matrix, budgetCount, rng);
  const id = `c${String(index).padStart(4, "0")}`;
  const candidate = { id, budgetCount, human, humanCount: budgetCount };
  if (options.subsampleCount === undefined) return candidate;
  return withoutRows(
    candidate,
    randomMix(rowCount, rowCount - options.subsampleCount, rng.fork("subsample")),
  );
}

/**
 * Lines 2-8 of Algorithm 1: exactly `budgetCount` rows, by whole tags in random order, the last one in part.
 * Rows without any tag fill what the tags cannot.
 * @throws {RangeError} unless 0 ≤ budgetCount ≤ N
 */
export function fillBudget(matrix: TagMatrix, budgetCount: number, rng: Rng): Bitset {
  const rowCount = matrix.ids.length;
  if (!Number.isInteger(budgetCount) || budgetCount < 0 || budgetCount > rowCount) {
    throw new RangeError(`budget ${budgetCount}: it must be an integer from 0 to ${rowCount}`);
  }
  const everyone = createBitset(rowCount);
  for (let row = 0; row < rowCount; row++) setBit(everyone, row);
  const human = createBitset(rowCount);
  let missing = budgetCount;
  for (const members of [...rng.shuffle(matrix.columns), everyone]) {
    if (missing === 0) break;
    const fresh = members.map((word, i) => word & ~human[i]!);
    const freshCount = countBits(fresh);
    if (freshCount <= missing) {
      for (let i = 0; i < human.length; i++) human[i]! |= fresh[i]!;
      missing -= freshCount;
    } else {
      for (const row of sampleMembers(fresh, missing, rng)) setBit(human, row);
      missing = 0;
    }
  }
  return human;
}
