/** Words and shapes of prompts that tell how free the answer is and how much is asked. Written for this project. */

/** One right answer, to be checked against a key. */
export const SINGLE_ANSWER: readonly RegExp[] = [
  /\b(?:how many|how much|how old|how tall|how far|how long (?:is|was|does it take)|what (?:year|date|day|time|number|percentage|color|is \d)|which (?:one|year|of (?:the|these))|what'?s \d)\b/i,
  /\b(?:(?:in(?:to)? )?which (?!.*\b(?:should|would|recommend|better|best)\b)|who (?:is|was|were|wrote|invented|discovered|painted|won|played|directed|founded)|when (?:did|was|were|is)|where (?:is|was|were|did))\b/i,
  /\bwhat(?:'s| is| are| was| were) the (?:\w+ ){0,2}(?:capital|population|name|symbol|formula|value|result|sum|product|answer|currency|chemical|atomic|opposite|synonym|antonym|plural|square root|derivative|integral|boiling point|output|past tense|largest|smallest|tallest|longest|highest|fastest|first|last)\b/i,
  /\b(?:true or false|yes or no|multiple choice|choose (?:one|the correct|the best|between)|select the|pick (?:one|the correct)|which option|correct (?:answer|option)|fill in the blank)\b/i,
  /\b(?:calculate|compute|solve|evaluate the|simplify|factor|convert|find (?:x|the value|the number|the area|all)|classify|categori[sz]e|label the|extract|sort (?:the|these)|count the|identify the)\b/i,
  /^\s*(?:is|are|was|were|do|does|did|can|could|will|has|have|should) (?!you\b|we\b|i\b)[^?\n]{1,120}\?\s*$/i,
  /^\s*[\d\s+\-*/^().=x×÷]{3,}\??\s*$/,
  /^\s*\(?[A-D][).:] /m,
];

/** Made up, felt, or chosen freely. */
export const FREE_CREATION: readonly RegExp[] = [
  /\b(?:write|compose|create|make up|invent|tell|draft|generate|craft|give|pen)\b(?: \w+){0,5} (?:story|stories|poem|poetry|song|lyrics|haiku|limerick|sonnet|joke|jokes|tale|fable|rap|verse|scene|dialogue|monologue|screenplay|script for a|novel|fan ?fiction|riddle|ode|ballad|skit|plot|character|slogan|tagline|pun|puns|speech|toast|blog post|essay|letter|metaphor|sci-fi|fairy ?tale|diary)\b/i,
  /\b(?:brainstorm|imagine|pretend|role-?play|improvise|come up with|dream up|creative(?:ly)?|freely|invent)\b/i,
  /\b(?:act as|you are (?:a|an|the) |if you were|as if you were|yourself as|picture yourself|from the perspective of|in the style of|continue the story|surprise me|anything you like)\b/i,
  /^\s*as an? [^,.?\n]{2,60}, .*\byour?\b/i,
  /\bwhat (?:if|would happen if|do you think)\b|\b(?:your (?:opinion|view|thoughts|favou?rite)|how do you feel|share your)\b/i,
  /\b(?:names? for (?:a|an|my)|slogans? for|titles? for)\b/i,
];

/** Advice, planning, argument: several good answers. */
export const DISCUSSION: readonly RegExp[] = [
  /\b(?:how (?:can|should|could|might|would|to|do i|do we|do you)|why (?:should|might|would)|what (?:should|can|could|would|are some|are the (?:best|pros|main|benefits|advantages|most)|matters|to do)|where (?:do|should|can) i)\b/i,
  /\b(?:discuss|advise|advice|recommend|suggest|suggestions?|ideas?|tips?|plan|design|outline|propose|argue|persuade|debate|reflect|elaborate|pros and cons|strategy|strategies|ways to|steps (?:to|for)|guide|tutorial|review|critique|help (?:me|with)|best way|points on|i would like to|i want to|tell me about|write .{0,30}\babout)\b/i,
];

/** Explanation of how things are: the content is set, the wording is not. */
export const EXPLANATION =
  /\b(?:explain|describe|why|how (?:do|does|did|is|are|was|were)|compare|contrast|difference|analy[sz]e|evaluate|mean|means|background|show|summari[sz]e|sum up|translate|rewrite|paraphrase|function|code|program)\b/i;

/** Verbs that start a request. */
export const REQUEST_VERB =
  /^(?:please |kindly |then |and |also |now |next,? |finally,? |first,? |second,? |can you |could you |would you |i want you to |i need you to |you (?:must|should) )*(?:write|explain|describe|list|give|make|create|tell|show|provide|summari[sz]e|translate|compare|analy[sz]e|discuss|generate|design|calculate|solve|find|name|suggest|recommend|identify|outline|draft|compose|rewrite|edit|fix|correct|convert|classify|sort|add|include|use|mention|avoid|keep|ensure|start|begin|end|finish|answer|respond|return|state|define|plan|build|implement|develop|evaluate|justify|prove|derive|consider|imagine|format|limit|highlight|cite|do not|don't|never|always|assume|choose|pick|select|rank|extract|replace|remove|check|test|improve|optimi[sz]e|teach|help|act|pretend|count|estimate|predict|simplify|proofread|organi[sz]e|arrange|complete|continue|present|propose|brainstorm|note|organise|output|put|refer|review|round|say|set|specify|spell|support|focus)\b/i;

/** Words inside a sentence that add a requirement. */
export const REQUIREMENT =
  /\b(?:must|should (?:be|have|include|not)|has to|have to|needs? to|make sure|be sure|ensure|at least|at most|no more than|exactly|without|including|also|as well as|in addition|additionally|furthermore|instead of|do not|don't|only|each|both|respectively|except|unless|and then|followed by|along with)\b/gi;

/** Asking for the answer of an expert, by level or by the kind of task. */
export const EXPERT_CUES: readonly RegExp[] = [
  /\b(?:prove|proof|derive|derivation|theorem|lemma|corollary|rigorous(?:ly)?|formal(?:ly)? (?:define|definition|verify|proof)|closed[- ]form|asymptotic(?:ally)?|eigenvalues?|eigenvectors?|hamiltonian|lagrangian|manifold|stochastic|bayesian|variational|differential equations?|homolog\w+|isomorphi\w+|np-(?:hard|complete)|amortized|time complexity|big[- ]o)\b/i,
  /\b(?:ph\.?d|postdoc|graduate[- ]level|doctoral|peer[- ]reviewed|state of the art|literature review|in-depth technical|clinical trial|pathophysiolog\w+|pharmacokinetics?|pharmacodynamics?|contraindicat\w+|differential diagnosis|etiolog\w+|histolog\w+|dosage adjustment|randomi[sz]ed controlled|meta-analysis)\b/i,
  /\b(?:jurisprudence|stare decisis|mens rea|fiduciary|estoppel|collateral attack|tort liability|case law|statutory interpretation|econometric\w*|heteroskedasticity|instrumental variable|monetary transmission|epistemolog\w+|hermeneutic\w*|phenomenolog\w+|ontolog\w+|historiograph\w+)\b/i,
  /\b(?:distributed systems?|consensus (?:algorithm|protocol)|raft|paxos|race condition|memory barrier|garbage collector|compiler optimi[sz]ation|backpropagation|attention mechanism|transformer architecture|gradient descent|kernel module|lock-free|cache coherence|quantum (?:field|entanglement|computing|error)|renormali[sz]ation|spectroscop\w+|crystallograph\w+|catalytic mechanism|enzyme kinetics|michaelis|transcription factors?|crispr|finite element|navier[- ]stokes|reynolds number|transfer function|bode plot|phase margin)\b/i,
];

/** Asking for an answer that everybody follows. */
export const LAY_CUES =
  /\b(?:like i'?m (?:five|5|\d+)|to a (?:child|kid|\d+[- ]year[- ]old|beginner|layperson)|in (?:simple|layman'?s?|plain|everyday) (?:terms|words|language|english)|for (?:kids|children|beginners|dummies)|simple explanation|eli5|basics of)\b/i;
