/**
 * A training job and its result, as files with a declared schema: any machine that has the pairs and the
 * benchmark with the stated hashes can take a job and hand back a result.
 */
import { z } from "zod";
import { hashJson } from "../base/index.js";
import { COUNT_RULES } from "./count-rules.js";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const fraction = z.number().min(0).max(1);

export const rewardJobSchema = z.strictObject({
  schema: z.literal("hyper-reward-job/1"),
  /** SHA-256 of the canonical JSON of everything else: another job has another id. */
  id: hash,
  /** Which trainer it is for, with its version. */
  backend: z.string().min(1),
  /** Draws the training subsample, and whatever else a backend draws. */
  seed: z.union([z.number(), z.string()]),
  /** Share of the usable pairs to train on, in (0, 1]. */
  subsampleFraction: z.number().gt(0).max(1),
  hyperparameters: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  scoring: z.strictObject({ counts: z.enum(COUNT_RULES) }),
  mix: z.strictObject({
    id: z.string(),
    /** Ids of the usable pairs whose human label is used, sorted; the LM's label is used for all others. */
    humanIds: z.array(z.string()),
  }),
  /** SHA-256 of each input: `pairs`, `benchmark`, and what else a backend reads. */
  inputs: z.record(z.string(), hash),
});
export type RewardJob = z.infer<typeof rewardJobSchema>;

const accuracy = { accuracy: fraction, count: z.int().min(1) };
const sectionSchema = z.enum(["Chat", "Chat Hard", "Safety", "Reasoning", "Holdout"]);

export const rewardResultSchema = z.strictObject({
  schema: z.literal("hyper-reward-result/1"),
  jobId: hash,
  scores: z.strictObject({
    overall: fraction,
    sections: z.partialRecord(sectionSchema, z.strictObject(accuracy)),
    subsets: z.record(z.string(), z.strictObject({ section: sectionSchema, ...accuracy })),
  }),
  /** One digit an item of the benchmark, in its order: 1 right, 0 wrong (a tie is wrong). */
  right: z.string().regex(/^[01]+$/),
  train: z.strictObject({
    pairsUsed: z.int().min(1),
    iterations: z.int().min(0),
    /** Mean of -log σ(margin) over the training pairs. */
    loss: z.number().min(0),
    accuracy: fraction,
    gradientNorm: z.number().min(0),
    converged: z.boolean(),
  }),
  model: z.strictObject({
    /** SHA-256 of the weights. */
    sha256: hash,
    /** Where the weights are kept, beside the result; null where they are not kept: the job gives them again. */
    file: z.string().nullable(),
  }),
});
export type RewardResult = z.infer<typeof rewardResultSchema>;

/** Completes a job with its schema and id. */
export function createJob(content: Omit<RewardJob, "schema" | "id">): RewardJob {
  const schema = "hyper-reward-job/1";
  return { schema, id: hashJson({ schema, ...content }), ...content };
}

/** Items right (1) or wrong (0) of a result. */
export function rightOf(result: Pick<RewardResult, "right">): Uint8Array {
  return Uint8Array.from(result.right, Number);
}
