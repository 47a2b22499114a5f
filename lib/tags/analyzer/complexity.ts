/** Complexity of intents: how many goals and requirements an instruction has (paper, Table 12). */
import { sentences } from "../../text/index.js";
import type { ScalarValue } from "../vocabulary.js";
import { REQUEST_VERB, REQUIREMENT } from "./prompt-cues.js";

/** Up to so many requirements an instruction is simple, up to so many moderate. */
const SIMPLE_MAX = 2;
const MODERATE_MAX = 4;
const LIST_ITEM = /^\s*(?:[-*•]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S/gm;
/** List items are often material; so many count as one requirement. */
const ITEMS_A_REQUIREMENT = 2;
/** A further request in the same sentence. */
const JOINED_REQUEST =
  /(?:,| and| then|;) (?:please |then |also )?(?:write|explain|describe|list|give|make|create|tell|show|provide|summari[sz]e|translate|compare|analy[sz]e|suggest|calculate|solve|find|name|include|add|use|discuss|identify|convert|draw|state|justify|mention)\b/gi;

/** Grades by the number of requests, questions, requirements and constraints. */
export function gradeComplexity(
  text: string,
  constraints: readonly string[],
): ScalarValue<"complexity_of_intents"> {
  const requirements = countRequirements(text) + constraints.length;
  if (requirements <= SIMPLE_MAX) return "simple";
  return requirements <= MODERATE_MAX ? "moderate" : "complex";
}

function countRequirements(text: string): number {
  const parts = sentences(text);
  const requests = parts.filter((part) => part.endsWith("?") || REQUEST_VERB.test(part)).length;
  const joined = text.match(JOINED_REQUEST)?.length ?? 0;
  const added = new Set((text.match(REQUIREMENT) ?? []).map((cue) => cue.toLowerCase())).size;
  const items = text.match(LIST_ITEM)?.length ?? 0;
  return requests + joined + added + Math.floor(items / ITEMS_A_REQUIREMENT);
}
