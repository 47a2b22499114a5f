/** The study of pool sizes as a short text for a terminal, in percent. */
import { quantile } from "../../math/index.js";
import { alignColumns } from "../mix-text.js";
import type { PoolSizeMeasure, PoolSizeRow } from "./pool-size-row.js";
import type { PoolTime } from "./run-pool-size-study.js";

/** One line a PPM and pool size; the pool of one is the mean over mixes that nothing chose. */
export function poolSizeText(rows: readonly PoolSizeRow[], times: readonly PoolTime[]): string {
  const cells = new Map<string, Map<PoolSizeMeasure, PoolSizeRow>>();
  for (const row of rows) {
    const key = JSON.stringify([row.ppm, row.simulations]);
    const cell = cells.get(key) ?? new Map<PoolSizeMeasure, PoolSizeRow>();
    cells.set(key, cell.set(row.what, row));
  }
  const body = [...cells.values()].map((cell) => {
    const { ppm, simulations } = cell.get("predicted")!;
    const percent = (what: PoolSizeMeasure): string => (100 * cell.get(what)!.mean).toFixed(1);
    const withSd = (what: PoolSizeMeasure): string =>
      `${percent(what)} ± ${(100 * cell.get(what)!.sd).toFixed(1)}`;
    return [
      `${ppm}, n = ${simulations.toLocaleString("en-US")}`,
      ...[percent("predicted"), percent("normal maximum"), percent("regressed")],
      ...[withSd("actual"), withSd("held out"), percent("optimism")],
      cell.get("top spearman")?.mean.toFixed(2) ?? "-",
      cell.get("distance")!.mean.toFixed(2),
      secondsText(times, ppm, simulations),
    ];
  });
  const header = [
    ...["PPM, simulated mixes", "predicted", "normal max.", "regressed", "actual ± sd", "held out ± sd"],
    ...["optimism", "top Spearman", "distance", "median s"],
  ];
  return alignColumns([header, ...body]);
}

function secondsText(times: readonly PoolTime[], ppm: string, simulations: number): string {
  const seconds = times
    .filter((time) => time.ppm === ppm && time.simulations === simulations)
    .map((time) => time.seconds);
  return seconds.length === 0 ? "-" : quantile(seconds, 0.5).toPrecision(2);
}
