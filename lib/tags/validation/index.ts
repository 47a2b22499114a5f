/** How well an analyzer agrees with tags given by people. */
export {
  DESCRIPTIVE_DIMENSIONS,
  type DescriptiveDimension,
  type DescriptiveTags,
  type DimensionKind,
  dimensionKind,
} from "./descriptive-tags.js";
export type { GoldRow, TagConfusionCell } from "./dimension-rows.js";
export { TAG_METRICS, type TagLabelRow, type TagMetric } from "./dimension-scores.js";
export { checkCommon, type GoldFileOptions, readGoldFile, readPredictedTags } from "./gold-file.js";
export {
  type RealFileCell,
  type RealFileOptions,
  type RealFileScore,
  type RealFileScores,
  type RealFileSide,
  realFileScores,
} from "./real-file-scores.js";
export { type PromptSide, promptSide, type RealFiles } from "./real-files.js";
export { type RewordOptions, rewordSimPref } from "./reworded-simpref.js";
export { SUBJECT_AREAS, type SubjectArea, subjectArea } from "./subject-areas.js";
export {
  type TagScore,
  type TagValidation,
  type TagValidationOptions,
  type TagValidationRow,
  validateAnalysis,
} from "./validate-analysis.js";
