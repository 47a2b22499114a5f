/** Bins as JSON, for manifests and models, checked on the way in. */
import { z } from "zod";
import { BadInputError, type Json } from "../../base/index.js";
import { LENGTH_MEASURES } from "../vocabulary.js";
import type { Bins } from "./bins.js";

const length = z.number().min(0);
const cut = z.strictObject({ from: length, onEdge: z.boolean() }).nullable();
const reference = z
  .strictObject({
    count: z.int().min(0),
    range: z.tuple([length, length]),
    cuts: z.tuple([cut, cut]),
  })
  .refine(({ range: [min, max] }) => min <= max, "the range must begin with its smaller length")
  .refine(({ range: [min, max], cuts }) => {
    const ends = [min, ...cuts.map((edge) => edge?.from ?? max), max];
    return ends.every((end, i) => i === 0 || ends[i - 1]! <= end);
  }, "the cuts must lie in the range, the lower one first");
const bins = z.strictObject({
  schema: z.literal("hyper-bins/1"),
  lengths: z.record(z.enum(LENGTH_MEASURES), reference),
});

/** Bins as plain JSON. */
export function binsToJson(fitted: Bins): Json {
  return bins.parse(fitted);
}

/**
 * Bins that a file carries.
 * @param place the file, for messages
 * @throws {BadInputError} if they are of another version or incomplete
 */
export function binsFromJson(json: Json, place: string): Bins {
  const parsed = bins.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new BadInputError(
    parsed.error.issues.map((issue) => ({
      place: `${place}: ${["bins", ...issue.path].join(".")}`,
      rule: issue.message,
      remedy: "make the file again with this version",
    })),
  );
}
