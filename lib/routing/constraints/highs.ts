/** HiGHS, the solver of linear and integer programs: loaded once a process, and only where it is needed. */
import type { Highs } from "highs";

let loading: Promise<Highs> | undefined;

/** The solver (WebAssembly, one thread). */
export function loadHighs(): Promise<Highs> {
  loading ??= import("highs").then((module) => {
    // Its types take the module for CommonJS, whose default would hold the loader; Node loads the ES module.
    const load = module.default as unknown as typeof module.default.default;
    return load();
  });
  return loading;
}

/**
 * Relative gap between the answer and the best bound at which the solver stops. Money makes a knapsack problem, of
 * which the last digits take seconds to prove; counts are mostly whole already without integers, and then exact.
 */
export const SOLVER_RELATIVE_GAP = { count: 1e-6, open: 1e-6, money: 1e-4 } as const;
/** Beyond this it gives up, with an error: an answer never depends on the clock. */
export const SOLVER_LIMIT_SECONDS = 60;
