import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { BadInputError } from "../../lib/base/index.js";
import {
  createEmbeddedTrainer,
  createJob,
  jobLabels,
  jobOf,
  jobPath,
  jobTrainingSet,
  loadJob,
  loadResult,
  type Mix,
  type RewardTrainer,
  resultPath,
  subsampleRows,
  trainMixes,
} from "../../lib/reward/index.js";
import { toyBenchmark, toyPairs } from "./fixtures.js";

const pairs = toyPairs(48);
const benchmark = toyBenchmark();
const mixes: Mix[] = [0, 12, 24, 36, 48].map((count) => ({
  id: `human-${count}`,
  humanIds: new Set(pairs.slice(0, count).map(({ id }) => id)),
}));
const trainer = createEmbeddedTrainer({ pairs, benchmark, workers: 0 });
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "train-mixes-"));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A trainer that counts jobs, and stops as a kill would after `limit` of them. */
function spied(limit = Number.POSITIVE_INFINITY): RewardTrainer & { trained: string[] } {
  const trained: string[] = [];
  return {
    ...trainer,
    trained,
    async train(jobs, onResult) {
      const results = [];
      for (const job of jobs) {
        if (trained.length >= limit) throw new Error("killed");
        trained.push(job.mix.id);
        results.push(...(await trainer.train([job], onResult)));
      }
      return results;
    },
  };
}

describe("labels of a job", () => {
  const base = { seed: 1, subsampleFraction: 1 };

  test("come from humans for the mix's ids and from the LM for the others", () => {
    const mix = { id: "m", humanIds: ["pair-0", "pair-3"] };
    const labels = jobLabels({ ...base, mix }, pairs);
    // Pairs 0, 3, 6 are those in which the LM contradicts; A is better in even rows.
    expect([...labels.slice(0, 7)]).toEqual([1, -1, 1, -1, 1, -1, -1]);
    expect(jobTrainingSet({ ...base, mix }, pairs).slice(5, 7)).toEqual([
      { id: "pair-5", preferred: "b" },
      { id: "pair-6", preferred: "b" },
    ]);
  });

  test("are left out for the share of pairs that the seed does not draw, the same for all mixes", () => {
    const drawn = (seed: number, humanIds: string[]) =>
      jobLabels({ seed, subsampleFraction: 0.93, mix: { id: "m", humanIds } }, pairs).map(Math.abs);
    expect(drawn(1, []).reduce((sum, used) => sum + used, 0)).toBe(Math.round(0.93 * 48));
    expect(drawn(1, ["pair-0"])).toEqual(drawn(1, []));
    expect(drawn(2, [])).not.toEqual(drawn(1, []));
    expect([...subsampleRows(5, 1, 9)]).toEqual([0, 1, 2, 3, 4]);
    expect(subsampleRows(5, 0.01, 9)).toHaveLength(1);
  });
});

