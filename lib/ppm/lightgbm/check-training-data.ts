/** What can be trained on. */
import { BadInputError, type Problem, SHOWN_PROBLEMS } from "../../base/index.js";
import type { LabelledRows, LightGbmTraining } from "./train.js";

/** @throws {BadInputError} that lists what is wrong */
export function checkTrainingData({ validation, params, featureNames, ...training }: LightGbmTraining): void {
  const problems = new ProblemList();
  checkRows("training", training, featureNames, problems);
  if (validation) checkRows("validation", validation, featureNames, problems);
  else if (params.early_stopping_round > 0) {
    problems.add({
      place: "early_stopping_round",
      value: String(params.early_stopping_round),
      rule: "early stopping needs validation rows",
      remedy: "give a validation table, or set early_stopping_round to 0",
    });
  }
  problems.throwIfAny();
}

function checkRows(
  what: string,
  { rows, targets }: LabelledRows,
  featureNames: readonly string[],
  problems: ProblemList,
): void {
  if (rows.rows === 0 || rows.columns === 0) {
    problems.add({ place: `${what} rows`, rule: "there must be at least one row and one column" });
  }
  if (targets.length !== rows.rows) {
    const value = `${targets.length} targets, ${rows.rows} rows`;
    problems.add({ place: `${what} targets`, value, rule: "there must be one target a row" });
  }
  if (featureNames.length !== rows.columns) {
    const value = `${featureNames.length} names, ${rows.columns} columns`;
    problems.add({ place: `${what} rows`, value, rule: "each column must have a name" });
  }
  for (let at = 0; at < rows.data.length; at++) {
    const value = rows.data[at]!;
    if (value !== Number.POSITIVE_INFINITY && value !== Number.NEGATIVE_INFINITY) continue;
    const name = featureNames[at % rows.columns];
    const place = `${what} row ${Math.floor(at / rows.columns) + 1}, column ${name}`;
    problems.add({ place, value: String(value), rule: "a value must be finite, or NaN where missing" });
  }
  for (let i = 0; i < targets.length; i++) {
    if (Number.isFinite(Math.fround(targets[i]!))) continue;
    problems.add({
      place: `${what} row ${i + 1}, target`,
      value: String(targets[i]),
      rule: "a target must be a finite number that float32 can hold (up to 3.4e38)",
    });
  }
}

/** Keeps the first problems and counts the rest. */
class ProblemList {
  readonly #shown: Problem[] = [];
  #count = 0;

  add(problem: Problem): void {
    if (this.#count++ < SHOWN_PROBLEMS) this.#shown.push(problem);
  }

  throwIfAny(): void {
    if (this.#count > 0) throw new BadInputError(this.#shown, this.#count);
  }
}
