/** A few pairs in other languages than English. */
import type { Rng } from "../../base/index.js";
import type { Content, LanguageItem } from "./content.js";
import { type Core, NEUTRAL_TRAITS, plainTruth, type Task } from "./traits.js";

/** A pair about one item. The first core is right. */
export function languageTask(item: LanguageItem, rng: Rng): Task {
  const write = (statement: string, correctness: number): Core => {
    const count = rng.int(item.details.length + 1);
    return {
      text: [statement, ...rng.sample(item.details, count)].join(" "),
      dressable: false,
      traits: { ...NEUTRAL_TRAITS, correctness, completeness: (1 + count) / (1 + item.details.length) },
    };
  };
  return {
    prompt: item.prompt,
    truth: plainTruth("language", item.prompt, item.subject, { language: item.language }),
    cores: [write(item.right, 1), write(item.wrong, 0)],
  };
}

export function languageItems(content: Content, split: LanguageItem["split"]): readonly LanguageItem[] {
  return content.languages.filter((item) => item.split === split);
}
