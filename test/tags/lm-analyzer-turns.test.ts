/** Which parts of a conversation an analyzer is shown. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { firstUserTurns } from "../../lib/tags/lm-analyzer/index.js";
import { SHOWN_CHARACTERS, shownTurns } from "../../lib/tags/lm-analyzer/shown-turns.js";
import { hasShared, sharedPath } from "../shared.js";

describe("firstUserTurns", () => {
  test.each<[string, string, string[]]>([
    ["numbered turns", "[Turn 1]\nName a river.\n\n[Turn 2]\nAnd a lake?", ["Name a river.", "And a lake?"]],
    ["a third turn is left out", "[Turn 1] a\n[Turn 2] b\n[Turn 3] c", ["a", "b"]],
    ["a single numbered turn", "[Turn 1]\nName a river.", ["Name a river."]],
    [
      "a number out of order is part of the text",
      "[Turn 1]\na\n[Turn 7]\nb\n[Turn 2]\nc",
      ["a\n[Turn 7]\nb", "c"],
    ],
    ["numbered exchanges", "[Turn 1]\nUser: a\nAssistant: b\n\n[Turn 2]\nUser: c\nAssistant: d", ["a", "c"]],
    [
      "a conversation in one line",
      "Human: Hello there. Assistant: Hi! Human: Tell me a joke.",
      ["Hello there.", "Tell me a joke."],
    ],
    ["paragraphs", "\n\nHuman: One?\n\nAssistant: Yes.\n\nHuman: Two?\n\nAssistant:", ["One?", "Two?"]],
    ["a single turn that waits", "Human: One?\n\nAssistant:", ["One?"]],
    ["other names", "User: One?\nAI: Yes.\nUser: Two?", ["One?", "Two?"]],
    ["bold names", "**User:** One?\n\n**Assistant:** Yes.\n\n**User:** Two?", ["One?", "Two?"]],
    ["capitals", "USER: One? ASSISTANT: Yes. USER: Two? ASSISTANT:", ["One?", "Two?"]],
    ["system text is not the user's", "System: Be kind.\nUser: One?\nAssistant:", ["One?"]],
    ["headings", "### Human: One?\n### Assistant: Yes.\n### Human: Two?", ["One?", "Two?"]],
    [
      "role tokens",
      "<|user|>\nOne?\n<|assistant|>\nYes.</s>\n<|user|>\nTwo?\n<|assistant|>\n",
      ["One?", "Two?"],
    ],
    [
      "ChatML",
      "<|im_start|>system\nBe kind.<|im_end|>\n<|im_start|>user\nOne?<|im_end|>\n<|im_start|>assistant\n",
      ["One?"],
    ],
    [
      "Llama 3",
      "<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\nOne?<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n",
      ["One?"],
    ],
    ["Gemma", "<start_of_turn>user\nOne?<end_of_turn>\n<start_of_turn>model\n", ["One?"]],
    [
      "Llama 2",
      "<s>[INST] <<SYS>>\nBe kind.\n<</SYS>>\n\nOne? [/INST] Yes. </s><s>[INST] Two? [/INST]",
      ["One?", "Two?"],
    ],
    [
      "an empty turn does not count",
      "Human: One?\n\nAssistant: Yes.\n\nHuman:\n\nAssistant:\n\nHuman: Two?",
      ["One?", "Two?"],
    ],
  ])("%s", (_, prompt, turns) => {
    expect(firstUserTurns(prompt, 2)).toEqual(turns);
    expect(firstUserTurns(prompt, 1)).toEqual(turns.slice(0, 1));
  });

  test.each([
    "",
    "  Name a river.\n",
    "What does Human: mean, and Assistant: too?",
    "In [Turn 1] the player moves. [Turn 2] is the dealer's.",
    "Explain the markers <|user|> and <|assistant|>.",
    "Continue the dialogue.\nUser: Hi\nAssistant: Hello\nUser: How are you?",
    "Human: the next step in evolution",
    "User: a short history of the word",
    "Human:",
    // A finished dialogue is material, not a conversation that waits.
    "User: Hi\nAssistant: Hello, what can I do for you? Summarise this exchange.",
    "User: what is generative AI: hype or hope?",
    "Assistant: Hello!",
    "Human rights: a summary, please.",
    "USER:PASSWORD@HOST, what is this form of address called?",
    "[Turn 2]\nstarts in the middle",
    "[Turn 1]",
    "<|user|>",
  ])("a text that is no transcript stays whole: %j", (prompt) => {
    expect(firstUserTurns(prompt, 2)).toEqual([prompt]);
  });

  test("hostile texts take no more than a look at each character", () => {
    for (const piece of [
      "<|user|>",
      "Human: ",
      "Human: a Assistant: ",
      "[INST] <<SYS>>",
      "[Turn 1]\n",
      "\n\n\n",
      "**",
    ]) {
      const prompt = piece.repeat(Math.ceil(1_000_000 / piece.length));
      expect(firstUserTurns(prompt, 2).length).toBeLessThanOrEqual(2);
    }
  });

  test.skipIf(!hasShared("data", "preferences", "mt-bench.jsonl"))(
    "mt-bench's prompts of two turns give two texts and its others one (skipped: no shared data)",
    () => {
      const lines = readFileSync(sharedPath("data", "preferences", "mt-bench.jsonl"), "utf8")
        .trim()
        .split("\n");
      const rows = lines.map((line) => JSON.parse(line) as { prompt: string; turn: number });
      expect(rows.filter(({ prompt, turn }) => firstUserTurns(prompt, 2).length !== turn)).toEqual([]);
      const first = new Set(rows.filter(({ turn }) => turn === 1).map(({ prompt }) => prompt.trim()));
      const second = rows.filter(({ turn }) => turn === 2).map(({ prompt }) => firstUserTurns(prompt, 2)[0]!);
      expect(second.filter((text) => first.has(text)).length).toBeGreaterThan(second.length / 2);
    },
  );
});

describe("shownTurns", () => {
  test("a plain prompt is shown as it is", () => {
    expect(shownTurns("Name a river.")).toEqual(["Name a river."]);
    expect(shownTurns("👩‍🚀 مرحبا e\u0301")).toEqual(["👩‍🚀 مرحبا e\u0301"]);
  });

  test("of a long text beginning and end are shown, and how much is missing", () => {
    const { first, last } = SHOWN_CHARACTERS;
    const [shown] = shownTurns(`${"a".repeat(first)}${"b".repeat(1_000_000)}${"c".repeat(last)}`);
    expect(shown).toBe(`${"a".repeat(first)}\n[… 1000000 characters left out …]\n${"c".repeat(last)}`);
    expect(shownTurns("a".repeat(first + last))).toEqual(["a".repeat(first + last)]);
  });

  test("what is no Unicode text becomes the replacement character, also where a cut makes it so", () => {
    expect(shownTurns("a\ud800b\0c\udfff")).toEqual(["a\ufffdb\ufffdc\ufffd"]);
    const [shown] = shownTurns(`${"a".repeat(SHOWN_CHARACTERS.first - 1)}${"😀".repeat(20_000)}`);
    expect(shown).not.toMatch(/\p{Surrogate}/u);
    expect(shown).toContain("\ufffd\n[…");
  });
});
