/** Preference labels: who is better, and how clearly. */

/** A label with its strength, from clearly A to clearly B; `…-is-better` says nothing of strength. */
export const LABELS = [
  "a-is-clearly-better",
  "a-is-better",
  "a-is-slightly-better",
  "tie",
  "b-is-slightly-better",
  "b-is-better",
  "b-is-clearly-better",
] as const;

export type Label = (typeof LABELS)[number];

/** Which completion a label prefers. */
export type Side = "a" | "b" | "tie";

/** Collapses a label to the side it prefers. */
export function sideOf(label: Label): Side {
  if (label === "tie") return "tie";
  return label.startsWith("a-") ? "a" : "b";
}
