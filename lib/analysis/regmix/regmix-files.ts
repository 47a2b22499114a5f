/** The runs of RegMix: mixtures of 17 Pile domains, and 13 validation losses of a language model trained on each. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { REGMIX_LIGHTGBM_SPEARMAN } from "../../paper/index.js";
import { readCountTable, type TrainingTable } from "../../ppm/index.js";

/** Sizes of the language models of the tests. */
export const REGMIX_SIZES = ["1m", "60m", "1B"] as const;
export type RegmixSize = (typeof REGMIX_SIZES)[number];

/** The 13 losses, in the authors' order. */
export const REGMIX_LOSSES: readonly string[] = Object.keys(REGMIX_LIGHTGBM_SPEARMAN);

/** One loss: what is learned from, and what is predicted at each size. Features are shares of domains. */
export interface RegmixTables {
  readonly loss: string;
  readonly train: TrainingTable;
  readonly tests: Readonly<Record<RegmixSize, TrainingTable>>;
}

/** Whether a folder holds the runs (`data/` of sail-sg/regmix). */
export function hasRegmix(folder: string): boolean {
  return pairsOf(folder).every(({ mixtures, losses }) => existsSync(mixtures) && existsSync(losses));
}

/** @throws {BadInputError} if a file is missing, or its mixtures and losses do not fit together */
export function readRegmix(folder: string, loss: string): RegmixTables {
  const [train, ...tests] = pairsOf(folder).map(({ mixtures, losses }) =>
    readCountTable(mixtures, {
      target: `metric/the_pile_${loss}_val_loss`,
      featureColumns: ["train_the_pile_*"],
      join: { path: losses, on: "index" },
    }),
  );
  const bySize = Object.fromEntries(REGMIX_SIZES.map((size, i) => [size, plain(tests[i]!)]));
  return { loss, train: plain(train!), tests: bySize as Record<RegmixSize, TrainingTable> };
}

/** Without the text of the file, so that it can go to a worker. */
function plain({ featureNames, counts, targets }: TrainingTable): TrainingTable {
  return { featureNames, counts, targets };
}

function pairsOf(folder: string): { mixtures: string; losses: string }[] {
  const names = ["train_*_1m", ...REGMIX_SIZES.map((size) => `test_*_${size}`)];
  return names.map((name) => ({
    mixtures: join(folder, `${name.replace("*", "mixture")}.csv`),
    losses: join(folder, `${name.replace("*", "pile_loss")}.csv`),
  }));
}
