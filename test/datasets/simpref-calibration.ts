/** What can be won on SimPref: reward models trained on the truth, on each source, and on the better one per tag. */
import {
  betterSourcePerTag,
  generateSimPref,
  SECTIONS,
  type SimPref,
  sideOf,
  truthOf,
  usablePairs,
} from "../../lib/datasets/index.js";
import { cohenKappa, hasBit } from "../../lib/math/index.js";
import {
  type BenchmarkScores,
  DEFAULT_SUBSAMPLE_FRACTION,
  lengthBaseline,
  prepareFeatures,
  scoreModel,
  subsampleRows,
  trainEmbedded,
} from "../../lib/reward/index.js";
import { buildTagMatrix, extractFeatures, type Features } from "../../lib/tags/index.js";

export const MIXES = ["true labels", "all human", "all LM", "better source per tag", "longer wins"] as const;
export type Mix = (typeof MIXES)[number];

/** Overall, then the four sections, each the mean over training seeds, in [0, 1]. */
export type ScoreRow = readonly number[];
export const SCORE_NAMES = ["Overall", ...SECTIONS.slice(0, 4)];

export interface Calibration {
  readonly usableCount: number;
  readonly agreement: number;
  readonly kappa: number;
  readonly humanShare: number;
  readonly scores: Readonly<Record<Mix, ScoreRow>>;
}

/** A corpus and its control. They have the same texts, so tags are extracted from them once. */
export async function calibrate(
  seed: number,
  trainingSeeds: readonly number[],
): Promise<{ readonly byTag: Calibration; readonly uniform: Calibration }> {
  const corpus = generateSimPref({ seed });
  const features = await extractFeatures(corpus.preferences);
  const byId = new Map(corpus.preferences.map(({ id }, i) => [id, features[i]!]));
  return {
    byTag: calibrateCorpus(corpus, byId, trainingSeeds),
    uniform: calibrateCorpus(generateSimPref({ seed, errors: "uniform" }), byId, trainingSeeds),
  };
}

/** Trains and scores each mix once a training seed; the seed draws the subsample. */
function calibrateCorpus(
  { preferences, benchmark }: SimPref,
  features: ReadonlyMap<string, Features>,
  trainingSeeds: readonly number[],
): Calibration {
  const { pairs } = usablePairs(preferences);
  const ids = pairs.map(({ id }) => id);
  const { matrix } = buildTagMatrix(
    ids,
    ids.map((id) => features.get(id)!),
  );
  const sources = betterSourcePerTag(pairs, (i) =>
    matrix.tagNames.filter((_, tag) => hasBit(matrix.columns[tag]!, i)),
  );
  const human = pairs.map((pair) => sideOf(pair.human));
  const lm = pairs.map((pair) => sideOf(pair.lm));
  const sides: Readonly<Record<Exclude<Mix, "longer wins">, readonly string[]>> = {
    "true labels": pairs.map((pair) => truthOf(pair).side),
    "all human": human,
    "all LM": lm,
    "better source per tag": sources.map((source, i) => (source === "human" ? human[i]! : lm[i]!)),
  };
  const prepared = prepareFeatures(pairs, benchmark);
  const trained = (mix: keyof typeof sides): ScoreRow =>
    means(
      trainingSeeds.map((trainingSeed) => {
        const labels = new Int8Array(pairs.length);
        for (const row of subsampleRows(pairs.length, DEFAULT_SUBSAMPLE_FRACTION, trainingSeed)) {
          labels[row] = { a: 1, b: -1 }[sides[mix][row]!] ?? 0;
        }
        return row(scoreModel(prepared, trainEmbedded(prepared, labels).weights, benchmark).scores);
      }),
    );
  return {
    usableCount: pairs.length,
    agreement: human.filter((side, i) => side === lm[i]).length / pairs.length,
    kappa: cohenKappa(human, lm),
    humanShare: sources.filter((source) => source === "human").length / pairs.length,
    scores: {
      "true labels": trained("true labels"),
      "all human": trained("all human"),
      "all LM": trained("all LM"),
      "better source per tag": trained("better source per tag"),
      "longer wins": row(lengthBaseline(benchmark)),
    },
  };
}

/** What the better source per tag adds to the better of the two single sources, Overall. */
export function gainOf({ scores }: Calibration): number {
  return scores["better source per tag"][0]! - Math.max(scores["all human"][0]!, scores["all LM"][0]!);
}

/** A Markdown table of mean ± standard deviation over corpora, in percent. */
export function calibrationTable(runs: readonly Calibration[]): string {
  const lines = MIXES.map((mix) => {
    const cells = SCORE_NAMES.map((_, column) => spread(runs.map(({ scores }) => scores[mix][column]!)));
    return `| ${[mix, ...cells].join(" | ")} |`;
  });
  const header = ["Trained on", ...SCORE_NAMES];
  return [`| ${header.join(" | ")} |`, `| ${header.map(() => "---").join(" | ")} |`, ...lines].join("\n");
}

function row({ overall, sections }: BenchmarkScores): ScoreRow {
  return [overall, ...SECTIONS.slice(0, 4).map((section) => sections[section]!.accuracy)];
}

function means(rows: readonly ScoreRow[]): ScoreRow {
  return rows[0]!.map((_, column) => rows.reduce((sum, values) => sum + values[column]!, 0) / rows.length);
}

function spread(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = values.length < 2 ? Number.NaN : Math.sqrt(squares / (values.length - 1));
  return `${(100 * mean).toFixed(1)} ± ${(100 * sd).toFixed(1)}`;
}
