/** Code: signs that a program is whole and does what was named. No program is run. */
import type { Passage } from "../passage.js";
import { countMatches, occurs, type StyleFeature } from "./style-feature.js";

const FUNCTION = /\b(?:def|function|func|fn)\s+(\w+)\s*(?:<[^>]*>)?\(([^)]*)\)/g;

/** Difference between opening and closing brackets, over the three kinds. */
function unbalanced({ code }: Passage): number {
  const pairs = [
    ["(", ")"],
    ["[", "]"],
    ["{", "}"],
  ] as const;
  return pairs.reduce((sum, [open, close]) => sum + Math.abs(count(code, open) - count(code, close)), 0);
}

function count(text: string, symbol: string): number {
  return text.split(symbol).length - 1;
}

/** Share of functions' parameters that the code names only where it declares them. */
function unusedParameters({ code }: Passage): number {
  const names = [...code.matchAll(FUNCTION)].flatMap((match) =>
    (match[2] ?? "")
      .split(",")
      .map((part) => /^\s*(?:const\s+|mut\s+|&|\*)*(\w+)/.exec(part)?.[1])
      .filter((name): name is string => name !== undefined && name !== "self"),
  );
  const unused = names.filter((name) => countMatches(code, new RegExp(`\\b${name}\\b`, "g")) < 2);
  return names.length === 0 ? 0 : unused.length / names.length;
}

export const CODE_FEATURES: readonly StyleFeature[] = [
  {
    name: "has-code",
    about: "1 with code",
    value: ({ response }) => (response.code === "" ? 0 : 1),
  },
  {
    name: "code-lines",
    about: "log(1 + lines of code)",
    value: ({ response }) =>
      Math.log1p(response.code.split("\n").filter((line) => line.trim() !== "").length),
  },
  {
    name: "brackets-unbalanced",
    about: "log(1 + brackets without a partner) in code",
    value: ({ response }) => Math.log1p(unbalanced(response)),
  },
  {
    name: "returns",
    about: "1 where code that defines a function returns or prints a value, -1 where not, 0 without one",
    value: ({ response: { code } }) =>
      !/\b(?:def|function|func|fn)\s+\w+/.test(code)
        ? 0
        : /\b(?:return|print|yield|console\.log)\b/.test(code)
          ? 1
          : -1,
  },
  {
    name: "unused-parameters",
    about: "share of parameters that the code never uses",
    value: ({ response }) => unusedParameters(response),
  },
  {
    name: "defines-asked-name",
    about:
      "the function that the prompt names in backquotes or before a parenthesis: +1 in the code, -1 not, 0 none",
    value: ({ prompt, response }) => {
      const asked = /\b([A-Za-z_]\w{2,})\(/.exec(prompt.text)?.[1];
      if (asked === undefined || response.code === "") return 0;
      return response.code.includes(asked) ? 1 : -1;
    },
  },
  {
    name: "placeholders",
    about: "1 where code is left out (ellipsis, pass, `your code here`)",
    value: ({ response: { code } }) =>
      occurs(
        code.toLowerCase(),
        /your code|^[ \t]*(?:\.\.\.|pass)[ \t]*$|# \.\.\.|\/\/ \.\.\.|not ?implemented/m,
      ),
  },
  {
    name: "comments",
    about: "log(1 + comments) in code",
    value: ({ response: { code } }) => Math.log1p(countMatches(code, /(?:^|\s)(?:#|\/\/)\s\S|\/\*|"""/gm)),
  },
];
