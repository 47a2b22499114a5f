/** RegMix's long table in two short ones: by loss, and by size of the language models. */
import { mean } from "../../math/index.js";
import { REGMIX_SIZES, type RegmixRow } from "../regmix/index.js";

/** A row of a table whose columns are families or sizes. */
export type RegmixSummaryRow = Readonly<Record<string, string | number>>;

/** Spearman's ρ at 1M parameters: a loss a row, a family a column, the authors' LightGBM last. */
export function regmixByLoss(rows: readonly RegmixRow[]): RegmixSummaryRow[] {
  return distinct(rows, "loss").map((loss) => {
    const own = rows.filter((row) => row.loss === loss);
    return {
      loss,
      ...Object.fromEntries(own.map((row) => [row.family!, row.spearman_1m!])),
      "authors' lightgbm": own[0]!.authors_lightgbm_1m!,
    };
  });
}

/** Spearman's ρ by size of the models that were predicted, mean and least over losses; fitted at 1M throughout. */
export function regmixTransfer(rows: readonly RegmixRow[]): RegmixSummaryRow[] {
  return distinct(rows, "family").map((family) => {
    const own = rows.filter((row) => row.family === family);
    const sizes = REGMIX_SIZES.flatMap((size) => {
      const values = own.map((row) => Number(row[`spearman_${size}`]));
      return [
        [`mean_${size}`, mean(values)],
        [`least_${size}`, Math.min(...values)],
      ];
    });
    return { family, ...Object.fromEntries(sizes) };
  });
}

function distinct(rows: readonly RegmixRow[], column: string): string[] {
  return [...new Set(rows.map((row) => String(row[column])))];
}
