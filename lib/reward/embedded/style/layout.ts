/** Length and layout: how much there is, and how it is set out. */
import { countMatches, occurs, type StyleFeature } from "./style-feature.js";

const LIST_LINE = /^[ \t]*(?:[-*•]|\d+[.)])\s+\S/gm;

export const LAYOUT_FEATURES: readonly StyleFeature[] = [
  {
    name: "log-words",
    about: "log(1 + words)",
    value: ({ response }) => Math.log1p(response.words.length),
  },
  {
    name: "very-short",
    about: "1 below four words",
    value: ({ response }) => (response.words.length < 4 ? 1 : 0),
  },
  {
    name: "word-length",
    about: "mean characters a word",
    value: ({ response }) =>
      response.words.reduce((sum, word) => sum + word.length, 0) / Math.max(1, response.words.length),
  },
  {
    name: "sentence-length",
    about: "log(1 + words a sentence)",
    value: ({ response }) => Math.log1p(response.words.length / Math.max(1, response.sentences.length)),
  },
  {
    name: "list-items",
    about: "log(1 + lines that are list items)",
    value: ({ response }) => Math.log1p(countMatches(response.text, LIST_LINE)),
  },
  {
    name: "headings",
    about: "log(1 + Markdown headings)",
    value: ({ response }) => Math.log1p(countMatches(response.text, /^#{1,6} \S/gm)),
  },
  {
    name: "bold",
    about: "log(1 + spans in bold)",
    value: ({ response }) => Math.log1p(countMatches(response.text, /\*\*[^*\n]+\*\*/g)),
  },
  {
    name: "table",
    about: "1 with a Markdown table",
    value: ({ response }) => occurs(response.text, /^[ \t]*\|.*\n[ \t]*\|?[ \t:|-]+\|/m),
  },
  {
    name: "code-blocks",
    about: "log(1 + fenced code blocks)",
    value: ({ response }) => Math.log1p(countMatches(response.text, /```[^`]+```/g)),
  },
  {
    name: "paragraphs",
    about: "log(1 + paragraphs)",
    value: ({ response }) => Math.log1p(response.text.split(/\n\s*\n/).length),
  },
  {
    name: "numbers",
    about: "log(1 + numbers)",
    value: ({ response }) => Math.log1p(response.words.filter((word) => /^\d/.test(word)).length),
  },
  {
    name: "cut-off",
    about: "1 where prose ends without a closing mark (mid-sentence)",
    value: ({ response }) =>
      response.code === "" &&
      response.words.length > 3 &&
      !/[.!?:)\]}"'”’*`|]\s*$|\d\s*$/u.test(response.text)
        ? 1
        : 0,
  },
  {
    name: "capitals",
    about: "share of letters in upper case, above a tenth",
    value: ({ response }) =>
      Math.max(
        0,
        countMatches(response.text, /\p{Lu}/gu) / Math.max(1, countMatches(response.text, /\p{L}/gu)) - 0.1,
      ),
  },
];
