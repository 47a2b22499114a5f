/** What the LM analyzer takes for an answer, and what it does not. */
import { describe, expect, test } from "vitest";
import { differByOneLetter, scalarNamed, subjectNamed } from "../../lib/tags/lm-analyzer/closed-values.js";
import { DIMENSIONS, type Dimension } from "../../lib/tags/lm-analyzer/dimensions.js";
import { languageNamed } from "../../lib/tags/lm-analyzer/language-names.js";
import { readAnalysis } from "../../lib/tags/lm-analyzer/read-analysis.js";
import { readDimension } from "../../lib/tags/lm-analyzer/read-dimension.js";
import { JOINT_SUBJECT, SCALAR_DIMENSIONS, SCALAR_VALUES, SUBJECTS } from "../../lib/tags/vocabulary.js";
import { ANALYSIS } from "./lm-analyses.js";

describe("subjectNamed", () => {
  test("knows every subject and the joint label, in any case and with any kind of space", () => {
    for (const subject of [...SUBJECTS, JOINT_SUBJECT]) {
      expect(subjectNamed(subject)).toBe(subject);
      expect(subjectNamed(` ${subject.toUpperCase().replaceAll(" ", "_")}.`)).toBe(subject);
      expect(subjectNamed(subject.replaceAll(" and ", " & "))).toBe(subject);
    }
  });

  test.each([
    ["Computer science", "Computer sciences"],
    ["computer-sciences", "Computer sciences"],
    ["Mathematic", "Mathematics"],
    ["Maths", "Mathematics"],
    ["Medicine", "Medicine and health"],
    ["Linguistics", "Linguistics and language"],
    ["Other", "Others"],
    ["Journalism, media studies, and communication", JOINT_SUBJECT],
    ["Journalism", "Journalism"],
    ["Media studies", "Media studies and communication"],
    ["Psycology", "Psychology"],
    ["Phliosophy", "Philosophy"],
    ["Litterature", "Literature"],
  ])("%s is %s", (text, subject) => {
    expect(subjectNamed(text)).toBe(subject);
  });

  test.each([
    "Astrology",
    "Engineering",
    "Science",
    "",
    "Law and order",
    "Lau",
    "Arts",
    "Zoology",
    "History History",
  ])("%j is not taken for a subject", (text) => {
    expect(subjectNamed(text)).toBeNull();
  });
});

describe("scalarNamed", () => {
  test("knows every value of every dimension", () => {
    for (const dimension of SCALAR_DIMENSIONS) {
      for (const value of SCALAR_VALUES[dimension]) {
        expect(scalarNamed(dimension, value)).toBe(value);
        expect(scalarNamed(dimension, `"${value.toUpperCase()}"`)).toBe(value);
      }
    }
  });

  test("short forms count where only one value can be meant", () => {
    expect(scalarNamed("expertise_level", "expert")).toBe("expert domain knowledge");
    expect(scalarNamed("expertise_level", "Basic")).toBe("basic domain knowledge");
    expect(scalarNamed("complexity_of_intents", "medium")).toBe("moderate");
    expect(scalarNamed("safety_concern", "none")).toBe("safe");
    expect(scalarNamed("open_endedness", "none")).toBe("no");
    expect(scalarNamed("open_endedness", "moderat")).toBe("moderate");
  });

  test("words of another dimension, several values and sentences do not", () => {
    expect(scalarNamed("safety_concern", "no")).toBeNull();
    expect(scalarNamed("safety_concern", "unsafe")).toBeNull();
    expect(scalarNamed("safety_concern", "very high")).toBeNull();
    expect(scalarNamed("open_endedness", "low to moderate")).toBeNull();
    expect(scalarNamed("expertise_level", "domain knowledge")).toBeNull();
    expect(scalarNamed("complexity_of_intents", "high")).toBeNull();
  });
});

test("one letter too many, too few, another, or two swapped is one letter's difference", () => {
  expect(["ab", "abcd", "abd", "acb", "Abc"].map((word) => differByOneLetter("abc", word))).toEqual(
    new Array(5).fill(true),
  );
  expect(["abc", "a", "abcde", "cba", "bca"].map((word) => differByOneLetter("abc", word))).toEqual(
    new Array(5).fill(false),
  );
});

describe("languageNamed", () => {
  test.each([
    ["english", "English"],
    ["English language", "English"],
    ["English (US)", "English"],
    ["en", "English"],
    ["en-GB", "English"],
    ["Finish", "Finnish"],
    ["Deutsch", "German"],
    ["日本語", "Japanese"],
    ["Mandarin", "Chinese"],
    ["Bangla", "Bengali"],
    ["Ancient Greek", "Ancient Greek"],
    ["other", "Others"],
  ])("%s is %s", (text, language) => {
    expect(languageNamed(text)).toBe(language);
  });

  test.each(["", "no", "Elvish", "Python", "Englisch und Deutsch"])("%j is no language", (text) => {
    expect(languageNamed(text)).toBeNull();
  });
});

