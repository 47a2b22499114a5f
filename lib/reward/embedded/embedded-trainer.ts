/** The embedded backend as a trainer: pure TypeScript, no model files, any number of threads, the same bytes. */
import { BadInputError, hashJson, mapInWorkers } from "../../base/index.js";
import type { BenchmarkItem, LabelledPair } from "../../datasets/index.js";
import type { RewardJob, RewardResult } from "../job.js";
import { rightFromMargins, scoreBenchmark } from "../score.js";
import { hashBenchmark, hashPairs, type RewardTrainer } from "../trainer.js";
import { jobLabels } from "../training-set.js";
import type { FitWorkerData } from "./fit-worker.js";
import type { FitOptions } from "./loss.js";
import { type EmbeddedModel, embeddedModel } from "./model-file.js";
import { DEFAULT_FEATURE_OPTIONS, type FeatureOptions, prepareFeatures } from "./prepare.js";
import {
  DEFAULT_FIT_OPTIONS,
  type FitInputs,
  type FittedJob,
  fitInputs,
  fitJob,
  fitModel,
  hashWeights,
} from "./train.js";

export const EMBEDDED_BACKEND = "embedded/1";

export interface EmbeddedTrainerOptions {
  readonly pairs: readonly LabelledPair[];
  readonly benchmark: readonly BenchmarkItem[];
  readonly features?: FeatureOptions;
  readonly fit?: Partial<FitOptions>;
  /** Worker threads; default: one a core. */
  readonly workers?: number;
}

// Starting a thread takes longer than a fit or two.
const MIN_JOBS_FOR_WORKERS = 4;

export interface EmbeddedTrainer extends RewardTrainer {
  /** The model of one job, trained here and now; equal to the one behind the job's result. */
  modelOf(job: RewardJob): EmbeddedModel;
}

/** Prepares features of pairs and benchmark, and binds a trainer to them. */
export function createEmbeddedTrainer(options: EmbeddedTrainerOptions): EmbeddedTrainer {
  const { pairs, benchmark, features = DEFAULT_FEATURE_OPTIONS, workers } = options;
  const fit: FitOptions = { ...DEFAULT_FIT_OPTIONS, ...options.fit };
  const prepared = prepareFeatures(pairs, benchmark, features);
  const inputs = {
    pairs: hashPairs(pairs),
    benchmark: hashBenchmark(benchmark),
    features: prepared.fingerprint,
  };
  let shared: FitInputs | undefined;
  const fitShared = (): FitInputs => {
    shared ??= fitInputs(prepared);
    return shared;
  };
  return {
    backend: EMBEDDED_BACKEND,
    hyperparameters: { l2: fit.l2, tolerance: fit.tolerance, maxSteps: fit.maxSteps },
    inputs,
    async train(jobs, onResult) {
      for (const job of jobs) checkJob(job, inputs);
      if (jobs.length === 0) return [];
      const data: FitWorkerData = { inputs: fitShared(), benchmark: prepared.benchmark, options: fit };
      const finish = (job: RewardJob, fitted: FittedJob): RewardResult => {
        const result = resultOf(job, benchmark, fitted);
        onResult?.(job, result);
        return result;
      };
      const labels = jobs.map((job) => jobLabels(job, pairs));
      if (jobs.length < MIN_JOBS_FOR_WORKERS || workers === 0) {
        return jobs.map((job, i) => finish(job, fitJob(data.inputs, data.benchmark, labels[i]!, fit)));
      }
      const results: RewardResult[] = [];
      await mapInWorkers<Int8Array, FittedJob>(workerUrl(), labels, {
        workers,
        shared: data,
        onResult: (i, fitted) => {
          results[i] = finish(jobs[i]!, fitted as FittedJob);
        },
      });
      return results;
    },
    modelOf(job) {
      checkJob(job, inputs);
      const { weights } = fitModel(fitShared(), jobLabels(job, pairs), fit);
      return embeddedModel(prepared, weights, hashWeights(weights));
    },
  };
}

/** The worker's module: `.ts` when run from source, `.js` when built. */
function workerUrl(): URL {
  return new URL(`./fit-worker${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`, import.meta.url);
}

function checkJob(job: RewardJob, inputs: RewardTrainer["inputs"]): void {
  const problems = [
    ...(job.backend === EMBEDDED_BACKEND
      ? []
      : [{ value: job.backend, rule: `this trainer takes jobs for ${EMBEDDED_BACKEND}` }]),
    ...(hashJson(job.inputs) === hashJson(inputs)
      ? []
      : [{ rule: "the job is for other pairs, another benchmark or other features" }]),
  ];
  if (problems.length > 0) {
    throw new BadInputError(problems.map((problem) => ({ place: `job ${job.id}`, ...problem })));
  }
}

function resultOf(job: RewardJob, items: readonly BenchmarkItem[], fitted: FittedJob): RewardResult {
  const { metrics } = fitted;
  const right = rightFromMargins(fitted.margins);
  return {
    schema: "hyper-reward-result/1",
    jobId: job.id,
    scores: scoreBenchmark(items, right, job.scoring),
    right: right.join(""),
    train: {
      pairsUsed: metrics.pairsUsed,
      iterations: metrics.iterations,
      loss: metrics.loss,
      accuracy: metrics.accuracy,
      gradientNorm: metrics.gradientNorm,
      converged: metrics.converged,
    },
    model: { sha256: fitted.weightsSha256, file: null },
  };
}
