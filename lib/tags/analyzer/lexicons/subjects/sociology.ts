/** Words and questions of sociology. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const SOCIOLOGY: SubjectTerms = {
  hint: `society, social, culture, cultural, community, gender, race, class, inequality, norm, diversity,
    identity, generation, immigrant, discrimination, minority, group, family, status, people, media, women,
    men, privilege, poverty, technology, city, education, modern, trend, youth, prejudice, behave, attitude,
    divorce, equality, immigration, crime`,
  everyday: `sociolog*, social class, working class, middle class, upper class, social norm, gender role,
    social inequality, racism, racist, sexism, feminis*, stereotype, ethnicity, ethnic group,
    multicultural*, social movement, black lives matter, lgbt*, gender equality, gender gap, gay marriage,
    same sex marriage, social change, consumerism, generation gap, millennials, generation z, gen z, gang,
    homophobi*, homophob*, social pressure, systemic racism, social status, social life, human society,
    ageism, peer group, hate crime, homosexual*, women's rights, baby boomer, cancel culture, hate group,
    immigrant community, race relation, urban life, racial, social hierarchy, income inequality, societies,
    social issue, social problem, social structure, social group, social behavior, modern society,
    culture shock, women in the workplace, wage gap, immigrants, poverty cycle, sociologist, youth culture,
    divorce rate, marriage rate, population aging, neighborhoods and class`,
  basic: `durkheim, max weber, karl marx, marxis*, bourgeoisie, proletariat, class conflict,
    social stratification, socioeconomic, social mobility, socialization, socialisation, demograph*,
    deviance, deviant behavior, subculture, counterculture, patriarch*, intersectionality, social capital,
    gentrif*, social institution, social cohesion, functionalism, conflict theory, symbolic interaction*,
    division of labor, division of labour, mechanical solidarity, organic solidarity, anomie,
    collective consciousness, collective behavior, caste system, assimilation, acculturation, segregation,
    urbanization, secularization, globalisation, in group, out group, primary group, secondary group,
    social role, role conflict, role strain, ascribed status, achieved status, total institution,
    labeling theory, labelling theory, alienation, comte, spencer, social darwinism, c wright mills,
    sociological imagination, white privilege, institutional racism, microaggression, glass ceiling,
    folkways, sanctions informal, meritocracy, bureaucracy weber, protestant ethic, rationalization,
    w e b du bois, double consciousness, looking glass self, moral panic, social construct*, cohesion,
    social order, social control, social stratum, class system, status symbol, conspicuous consumption,
    veblen, social network theory, social movement theory, agent of socialization, gender norm, masculinity,
    femininity, queer theory, heteronormativ*, racial inequality, racialization, ethnic enclave, diaspora,
    multiculturalism, melting pot, segregat*, redlining, underclass, culture of poverty,
    deferred gratification, prison industrial, recidivism, crime rate, white collar crime, deviant,
    hidden population, qualitative interview, ethnographic interview, survey sampling, focus group,
    participant sociology, longitudinal study, cohort study, macrosociolog*, microsociolog*,
    structural functional*, institution, institutions, bureaucracy, secular, fundamentalism,
    mcdonaldization, ritzer, consumer society, leisure class, post industrial society, information society,
    globalization and culture, cosmopolitan*, third place, social isolation, bowling alone, putnam,
    community ties, demographic change, fertility rate, aging society, nuclear family and society`,
  expert: `bourdieu, habitus, cultural capital, symbolic capital, symbolic violence, doxa, goffman,
    dramaturg*, front stage, back stage, impression management, stigma theory, ethnomethodolog*, garfinkel,
    breaching experiment, parsons, agil, merton, strain theory, manifest function, latent function,
    middle range theory, simmel, tonnies, gemeinschaft, gesellschaft, giddens, structuration, luhmann,
    autopoie*, adorno, horkheimer, frankfurt school, culture industry, reification, lukacs, beck,
    risk society, reflexive modernization, liquid modernity, bauman, castells, network society, granovetter,
    weak ties, structural holes, burt, homophily, social network analysis, collective effervescence,
    social fact, verstehen, ideal type, iron cage, disenchantment, charismatic authority,
    traditional authority, differential association, sutherland, social disorganization, chicago school,
    park and burgess, grounded theory, life course perspective, cohort effect, standpoint theory,
    patricia hill collins, crenshaw, judith butler, performativity, raewyn connell, hegemonic masculinity,
    latour, actor network theory, stratified sampling survey, world society, isomorphism dimaggio,
    institutional isomorphism, new institutionalism, emile durkheim's suicide, quantitative intersectional*,
    mead's i and me, blumer, howard becker`,
  examples: `How does the place where you grow up shape your chances?
Why do rich and poor live in different parts of town?
How have gender roles changed?
What does it mean that class is reproduced by schools?
How do immigrants become part of a society?
Why do young people leave the countryside?
How does inequality affect trust among neighbours?
Design a survey of loneliness among gig workers.
What holds modern societies together?
Why are certain groups stopped by the police more often?`,
};
