import { describe, expect, test } from "vitest";
import { gradeComplexity } from "../../lib/tags/analyzer/complexity.js";
import { findFormatConstraints } from "../../lib/tags/analyzer/format-constraints.js";
import { findInContextMaterial } from "../../lib/tags/analyzer/in-context-material.js";
import { instructionOf, userTurns } from "../../lib/tags/analyzer/instruction.js";
import { gradeOpenEndedness } from "../../lib/tags/analyzer/open-endedness.js";
import { SCALAR_VALUES } from "../../lib/tags/index.js";

const complexityOf = (prompt: string): string => gradeComplexity(prompt, findFormatConstraints(prompt));

describe("instruction", () => {
  test("is apart from code, quotations and labelled passages", () => {
    const passage = "The river floods in spring, and the fields around it lie under water for weeks on end.";
    expect(instructionOf(`Answer from the text.\n\nText: ${passage}\n\nWhen?`)).toBe(
      "Answer from the text.\n\nWhen?",
    );
    expect(instructionOf(`Translate "${passage}" please.`)).not.toContain("river");
    expect(instructionOf("Fix this:\n```\nwrite(1)\n```")).not.toContain("write");
    expect(instructionOf("```\nx = 1\n```")).toContain("x = 1");
  });

  test("of a conversation is what the user said", () => {
    expect(userTurns("Human: Hi there. Assistant: Write me ten poems. Human: Why?")).toBe("Hi there.\nWhy?");
    expect(userTurns("[Turn 1]\nOne?\n\n[Turn 2]\nTwo?")).toBe("One?\nTwo?");
    expect(userTurns("a\n\n\n\n\nb")).toBe("a\n\nb");
  });
});

describe("open-endedness", () => {
  test.each([
    ["no", "Which river runs through Prague?"],
    ["no", "who painted the ceiling of the sistine chapel"],
    ["no", "Write a Python function that reverses a list."],
    ["no", "A tram has 20 seats and 12 people sit. How many seats are free?"],
    ["no", "Pretend I am ten: which planet is the largest?"],
    ["low", "Explain how a vaccine works and compare it with an antibiotic."],
    ["low", "Why is the sky blue?"],
    ["low", "I have two questions. First: who wrote Faust? Second: when did Goethe die?"],
    ["moderate", "How should I prepare for a job interview?"],
    ["moderate", "My sister wants to start running. Any tips?"],
    ["moderate", "Draft a letter to my landlord about the heating."],
    ["moderate", "Packing for a weekend trip in three bullet points."],
    ["high", "Tell me a bedtime story with a whale in it."],
    ["high", "10 names for a bakery"],
    ["high", "Pretend to be a lighthouse keeper."],
    ["high", "Écris un poème sur l'automne."],
  ])("%s: %s", (grade, prompt) => {
    expect(gradeOpenEndedness(prompt)).toBe(grade);
  });
});

describe("complexity of intents", () => {
  test.each([
    ["simple", "What is the capital of Peru?"],
    ["simple", "Who founded Rome? Please keep it clear."],
    ["moderate", "Describe tea in exactly three sentences."],
    ["moderate", "Give me four steps as a numbered list for starting to run."],
    ["moderate", "Translate the poem, and explain the rhyme scheme."],
    ["complex", "Please answer both: Who painted the Mona Lisa? Why do magnets attract iron?"],
    [
      "complex",
      "Plan a birthday: a theme, a menu without nuts, games for six children, a schedule as a table, and an invitation under 50 words.",
    ],
  ])("%s: %s", (grade, prompt) => {
    expect(complexityOf(prompt)).toBe(grade);
  });

  test("requests inside the material are not counted", () => {
    const email =
      "Please write back, list the dates, explain the costs, compare the offers and add a plan for the summer.";
    expect(complexityOf(`Shorten this message:\n"${email}"`)).toBe("simple");
  });
});

