import { InvalidArgumentError } from "commander";

/** A number between 0 and 1, both excluded. */
export function probability(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value > 0 && value < 1))
    throw new InvalidArgumentError("It must be between 0 and 1.");
  return value;
}
