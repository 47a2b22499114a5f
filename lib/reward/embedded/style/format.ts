/** Format: does the response keep to what the prompt asks of its form? */
import { judgeFormat } from "./format-requests.js";
import type { StyleFeature } from "./style-feature.js";

export const FORMAT_FEATURES: readonly StyleFeature[] = [
  {
    name: "format-kept",
    about: "requests of form that are kept",
    value: ({ prompt, response }) => judgeFormat(prompt, response).kept,
  },
  {
    name: "format-broken",
    about: "1 where a request of form is broken",
    value: ({ prompt, response }) => {
      const { requested, kept } = judgeFormat(prompt, response);
      return requested > kept ? 1 : 0;
    },
  },
];
