/** Words of prompts that tell how much one must know to answer. Written for this project. */

/** Words of advanced work in any field. */
export const EXPERT_CUE =
  /\b(?:prove|proof|deriv(?:e|ation)|theorem|lemma|corollary|rigorous(?:ly)?|formally|closed[- ]form|asymptotic(?:ally)?|stochastic|bayesian|ph\.?d|postdoc|graduate[- ]level|doctoral|peer[- ]reviewed|state of the art|literature review|in-depth|randomi[sz]ed controlled|meta-analysis|mixed[- ]methods|case law|methodolog\w+|empirical(?:ly)?|theoretical(?:ly)?|quantitative(?:ly)?|trade-?offs?|edge cases?|sensitivity analysis|robustness|specification|critique|counterexamples?|operationali[sz]e|confounders?|causal(?:ity)?)\b/gi;

/** Asking for an answer that everybody follows. */
export const LAY_CUE =
  /\b(?:like i'?m (?:five|5|\d+)|to a (?:child|kid|\d+[- ]year[- ]old|beginner|layperson)|in (?:simple|layman'?s?|plain|everyday) (?:terms|words|language|english)|for (?:kids|children|beginners|dummies)|simple explanation|eli5|basics of)\b/i;

/** Tasks of people of the trade. */
export const TASK_CUE =
  /\b(?:prove|derive|evaluate|assess|design|propose|critique|reconstruct|justify|implement|formali[sz]e|optimi[sz]e|model|diagnose|reconcile)\b/i;

/** Names of general results and ways of thought. */
export const THEORY_CUE =
  /\b(?:theor(?:y|ies|em)|principle|equation|framework|hypothesis|coefficient|mechanism|criteri(?:on|a)|paradox|effect|doctrine|argument|analysis|assumptions?|according to|distinguish|law of|'s law|conditions?)\b/gi;

/** A single fact is asked for. */
export const FACT_CUE = /\b(?:who|when|where|how many|which year|what year|name)\b/i;

/** Help in daily life. */
export const ADVICE_CUE =
  /\b(?:how do i|how can i|how should i|where do i|tips|advice|best way|recommend\w*|ideas?|suggest\w*|guidance|pointers?|beginner at|walk me through|talk me through|help me|where (?:would you|do i|to) (?:begin|start))\b/i;

/** The form of the answer is what matters. */
export const FORM_CUE = /\b(?:bullets?|sentences?|words|json|numbered list|steps for)\b/i;

/** Something made up is wanted. */
export const CREATION_CUE =
  /\b(?:write|compose|make up|invent|imagine|pretend|tell me|give me|draft|create)\b[^.?!\n]{0,60}\b(?:story|tale|poem|haiku|song|limerick|joke|riddle|scene|dialogue|monologue|speech|toast|names?|slogans?|character)\b/i;
