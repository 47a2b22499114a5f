/** Words of prompts that ask for the answer of an expert, or for one that everybody follows. Written for this project. */

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
