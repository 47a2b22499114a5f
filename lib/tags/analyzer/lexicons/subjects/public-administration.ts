/** Words and questions of public administration. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const PUBLIC_ADMINISTRATION: SubjectTerms = {
  hint: `agency, administration, budget, policy, regulation, government, citizen, permit, council, governor,
    program evaluation, funding, accountability, stakeholder, city, official, public, tax, authority,
    ministry, department, neighbourhood, neighborhood, program, form, local, resident, state, office,
    service, census, register, clean up, passport, license, organise, organize, audit`,
  everyday: `public administration, administración pública, bureaucra*, civil service, civil servant,
    city council, town council, city hall, town hall, mayor, local government, government agency,
    government department, government office, public sector, public office, public official, public servant,
    government job, government worker, municipal*, town clerk, passport office, building permit,
    neighbourhood clean up, neighborhood clean up, clean up day, public park program, public works,
    federal agency, tax office, dmv, garbage collection service, public housing, public service,
    postal service, state government, city government, red tape, ombudsman, social security office,
    government program, government form, county clerk, public meeting, town meeting, public library budget,
    government employee, city services, government policy, neighbourhood clean, neighborhood clean,
    clean up event, organising a neighbourhood, city officials, town, government budget, citizens,
    resident counts, permits, residents' complaint, complaint to the city, playground broken, street repair,
    state agency, government authority, ministries, public money, authorities, federal government`,
  basic: `public policy, policy implementation, policy analysis, policy cycle, policy maker, public budget*,
    public finance, zoning board, city manager, council manager, regulatory agency, rulemaking,
    public procurement, tender process, administrative reform, spoils system, merit system, pendleton act,
    patronage, woodrow wilson's, politics administration, government accountability,
    transparency in government, freedom of information, e government, egovernment, open government,
    public private partnership, privatization, privatisation, decentrali*, devolv* government,
    intergovernmental, block grant, county government, emergency management, fema, disaster response agency,
    census bureau, participatory budget*, program budget, line item budget, zero based budget*,
    cost benefit analysis, performance measurement in government, nonprofit management, government grant,
    chain of command, hierarchy of offices, max weber bureaucracy, street level bureaucra*, sunset clause,
    public consultation, civic engagement, stakeholder consultation, governance, good governance,
    general schedule, civil service exam, administrative state, inspector general, regulatory impact,
    public interest, subsidiarity, levels of government, administrator, administrators, public manager,
    administrative, administrative agency, public budgeting, government contract, public tender,
    civil servants, appointed official, elected official, patronage job, merit based hiring, career civil,
    government reform, public accountability, oversight, audit office, court of auditors,
    whistleblow* in government, corruption in government, anti corruption, ethics commission,
    policy process, policy making, policymak*, policy evaluation, evaluation design, policy agenda,
    implementation gap, local authority, municipality, metropolitan government, special district,
    regional government, home rule, city charter, bond measure, tax levy, property tax assess*,
    public hearing, citizen participation, community engagement, digital government, open data, smart city,
    public health administration, regulatory, regulation of, deregulat*, nationali*, welfare administration,
    public enterprise, state owned, planning permission, land registry, vital records, population register,
    resident register`,
  expert: `muddling through, lindblom, incrementalis*, posdcorb, gulick, urwick, herbert simon,
    administrative behavior, bounded rationality in, satisfic*, lipsky, new public management,
    new public service, denhardt, new public governance, public value, mark moore, waldo,
    administrative state by, frederickson, minnowbrook, goodnow, friedrich finer, friedrich and finer,
    principal agent in public, public choice bureaucra*, niskanen, tullock, iron triangle, issue network,
    heclo, wildavsky, ppbs, planning programming budgeting, performance based budget*, gpra,
    collaborative governance, ansell and gash, network governance, co production of public, wicked problem,
    rittel, pressman and wildavsky, top down implementation, bottom up implementation, garbage can model,
    advocacy coalition framework, multiple streams, policy feedback, tiebout, fiscal federalism,
    principle of subsidiarity, unfunded mandate, administrative procedure act, notice and comment, oira,
    delegated legislation, agencification, quango, public service motivation, perry and wise,
    representative bureaucracy, administrative burden, moynihan and herd, red tape theory,
    goal displacement, bureau shaping, isomorphic mimicry, peters and, rational comprehensive model,
    public service bargain, senior executive service, hatch act`,
  examples: `How do I register after moving to a new town?
Answer this complaint from a citizen.
How does a city decide where to put a playground?
Why does the office take so long?
Plan a clean-up day for our street with the council.
Who checks how a ministry spends its money?
How is a census taken?
Draft a notice to residents about roadworks.
Should the town run the swimming pool itself or hire a firm?
How can an agency measure whether a programme works?`,
};
