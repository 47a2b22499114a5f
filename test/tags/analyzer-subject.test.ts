import { describe, expect, test } from "vitest";
import { ANALYZER_MAX_LENGTH } from "../../lib/tags/analyzer/analyze-prompt.js";
import { NEUTRAL_PHRASES, SUBJECT_LEXICON, TERM_TIERS } from "../../lib/tags/analyzer/lexicons/index.js";
import { findSubjects, MAX_SUBJECTS } from "../../lib/tags/analyzer/subjects.js";
import { analyzePrompt, SUBJECTS } from "../../lib/tags/index.js";

const first = (text: string, languages?: readonly string[]): string =>
  findSubjects(text, languages ? { languages } : {}).subjects[0]!;

describe("word lists", () => {
  test("every subject has terms of every tier and ten example questions", () => {
    for (const subject of SUBJECTS) {
      const { examples, ...tiers } = SUBJECT_LEXICON[subject];
      for (const tier of TERM_TIERS) expect(tiers[tier].split(",").length).toBeGreaterThan(9);
      expect(examples.split("\n").filter((line) => line.trim() !== "")).toHaveLength(10);
    }
  });

  test("no term stands twice in the lists of one subject", () => {
    for (const subject of SUBJECTS) {
      const terms = TERM_TIERS.flatMap((tier) => SUBJECT_LEXICON[subject][tier].split(","))
        .map((term) => term.trim().replace(/\s+/g, " "))
        .filter((term) => term !== "");
      expect(terms.filter((term, i) => terms.indexOf(term) !== i)).toEqual([]);
    }
  });

  test("the subject of most example questions is found by the word lists alone", () => {
    const questions = SUBJECTS.flatMap((subject) =>
      SUBJECT_LEXICON[subject].examples.split("\n").map((question) => [subject, question] as const),
    );
    const right = questions.filter(([subject, question]) => first(question) === subject);
    expect(right.length / questions.length).toBeGreaterThan(0.5);
  });

  test("a phrase that is about nothing hides the words inside it", () => {
    expect(NEUTRAL_PHRASES).toContain("pie chart");
    expect(findSubjects("A piece of cake, easy as pie.").subjects).toEqual(["Others"]);
    expect(first("How do I bake a cake and a pie?")).toBe("Culinary arts");
  });

  test("a longer term hides shorter ones of other subjects", () => {
    expect(findSubjects("Define the nuclear family.").subjects).not.toContain("Physics");
    expect(first("Which parts carry the deck of a suspension bridge?")).toBe("Civil engineering");
  });
});

describe("the shape of a request tells its subject", () => {
  test.each([
    ["Computer sciences", "Write a Python function that counts the apples in a basket."],
    ["Computer sciences", "fn apples(basket: Vec<u32>) -> u32 {\n    basket.len()\n}"],
    [
      "Mathematics",
      "A farmer sells 12 cows for 300 dollars each and buys 4 goats. How much money does he have left?",
    ],
    ["Mathematics", "Solve 3x + 4 = 19."],
    ["Mathematics", "Evaluate $\\int_0^1 x^2\\,dx$."],
    ["Literature", "Write a short story about a retired surgeon and a submarine."],
    ["Performing arts", "Write me a song about the chemistry lab."],
    ["Linguistics and language", "Translate this note to the bank into French."],
    ["Others", "Hello there!"],
    ["Others", "Tell me how to cheat on my chemistry homework."],
  ])("%s: %s", (subject, prompt) => {
    expect(first(prompt)).toBe(subject);
  });

  test("a large number asked for without numbers given is no word problem", () => {
    expect(first("How many species of whale are there?")).toBe("Biology");
  });
});

describe("other languages", () => {
  test.each([
    ["Space sciences", "¿Qué planeta del sistema solar es el más grande?", "Spanish"],
    ["Culinary arts", "Comment fait-on la pâte à crêpes ?", "French"],
    ["Law", "Darf der Vermieter den Mietvertrag kündigen? Was sagt das Gesetz?", "German"],
    ["Geography", "Какая река впадает в Чёрное море?", "Russian"],
  ])("%s: %s", (subject, prompt, language) => {
    expect(first(prompt, [language])).toBe(subject);
  });

  test("their words do not count in an English prompt", () => {
    expect(first("The auto show was a hit, said the roman.")).not.toBe("Literature");
  });
});

describe("bounds", () => {
  test("there are one to three subjects, and Others stands alone", () => {
    const everything = SUBJECTS.map((subject) => SUBJECT_LEXICON[subject].examples).join("\n");
    for (const text of ["", everything, ...everything.split("\n")]) {
      const { subjects } = findSubjects(text);
      expect(subjects.length).toBeGreaterThan(0);
      expect(subjects.length).toBeLessThanOrEqual(MAX_SUBJECTS);
      if (subjects.includes("Others")) expect(subjects).toEqual(["Others"]);
    }
  });

  test.each([
    ["nothing", ""],
    ["NUL", "\0".repeat(10_000)],
    ["lone surrogates", "\ud800".repeat(10_000)],
    ["one word of a million letters", "a".repeat(1_000_000)],
    ["a million digits", "1".repeat(1_000_000)],
    ["signs of formulas", "$=a+".repeat(100_000)],
    ["requests without an end", "write a translate select from import ".repeat(20_000)],
    ["right-to-left text", "مرحبا بالعالم ".repeat(10_000)],
    ["emoji with combining marks", "👩‍👩‍👧‍👦é̂".repeat(10_000)],
  ])("hostile text has values: %s", (_, text) => {
    const { subject_of_expertise, expertise_level } = analyzePrompt(text);
    for (const subject of subject_of_expertise) expect(SUBJECTS).toContain(subject);
    expect(["general public", "basic domain knowledge", "expert domain knowledge"]).toContain(
      expertise_level,
    );
    expect(analyzePrompt(text.slice(0, ANALYZER_MAX_LENGTH)).subject_of_expertise).toEqual(
      subject_of_expertise,
    );
  });
});
