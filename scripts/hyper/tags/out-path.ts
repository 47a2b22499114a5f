/** The value of `--out`. */
import { InvalidArgumentError } from "commander";

/** An empty one is that of a shell variable that was never set. */
export function outPath(path: string): string {
  if (path.trim() === "") throw new InvalidArgumentError("It must be a file's name.");
  return path;
}
