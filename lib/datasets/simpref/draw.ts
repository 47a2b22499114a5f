/** Small draws that training pairs and benchmark share. */
import type { Rng } from "../../base/index.js";
import { FURTHER_SENTENCES } from "./config.js";

/** Further sentences of the right and the wrong response. */
export function furtherSentences(rng: Rng): readonly [right: number, wrong: number] {
  return [rng.int(FURTHER_SENTENCES.right + 1), rng.int(FURTHER_SENTENCES.wrong + 1)];
}

/** The i-th of items that take turns. */
export function turn<T>(items: readonly T[], i: number): T {
  return items[i % items.length]!;
}

/** A name, drawn with its share; shares sum to 1. */
export function weighted<T extends string>(rng: Rng, shares: Readonly<Record<T, number>>): T {
  let left = rng.next();
  const names = Object.keys(shares) as T[];
  return (
    names.find((name) => {
      left -= shares[name];
      return left < 0;
    }) ?? names.at(-1)!
  );
}
