/** What describing prompts would take, summed over portions so that memory stays bounded. */
import type { LmClient, LmEstimate } from "../../lm/index.js";
import { type AnalysisRequestOptions, analysisRequest } from "./analysis-template.js";
import type { Dimension } from "./dimensions.js";

interface EstimateOptions extends AnalysisRequestOptions {
  readonly groups: readonly (readonly Dimension[])[];
  /** Told of prompts that are counted. */
  readonly onProgress?: (prompts: number) => void;
}

const PROMPTS_AT_ONCE = 1024;

/** @param prompts repeated ones have the same key */
export async function estimateAnalysis(
  prompts: readonly { readonly key: string; readonly turns: readonly string[] }[],
  client: LmClient,
  options: EstimateOptions,
): Promise<LmEstimate> {
  const { groups, onProgress } = options;
  const distinct = [...new Map(prompts.map((one) => [one.key, one])).values()];
  const repeated = (prompts.length - distinct.length) * groups.length;
  onProgress?.(prompts.length - distinct.length);
  let sum = await client.estimate([]);
  for (let start = 0; start < distinct.length; start += PROMPTS_AT_ONCE) {
    const portion = distinct.slice(start, start + PROMPTS_AT_ONCE);
    const requests = portion.flatMap(({ turns }) =>
      groups.map((dimensions) => analysisRequest(turns, dimensions, options)),
    );
    sum = sumOf(sum, await client.estimate(requests));
    onProgress?.(portion.length);
  }
  return { ...sum, requests: sum.requests + repeated, repeated: sum.repeated + repeated };
}

function sumOf(a: LmEstimate, b: LmEstimate): LmEstimate {
  const add = (x: number | null, y: number | null): number | null =>
    x === null || y === null ? null : x + y;
  return {
    requests: a.requests + b.requests,
    cached: a.cached + b.cached,
    repeated: a.repeated + b.repeated,
    toSend: a.toSend + b.toSend,
    promptTokens: a.promptTokens + b.promptTokens,
    completionTokens: add(a.completionTokens, b.completionTokens),
    cost: add(a.cost, b.cost),
    currency: a.currency ?? b.currency,
    unpricedModels: [...new Set([...a.unpricedModels, ...b.unpricedModels])].sort(),
  };
}
