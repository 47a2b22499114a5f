/** The simulated LM of the simulated world, asked by the analyzer. */
import { expect, test } from "vitest";
import { simulatedLm } from "../../lib/build/index.js";
import { createSimPrefWorld } from "../../lib/datasets/index.js";
import {
  analyzePrompt,
  createLmAnalyzer,
  type DescriptiveFeatures,
  declaredFeatures,
  withSimulatedAnalyses,
  worldAnalyses,
} from "../../lib/tags/index.js";
import { DIMENSIONS } from "../../lib/tags/lm-analyzer/dimensions.js";
import { shownTurns } from "../../lib/tags/lm-analyzer/shown-turns.js";
import { connect, serve } from "./lm-analyses.js";

const world = createSimPrefWorld({ seed: 3, pairCount: 200 });
const right = (a: DescriptiveFeatures, b: DescriptiveFeatures): number =>
  DIMENSIONS.filter((one) => JSON.stringify(a[one]) === JSON.stringify(b[one])).length / DIMENSIONS.length;

test("says what the world declares, with errors in about one of ten dimensions", async () => {
  const server = await serve(withSimulatedAnalyses(simulatedLm(world), worldAnalyses(world)));
  const prompts = world.prompts.slice(0, 150);
  const analyzer = createLmAnalyzer({ client: connect(server), model: "simulated" });
  const features = await analyzer.analyze(prompts.map(({ text }) => text));
  const shares = prompts.map(({ truth }, i) => right(features[i]!, declaredFeatures(truth)));
  const mean = shares.reduce((a, b) => a + b) / shares.length;
  // 1,200 dimensions: three standard deviations are 2.6 points.
  expect(Math.abs(mean - 0.9)).toBeLessThan(0.026);
});

test("of other prompts says what the embedded analyzer does, and goes on with its other tasks", async () => {
  const server = await serve(withSimulatedAnalyses(simulatedLm(world), worldAnalyses(world)));
  const other = ["What is the boiling point of water at sea level?", "Write a haiku about autumn."];
  const analyzer = createLmAnalyzer({ client: connect(server), model: "simulated" });
  const features = await analyzer.analyze(other);
  for (const [i, prompt] of other.entries()) {
    expect(right(features[i]!, analyzePrompt(prompt))).toBeGreaterThanOrEqual(0.5);
  }
  const model = world.models[0]!;
  const { text } = world.prompts[0]!;
  const answer = await connect(server).ask({ model, messages: [{ role: "user", content: text }] });
  expect(answer.content).toBe(world.respond(text, model, 0));
});

test("every prompt of the world is shown as it is", () => {
  expect(world.prompts.filter(({ text }) => shownTurns(text).join("\n\n") !== text)).toEqual([]);
});
