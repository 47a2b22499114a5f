/** compromise, loaded when first needed: loading takes a third of a second, which commands that tag nothing need not wait for. */
import { createRequire } from "node:module";
import type nlp from "compromise/two";
import { lazy } from "../../base/index.js";

/** Its two-thirds build: lexicon and tagger. */
export const loadCompromise = lazy(
  (): typeof nlp => createRequire(import.meta.url)("compromise/two") as typeof nlp,
);
