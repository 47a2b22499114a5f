/** The findings of a run as short texts for a terminal. */
import type { MixSummary } from "./comparison.js";
import type { MixDifference } from "./differences.js";
import type { NoiseRow } from "./run-noise.js";

/** One line a mix: name, % human, Overall ± sd over runs, 95 % interval over runs and items. */
export function mixText(summaries: readonly MixSummary[]): string {
  const rows = summaries.map(({ name, humanFraction, columns, intervals, runCount }) => [
    name,
    Number.isNaN(humanFraction) ? "-" : (100 * humanFraction).toFixed(1),
    score(columns.Overall!.mean, runCount > 1 ? columns.Overall!.sd : Number.NaN),
    `${percent(intervals.Overall!.low)} to ${percent(intervals.Overall!.high)}`,
  ]);
  return alignColumns([["mix", "% human", "overall ± sd", "95% interval"], ...rows]);
}

/** Each routed mix against its rivals: the paired difference in points, its interval, and what could have been seen. */
export function differenceText(differences: readonly MixDifference[]): string {
  const rows = differences
    .filter(({ column }) => column === "Overall")
    .map(({ first, second, difference, interval, detectable }) => [
      `${first} - ${second}`,
      signed(difference),
      `${signed(interval.low)} to ${signed(interval.high)}`,
      percent(detectable),
    ]);
  return alignColumns([["overall difference in points", "mean", "95% interval", "detectable"], ...rows]);
}

/** The spread between candidates beside run-to-run noise, in points. */
export function noiseText(rows: readonly NoiseRow[]): string {
  return alignColumns([
    ["overall on the items that candidates are scored on", "runs", "mean", "sd"],
    ...rows.map(({ what, runs, mean, sd }) => [what, String(runs), percent(mean), (100 * sd).toFixed(2)]),
  ]);
}

function signed(fraction: number): string {
  return `${fraction < 0 ? "" : "+"}${percent(fraction)}`;
}

function score(mean: number, sd: number): string {
  return Number.isNaN(sd) ? percent(mean) : `${percent(mean)} ± ${percent(sd)}`;
}

function percent(fraction: number): string {
  return (100 * fraction).toFixed(1);
}

/** Pads cells so that columns line up: the first to the left, numbers to the right. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ");
  const [header, ...body] = rows;
  return [line(header!), "-".repeat(line(header!).length), ...body.map(line)].join("\n");
}
