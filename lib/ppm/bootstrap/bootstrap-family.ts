/**
 * Bootstrap ensembles of any family: each member is fitted to as many candidates, drawn with replacement.
 * Source: Efron and Tibshirani 1993, §6 (standard errors); Breiman 1996, Bagging predictors (the mean, out-of-bag error).
 * Departure: the paper has none.
 * Cost: that of the members' fits. At 250 candidates and 90 tags 50 members take about 0.4 s of processor time for
 * linear, 1.2 s for quadratic, 2 s for quadratic-ridge, 5 s for lightgbm and 10 s for gp. A cross-validation of 10 folds
 * takes two to six times as much: its members are never written out as models.
 */
import { z } from "zod";
import { BadInputError, createRng, type Json, type JsonObject, type Rng } from "../../base/index.js";
import { distinctRows, matrixRow, rootMeanSquareError } from "../../math/index.js";
import type {
  Fitted,
  HeldOutPredictions,
  PpmFamily,
  PpmShape,
  PreparedFits,
  TrainingTable,
} from "../family.js";
import { EnsemblePpm } from "./ensemble.js";

export interface EnsembleOptions {
  /** At least 2; default 50. */
  readonly memberCount?: number;
  /** Draws the rows of member i from `rng.fork("member", i)`; default seed 0. */
  readonly rng?: Rng;
}

export const BOOTSTRAP_PREFIX = "bootstrap:";
export const DEFAULT_MEMBER_COUNT = 50;

/**
 * The family `bootstrap:<inner>`. Predictions are the members' mean, its uncertainty is their spread.
 * `details` of a fit: the number of members and the root-mean-square error of the candidates that were out of the bag,
 * each predicted by the members that had not seen it (null where every member saw all).
 * @throws {BadInputError} unless the number of members is an integer from 2 on; on an ensemble of ensembles
 */
export function bootstrapFamily(inner: PpmFamily, options: EnsembleOptions = {}): PpmFamily {
  const { memberCount = DEFAULT_MEMBER_COUNT, rng = createRng(0) } = options;
  checkOptions(inner, memberCount);
  const name = `${BOOTSTRAP_PREFIX}${inner.name}`;
  return {
    name,
    acceptsMissing: inner.acceptsMissing,
    needsScale: inner.needsScale,
    prepare(table, scale) {
      const ensemble = { name, table, prepared: inner.prepare(table, scale), memberCount, rng };
      return {
        fit: (train) => fitEnsemble(ensemble, train),
        predictHeldOut: (train, heldOut) => predictByMembers(ensemble, train, heldOut),
      };
    },
    fromJson: (shape, model) => parseEnsemble(name, inner, shape, model),
  };
}

function checkOptions(inner: PpmFamily, memberCount: number): void {
  if (!Number.isInteger(memberCount) || memberCount < 2) {
    const rule = "a bootstrap ensemble needs a whole number of members, at least 2";
    throw new BadInputError([{ place: "--bootstrap", value: String(memberCount), rule, remedy: "take 50" }]);
  }
  if (inner.name.startsWith(BOOTSTRAP_PREFIX)) {
    const rule = "an ensemble of ensembles says nothing that an ensemble does not";
    throw new BadInputError([
      { place: "--bootstrap", value: inner.name, rule, remedy: "take its inner family" },
    ]);
  }
}

interface Ensemble {
  readonly name: string;
  readonly table: TrainingTable;
  readonly prepared: PreparedFits;
  readonly memberCount: number;
  readonly rng: Rng;
}

function fitEnsemble(ensemble: Ensemble, train: Int32Array): Fitted {
  const { name, table, prepared, memberCount } = ensemble;
  const bag = new OutOfBag(table.targets, train);
  const members = Array.from({ length: memberCount }, (_, m) => {
    const { drawn, unseen } = drawRows(ensemble, train, m);
    const { ppm } = prepared.fit(drawn);
    bag.add(
      unseen,
      Float64Array.from(unseen, (row) => ppm.predict(matrixRow(table.counts, row))),
    );
    return ppm;
  });
  return { ppm: new EnsemblePpm(name, members), details: { members: memberCount, ...bag.summary() } };
}

/** The same predictions without the members' explicit models, which cost more than their fits. */
function predictByMembers(ensemble: Ensemble, train: Int32Array, heldOut: Int32Array): HeldOutPredictions {
  const { table, prepared, memberCount } = ensemble;
  const bag = new OutOfBag(table.targets, train);
  const sums = new Float64Array(heldOut.length);
  for (let m = 0; m < memberCount; m++) {
    const { drawn, unseen } = drawRows(ensemble, train, m);
    const { predicted } = prepared.predictHeldOut(drawn, Int32Array.of(...heldOut, ...unseen));
    for (let i = 0; i < sums.length; i++) sums[i]! += predicted[i]!;
    bag.add(unseen, predicted.subarray(heldOut.length));
  }
  const details = { members: memberCount, ...bag.summary() };
  return { predicted: sums.map((sum) => sum / memberCount), details };
}

/** As many rows as there are, with replacement (at least three different ones where there are as many); the others. */
function drawRows({ rng }: Ensemble, train: Int32Array, member: number) {
  const memberRng = rng.fork("member", member);
  const all = distinctRows(train).rows;
  for (;;) {
    const drawn = train.map(() => train[memberRng.int(train.length)]!);
    const seen = new Set(drawn);
    if (seen.size >= Math.min(3, all.length)) return { drawn, unseen: all.filter((row) => !seen.has(row)) };
  }
}

/** Predictions of rows by the members that did not see them. */
class OutOfBag {
  readonly #sums = new Map<number, { total: number; count: number }>();

  constructor(
    private readonly targets: Float64Array,
    private readonly train: Int32Array,
  ) {}

  add(rows: Int32Array, predicted: Float64Array): void {
    for (const [i, row] of rows.entries()) {
      const { total, count } = this.#sums.get(row) ?? { total: 0, count: 0 };
      this.#sums.set(row, { total: total + predicted[i]!, count: count + 1 });
    }
  }

  /** Root-mean-square error over the rows that any member left out, and how many these are. */
  summary(): JsonObject {
    const rows = distinctRows(this.train).rows.filter((row) => this.#sums.has(row));
    const actual = Float64Array.from(rows, (row) => this.targets[row]!);
    const predicted = Float64Array.from(rows, (row) => {
      const { total, count } = this.#sums.get(row)!;
      return total / count;
    });
    const outOfBagRmse = rows.length === 0 ? null : rootMeanSquareError(actual, predicted);
    return { outOfBagRmse, outOfBagRows: rows.length };
  }
}

const ENSEMBLE = z.strictObject({ members: z.array(z.json()).min(2) });

function parseEnsemble(name: string, inner: PpmFamily, shape: PpmShape, model: Json): EnsemblePpm {
  const { members } = ENSEMBLE.parse(model);
  return new EnsemblePpm(
    name,
    members.map((member) => inner.fromJson(shape, member)),
  );
}
