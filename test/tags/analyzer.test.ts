import { describe, expect, test } from "vitest";
import { analyzePrompt, SCALAR_VALUES, SUBJECTS } from "../../lib/tags/index.js";

/** A plain question of each subject. */
const QUESTIONS: Readonly<Record<string, string>> = {
  Anthropology: "What do ethnographers mean by participant observation?",
  History: "What led to the fall of the Roman Empire?",
  "Linguistics and language": "What is the difference between a phoneme and a morpheme?",
  Philosophy: "Explain Kant's categorical imperative.",
  Religion: "What are the five pillars of Islam?",
  Economics: "How does inflation affect interest rates?",
  Geography: "Which river is the longest in South America, the Amazon River or the Orinoco?",
  "Political science": "How does proportional representation change an election?",
  Psychology: "What is cognitive dissonance?",
  Sociology: "How did Durkheim explain anomie?",
  Biology: "What do mitochondria do in a cell?",
  Chemistry: "Balance the chemical equation for the oxidation of iron.",
  "Earth sciences": "How do volcanoes and earthquakes relate to plate tectonics?",
  Physics: "What is the momentum of an electron?",
  "Space sciences": "How far is the Andromeda galaxy?",
  "Computer sciences": "Write a Python function that reverses a linked list.",
  Logic: "Is this syllogism valid, or is it a fallacy?",
  "System science": "What is a feedback loop in system dynamics?",
  Agriculture: "How does crop rotation keep the soil of a farm fertile?",
  "Architecture and design": "What is typical of Gothic architecture?",
  Business: "How do I write a business plan for a startup?",
  Divinity: "How should a pastor prepare a sermon on the parables?",
  Education: "Write a lesson plan for a classroom of second graders.",
  "Chemical engineering": "How does the reflux ratio change a distillation column?",
  "Civil engineering": "Why is reinforced concrete used for bridges?",
  "Electrical engineering": "What does a capacitor do in a circuit?",
  "Materials science and engineering": "How does annealing change the microstructure of an alloy?",
  "Mechanical engineering": "How is the gear ratio of a gearbox computed?",
  "Environmental studies and forestry": "How does deforestation add to climate change?",
  "Family and consumer science": "How do I potty train a toddler?",
  "Human physical performance and recreation": "How should I train for a marathon?",
  Journalism: "What is the inverted pyramid in a newspaper article?",
  "Media studies and communication": "How does social media shape mass media?",
  Law: "Can a landlord break a lease agreement, and would a court allow it?",
  "Library and museum studies": "How does the Dewey Decimal system order a library?",
  "Medicine and health": "What are the symptoms of diabetes?",
  "Military sciences": "How did infantry and artillery work together?",
  "Social work": "What does a caseworker do in foster care?",
  Transportation: "Why is public transit faster than road traffic at rush hour?",
  "Culinary arts": "Give me a recipe for sourdough bread.",
  Literature: "Who is the narrator of this novel?",
  "Performing arts": "What does a choreographer do in ballet?",
  "Visual arts": "How did Monet use color in his paintings?",
  Mathematics: "Solve the quadratic equation x^2 - 5x + 6 = 0.",
  "Public administration": "How do municipal governments run participatory budgeting?",
  Others: "Hello there!",
};

describe("subjects", () => {
  test.each(SUBJECTS.map((subject) => [subject, QUESTIONS[subject]!] as const))(
    "%s: %s",
    (subject, question) => {
      expect(analyzePrompt(question).subject_of_expertise).toContain(subject);
    },
  );

  test("are three at most, and a word problem is mathematics", () => {
    const everything = Object.values(QUESTIONS).join(" ");
    expect(analyzePrompt(everything).subject_of_expertise.length).toBeLessThanOrEqual(3);
    expect(analyzePrompt("Ann has 3 bags of 4 marbles. How many has she?").subject_of_expertise).toEqual([
      "Mathematics",
    ]);
  });
});

describe("scalars", () => {
  const EXAMPLES: { readonly [D in keyof typeof SCALAR_VALUES]: readonly (readonly [string, string])[] } = {
    expertise_level: [
      ["general public", "What shall we do on a rainy day?"],
      ["basic domain knowledge", "What does a capacitor do in a circuit?"],
      [
        "expert domain knowledge",
        "Prove rigorously that the eigenvalues of a Hermitian matrix are real, and derive the Lagrangian.",
      ],
    ],
    open_endedness: [
      ["no", "What is the capital of France?"],
      ["low", "Explain how photosynthesis works."],
      ["moderate", "How can I improve my time management skills?"],
      ["high", "Write a short story about a dragon."],
    ],
    safety_concern: [
      ["safe", "What is the capital of France?"],
      ["low", "Is it safe to mix alcohol with this medication?"],
      ["moderate", "How do I hack into my school's network?"],
      ["high", "How do I build a bomb at home?"],
    ],
    complexity_of_intents: [
      ["simple", "What is the capital of France?"],
      ["moderate", "Explain what a mortgage is. Compare two kinds. Which one should I take?"],
      [
        "complex",
        "Write an essay of 300 words on tea. Include three quotes and a table. Use a formal tone, avoid using lists, " +
          "make sure to mention China, and end with a question. Also add a title.",
      ],
    ],
  };
  const cases = Object.entries(EXAMPLES).flatMap(([dimension, examples]) =>
    examples.map(([value, prompt]) => [dimension as keyof typeof EXAMPLES, value, prompt] as const),
  );

  test("the examples cover every value", () => {
    for (const [dimension, values] of Object.entries(SCALAR_VALUES)) {
      const covered = cases.filter(([of]) => of === dimension).map(([, value]) => value);
      expect(covered).toEqual([...values]);
    }
  });

  test.each(cases)("%s %s: %s", (dimension, value, prompt) => {
    expect(analyzePrompt(prompt)[dimension]).toBe(value);
  });
});

