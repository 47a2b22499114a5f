/** Words and questions of logic. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const LOGIC: SubjectTerms = {
  hint: `argument, valid, true, false, statement, conclusion, premise, puzzle, riddle, reason, infer, proof,
    contradict*, consistent, therefore, liar, truth, negation, sound, set, implies, deduce, if and only if,
    father of, brother, relationship between, belong*, taller, tallest, order, clue, pole, shadow, who is,
    possible, sibling, necessarily`,
  everyday: `logic, logic*, lógica, logical, logic puzzle, logically, brain teaser, brainteaser,
    lateral thinking, true or false statement, contradiction, paradox, reasoning, sherlock deduction,
    knights and knaves, knight and knave, truth teller, truth tellers, does not belong, odd one out,
    explain your reasoning, deduct* reasoning, lies and truth, zebra puzzle, who owns the, illogical,
    detective puzzle, valid argument, flawed argument, explain your answer step, spot the fallacy,
    logical conclusion, reasoning step, logic question, is this argument, does it follow, must be true,
    could be true, always lies, tells the truth, who owns what, who is lying, each own, father of b,
    relationship between a, brothers and sisters, which direction, syllogism, contradict, contradictory,
    if all, all cats are, no dogs are, follows that, can we conclude, what can we conclude,
    necessarily true, clues`,
  basic: `syllogis*, fallac*, ad hominem, straw man, strawman, slippery slope, circular reasoning,
    begging the question, false dilemma, red herring, hasty generalization, appeal to authority,
    non sequitur, premises, conclusion follow*, deductive, deduction, inductive reasoning, abductive,
    validity, soundness, valid but not sound, truth table, truth value, proposition, propositional,
    conjunction and disjunction, disjunction, negation of, conditional statement, biconditional, converse,
    contrapositive, inverse of the statement, modus ponens, modus tollens, de morgan, tautolog*,
    boolean algebra, boolean logic, quantifier, universal quantifier, existential quantifier, predicate,
    occam's razor, liar paradox, russell's paradox, barber paradox, zeno's paradox, formal logic,
    symbolic logic, aristotelian logic, venn diagram syllog*, all men are mortal, if p then q, logician,
    informal fallac*, necessary condition, sufficient condition, necessary and sufficient,
    affirming the consequent, denying the antecedent, hypothetical syllogism, disjunctive syllogism,
    reductio ad absurdum, law of excluded middle, excluded middle, law of noncontradiction,
    noncontradiction, logical operator, logical connective, xor, sound argument, invalid, unsound,
    inference, rule of inference, rules of inference, logical fallacy, logical form, logical structure,
    argument form, antecedent, consequent, implication, logical consequence, logically equivalent,
    logical equivalence, equivalence, contraposition, universal affirmative, square of opposition,
    categorical proposition, middle term, major premise, minor premise, sorites paradox, enthymeme,
    analog* argument, induction and deduction, boolean, well formed formula, symbolization, and or not,
    vacuous, double negation, law of identity, bivalence, truth functional, truth values, negate, not p,
    p and q, p or q, if p, godel, bertrand russell set, set of all sets, frege logic, aristotle's logic,
    stoic logic, leibniz logic, george boole, boole, critical thinking, argument analysis, whataboutism,
    appeal to, bandwagon, tu quoque, post hoc, cherry picking, no true scotsman, equivocation,
    composition fallacy, gambler's fallacy, false cause, burden of proof fallacy`,
  expert: `first order logic, second order logic, predicate calculus, propositional calculus,
    predicate logic, godel*, gödel*, incompleteness theorem, completeness theorem, compactness theorem,
    lowenheim, skolem, model theory, proof theory, recursion theory, sequent calculus, natural deduction,
    cut elimination, gentzen, hilbert system, axiomatis*, axiomatiz*, effectively axiomati*, modal logic,
    kripke, kripke frame, accessibility relation, s5, s4, deontic, temporal logic, ltl, ctl,
    epistemic logic, intuitionis*, constructive logic, brouwer, heyting, paraconsistent, dialetheis*,
    relevance logic, many valued, fuzzy logic, linear logic, substructural, lambda calculus, type theory,
    martin lof, curry howard, tarski, undefinab*, entscheidungsproblem, decidab*, decision procedure,
    satisfiab*, resolution refutation, unification algorithm, herbrand, horn clause, conjunctive normal,
    disjunctive normal, prenex, skolemi*, semantic tableau, tableaux, ultraproduct, elementary equivalence,
    quantifier elimination, forcing, continuum hypothesis, naive comprehension, frege's system,
    begriffsschrift, principia mathematica, russell set, type hierarchy, curry's paradox,
    material implication, strict implication, counterfactual conditional, possible world semantics, barcan,
    free logic, default logic, nonmonotonic, abduction logic, sorites logic, vacuously true, w s5,
    consequence relation, entailment, metalogic`,
  examples: `If all cats sleep and Tom is a cat, does Tom sleep?
One of them always lies and one tells the truth: what do you ask?
Is this argument valid or is there a mistake in it?
Who owns which pet, given these clues?
What's wrong with saying everybody believes it, so it is true?
Which number comes next and which word does not belong?
Anna is taller than Ben, Ben is taller than Carl: who is the smallest?
Show that these two formulas are equivalent.
I say that I am lying now: is that true?
Does the conclusion follow from the premises?`,
};
