/** How far the members of an ensemble disagree about each instance's gain. */
import type { Polynomial } from "../../ppm/index.js";
import type { TagMatrix } from "../../tags/index.js";
import { PolynomialSlopes } from "./polynomial-slopes.js";
import { groupRows } from "./row-groups.js";

/**
 * Sample standard deviation (ddof 1) over the members of the gain of each row by itself, by Welford's updates.
 * @param columns column of the matrix of each feature
 * @param factor what counts are multiplied by
 */
export function memberGainSds(
  matrix: TagMatrix,
  members: readonly Polynomial[],
  { columns, factor }: { readonly columns: Int32Array; readonly factor: number },
): Float64Array {
  const groups = groupRows(matrix, { featureColumns: columns, limitedColumns: [], prices: null });
  const means = new Float64Array(groups.groupCount);
  const squares = new Float64Array(groups.groupCount);
  for (const [m, member] of members.entries()) {
    const slopes = new PolynomialSlopes(groups, member, factor);
    for (let group = 0; group < groups.groupCount; group++) {
      const gain = slopes.gainOfAdding(group);
      const off = gain - means[group]!;
      means[group]! += off / (m + 1);
      squares[group]! += off * (gain - means[group]!);
    }
  }
  return Float64Array.from(groups.groupOf, (group) => Math.sqrt(squares[group]! / (members.length - 1)));
}
