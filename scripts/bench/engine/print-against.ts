/** One line a measurement, with its bound where there is one. */

export interface Bound {
  readonly seconds: number;
  /** What takes so long at least. */
  readonly of: string;
}

/** Prints how long something takes, per unit, and how many times its bound that is. */
export function printAgainst(name: string, seconds: number, bound?: Bound): void {
  const against = bound
    ? `  bound ${timeText(bound.seconds)} (${bound.of}), × ${(seconds / bound.seconds).toFixed(1)}`
    : "";
  process.stdout.write(`${name.padEnd(58)} ${timeText(seconds).padStart(10)}${against}\n`);
}

export function timeText(seconds: number): string {
  if (seconds < 1e-3) return `${(1e6 * seconds).toFixed(2)} µs`;
  return seconds < 1 ? `${(1e3 * seconds).toFixed(1)} ms` : `${seconds.toFixed(2)} s`;
}
