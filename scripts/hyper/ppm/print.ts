/** Tables of `hyper ppm cv` and `compare` for the terminal. */
import type {
  Interval,
  IntervalCoverage,
  LearningPoint,
  PairedComparison,
  RepeatedStatistic,
  RepeatedValidation,
} from "../../../lib/index.js";

const number = (value: number): string => (Number.isNaN(value) ? "-" : value.toFixed(4));
const signed = (value: number): string => (value >= 0 ? `+${number(value)}` : number(value));
const span = ({ low, high }: Interval): string => `[${signed(low)}, ${signed(high)}]`;

/** A line a family: mean ± sd over folds, sd over repeats, pooled. */
export function printRepeated(validations: readonly RepeatedValidation[]): void {
  const { runs } = validations[0]!;
  const [rows, folds] = [runs[0]!.actual.length, runs[0]!.folds.length];
  const repeats =
    runs.length > 1
      ? `, ${runs.length} splits; mean ± sd over folds (sd over splits)`
      : "; mean ± sd over folds";
  const width = Math.max(6, ...validations.map(({ family }) => family.length));
  const lines = validations.map(({ family, spearman, rmse }) =>
    [family.padEnd(width), statistic(spearman), statistic(rmse)].join("  "),
  );
  const header = [
    "family".padEnd(width),
    "Spearman".padEnd(statistic(validations[0]!.spearman).length),
    "RMSE",
  ];
  process.stdout.write(`${rows} rows, ${folds} folds${repeats}\n${header.join("  ")}\n${lines.join("\n")}\n`);
}

function statistic({ mean, sdOverFolds, sdOverRepeats }: RepeatedStatistic): string {
  const overRepeats = Number.isNaN(sdOverRepeats) ? "" : ` (${number(sdOverRepeats)})`;
  return `${number(mean)} ± ${number(sdOverFolds)}${overRepeats}`;
}

/** How many pairs are printed in full. */
const SHOWN_PAIRS = 3;

/**
 * Paired differences, first minus second, with both intervals, and what they mean. Of many pairs, those with the
 * family of the least error.
 */
export function printComparison(
  pairs: readonly PairedComparison[],
  validations: readonly RepeatedValidation[],
): void {
  if (pairs.length === 0) return;
  const { family: best, runs } = validations.reduce((least, each) =>
    each.rmse.mean < least.rmse.mean ? each : least,
  );
  const shown =
    pairs.length > SHOWN_PAIRS ? pairs.filter((pair) => [pair.first, pair.second].includes(best)) : pairs;
  const won = (share: number): string =>
    runs.length > 1 ? `  better in ${Math.round(100 * share)} % of splits` : "";
  const lines = shown.flatMap(({ first, second, spearman, rmse }) => [
    `${first} - ${second}`,
    ...(
      [
        ["Spearman", spearman],
        ["RMSE", rmse],
      ] as const
    ).map(
      ([name, difference]) =>
        `  ${name.padEnd(8)}  ${signed(difference.difference)} ${span(difference.interval)}` +
        `  over folds ${signed(difference.foldDifference)} ${span(difference.foldInterval)}` +
        won(difference.repeatsWon),
    ),
  ]);
  const left = pairs.length - shown.length;
  process.stdout.write(
    "\nDifferences on the same folds. First: all rows at once, 95 % bootstrap interval over candidates, fitted models\n" +
      "as they are. Over folds: mean, 95 % interval by the corrected resampled t (Nadeau and Bengio 2003).\n" +
      `${lines.join("\n")}\n${left > 0 ? `The manifest has ${left} more pairs.\n` : ""}`,
  );
}

/** A learning curve a family. */
export function printCurves(curves: readonly (readonly LearningPoint[])[]): void {
  for (const points of curves) {
    process.stdout.write(`\n${points[0]!.validation.family}: training rows, Spearman, RMSE\n`);
    for (const { trainingRows, validation } of points) {
      const { spearman, rmse } = validation;
      process.stdout.write(
        `${String(trainingRows).padStart(6)}  ${statistic(spearman)}  ${statistic(rmse)}\n`,
      );
    }
  }
}

/** How many scores lie in their intervals, in all and by predicted score. */
export function printCoverage(family: string, coverage: readonly IntervalCoverage[]): void {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  for (const { method, wanted, all, byPredicted, meanWidth } of coverage) {
    const thirds = byPredicted.map(({ share }) => percent(share)).join(" / ");
    process.stdout.write(
      `${family}, ${method}: ${percent(wanted)} wanted, ${percent(all.share)} covered ` +
        `[${percent(all.interval.low)}, ${percent(all.interval.high)}]; ` +
        `by third of predicted score ${thirds}; mean width ${number(meanWidth)}\n`,
    );
  }
}
