/** The LM analyzer: descriptive tags asked of a language model. */
export type { AnalysisFailure } from "./ask-analyses.js";
export {
  createLmAnalyzer,
  type LmAnalyzer,
  type LmAnalyzerOptions,
  type LmAnalyzerReport,
  lmAnalyzerId,
} from "./lm-analyzer.js";
export {
  declaredFeatures,
  type SimulatedAnalysisOptions,
  simulatedAnalysis,
  withSimulatedAnalyses,
  worldAnalyses,
} from "./simulated-analysis.js";
export { firstUserTurns } from "./user-turns.js";
