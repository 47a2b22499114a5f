/**
 * Subjects by nearest prototype: a prompt is compared, in an encoder's space, with the mean of each subject's
 * example questions. What the word lists miss, a neural encoder often sees.
 */
import { dotProduct, type Encoder, normalize } from "../../text/index.js";
import { SUBJECTS } from "../vocabulary.js";
import { SUBJECT_LEXICON } from "./lexicons/index.js";
import type { SubjectPoints } from "./subjects.js";

/** Name and version: it goes into the analyzer's id. */
export const PROTOTYPES_ID = "prototypes/1";

/** Texts → points a subject, to be added to those of the word lists. */
export type PrototypeScorer = (texts: readonly string[]) => Promise<SubjectPoints[]>;

/** A subject counts where its cosine is so many standard deviations above the mean of all subjects'. */
const LEAST_DEVIATION = 1;
/** Points of each standard deviation beyond that. */
const POINTS_A_DEVIATION = 1;

/** Makes a scorer; the prototypes are encoded at its first use. */
export function createPrototypeScorer(encoder: Encoder): PrototypeScorer {
  let prototypes: Promise<Prototypes> | undefined;
  return async (texts) => {
    prototypes ??= encodePrototypes(encoder);
    const { center, directions } = await prototypes;
    return (await encoder.encodeText(texts)).map((vector) => pointsOf(vector, center, directions));
  };
}

interface Prototypes {
  /** Mean of all examples. */
  readonly center: Float32Array;
  /** For each subject, from the center to the mean of its examples; of length 1. */
  readonly directions: readonly Float32Array[];
}

async function encodePrototypes(encoder: Encoder): Promise<Prototypes> {
  const examples = SUBJECTS.map((subject) => SUBJECT_LEXICON[subject].examples.split("\n"));
  const vectors = await encoder.encodeText(examples.flat());
  let at = 0;
  const means = examples.map(({ length }) => {
    at += length;
    return meanOf(vectors.slice(at - length, at));
  });
  const center = meanOf(vectors);
  return { center, directions: means.map((mean) => normalize(difference(mean, center))) };
}

function pointsOf(
  vector: Float32Array,
  center: Float32Array,
  directions: readonly Float32Array[],
): SubjectPoints {
  // A text in which the encoder sees nothing says nothing of subjects.
  if (vector.every((value) => value === 0)) return [];
  const own = difference(vector, center);
  const cosines = directions.map((direction) => dotProduct(own, direction));
  const mean = cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
  const variance = cosines.reduce((sum, cosine) => sum + (cosine - mean) ** 2, 0) / cosines.length;
  if (variance === 0) return [];
  return SUBJECTS.flatMap((subject, i) => {
    const beyond = (cosines[i]! - mean) / Math.sqrt(variance) - LEAST_DEVIATION;
    return beyond > 0 ? [[subject, POINTS_A_DEVIATION * beyond] as const] : [];
  });
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]!.length);
  for (const vector of vectors) for (let i = 0; i < mean.length; i++) mean[i]! += vector[i]! / vectors.length;
  return mean;
}

function difference(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, i) => value - b[i]!);
}
