/** The LM analyzer: descriptive tags asked of a language model. */
export {};
