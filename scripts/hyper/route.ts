/** `hyper route`: who labels what, under a budget. */
import { Command } from "commander";
import {
  type Budget,
  costCurve,
  createProgress,
  createRng,
  curveBudgets,
  type Json,
  mixCost,
  originToJson,
  pureCosts,
  type Routing,
  routeBudgets,
  routeDataset,
  routingStrategy,
  unseenCounts,
  withProgress,
  writeCostCurve,
  writeRouting,
} from "../../lib/index.js";
import { addRouteOptions, type RouteVerbOptions } from "./route/options.js";
import { planRoute, type RoutePlan } from "./route/plan.js";
import { reportPlan, reportRouting } from "./route/report.js";

export function routeCommand(): Command {
  return addRouteOptions(
    new Command("route").description("route each pair to a human or the LM; writes {id, route, gain}"),
  ).action(async (options: RouteVerbOptions) => {
    const plan = await planRoute(options);
    reportPlan(plan);
    const route = router(plan, options);
    const { best, all } = await routeBudgets(plan.budgets, (budget) => route(budget, createProgress));
    const { tagged, saved, size } = plan;
    const counting = { ...tagged.options, sizeRatio: size.sizeRatio };
    const unseen = unseenCounts(best.human, tagged.matrix, saved.ppm, saved.training, counting);
    const provenance = { command: "hyper route", seed: options.seed, inputs: [...plan.inputs] };
    const settings = {
      ...originToJson({ compat: plan.compat, provenance: plan.provenance }),
      ppmFamily: saved.ppm.family,
      clampedCount: tagged.clampedCount,
      binsFrom: tagged.binsFrom,
      sizeRatio: size.sizeRatio,
      budgets: all.map((one) => ({ humanCount: one.humanCount, predicted: { ...one.predicted } })),
      costs: costsToJson(plan, best),
      unseenTags: unseen?.map(({ tag }) => tag) ?? null,
    };
    if (options.curve !== undefined) await writeCurve(options.curve, plan, options, route);
    await writeRouting(options.out, best, { ...provenance, settings });
    reportRouting(options.out, plan, { best, all, unseen });
  });
}

type Router = (budget: Budget, progress?: typeof createProgress) => Promise<Routing>;

/** Routes under a budget, each budget once. */
function router(plan: RoutePlan, options: RouteVerbOptions): Router {
  const { tagged, size, saved, constraints, solver } = plan;
  const routed = new Map<Budget, Promise<Routing>>();
  const route: Router = (budget, progress) =>
    routeDataset(tagged.matrix, {
      ...tagged.options,
      sizeRatio: size.sizeRatio,
      ppm: saved.ppm,
      strategy: routingStrategy(options.strategy),
      pessimism: options.pessimism,
      budget,
      constraints,
      solver,
      simulations: options.simulations,
      rng: createRng(options.seed),
      progress,
    });
  return (budget, progress) => {
    const known = routed.get(budget) ?? route(budget, progress);
    routed.set(budget, known);
    return known;
  };
}

/** The curve over an even grid and the budgets asked for. */
async function writeCurve(
  path: string,
  { costs, budgets, tagged, solver, inputs }: RoutePlan,
  { strategy, seed, simulations, pessimism }: RouteVerbOptions,
  route: Router,
): Promise<void> {
  const rowCount = tagged.matrix.ids.length;
  const zeros = new Float64Array(rowCount);
  const isPossible = (budget: Budget): boolean => solver === null || solver.best(zeros, budget) !== null;
  const grid = [...budgets, ...curveBudgets(rowCount, costs)];
  const rows = await withProgress("budgets of the curve", grid.length, (progress) =>
    costCurve(
      grid,
      async (budget) => {
        const routing = isPossible(budget) ? await route(budget) : null;
        progress.advance();
        return routing;
      },
      costs,
    ),
  );
  const settings = { strategy, simulations, pessimism };
  await writeCostCurve(path, rows, { command: "hyper route", seed, inputs: [...inputs], settings });
  const knee = rows.find(({ isKnee }) => isKnee);
  const found = knee
    ? `knee at ${knee.budgetCount} human labels, cost ${Number(knee.costTotal.toFixed(2))}`
    : "no knee";
  process.stderr.write(`${path}: ${rows.length} budgets, ${found}\n`);
}

function costsToJson({ costs, tiers }: RoutePlan, { human: mix }: Routing): Json {
  if (costs === undefined) return null;
  const human = tiers.length > 0 ? tiers.map((tier) => ({ ...tier })) : (costs.human[0] ?? null);
  return { lm: costs.lm, human, chosen: mixCost(costs, mix), ...pureCosts(costs) };
}
