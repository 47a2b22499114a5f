/** Tags of a data set of MultiPref's size, simulated: rows drawn with replacement from SimPref's, tags as frequent as there. */
import {
  buildTagMatrix,
  createRng,
  extractFeatures,
  type Features,
  generateSimPref,
  lazy,
  type TagMatrix,
  usablePairs,
} from "../../lib/index.js";

/** Usable pairs of MultiPref (paper, section 4). */
export const MULTIPREF_PAIRS = 7531;

/** Features of so many pairs. */
export const benchFeatures = lazy(async (): Promise<Features[]> => {
  const { pairs } = usablePairs(generateSimPref({ seed: 0 }).preferences);
  const features = await extractFeatures(pairs);
  const rng = createRng("bench");
  return Array.from({ length: MULTIPREF_PAIRS }, () => features[rng.int(features.length)]!);
});

/** Their tags. */
export const benchMatrix = lazy(async (): Promise<TagMatrix> => {
  const rows = await benchFeatures();
  const ids = rows.map((_, i) => `pair-${i}`);
  return buildTagMatrix(ids, rows).matrix;
});