describe("in-context material", () => {
  test.each([
    ["code", "Write a Rust function `fn add(a: i32, b: i32) -> i32`."],
    ["code", "What does `for (const x of y) {}` do?"],
    ["table", "Sum it up:\nname | age\nAnn | 3\nBo | 4\n| Cy | 5 |"],
    ["CSV", "Chart this:\nday,rain,sun\nMon,3,5\nTue,0,9"],
    ["XML", '<part id="P1"><name>bolt</name></part>\nWhat is this?'],
    ["equation", "Expand \\[ (a+b)^2 \\] for me."],
    ["data", "Which is heaviest?\n\noak 34 41\nbeech 22 19\nfir 12 14"],
    [
      "passage",
      "Consult this extract: Bronze is an alloy of copper and tin, known for millennia. What is it made of?",
    ],
    [
      "passage",
      "Shorten it.\n\nThe meeting was long, the coffee cold, and nobody could say afterwards what had been decided.",
    ],
    ["sequence", ">x\nATGGCTAGCAAAGGAGAAGAACTTTTC\n\nWhat is it?"],
    ["quoted passage", `Correct «${"les mots sont justes ".repeat(4)}»`],
  ])("%s in %j", (kind, prompt) => {
    expect(findInContextMaterial(prompt)).toContain(kind);
  });

  test.each([
    "I have two questions. Here is the first: Who wrote Faust? And the second: When was it printed, and where?",
    "Plan my party: a theme, a playlist, a menu for ten, games for the children and something for when it rains.",
    'What does "carpe diem" mean?',
    "John has 3 apples and 4 pears, and Mary has twice as many. How many have they together?",
    "[Turn 1]\nExplain how tides work.\n\n[Turn 2]\nWhat did you leave out, and why?",
  ])("none in %j", (prompt) => {
    expect(findInContextMaterial(prompt)).toEqual([]);
  });
});

describe("format constraints", () => {
  test.each([
    ["#words=40", "Say it in no more than 40 words."],
    ["#words=250", "A 250-word summary, please."],
    ["#sentences=two", "Advise me on tea in two sentences."],
    ["#items=three", "Three bullets on tea, please."],
    ["#characters=150", "Captions of at most 150 characters."],
    ["#pages=one", "Write a one page letter to the council."],
    ["format=json", "I need JSON output about tea."],
    ["format=numbered list", "Starting to run, as steps 1 to 4."],
    ["format=table", "Put the results in a comparison table."],
    ["exclude=given content", "Explain entropy, no equations."],
    ["only=the answer", "regex for a date, only the regex pls"],
    ["choice=given values", "Did they meet, yes or no?"],
    ["content=dialogue", "Explain it as a dialogue between two cats."],
    ["language=french", "Please answer in French."],
    ["tone=polite", "Rewrite it, keep the tone polite."],
    ["position=given words", "End with a question."],
  ])("%s: %s", (constraint, prompt) => {
    expect(findFormatConstraints(prompt)).toContain(constraint);
  });

  test.each([
    "What do the letters UN stand for?",
    "A book has 300 pages and Ann reads 20 pages a day. How many days does she need?",
    "Suggest a few ideas for my garden.",
    "Which four books of the Bible tell the life of Jesus?",
    "How do I execute a script every night?",
    "Write a JavaScript function that makes the first letter of a word a capital.",
    "Write a function that loads JSON from a web address.",
    'Shorten: "In 100 words or fewer, answer in French, use bullet points and add a table with two columns."',
  ])("none in: %s", (prompt) => {
    expect(findFormatConstraints(prompt).filter((found) => !found.startsWith("length"))).toEqual([]);
  });
});

describe("hostile text", () => {
  const long = (piece: string): string => piece.repeat(Math.ceil(8000 / piece.length)).slice(0, 8000);
  const pieces = [
    " ",
    "\n",
    "\n \t",
    "(",
    "[{<",
    '"',
    "'a ",
    "a, ",
    ": ",
    "| a | b |\n",
    "<a ",
    "`a",
    "1",
    "! A",
    "\0",
    "\ud800",
    "😂",
    "中",
    "ש ",
    "a\u0301",
    "to kill ",
    "my boss's ",
    "Human: Assistant: ",
  ];

  test.each(["", ...pieces.map(long)].map((text) => [text.slice(0, 12), text]))(
    "%j… has a value",
    (_, text) => {
      expect(SCALAR_VALUES.open_endedness).toContain(gradeOpenEndedness(text));
      expect(SCALAR_VALUES.complexity_of_intents).toContain(complexityOf(text));
      expect(Array.isArray(findInContextMaterial(text))).toBe(true);
    },
  );

  test("an empty prompt has nothing in it", () => {
    expect(gradeOpenEndedness("")).toBe("low");
    expect(complexityOf("")).toBe("simple");
    expect(findFormatConstraints("")).toEqual([]);
    expect(findInContextMaterial("")).toEqual([]);
  });
});