describe("readDimension", () => {
  const value = (dimension: Dimension, json: Parameters<typeof readDimension>[1]): unknown => {
    const read = readDimension(dimension, json);
    return "value" in read ? read.value : undefined;
  };

  test("a list that came as a text, a text that came as a list, and repeated names are put right", () => {
    expect(value("subject_of_expertise", "Physics, Chemistry")).toEqual(["Physics", "Chemistry"]);
    expect(value("subject_of_expertise", "Journalism, media studies and communication")).toEqual([
      JOINT_SUBJECT,
    ]);
    expect(value("subject_of_expertise", ["History", "history", "History and Law"])).toEqual([
      "History",
      "Law",
    ]);
    expect(value("safety_concern", ["safe"])).toBe("safe");
    expect(value("languages", "English and French")).toEqual(["English", "French"]);
    expect(value("format_constraints", "#words=100; format=table")).toEqual(["#words=100", "format=table"]);
  });

  test("words for nothing are nothing", () => {
    for (const nothing of [
      null,
      "",
      [],
      ["none"],
      "N/A",
      ["None."],
      "no constraints",
      ["-"],
      ["not applicable"],
    ]) {
      expect(value("format_constraints", nothing)).toEqual([]);
      expect(value("type_of_in_context_material", nothing)).toEqual([]);
    }
    expect(value("languages", [])).toEqual([]);
    expect(value("subject_of_expertise", null)).toEqual([]);
  });

  test("programming languages are no languages, and do not hide one", () => {
    expect(value("languages", ["English", "Python", "C++"])).toEqual(["English"]);
    expect(value("languages", "English, SQL")).toEqual(["English"]);
  });

  test("open entries are one line each, bounded in number and length, and whole characters", () => {
    expect(value("format_constraints", [" include =\n rhymes "])).toEqual(["include = rhymes"]);
    const [long] = value("format_constraints", ["😀a".repeat(500)]) as [string];
    expect(long).toHaveLength(81);
    expect(long).not.toMatch(/\p{Surrogate}/u);
    const many = Array.from({ length: 500 }, (_, i) => `n=${i}`);
    expect(value("type_of_in_context_material", many)).toHaveLength(20);
  });

  test.each<[Dimension, Parameters<typeof readDimension>[1]]>([
    ["subject_of_expertise", ["Physics", "Astrology"]],
    ["subject_of_expertise", [1]],
    ["subject_of_expertise", { name: "Physics" }],
    ["subject_of_expertise", true],
    ["languages", ["Elvish"]],
    ["safety_concern", null],
    ["safety_concern", 0],
    ["safety_concern", ["safe", "low"]],
    ["safety_concern", ["safe", "safe"]],
    ["format_constraints", [["nested"]]],
    ["format_constraints", true],
    ["open_endedness", undefined],
  ])("%s: %j is refused, by its name", (dimension, json) => {
    const read = readDimension(dimension, json);
    expect("problem" in read && read.problem).toContain(dimension);
  });
});

describe("readAnalysis", () => {
  const whole = JSON.stringify(ANALYSIS);

  test.each([
    ["JSON", whole],
    [
      "pretty JSON in a fence with prose around it",
      `Here you are:\n\`\`\`json\n${JSON.stringify(ANALYSIS, null, 2)}\n\`\`\`\nHope it helps!`,
    ],
    ["a thought before it", `<think>{"safety_concern": "high"}?</think> ${whole}`],
    ["wrapped in a field", JSON.stringify({ analysis: ANALYSIS })],
    [
      "the names of Table 12",
      JSON.stringify({
        "Subject of expertise": ANALYSIS.subject_of_expertise,
        "Expertise level": ANALYSIS.expertise_level,
        Languages: ANALYSIS.languages,
        "Open-endedness": ANALYSIS.open_endedness,
        "Safety concern": ANALYSIS.safety_concern,
        "Complexity of intents": ANALYSIS.complexity_of_intents,
        "Type of in-context material": ANALYSIS.type_of_in_context_material,
        "Format constraints": ANALYSIS.format_constraints,
      }),
    ],
    ["more fields than asked for", JSON.stringify({ rationale: "easy", ...ANALYSIS })],
  ])("reads %s", (_, content) => {
    const { found, problems } = readAnalysis(content, DIMENSIONS);
    expect(Object.fromEntries(found)).toEqual(ANALYSIS);
    expect(problems.size).toBe(0);
  });

  test("the first three subjects count, and that there were more is told", () => {
    const four = { ...ANALYSIS, subject_of_expertise: ["History", "Law", "Physics", "Biology"] };
    const read = readAnalysis(JSON.stringify(four), DIMENSIONS);
    expect(read.found.get("subject_of_expertise")).toEqual(["History", "Law", "Physics"]);
    expect(read.subjectsCut).toBe(true);
    expect(readAnalysis(whole, DIMENSIONS).subjectsCut).toBe(false);
  });

  test("what is missing or illegal is named; the rest is kept", () => {
    const { safety_concern: _, ...rest } = ANALYSIS;
    const { found, problems } = readAnalysis(JSON.stringify({ ...rest, languages: ["Elvish"] }), DIMENSIONS);
    expect([...problems.keys()]).toEqual(["languages", "safety_concern"]);
    expect(found.size).toBe(6);
  });

  test.each(["", "I cannot help with that.", "[]", "null", "3", '"safe"', "{}", whole.slice(0, 90), "safe"])(
    "nothing is found in %j",
    (content) => {
      expect(readAnalysis(content, DIMENSIONS).found.size).toBe(0);
    },
  );

  test("a lone dimension may come as a bare value, in words only where it is of a closed set", () => {
    const found = (content: string, dimension: Dimension): unknown =>
      readAnalysis(content, [dimension]).found.get(dimension);
    expect(found("Moderate.", "safety_concern")).toBe("moderate");
    expect(found("Let me see.\nSafety concern: **low**", "safety_concern")).toBe("low");
    expect(found('["Physics"]', "subject_of_expertise")).toEqual(["Physics"]);
    expect(found("English", "languages")).toEqual(["English"]);
    expect(found("The request is about physics.", "subject_of_expertise")).toBeUndefined();
    expect(found("It brings a table along.", "type_of_in_context_material")).toBeUndefined();
  });
});
