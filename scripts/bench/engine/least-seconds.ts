/** The least time of several runs: the machine's own, with the least of what else it does. */

export function leastSeconds(runs: number, work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    least = Math.min(least, (performance.now() - start) / 1000);
  }
  return least;
}

/** The least of as many runs as there are in so long: what is compiled while it runs has been by then. */
export function leastSecondsWithin(totalSeconds: number, work: () => void): number {
  const end = performance.now() + 1000 * totalSeconds;
  let least = Number.POSITIVE_INFINITY;
  while (performance.now() < end) least = Math.min(least, leastSeconds(1, work));
  return least;
}
