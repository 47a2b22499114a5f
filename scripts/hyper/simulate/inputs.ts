/** What `hyper simulate` works on: read, checked and brought together before anything is drawn. */
import {
  binsFromJson,
  checkOrigin,
  checkOutputs,
  checkSize,
  type Definitions,
  type FeaturesFile,
  loadPpm,
  PUBLISHED_PPM,
  type RoutingTags,
  readFeaturesFile,
  type SavedPpm,
  type SizeCheck,
  savedPublishedPpm,
  tagForRouting,
} from "../../../lib/index.js";
import type { SimulateVerbOptions } from "../simulate.js";

export interface SimulationInputs {
  readonly saved: SavedPpm;
  readonly isPublished: boolean;
  readonly provenance: FeaturesFile["provenance"];
  readonly compat: Definitions;
  readonly otherAnalyzer: boolean;
  readonly tagged: RoutingTags;
  readonly size: SizeCheck;
  /** Files that the result depends on. */
  readonly paths: readonly string[];
}

/** @throws {BadInputError} for whatever cannot be used; nothing has been written then */
export async function readSimulationInputs(options: SimulateVerbOptions): Promise<SimulationInputs> {
  const { features, ppm, out, routes } = options;
  const isPublished = ppm === PUBLISHED_PPM;
  const ppmPaths = isPublished ? [] : [ppm];
  const saved = isPublished ? savedPublishedPpm() : loadPpm(ppm);
  const { rows, provenance } = await readFeaturesFile(features);
  checkOutputs({ "--out": out, "--routes": routes }, { "--features": features, "--ppm": ppmPaths });
  const { compat, otherAnalyzer } = checkOrigin(saved.origin, provenance, options.compat);
  const tagged = tagForRouting(
    rows.map(({ id }) => id),
    rows.map((row) => row.features),
    { compat, bins: saved.bins === null ? undefined : binsFromJson(saved.bins, ppm) },
  );
  const size = checkSize(saved.training, rows.length, options.rescale ?? false);
  return {
    saved,
    isPublished,
    provenance,
    compat,
    otherAnalyzer,
    tagged,
    size,
    paths: [features, ...ppmPaths],
  };
}
