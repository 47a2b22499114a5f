/** Coarse classes of prompts, from their words alone. A prompt may be in several, or in none. */
import type { Passage } from "./passage.js";

export const PROMPT_CLASSES = ["code", "math", "risky", "question", "instruction"] as const;
export type PromptClass = (typeof PROMPT_CLASSES)[number];

const PATTERNS: Readonly<Record<PromptClass, RegExp>> = {
  code: /```|\b(?:python|javascript|typescript|java|c\+\+|rust|golang|sql|html|css|code|function|program|script|algorithm|bug|compile|regex)\b|\w+\(\w*\)/,
  math: /\d\s*[-+*/×÷=^]\s*\d|\b(?:how (?:many|much)|calculate|compute|solve|equation|sum|total|percent|probability|average|multiply|divided?|minus|plus|times)\b/,
  risky:
    /\b(?:kill|murder|bomb|weapon|gun|shoot|explo\w+|poison|drug|cocaine|heroin|meth|steal|rob|hack|malware|virus|phish\w*|scam|fraud|forge|fake|counterfeit|launder\w*|suicide|self-harm|hurt|harm|attack|assault|abuse|torture|stalk\w*|kidnap\w*|blackmail|threat\w*|racis[tm]|hate|insult|slur|illegal\w*|smuggl\w*|bypass|break into|break-in|lock ?pick\w*|crack|destroy|burn|arson|terroris\w*|porn\w*|nude|sex\w*|cheat|lie|spy|password|disable|overdose|cyanide|discriminat\w*)\b/,
  question: /\?|^\s*(?:what|who|when|where|why|how|which|is|are|do|does|did|can|could|should|would)\b/,
  instruction:
    /^\s*(?:please )?(?:write|list|give|name|explain|describe|summari[sz]e|translate|create|generate|compose|draft|tell|provide|make|rewrite|edit|compare|suggest|design|find|identify|classify|convert|implement|return|show|outline|plan|help|calculate|compute|solve)\b/,
};

/** One flag a class, in the order of {@link PROMPT_CLASSES}. */
export function promptClasses(prompt: Passage): readonly boolean[] {
  return PROMPT_CLASSES.map((name) => PATTERNS[name].test(prompt.lower));
}
