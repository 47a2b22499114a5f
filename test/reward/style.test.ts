import { describe, expect, test } from "vitest";
import { readPassage } from "../../lib/reward/embedded/passage.js";
import { promptClasses } from "../../lib/reward/embedded/prompt-class.js";
import { askedValue, equationsIn } from "../../lib/reward/embedded/style/equations.js";
import { judgeFormat } from "../../lib/reward/embedded/style/format-requests.js";
import { styleOf } from "../../lib/reward/embedded/style/index.js";
import { refuses } from "../../lib/reward/embedded/style/tone.js";
import { STYLE_FEATURES } from "../../lib/reward/index.js";

/** One style feature by name. */
function style(name: string, response: string, prompt = "Tell me."): number {
  const values = styleOf({ prompt: readPassage(prompt), response: readPassage(response) });
  const place = STYLE_FEATURES.findIndex((feature) => feature.name === name);
  expect(place, name).toBeGreaterThanOrEqual(0);
  return values[place]!;
}

test("style features have distinct names, and every value is a number, also for empty and odd texts", () => {
  expect(new Set(STYLE_FEATURES.map(({ name }) => name)).size).toBe(STYLE_FEATURES.length);
  for (const text of ["", " ", "\n\n", "🙂", "```", "= = =", "(((", "1/0 = 3", "a".repeat(50_000)]) {
    const values = styleOf({ prompt: readPassage(text), response: readPassage(text) });
    expect(values.every(Number.isFinite), JSON.stringify(text.slice(0, 20))).toBe(true);
  }
});

describe("equations", () => {
  test.each([
    ["3 + 4 = 7", [true]],
    ["3 + 4 = 8", [false]],
    ["We get 12 × 7 = 84 and 84 - 5 = 80.", [true, false]],
    ["40 nickels * $0.05/nickel = $2.0", [true]],
    ["100 pennies = $100", []],
    ["2 + 3 * 4 = 14 = 10 + 4", [true]],
    ["10 / 4 = 2.5, 10/3 = 3.33, 10/3 = 3.4", [true, true, false]],
    ["(2 + 3) * 4 = 20", [true]],
    ["1,200 + 300 = 1,500", [true]],
    ["50% of 80 = 40", [true]],
    ["5 plus 6 equals 12", [false]],
    ["x = 5", []],
    ["1/0 = 3", []],
  ])("%s", (text, holds) => {
    expect(equationsIn(text).map((equation) => equation.holds)).toEqual(holds);
  });

  test("a chain is compared side by side", () => {
    expect(equationsIn("2 + 3 + 4 = 5 + 4 = 9").map(({ holds }) => holds)).toEqual([true, true]);
    expect(equationsIn("2 + 3 + 4 = 6 + 4 = 10").map(({ holds }) => holds)).toEqual([false, true]);
  });

  test.each([
    ["What is 12 * 7?", 84],
    ["Compute 8 plus 5 times 2.", 18],
    ["What is 144 divided by 12?", 12],
    ["How many days has a year?", undefined],
    ["Who won in 1990?", undefined],
  ])("the value asked for in: %s", (question, value) => {
    expect(askedValue(question)).toBe(value);
  });

  test("features tell wrong sums and answers that do not follow", () => {
    expect(style("equations-wrong", "3 + 4 = 8 and 2 + 2 = 4")).toBe(0.5);
    expect(style("answer-follows", "3 + 4 = 7. The answer is 7.")).toBe(1);
    expect(style("answer-follows", "3 + 4 = 7. The answer is 9.")).toBe(-1);
    expect(style("answer-follows", "The answer is 9.")).toBe(0);
    expect(style("asked-sum", "It is 84.", "What is 12 * 7?")).toBe(1);
    expect(style("asked-sum", "It is 83.", "What is 12 * 7?")).toBe(-1);
  });
});

describe("requested formats", () => {
  test.each([
    ["Explain tides in three bullet points.", "- a\n- b\n- c", 1, 1],
    ["Explain tides in three bullet points.", "- a\n- b", 1, 0],
    ["Explain tides in one sentence.", "The moon pulls the sea.", 1, 1],
    ["Explain tides in one sentence.", "The moon pulls. The sea moves.", 1, 0],
    ["Answer in under 5 words.", "The moon", 1, 1],
    ["Answer in under 5 words.", "It is the moon that pulls the sea", 1, 0],
    ["Give it as JSON.", '{"a": [1, 2]}', 1, 1],
    ["Give it as JSON.", "{a: 1}", 1, 0],
    ["Answer yes or no: is it far?", "Yes, it is.", 1, 1],
    ["Tell me about tides.", "The moon.", 0, 0],
  ])("%s / %s", (prompt, response, requested, kept) => {
    expect(judgeFormat(readPassage(prompt), readPassage(response))).toEqual({ requested, kept });
  });
});

describe("tone", () => {
  test.each([
    "I'm sorry, but I can't help with that.",
    "I’m sorry, I can’t assist with this request.",
    "I cannot provide a helpful response.",
    "As an AI, I am not able to do that.",
    "Sorry, but I won't help with that.",
  ])("refuses: %s", (text) => {
    expect(refuses(text.toLowerCase())).toBe(true);
  });

  test.each(["Sure, here is how.", "You can not only see it but hear it.", "The shop refuses cheques."])(
    "does not refuse: %s",
    (text) => {
      expect(refuses(text.toLowerCase())).toBe(false);
    },
  );

  test("an ending in the middle of a sentence shows", () => {
    expect(style("cut-off", "A further point is that the")).toBe(1);
    expect(style("cut-off", "A further point is this.")).toBe(0);
  });
});

describe("code", () => {
  const code = (body: string): string => `\`\`\`python\n${body}\n\`\`\``;

  test("open brackets, unused parameters and missing returns show", () => {
    expect(style("brackets-unbalanced", code("print((1)"))).toBeCloseTo(Math.log(2), 12);
    expect(style("unused-parameters", code("def add(a, b):\n    return a"))).toBe(0.5);
    expect(style("returns", code("def add(a, b):\n    a + b"))).toBe(-1);
    expect(style("returns", code("def add(a, b):\n    return a + b"))).toBe(1);
    expect(style("returns", "No code here.")).toBe(0);
  });

  test("a text that is code without fences counts as code", () => {
    expect(style("has-code", "def add(a, b):\n    return a + b")).toBe(1);
    expect(style("has-code", "First we add.\nThen we stop.")).toBe(0);
  });
});

test("prompt classes come from words", () => {
  const names = ["code", "math", "risky", "question", "instruction"];
  const classesOf = (text: string) => names.filter((_, i) => promptClasses(readPassage(text))[i]);
  expect(classesOf("Write a Python function.")).toEqual(["code", "instruction"]);
  expect(classesOf("How do I kill a Python process?")).toEqual(["code", "risky", "question"]);
  expect(classesOf("What is 3 + 4?")).toEqual(["math", "question"]);
  expect(classesOf("Good morning")).toEqual([]);
});

test("reading is bounded: a megabyte costs no more than its beginning", () => {
  expect(readPassage(`word ${"x ".repeat(500_000)}`).text.length).toBe(32_768);
});
