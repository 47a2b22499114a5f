/** What a refusal says. */
import { expect } from "vitest";
import { BadInputError } from "../lib/base/index.js";

/** The message of the {@link BadInputError} that a call throws; fails where it is accepted. */
export function refusalOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(BadInputError);
    return (error as Error).message;
  }
  throw new Error("it was accepted");
}
