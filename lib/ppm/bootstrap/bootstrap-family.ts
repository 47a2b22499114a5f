/**
 * Bootstrap ensembles of any family: each member is fitted to as many candidates, drawn with replacement.
 * Source: Efron and Tibshirani 1993, §6 (standard errors); Breiman 1996, Bagging predictors (the mean, out-of-bag error).
 * Departure: the paper has none. A fit costs its members' fits: a cross-validation of 10 folds and 50 members fits 500
 * models (see the table of costs in the guide to performance prediction models).
 */
import { z } from "zod";
import { BadInputError, createRng, type Json, type JsonObject, type Rng } from "../../base/index.js";
import { distinctRows, matrixRow, rootMeanSquareError } from "../../math/index.js";
import type { Fitted, PpmFamily, PpmShape, PreparedFits, TrainingTable } from "../family.js";
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
      const prepared = inner.prepare(table, scale);
      const fit = (train: Int32Array) => fitEnsemble({ name, table, prepared, memberCount, rng }, train);
      return {
        fit,
        predictHeldOut(train, heldOut) {
          const { ppm, details } = fit(train);
          const predicted = Float64Array.from(heldOut, (row) => ppm.predict(matrixRow(table.counts, row)));
          return { predicted, details };
        },
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

function fitEnsemble({ name, table, prepared, memberCount, rng }: Ensemble, train: Int32Array): Fitted {
  const drawn = Array.from({ length: memberCount }, (_, i) => drawRows(train, rng.fork("member", i)));
  const members = drawn.map((rows) => prepared.fit(rows).ppm);
  const ppm = new EnsemblePpm(name, members);
  return { ppm, details: { members: memberCount, ...outOfBag(table, train, drawn, ppm) } };
}

/** As many rows as there are, with replacement; at least three different ones where there are as many. */
function drawRows(train: Int32Array, rng: Rng): Int32Array {
  const needed = Math.min(3, distinctRows(train).rows.length);
  for (;;) {
    const rows = train.map(() => train[rng.int(train.length)]!);
    if (distinctRows(rows).rows.length >= needed) return rows;
  }
}

/** Root-mean-square error of rows predicted by the members that did not see them. */
function outOfBag(
  { counts, targets }: TrainingTable,
  train: Int32Array,
  drawn: readonly Int32Array[],
  { members }: EnsemblePpm,
): JsonObject {
  const seen = drawn.map((rows) => new Set(rows));
  const actual: number[] = [];
  const predicted: number[] = [];
  for (const row of distinctRows(train).rows) {
    const unseen = members.filter((_, m) => !seen[m]!.has(row));
    if (unseen.length === 0) continue;
    const each = unseen.map((member) => member.predict(matrixRow(counts, row)));
    actual.push(targets[row]!);
    predicted.push(each.reduce((sum, value) => sum + value, 0) / each.length);
  }
  return {
    outOfBagRmse: actual.length === 0 ? null : rootMeanSquareError(actual, predicted),
    outOfBagRows: actual.length,
  };
}

const ENSEMBLE = z.strictObject({ members: z.array(z.json()).min(2) });

function parseEnsemble(name: string, inner: PpmFamily, shape: PpmShape, model: Json): EnsemblePpm {
  const { members } = ENSEMBLE.parse(model);
  return new EnsemblePpm(
    name,
    members.map((member) => inner.fromJson(shape, member)),
  );
}
