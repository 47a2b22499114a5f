/** The embedded analyzer: descriptive tags without a network. */
export { ANALYZER_ID, analyzePrompt, type DescriptiveFeatures } from "./analyze-prompt.js";
export {
  type Analyzer,
  createEmbeddedAnalyzer,
  type EmbeddedAnalyzerOptions,
  embeddedAnalyzerFor,
} from "./analyzer.js";
