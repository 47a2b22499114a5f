/** Step 7: route the pairs under each budget, several times over, so that the luck of the draw shows. */
import { join } from "node:path";
import { createRng, sha256 } from "../base/index.js";
import { randomMix } from "../candidates/index.js";
import type { Bitset } from "../math/index.js";
import type { Ppm } from "../ppm/index.js";
import {
  type Budget,
  countBudget,
  OPEN_BUDGET,
  type Routing,
  routeDataset,
  SIMULATED,
  writeRouting,
} from "../routing/index.js";
import type { Run } from "./run-folder.js";
import type { TaggedCorpus } from "./tagging.js";

/** A mix of the final comparison, in one of its repeats. */
export interface ComparedMix {
  /** As in tables and figures. */
  readonly name: string;
  readonly kind: "all-human" | "all-lm" | "random" | "routed" | "best-hybrid";
  readonly repeat: number;
  readonly human: Bitset;
  readonly humanCount: number;
  /** What the PPM predicts for it; null for mixes it did not choose. */
  readonly predicted: number | null;
}

/** `25% human`. */
export function percentName(fraction: number): string {
  return `${Number((100 * fraction).toFixed(1))}% human`;
}

/**
 * Simulated routings (paper, section 2.3) at each budget and at an open one, and random mixes of the same
 * budgets; each repeat draws anew. Repeat 0's routings are saved in `models/`.
 */
export async function routeRun(run: Run, { matrix }: TaggedCorpus, ppm: Ppm): Promise<ComparedMix[]> {
  const { seed, repeatCount, simulationCount, budgetFractions } = run.settings;
  const rowCount = matrix.ids.length;
  const mixes: ComparedMix[] = [];
  for (let repeat = 0; repeat < repeatCount; repeat++) {
    const rng = createRng(seed).fork("compare", repeat);
    const route = async (budget: Budget, fileName: string): Promise<Routing> => {
      const options = {
        ppm,
        strategy: SIMULATED,
        budget,
        simulations: simulationCount,
        rng: rng.fork(budget.kind === "count" ? String(budget.count) : budget.kind),
      };
      const routing = await routeDataset(matrix, options);
      if (repeat === 0) await saveRouting(run, routing, fileName, matrix.ids);
      return routing;
    };
    for (const fraction of budgetFractions) {
      const budgetCount = Math.round(fraction * rowCount);
      const human = randomMix(rowCount, budgetCount, rng.fork("random", budgetCount));
      const name = percentName(fraction);
      mixes.push({
        name: `Random, ${name}`,
        kind: "random",
        repeat,
        human,
        humanCount: budgetCount,
        predicted: null,
      });
      const routing = await route(countBudget(budgetCount), `routed-${budgetCount}.jsonl`);
      mixes.push(routedMix(`Routed, ${name}`, "routed", repeat, routing));
    }
    mixes.push(
      routedMix(
        "Best hybrid (open budget)",
        "best-hybrid",
        repeat,
        await route(OPEN_BUDGET, "routed-open.jsonl"),
      ),
    );
  }
  return mixes;
}

function routedMix(name: string, kind: ComparedMix["kind"], repeat: number, routing: Routing): ComparedMix {
  const { human, humanCount, predicted } = routing;
  return { name, kind, repeat, human, humanCount, predicted: predicted.chosen };
}

function saveRouting(run: Run, routing: Routing, name: string, ids: readonly string[]): Promise<void> {
  return writeRouting(join(run.models, name), routing, {
    command: "reproduce",
    seed: run.settings.seed,
    inputs: [],
    settings: { instances: sha256(ids.join("\n")) },
  });
}
