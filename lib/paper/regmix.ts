/**
 * What the authors of RegMix print for their own predictor: Liu, Zheng, Muennighoff, Zeng, Dou, Pang, Jiang and Lin,
 * "RegMix: Data Mixture as Regression for Language Model Pre-training" (arXiv 2407.01492), repository sail-sg/regmix,
 * notebook `regression_fitting/regression.ipynb`: Spearman's ρ × 100 of LightGBM fitted to 512 mixtures on 1M-parameter
 * models, on the 256 test mixtures at 1M. LightGBM with 1,000 iterations, learning rate 0.01, seed 42, the rest by
 * default; training stops after 3 rounds without gain on the test mixtures themselves, so the figures are slightly
 * optimistic.
 */

/** Loss → Spearman's ρ in [0, 1]; losses by the name of their Pile domain. */
export const REGMIX_LIGHTGBM_SPEARMAN: Readonly<Record<string, number>> = {
  arxiv: 0.996,
  freelaw: 0.9971,
  pubmed_central: 0.9908,
  wikipedia_en: 0.9945,
  dm_mathematics: 0.972,
  github: 0.9977,
  stackexchange: 0.9973,
  gutenberg_pg_19: 0.9918,
  pile_cc: 0.9892,
  ubuntu_irc: 0.9687,
  hackernews: 0.9851,
  pubmed_abstracts: 0.9919,
  uspto_backgrounds: 0.9912,
};

/** Mixtures: of training, and of each test by the size of the language model. */
export const REGMIX_COUNTS = { train: 512, "1m": 256, "60m": 256, "1B": 64 } as const;
