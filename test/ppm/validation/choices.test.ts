import { describe, expect, test } from "vitest";
import { BadInputError, createRng } from "../../../lib/base/index.js";
import { allRows } from "../../../lib/math/index.js";
import { chooseFamily, crossValidate, fitPpm, validateFamilies } from "../../../lib/ppm/index.js";
import { runJobs } from "../../../lib/ppm/validation/run-jobs.js";
import { ValidationWork } from "../../../lib/ppm/validation/validation-jobs.js";
import { randomTable } from "../tables.js";

const table = randomTable(60, 3, "choices");
/** Settings that keep the tests quick. */
const params = { num_iterations: 12, num_leaves: 4 };

describe("a choice of family", () => {
  test("settings are LightGBM's alone, and so is tuning but for ridges; every wrong one is named", () => {
    expect(() => chooseFamily({ name: "ridge", params })).toThrow("ridge has no settings");
    expect(() => chooseFamily({ name: "gp", isTuned: true })).toThrow("--tune");
    expect(() => chooseFamily({ name: "linear", params, isTuned: true })).toThrow("2 problems");
    expect(() => chooseFamily({ name: "cubic" })).toThrow(BadInputError);
    const wrong = () => chooseFamily({ name: "lightgbm", params: { num_leave: "4", learning_rate: "-1" } });
    expect(wrong).toThrow("did you mean num_leaves?");
    expect(wrong).toThrow("2 problems");
  });

  test("text settings are read as numbers, and an ensemble has so many members", () => {
    const family = chooseFamily({ name: "lightgbm", params: { num_iterations: "7", min_data_in_leaf: "5" } });
    expect(fitPpm(table, { family, scale: 1 }).details.trees).toBe(7);
    const ensemble = chooseFamily({ name: "linear", memberCount: 3, seed: 5 });
    expect(ensemble.name).toBe("bootstrap:linear");
    expect(fitPpm(table, { family: ensemble, scale: 1 }).details.members).toBe(3);
  });
});

describe("tuning", () => {
  test("a ridge tries penalties between powers of ten, and is called as before", () => {
    const choice = { name: "quadratic-ridge", isTuned: true };
    const foldOf = allRows(60).map((row) => row % 4);
    const penalties = crossValidate(randomTable(60, 8, "a"), {
      family: chooseFamily(choice),
      scale: 100,
      foldOf,
      rng: createRng(1),
    });
    const powers = penalties.details.map(({ penalty }) => Math.log10(Number(penalty)));
    for (const power of powers) expect(4 * power).toBeCloseTo(Math.round(4 * power), 6);
    expect(powers.some((power) => Math.abs(power - Math.round(power)) > 0.2)).toBe(true);
    expect(penalties.family).toBe("quadratic-ridge");
  });

  test("given settings stay, the others are chosen; the choice is the best of the inner folds", () => {
    const family = chooseFamily({ name: "lightgbm", isTuned: true, params });
    const { details } = fitPpm(table, { family, scale: 1 });
    const tuned = details.tuned as Record<string, number>;
    expect(tuned.num_leaves).toBe(4);
    expect([5, 20]).toContain(tuned.min_data_in_leaf);
    expect(tuned.num_iterations).toBeLessThanOrEqual(12);
    expect(details.trees).toBe(tuned.num_iterations);
  });

  test("held-out targets have no say in the settings, nor in the predictions", () => {
    const family = chooseFamily({ name: "lightgbm", isTuned: true, params });
    const foldOf = Int32Array.from({ length: 60 }, (_, row) => row % 3);
    const targets = table.targets.slice();
    for (let row = 0; row < 60; row += 3) targets[row] = 1e3 * (row + 1);
    const options = { family, scale: 1, foldOf, rng: createRng(1) };
    const clean = crossValidate(table, options);
    const poisoned = crossValidate({ ...table, targets }, options);
    expect(poisoned.details[0]).toEqual(clean.details[0]);
    expect(poisoned.details[1]).not.toEqual(clean.details[1]);
    for (let row = 0; row < 60; row += 3) expect(poisoned.predicted[row]).toBe(clean.predicted[row]);
  });

  test("the seed draws the inner folds: the same one gives the same model", () => {
    const fitWith = (seed: number) =>
      fitPpm(table, { family: chooseFamily({ name: "lightgbm", isTuned: true, params, seed }), scale: 1 });
    expect(fitWith(3).ppm.toJson()).toEqual(fitWith(3).ppm.toJson());
    expect((fitWith(3).details.tuned as { innerRmse: number }).innerRmse).not.toBe(
      (fitWith(4).details.tuned as { innerRmse: number }).innerRmse,
    );
  });
});

describe("threads", () => {
  const inputs = {
    table,
    choices: [{ name: "linear" }, { name: "lightgbm", params }],
    scales: [1, 1],
    splits: [1, 2].map((seed) => allRows(60).map((row) => (row * seed) % 5)),
    seed: 9,
  };
  const jobs = [0, 1].flatMap((choice) =>
    [0, 1].flatMap((split) =>
      [0.5, 1].map((fraction) => ({ kind: "fold" as const, choice, split, fold: 2, fraction })),
    ),
  );

  test("the pieces of a validation come out alike in threads and here, in the order of the jobs", async () => {
    const here = new ValidationWork(inputs);
    const expected = jobs.map((job) => here.run(job));
    for (const workers of [1, 2]) {
      expect(await runJobs(inputs, jobs, { workers, label: "test", worthThreadsMs: 0 })).toEqual(expected);
    }
  });

  test("bad input that a thread finds is bad input here", async () => {
    const huge = { ...table, counts: { ...table.counts, data: table.counts.data.map((x) => x * 1e80) } };
    const choices = [{ name: "linear" }, { name: "quadratic" }];
    const both = [0, 1, 1].map((choice) => ({
      ...{ kind: "fold" as const, choice, split: 0, fold: 1, fraction: 1 },
    }));
    const run = runJobs({ ...inputs, table: huge, choices }, both, {
      workers: 2,
      label: "test",
      worthThreadsMs: 0,
    });
    await expect(run).rejects.toThrow(BadInputError);
  });

  test("validations are the same on one thread and on two", async () => {
    const options = {
      families: [{ choice: { name: "ridge" }, scale: 1 }],
      folds: 4,
      repeats: 2,
      rng: createRng(4),
    };
    expect(await validateFamilies(table, { ...options, workers: 2 })).toEqual(
      await validateFamilies(table, { ...options, workers: 1 }),
    );
  });
});
