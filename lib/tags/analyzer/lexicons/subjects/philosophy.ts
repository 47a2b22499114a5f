/** Words and questions of philosophy. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const PHILOSOPHY: SubjectTerms = {
  hint: `truth, moral, morality, meaning, virtue, belief, justice, knowledge, mind, existence, argument,
    reason, soul, ethical, consciousness, good, evil, freedom, theory, dilemma, wisdom, happiness, reality,
    duty, right and wrong, fairly, debate, self, objection, rational, principle`,
  everyday: `philosoph*, filosof*, ethics, socrates, plato, aristotle, nietzsche, descartes, confucius,
    free will, meaning of life, purpose of life, thought experiment, moral dilemma, ethical dilemma,
    i think therefore i am, cogito, ethically, morally, existence of god, trolley problem,
    afterlife argument, what is truth, what is consciousness, karl marx, voltaire, stoic, stoicism,
    cynicism, golden mean, does god exist, right or wrong, ethical implication, ethical consideration,
    arguing fairly, skeptic*, brain in a vat`,
  basic: `kant, kantian, immanuel kant, hume, david hume, locke, hobbes, rousseau, spinoza, leibniz, hegel,
    kierkegaard, schopenhauer, sartre, camus, simone de beauvoir, heidegger, wittgenstein, bertrand russell,
    john stuart mill, bentham, epicur*, seneca, marcus aurelius, epictetus, utilitarian*, consequential*,
    deontolog*, virtue ethics, categorical imperative, existential*, nihilis*, determinis*, compatibilis*,
    metaphysic*, epistemolog*, ontolog*, aesthetics, empiricis*, rationalis*, dualism, materialism,
    idealism, pragmatism, absurdism, allegory of the cave, theory of forms, social contract,
    veil of ignorance, rawls, nozick, moral relativism, a priori, a posteriori, ship of theseus,
    mind body problem, problem of evil, socratic method, golden rule, hedonism, altruism, ubermensch,
    state of nature, tabula rasa, eudaimonia, pre socratic, taoism philosophy, zeno, philosophy of mind,
    philosophy of science, political philosophy, moral philosophy, just war theory, peter singer,
    effective altruism, experience machine, solipsism, doctrine of double effect, rawls's, plato's,
    aristotle's, kant's, hume's, hegel's, descartes's, nietzsche's, mill's, paradox of, philosophical,
    the good life, natural rights, ring of gyges, pascal's wager, eternal recurrence, will to power,
    will to live, moral philosopher, philosopher, ethicist, moral responsibility, moral duty, moral theory,
    personhood, animal ethics, bioethics, identity over time, knowledge and belief, skepticism, evil demon,
    fatalism, infinite regress, teleolog*, first cause, prime mover, arguing in good faith`,
  expert: `gettier, phenomenolog*, hermeneutic*, husserl, merleau ponty, derrida, deconstruction, foucault,
    deleuze, quine, kripke, frege, rigid designator, possible world, supervenience, qualia,
    functionalism in mind, chalmers, dennett, hard problem, chinese room, davidson, putnam, twin earth,
    internalism, externalism, reliabilism, coherentism, foundationalism, justified true belief,
    problem of induction, new riddle of induction, grue, analytic synthetic, two dogmas, verificationism,
    logical positivis*, vienna circle, popper, falsifiab*, lakatos, feyerabend, kuhn, incommensurab*,
    parfit, personal identity, mereolog*, hylomorph*, haecceit*, dasein, being and time, noumen*,
    transcendental, synthetic a priori, antinomy, aufheb*, master slave dialectic, metaethic*, expressivis*,
    non cognitivis*, error theory, moral realism, is ought, naturalistic fallacy, g e moore, contractualis*,
    scanlon, prima facie dut*, theory of justice, original position, difference principle,
    capabilities approach, bad faith, facticity, panpsychis*, epiphenomenal*, eliminative materialism,
    physicalis*, truthmaker, deflationary theory of truth, sorites, language game, private language, ockham,
    aquinas's five ways, ontological argument, anselm's, occasionalism, monad, conatus, akrasia, phronesis,
    elenchus, euthyphro`,
  examples: `Is it ever right to lie?
Can a machine be conscious?
Do we have free will if everything has a cause?
What makes a life worth living?
Would you sacrifice one person to save five?
How do we know that anything is real?
What did the ancient thinkers say about happiness?
Reconstruct the argument about knowledge in this dialogue and raise an objection.
Is beauty in the eye of the beholder?
How should I argue fairly with someone I disagree with?`,
};
