/** Words and questions of political science. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const POLITICAL_SCIENCE: SubjectTerms = {
  hint: `government, president, vote, voter, party, policy, law, campaign, state, nation, rights, power,
    regime, treaty, minister, leader, king, liberal, conservative, country, candidate, citizen, reform,
    right wing, left wing, bill, freedom, protest, war, border, national, security, monarch*, minority,
    majority, dictator, capitol, constituency, head of state`,
  everyday: `politic*, polític*, democra*, republic, election, parliament*, senate, senator, congress,
    congressman, constitution, constitutional, white house, prime minister, presidential, president of the,
    vice president, monarchy, dictatorship, communis*, socialis*, fascis*, united nations, nato,
    european union, brexit, voting, ballot, republican party, republicans, democrats, labour party, trump,
    obama, biden, putin, bill of rights, political party, foreign policy, immigration policy, gun control,
    freedom of speech, human rights, terrorism policy, coup, ambassador, embassy, diplomat,
    election campaign, government type, propaganda, superpower, nuclear deal, first lady,
    head of government, supreme court justice, elections, voter turnout, governments, voters,
    country is governed, king and a president, ruling party, opposition party, political system,
    citizens' rights, national anthem law, register to vote, polling station, absentee, mail in ballot,
    debate between candidates, election day, chancellor, queen elizabeth role, parliaments`,
  basic: `separation of powers, checks and balances, federalism, federal system, unitary state, bicameral,
    house of commons, house of lords, house of representatives, lobbying, lobbyist, interest group,
    referendum, gerrymander*, filibuster, veto, coalition government, proportional representation,
    first past the post, plurality vot*, plurality election, single member district, electoral college,
    electoral system, swing state, primary election, caucus, suffrage, sovereignty, nation state, diploma*,
    geopolitic*, international relations, authoritarian*, totalitarian*, oligarch*, theocracy, autocra*,
    anarchis*, liberalism, conservatism, libertarian*, populis*, nationalism, welfare state,
    civil liberties, civil society, rule of law, social contract theory, machiavelli, the prince, hobbes,
    locke, montesquieu, tocqueville, confidence vote, no confidence, vote of no confidence,
    parliamentary system, presidential system, semi presidential, impeach*, executive branch,
    legislative branch, judicial branch, legislature, legislat*, security council, general assembly,
    soft power, deterrence, balance of power, cold war politics, containment, sanctions,
    treaty ratification, european commission, common market, ideolog*, political spectrum, direct democracy,
    ranked choice, devolution, two party system, multiparty, bureaucratic politics, federation,
    federal state, confederation, division of powers, devolved, unicameral, upper house, lower house,
    speaker of the house, majority leader, whip, cabinet, minority government, snap election, run off,
    runoff, approval voting, alternative vote, party list, threshold of, compulsory voting, voter id,
    redistrict*, swing voter, exit poll, opinion poll, political culture, political science,
    comparative politics, political theory, political scientist, legitimacy, consent of the governed,
    constitutional monarchy, absolute monarchy, city state, failed state, puppet state, buffer state,
    non aligned, détente, arms control, nonproliferation, proxy war, sphere of influence, hard power,
    multilateral*, bilateral*, supranational, united nations charter, peacekeeping mission, g7, g20, brics,
    asean, african union, arab league, hamas, hezbollah, zionism, maoism, leninis*, trotskyis*,
    social democracy, neoliberal*, neoconservat*, green party, tea party, far right, far left, separatis*,
    secession, self determination of people, irredent*, citizenship policy, political asylum`,
  expert: `realpolitik, structural realis*, neorealis*, kenneth waltz, waltz, mearsheimer,
    offensive realism, defensive realism, morgenthau, liberal institutionalis*, constructivism in, wendt,
    security dilemma, hegemonic stability, democratic peace, anarchy in international, two level game,
    bandwagoning, offshore balancing, duverger, median voter, anthony downs, arrow's theorem, condorcet,
    d'hondt, sainte lague, gallagher index, effective number of parties, consociational*, lijphart,
    polyarchy, dahl, sartori, cleavage theory, lipset, rokkan, veto player, tsebelis, selectorate,
    path dependence, historical institutionalism, rational choice institutionalism, principal agent in,
    politics as a vocation, monopoly on violence, monopoly of legitimate, legitimate violence,
    weber's definition of the state, carl schmitt, state of exception, biopolitics, gramsci, hegemony,
    poulantzas, arendt, habermas, deliberative democracy, agonis*, mouffe, agenda setting theory,
    policy window, kingdon, advocacy coalition, punctuated equilibrium in, principle of subsidiarity,
    comitology, spitzenkandidat, clientelis*, patrimonial*, rentier state, resource curse,
    competitive authoritarian*, levitsky, linz, o'donnell, democratic backsliding, executive aggrandizement,
    political opportunity structure, responsibility to protect, jus cogens politics, audience costs,
    process tracing, collective action problem, mancur olson, olson`,
  examples: `How is the prime minister chosen?
What's the difference between the two chambers of parliament?
Why do people not vote?
Is a two-party system worse than many parties?
How does a law get passed?
What do liberals and conservatives disagree about?
Why do states go to war with each other?
What would it take to remove a president?
Explain how a dictatorship stays in power.
Should the voting age be lowered to sixteen?`,
};
