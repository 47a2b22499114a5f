/**
 * The control corpus: the same texts, and the same errors dealt to other pairs at random. Error rates, votes
 * and human-LM agreement stay exactly as they were; what the errors have to do with tags is gone.
 */
import type { Rng } from "../../base/index.js";
import type { Label } from "../labels.js";
import type { SimulatedPair } from "./training.js";

/** Gives each pair the votes and the LM label of another pair, seen from the truly better side. */
export function dealErrors(pairs: readonly SimulatedPair[], rng: Rng): SimulatedPair[] {
  const donors = rng.shuffle(pairs);
  return pairs.map((pair, i) => {
    const donor = donors[i]!;
    const turned = (pair.side === "b") !== (donor.side === "b");
    const turn = (label: Label): Label => (turned ? swapSides(label) : label);
    return {
      ...pair,
      votes: donor.votes.map((vote) => ({ ...vote, label: turn(vote.label) })),
      lm: turn(donor.lm),
    };
  });
}

function swapSides(label: Label): Label {
  if (label === "tie") return "tie";
  return `${label.startsWith("a") ? "b" : "a"}${label.slice(1)}` as Label;
}