describe("training mixes", () => {
  test("gives a row a mix in the order given, learns what the labels say, and gets the odd item wrong", async () => {
    const table = await trainMixes({ mixes, pairs, benchmark, seed: 1, trainer });
    expect(table.columns).toEqual([
      "Overall",
      "Chat",
      "Safety",
      "chat-even",
      "chat-odd",
      "safety-even",
      "safety-odd",
    ]);
    expect(table.rows.map(({ id }) => id)).toEqual(mixes.map(({ id }) => id));
    expect(table.rows.at(-1)).toEqual({
      id: "human-48",
      Overall: 0.875,
      Chat: 1,
      Safety: 0.75,
      "chat-even": 1,
      "chat-odd": 1,
      "safety-even": 1,
      "safety-odd": 0.5,
    });
    expect(table.results.every(({ train }) => train.converged && train.pairsUsed === 45)).toBe(true);
  });

  test("after a kill trains only what is missing, and gives the identical table", async () => {
    const whole = await trainMixes({ mixes, pairs, benchmark, seed: 1, trainer });
    const workDir = newFolder();
    const killed = spied(2);
    await expect(trainMixes({ mixes, pairs, benchmark, seed: 1, workDir, trainer: killed })).rejects.toThrow(
      "killed",
    );
    const again = spied();
    const plans: number[][] = [];
    const table = await trainMixes({
      mixes,
      pairs,
      benchmark,
      seed: 1,
      workDir,
      trainer: again,
      onPlan: (found, missing) => plans.push([found, missing]),
    });
    expect(killed.trained).toEqual(["human-0", "human-12"]);
    expect(again.trained).toEqual(["human-24", "human-36", "human-48"]);
    expect(plans).toEqual([[2, 3]]);
    expect(table.rows).toEqual(whole.rows);
    expect(JSON.stringify(table.results)).toBe(JSON.stringify(whole.results));
  });

  test("never takes a result of another seed, rule, penalty, pair or benchmark", async () => {
    const workDir = newFolder();
    const run = async (changes: Partial<Parameters<typeof trainMixes>[0]>) =>
      (
        await trainMixes({
          mixes: mixes.slice(0, 1),
          pairs,
          benchmark,
          seed: 1,
          workDir,
          trainer,
          ...changes,
        })
      ).trained;
    expect(await run({})).toBe(1);
    expect(await run({})).toBe(0);
    expect(await run({ seed: 2 })).toBe(1);
    expect(await run({ subsampleFraction: 0.5 })).toBe(1);
    expect(await run({ counts: "upstream" })).toBe(1);
    const stiffer = createEmbeddedTrainer({ pairs, benchmark, fit: { l2: 0.1 } });
    expect(await run({ trainer: stiffer })).toBe(1);
    const flipped = pairs.with(0, { ...pairs[0]!, lm: "a-is-better" });
    expect(await run({ pairs: flipped, trainer: undefined })).toBe(1);
    const shorter = benchmark.slice(1);
    expect(await run({ benchmark: shorter, trainer: undefined })).toBe(1);
    expect(await run({})).toBe(0);
  });

  test("ties drop out of mixes; ids that nobody knows, and repeated mixes, are listed all at once", async () => {
    const knownIds = new Set([...pairs.map(({ id }) => id), "a-tie"]);
    const withTie = [{ id: "m", humanIds: new Set(["pair-0", "a-tie"]) }];
    const table = await trainMixes({ mixes: withTie, pairs, benchmark, seed: 1, trainer, knownIds });
    expect(table.jobs[0]!.mix.humanIds).toEqual(["pair-0"]);
    const bad = [
      { id: "m", humanIds: new Set(["nobody", "none"]) },
      { id: "m", humanIds: new Set<string>() },
    ];
    const error = await trainMixes({ mixes: bad, pairs, benchmark, seed: 1, trainer }).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(BadInputError);
    expect((error as BadInputError).problems.map(({ value }) => value)).toEqual(["nobody", "none", "m"]);
  });

  test("no pairs or no items is bad input", async () => {
    await expect(trainMixes({ mixes, pairs: [], benchmark, seed: 1 })).rejects.toThrow(BadInputError);
    await expect(trainMixes({ mixes, pairs, benchmark: [], seed: 1 })).rejects.toThrow(BadInputError);
  });
});

describe("files of jobs", () => {
  test("a job and its result are read back as written, and a job's id is its content", async () => {
    const workDir = newFolder();
    const { jobs, results } = await trainMixes({
      mixes: mixes.slice(1, 2),
      pairs,
      benchmark,
      seed: 1,
      workDir,
      trainer,
    });
    const job = jobs[0]!;
    expect(loadJob(jobPath(workDir, job.id))).toEqual(job);
    expect(loadResult(workDir, job.id)).toEqual(results[0]);
    const { schema: _schema, id, ...content } = job;
    expect(createJob(content).id).toBe(id);
    expect(createJob({ ...content, seed: "1" }).id).not.toBe(id);
    expect(readdirSync(workDir)).toHaveLength(2);
  });

  test("a result that is broken or of another job is an error, not a result", async () => {
    const workDir = newFolder();
    const { jobs } = await trainMixes({
      mixes: mixes.slice(0, 2),
      pairs,
      benchmark,
      seed: 1,
      workDir,
      trainer,
    });
    const [one, other] = jobs.map(({ id }) => resultPath(workDir, id));
    const text = readFileSync(one!, "utf8");
    writeFileSync(other!, text);
    expect(() => loadResult(workDir, jobs[1]!.id)).toThrow(/must be that of its job/);
    writeFileSync(one!, text.slice(0, 50));
    expect(() => loadResult(workDir, jobs[0]!.id)).toThrow(/not JSON/);
    writeFileSync(one!, text.replace('"overall":', '"total":'));
    expect(() => loadResult(workDir, jobs[0]!.id)).toThrow(BadInputError);
  });

  test("a trainer refuses jobs for other inputs or another backend", async () => {
    const job = jobOf(trainer, mixes[0]!, pairs, { seed: 1 });
    const { schema: _schema, id: _id, ...content } = job;
    await expect(trainer.train([createJob({ ...content, inputs: {} })])).rejects.toThrow(/other pairs/);
    await expect(trainer.train([createJob({ ...content, backend: "gpu/1" })])).rejects.toThrow(/embedded\/1/);
  });
});

test("results are the same bytes in this thread, in one worker and in two", async () => {
  const jobs = mixes.map((mix) => jobOf(trainer, mix, pairs, { seed: 1 }));
  const inThread = JSON.stringify(await trainer.train(jobs));
  for (const workers of [1, 2]) {
    const threaded = createEmbeddedTrainer({ pairs, benchmark, workers });
    expect(JSON.stringify(await threaded.train(jobs))).toBe(inThread);
  }
});
