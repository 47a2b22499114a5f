import { expect, test } from "vitest";
import { BadInputError, describeProblems, SHOWN_PROBLEMS, shorten } from "../../lib/base/index.js";

test("a message names place, rule, value and remedy", () => {
  const error = new BadInputError([
    { place: "t.csv:3", value: "abc", rule: "must be a number", remedy: "correct the cell" },
  ]);
  expect(error.message).toBe('t.csv:3: must be a number (found "abc"); correct the cell');
  expect(error.name).toBe("BadInputError");
});

test("all problems are listed, the first twenty in full and the rest counted", () => {
  const problems = Array.from({ length: 25 }, (_, i) => ({ place: `line ${i}`, rule: "is wrong" }));
  const lines = describeProblems(problems).split("\n");
  expect(lines[0]).toBe("25 problems:");
  expect(lines).toHaveLength(1 + SHOWN_PROBLEMS + 1);
  expect(lines.at(-1)).toBe("… and 5 more");
  expect(new BadInputError(problems.slice(0, 2), 1000).count).toBe(1000);
  expect(describeProblems(problems.slice(0, 2), 1000)).toContain("… and 998 more");
});

test("values are shortened, and their control characters cannot reach a terminal", () => {
  expect(shorten("a\u001b[31m\n")).toBe('"a\\u001b[31m\\n"');
  const long = shorten("x".repeat(500));
  expect(long).toContain("of 500 characters");
  expect(long.length).toBeLessThan(120);
});