describe("safety", () => {
  test.each([
    "How do I kill a Python process?",
    "How can I kill a child process in Linux?",
    "What is the best way to execute a script every night?",
    "How do I shoot a good photo of the moon?",
    "How do I make a bath bomb?",
    "How do I beat my wife in checkers?",
    "Where can I buy a can of coke?",
    "How do I crack an egg with one hand?",
  ])("a harmless use of a violent word is no more than low: %s", (prompt) => {
    expect(["safe", "low"]).toContain(analyzePrompt(prompt).safety_concern);
  });

  test("violence against people is high, and at most low in fiction, history and prevention", () => {
    expect(analyzePrompt("How do I poison my neighbour?").safety_concern).toBe("high");
    expect(["safe", "low"]).toContain(
      analyzePrompt("How does Emma poison her neighbour in the novel?").safety_concern,
    );
    expect(analyzePrompt("How do I protect my account from phishing?").safety_concern).toBe("low");
  });
});

describe("languages", () => {
  test.each([
    ["What is this?", ["English"]],
    ["ok", ["English"]],
    ["Quelle est la capitale de la France et pourquoi ?", ["French"]],
    ["Was ist der Unterschied zwischen den beiden?", ["German"]],
    ["¿Cuál es la capital de España y por qué?", ["Spanish"]],
    ["Qual é a capital do Brasil e por que não é o Rio?", ["Portuguese"]],
    ["Perché il cielo è blu e non è rosso?", ["Italian"]],
    ["Wat is het verschil tussen een hond en een kat?", ["Dutch"]],
    ["什么是人工智能？", ["Chinese"]],
    ["人工知能とは何ですか？", ["Japanese"]],
    ["인공지능이란 무엇인가요?", ["Korean"]],
    ["Что такое искусственный интеллект?", ["Russian"]],
    ["Що таке штучний інтелект і навіщо він?", ["Ukrainian"]],
    ["ما هو الذكاء الاصطناعي؟", ["Arabic"]],
    ["कृत्रिम बुद्धिमत्ता क्या है?", ["Hindi"]],
    ["2 + 2 = ?", []],
    ["", []],
  ])("%j is written in %j", (text, languages) => {
    expect(analyzePrompt(text).languages).toEqual(languages);
  });

  test("two languages are both found, and a single foreign word is not a language", () => {
    expect(
      analyzePrompt("Please translate this:\nOù est la bibliothèque de la ville ?").languages.toSorted(),
    ).toEqual(["English", "French"]);
    expect(analyzePrompt('What does "Schadenfreude" mean?').languages).toEqual(["English"]);
  });
});

describe("open sets", () => {
  test.each([
    ["code", "Fix this:\n```\nprint(1\n```"],
    ["code", "Explain:\ndef f(x):\n    return x"],
    ["table", "Sum it up:\n| a | b |\n|---|---|\n| 1 | 2 |"],
    ["JSON", 'Read {"name": "Ann", "age": 3}'],
    ["HTML", "What does <div class='x'>hi</div> do?"],
    ["URL", "See https://example.org/page"],
    ["quoted passage", `Rewrite "${"some words ".repeat(8)}"`],
    ["passage", `Summarize:\n\n${"some words of prose ".repeat(12)}`],
    ["equation", "Simplify $x^2 + \\frac{1}{2}$"],
    ["multiple choice", "Pick one:\nA) red\nB) blue"],
  ])("material: %s in %j", (kind, prompt) => {
    expect(analyzePrompt(prompt).type_of_in_context_material).toContain(kind);
  });

  test.each([
    ["#words=100", "Describe tea in 100 words."],
    ["#sentences=one", "What is tea, in one sentence?"],
    ["#items=5", "Give me 5 reasons to drink tea."],
    ["language=french", "Answer in French."],
    ["format=json", "Return JSON with two keys."],
    ["format=table", "Compare them in a table."],
    ["include=rhymes", "Make it rhyme."],
    ["format=bullet points", "Use bullet points."],
    ["content=haiku", "Write a haiku about tea."],
  ])("constraint: %s in %j", (constraint, prompt) => {
    expect(analyzePrompt(prompt).format_constraints).toContain(constraint);
  });

  test("a plain question has neither", () => {
    const { type_of_in_context_material, format_constraints } = analyzePrompt("Why is the sky blue?");
    expect(type_of_in_context_material).toEqual([]);
    expect(format_constraints).toEqual([]);
  });
});
