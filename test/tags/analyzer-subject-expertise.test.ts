import { describe, expect, test } from "vitest";
import { gradeExpertise } from "../../lib/tags/analyzer/expertise.js";
import { EXPERTISE_FEATURES, expertiseFeatures } from "../../lib/tags/analyzer/expertise-features.js";
import { EXPERTISE_MODEL } from "../../lib/tags/analyzer/expertise-weights.js";
import { findSubjects } from "../../lib/tags/analyzer/subjects.js";

const grade = (text: string): string => gradeExpertise(text, findSubjects(text));
const featuresOf = (text: string): Record<string, number> => {
  const values = expertiseFeatures(text, findSubjects(text));
  return Object.fromEntries(EXPERTISE_FEATURES.map((name, i) => [name, values[i]!]));
};

describe("expertise level", () => {
  test.each([
    ["general public", "What can we do on a rainy day?"],
    ["general public", "Give me some tips for sleeping better."],
    ["general public", "Write a short poem about my cat."],
    ["basic domain knowledge", "What does a resistor do in a circuit?"],
    ["basic domain knowledge", "Write a Python function that sums a list."],
    ["basic domain knowledge", "Ann has 3 bags of 4 marbles and loses 2. How many has she left?"],
    [
      "expert domain knowledge",
      "Derive the Euler-Lagrange equation and discuss Noether's theorem for gauge theory.",
    ],
    [
      "expert domain knowledge",
      "Which assumptions does the McCabe-Thiele construction make about molar flows?",
    ],
  ])("%s: %s", (level, prompt) => {
    expect(grade(prompt)).toBe(level);
  });

  test("asking for simple words never raises the level", () => {
    const levels = ["general public", "basic domain knowledge", "expert domain knowledge"];
    for (const question of ["Explain eigenvalues", "What is a promissory estoppel", "How do vaccines work"]) {
      const plain = levels.indexOf(grade(`${question}?`));
      expect(levels.indexOf(grade(`${question} in simple terms?`))).toBeLessThanOrEqual(plain);
    }
  });

  test("a quoted passage does not raise the level of the question about it", () => {
    const passage =
      "The Hardy-Weinberg equilibrium holds without selection, mutation, migration and genetic drift; linkage " +
      "disequilibrium decays with the recombination rate, and coalescent theory describes the genealogy of alleles.";
    expect(grade(`Which word is the longest in this text?\n\n"${passage}"`)).toBe(
      grade("Which word is the longest in this text?"),
    );
  });

  test("features are numbers in their bounds, with a weight for each level", () => {
    for (const text of ["", "?", "Prove it. ".repeat(500), "9".repeat(5000)]) {
      for (const value of expertiseFeatures(text, findSubjects(text))) {
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(10);
      }
    }
    expect(Object.keys(EXPERTISE_MODEL.weights)).toEqual([...EXPERTISE_FEATURES]);
    // A softmax is unchanged by what all levels share, so a ridge leaves weights that sum to zero.
    for (const own of Object.values(EXPERTISE_MODEL.weights))
      expect(Math.abs(own[0] + own[1] + own[2])).toBeLessThan(0.005);
  });

  test("terms count by the tier that the word lists give them", () => {
    expect(featuresOf("What is an allophone?")).toMatchObject({ expertTerms: 1, anyExpertTerm: 1 });
    expect(featuresOf("What is a morpheme?")).toMatchObject({ expertTerms: 0, basicTerms: 1 });
    expect(featuresOf("Thanks a lot!")).toMatchObject({ expertTerms: 0, basicTerms: 0, isOthers: 1 });
  });
});
