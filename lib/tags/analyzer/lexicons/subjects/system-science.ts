/** Words and questions of system science. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const SYSTEM_SCIENCE: SubjectTerms = {
  hint: `system, feedback, model, loop, complex, network, control, flow, stock, input, output, behaviour,
    behavior, stability, simulation, boundary, element, interaction, whole, dynamic, adapt*, delay, process,
    structure, component, emerge*, balance, growth, runaway, influence, bathtub, thermostat, resilience,
    equilibrium, chaos, self regulat*`,
  everyday: `systems thinking, system thinking, system science, systems science, feedback loop,
    butterfly effect, complex system, chain reaction in a system, domino effect, vicious circle,
    vicious cycle, whole is greater, sum of its parts, ripple effect, unintended consequence,
    big picture thinking, flow chart, bottleneck, traffic as a system, ant colony as a system,
    snowball effect, self regulating, control system, systems, system reacts, loops in a system,
    output of a system, comes back and influences, complex systems, complexity, system model,
    system diagram, stabilise itself, stabilises, tipping points, chain of effects, knock on effect,
    interconnected, small changes`,
  basic: `cybernetic*, general systems theory, systems theory, system dynamics, negative feedback,
    positive feedback, reinforcing loop, balancing loop, causal loop, stock and flow, stocks and flows,
    open system, closed system in systems, system boundary, emergence, emergent, emergent behavior,
    self organi*, homeostat*, leverage point, donella meadows, limits to growth, chaos theory,
    complexity theory, complexity science, complex adaptive, nonlinear dynamic*, nonlinear system,
    tipping point, agent based model, cellular automata, game of life conway, network effect, small world,
    operations research, control theory, systems engineering, iceberg model, mental model, black box model,
    requirements traceability, time delay in feedback, equilibrium state, resilience of a system,
    redundancy, robustness, holism, reductionism, interdependen*, bertalanffy, norbert wiener, subsystem,
    input and output of the system, simulation model, queueing theory, linear programming,
    optimisation model, decision theory, feedforward, setpoint, attractor, system archetype,
    shifting the burden, runaway growth, feedback loops, loop diagram, inflow, outflow, bathtub model,
    control loop, stabilises the system, negative loop, positive loop, reinforcing, delay in a system,
    oscillation in supply, beer game, bullwhip, supply chain delay, dynamic system, dynamical system,
    nonlinear, nonlinearity, hierarchy of systems, environment of a system, systems approach, holistic,
    system behaviour, system behavior, system structure, scenario model, sensitivity analysis,
    phase transition in systems, network theory, random network, hub in a network, agent based, swarm,
    flocking, adaptive system, coevolving, equilibrium of a system, steady state, perturbation, robust,
    fragility, antifragile, wicked problem system, human factors, socio technical, sociotechnical,
    reliability engineering, safety engineering, risk analysis, optimiz* under constraints,
    trade off analysis, system requirements, interface control, verification and validation,
    life cycle of systems, entropy and information, information theory, shannon, signal and noise,
    control engineering, mapping a system`,
  expert: `requisite variety, ashby, variety attenuat*, viable system model, stafford beer,
    second order cybernetics, von foerster, autopoiesis, maturana, varela, soft systems methodology,
    checkland, catwoe, rich picture, critical systems heuristics, ulrich's boundary, panarchy,
    adaptive cycle, holling, self organized criticality, self organised criticality, sandpile, per bak,
    edge of chaos, strange attractor, lorenz attractor, lyapunov exponent, bifurcation diagram,
    hopf bifurcation, logistic map, limit cycle, phase portrait, state space model, controllability,
    observability, kalman filter, lqr, model predictive control, h infinity, root locus, nyquist criterion,
    describing function, sliding mode, dissipative structure, prigogine, synergetics, haken,
    scale free network, preferential attachment, barabasi, watts strogatz, percolation threshold,
    betweenness centrality, fitness landscape, nk model, kauffman, hysteresis in system, forrester, world3,
    stella model, vensim, pid tuning, design structure matrix, mbse, sysml, v model of systems engineering,
    fmea, fault tree analysis, reliability block diagram, stamp stpa, discrete event simulation,
    markov decision, effective complexity, santa fe institute, hierarchy theory, near decomposability,
    simon's architecture of complexity, good regulator, conant, ergodicity, time constant of the system,
    transient response, law of requisite`,
  examples: `Why do small changes sometimes have huge effects?
Draw a loop diagram of how traffic and housing act on each other.
Why do delays make orders swing up and down?
How can order arise without anyone in charge?
Where is the best place to intervene in such a complicated system?
How does a thermostat keep the temperature steady?
Model the stock of fish and the flows in and out.
What makes a network break down all at once?
How do parts together do what no part does alone?
Why does building roads create more traffic, seen as a whole?`,
};
