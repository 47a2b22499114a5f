/** From single votes to one label. */
import { type Label, type Side, sideOf } from "./labels.js";

/** How clearly a label prefers its side, from 1 (slightly) to 3 (clearly); a label that says nothing is between. */
function strengthOf(label: Label): number {
  return label.endsWith("clearly-better") ? 3 : label.endsWith("slightly-better") ? 1 : 2;
}

/**
 * The majority's label. Votes collapse to their side first; a side needs strictly more votes than each other
 * side, else the result is `tie`. The strength is the median of the winners' strengths, and between two
 * steps the weaker one: nobody is credited with more than half of the winners said.
 * @returns null for no votes
 */
export function majorityLabel(votes: readonly Label[]): Label | null {
  if (votes.length === 0) return null;
  const support: Record<Side, number> = { a: 0, b: 0, tie: 0 };
  for (const vote of votes) support[sideOf(vote)] += 1;
  const most = Math.max(support.a, support.b, support.tie);
  const winners = (["a", "b", "tie"] as const).filter((side) => support[side] === most);
  const side = winners.length === 1 ? winners[0]! : "tie";
  if (side === "tie") return "tie";
  const strengths = votes
    .filter((vote) => sideOf(vote) === side)
    .map(strengthOf)
    .sort();
  const middle = (strengths[(strengths.length - 1) >> 1]! + strengths[strengths.length >> 1]!) / 2;
  return `${side}-is-${(["slightly-", "", "clearly-"] as const)[Math.floor(middle) - 1]!}better`;
}
