import { describe, expect, test } from "vitest";
import { createPrototypeScorer } from "../../lib/tags/analyzer/prototypes.js";
import { findSubjects } from "../../lib/tags/analyzer/subjects.js";
import { ANALYZER_ID, analyzePrompt, createEmbeddedAnalyzer } from "../../lib/tags/index.js";
import { createHashedEncoder, type Encoder } from "../../lib/text/index.js";

/** Sees only whether a text is about the sea: dimension 0 for that, dimension 1 for anything else. */
function seaEncoder(): Encoder & { readonly calls: string[][] } {
  const calls: string[][] = [];
  return {
    id: "sea/1",
    dimension: 2,
    calls,
    encodeText(texts) {
      calls.push([...texts]);
      const vectorOf = (text: string): Float32Array =>
        text === ""
          ? new Float32Array(2)
          : Float32Array.from(/tsunami|Earth's crust|salty/.test(text) ? [1, 0] : [0, 1]);
      return Promise.resolve(texts.map(vectorOf));
    },
    encodeTokens: () => Promise.reject(new Error("not needed")),
  };
}

describe("prototypes", () => {
  test("points go to the subjects whose examples lie in the prompt's direction", async () => {
    const [sea, nothing] = await createPrototypeScorer(seaEncoder())(["a tsunami", ""]);
    expect(sea!.map(([subject]) => subject)).toContain("Earth sciences");
    expect(sea!.every(([, points]) => points > 0)).toBe(true);
    expect(nothing).toEqual([]);
  });

  test("they decide where the word lists find nothing, and yield where these are sure", () => {
    const points = [["Physics", 1.5]] as const;
    expect(findSubjects("Why is that so?", { points }).subjects).toEqual(["Physics"]);
    expect(findSubjects("Who wrote this sonnet, Keats or Shelley?", { points }).subjects[0]).toBe(
      "Literature",
    );
  });

  test("the prototypes are encoded once, and each prompt once", async () => {
    const encoder = seaEncoder();
    const analyzer = createEmbeddedAnalyzer({ encoder });
    expect(encoder.calls).toHaveLength(0);
    await analyzer.analyze(["one", "two", "one"]);
    await analyzer.analyze(["two", "three"]);
    expect(encoder.calls.slice(1)).toEqual([["one", "two"], ["three"]]);
  });
});

describe("the embedded analyzer", () => {
  const prompts = ["What is inflation?", "", "What is inflation?", "Write a haiku about rain."];

  test("without an encoder it is the rules", async () => {
    const analyzer = createEmbeddedAnalyzer();
    expect(analyzer.id).toBe(ANALYZER_ID);
    expect(await analyzer.analyze(prompts)).toEqual(prompts.map((prompt) => analyzePrompt(prompt)));
    expect(await analyzer.analyze([])).toEqual([]);
  });

  test("with an encoder its id names both, and one prompt's result does not depend on the others", async () => {
    const encoder = createHashedEncoder();
    const analyzer = createEmbeddedAnalyzer({ encoder });
    expect(analyzer.id).toContain(ANALYZER_ID);
    expect(analyzer.id).toContain(encoder.id);
    expect(analyzer.id).not.toContain("|");
    const together = await analyzer.analyze(prompts);
    for (const [i, prompt] of prompts.entries()) {
      expect(await createEmbeddedAnalyzer({ encoder }).analyze([prompt])).toEqual([together[i]]);
    }
  });
});
