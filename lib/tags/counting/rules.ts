/**
 * The rules by which features become tags and tags are counted: the paper's, or those of the original's program.
 * The original counts by one rule and routes by another; the paper knows one.
 */
import type { Definitions } from "../definitions.js";
import type { Edges } from "./bins.js";

/** How the features of one instance become tags. */
export interface TagRules {
  readonly edges: Edges;
  /**
   * What the joint label of journalism and media studies sets: both tags, or neither (the original looks for each name
   * by itself and never finds it). Files that carry the two names apart set them either way.
   */
  readonly jointSubject: "both" | "neither";
}

/** How the tags of some instances are counted. */
export interface CountingRules extends TagRules {
  /** Among which rows length percentiles are taken: all (`once`), or the counted ones (`subset`). */
  readonly lengths: "once" | "subset";
}

/** For counting: the input of the performance predictor. */
export const COUNTING_RULES: Readonly<Record<Definitions, CountingRules>> = {
  paper: { lengths: "once", edges: "half-open", jointSubject: "both" },
  upstream: { lengths: "subset", edges: "inclusive", jointSubject: "neither" },
};

/** For the gain of a single instance at routing. */
export const ROUTING_RULES: Readonly<Record<Definitions, TagRules>> = {
  paper: COUNTING_RULES.paper,
  upstream: { edges: "strict", jointSubject: "neither" },
};
