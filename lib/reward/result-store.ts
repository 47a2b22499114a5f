/** Finished jobs on disk, one pair of files each, whole or absent: what makes a run that was killed resumable. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { BadInputError, writeFileAtomic } from "../base/index.js";
import { type RewardJob, type RewardResult, rewardJobSchema, rewardResultSchema } from "./job.js";

/** Where a job and its result lie; names come from the job's id. */
export function jobPath(folder: string, jobId: string): string {
  return join(folder, `${jobId}.job.json`);
}
export function resultPath(folder: string, jobId: string): string {
  return join(folder, `${jobId}.result.json`);
}

/** Stores a job and its result; the result last, since it is what says that the job is done. */
export function storeResult(folder: string, job: RewardJob, result: RewardResult): void {
  writeFileAtomic(jobPath(folder, job.id), `${JSON.stringify(job)}\n`);
  writeFileAtomic(resultPath(folder, job.id), `${JSON.stringify(result)}\n`);
}

/**
 * The stored result of a job, or undefined where there is none.
 * @throws {BadInputError} where the file is not a result of this job
 */
export function loadResult(folder: string, jobId: string): RewardResult | undefined {
  const path = resultPath(folder, jobId);
  const result = readJson(path, rewardResultSchema);
  if (result !== undefined && result.jobId !== jobId) {
    throw new BadInputError([
      {
        place: path,
        value: result.jobId,
        rule: "the result must be that of its job",
        remedy: "delete the file",
      },
    ]);
  }
  return result;
}

/** Reads a job file, for a trainer elsewhere. @throws {BadInputError} where it is not a job */
export function loadJob(path: string): RewardJob {
  const job = readJson(path, rewardJobSchema);
  if (job === undefined) throw new BadInputError([{ place: path, rule: "there is no such file" }]);
  return job;
}

function readJson<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const parsed = schema.safeParse(parseJson(text, path));
  if (parsed.success) return parsed.data;
  throw new BadInputError(
    parsed.error.issues.map((issue) => ({
      place: `${path}: ${issue.path.join(".")}`,
      rule: issue.message,
      remedy: "delete the file, and it is made again",
    })),
  );
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BadInputError([
      { place: path, rule: `not JSON: ${error.message}`, remedy: "delete the file, and it is made again" },
    ]);
  }
}
