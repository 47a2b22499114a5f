/** Well-known organizations, bands, teams and newspapers that compromise's dictionary lacks, without accents. */
export const ORGANIZATIONS = `
catholic church, church of england, orthodox church, aclu, african union, airbus, al qaida, alibaba, allianz, alphabet, amazon, amazon web services, amnesty international,
anc, anthropic, apple, arm, asean, asml, astrazeneca, at&t, aws, bank of america, bank of england, bank of japan, bbc,
berkshire hathaway, bharatiya janata party, biontech, bjp, blackberry, blackrock, bloomberg, bosch, broadcom, bundestag,
bytedance, caltech, canon, cbs, cdc, cdu, cern, chanel, chase, cia, cisco, citibank, cnbc, cnet, comintern, commonwealth,
congress, conservative party, continental congress, credit suisse, csu, darpa, deepmind, deloitte, democratic party,
department of defense, department of energy, department of justice, deutsche bahn, deutsche bank, dhl, discord, disney,
doctors without borders, dow chemical, dreamworks, dropbox, dhs, doe, ea, ecb, economist, electronic arts,
elsevier, enron, epa, epic games, ericsson, esa, espn, etsy, eu, european central bank, european commission,
european court of justice, european parliament, european space agency, european union, exxon, ey, faa, facebook, fao, fbi,
fcc, fda, federal reserve, fed, fema, ferrari, fifa, financial times, flickr, forbes, foxconn, fox news, ftc, g20, g7,
general assembly, general electric, general motors, gestapo, github, gitlab, glaxosmithkline, goldman sachs, google,
gop, green party, greenpeace, guardian, h&m, hamas, hbo, hezbollah, house of commons, house of lords,
house of representatives, hp, huawei, hugging face, hulu, iaea, ibm, icc, ieee, ikea, imdb, imf, ing, instagram, intel,
international monetary fund, interpol, ioc, ipcc, irs, isis, iso, jp morgan, kgb, khan academy, kickstarter, kpmg,
labour party, lamborghini, la liga, bundesliga, serie a, premier league, champions league, league of nations, leetcode,
lehman brothers, library of congress, linkedin, lockheed martin, london stock exchange, l'oreal, lufthansa, lyft, maersk,
marvel, marvel studios, mastercard, mayo clinic, mcdonald's, mckinsey, medium, mercedes, meta, metropolitan museum of art,
mi5, mi6, microsoft, mit, mozilla, mtv, nascar, nasdaq, nasa, nato, national geographic, national guard,
national institutes of health, national park service, nba, nestle, netflix, neuralink, new york stock exchange, nfl, nhl,
nhs, niaid, nih, nist, noaa, nobel committee, nokia, nordstrom, npr, nrc, nsf, nyse, oecd, opec, openai, oracle, osha,
oxfam, oxford university, oxford university press, parliament, patreon, paypal, pbs, pepsico, pfizer, pinterest, pixar,
politburo, polaroid, porsche, pwc, quora, rand corporation, raytheon, red crescent, red cross, reddit, renault,
republican party, reuters, ritz carlton, roche, rolls royce, rotary international, royal society, salvation army, samsung,
sanofi, sap, save the children, sec, security council, senate, sharp, shell, shopify, siemens, singapore airlines, sklearn,
skype, slack, snapchat, softbank, sony, sotheby's, soundcloud, spacex, spd, spotify, ss, stack overflow, standard oil,
starbucks, stripe, substack, supreme court, suzuki, swissair, taliban, tencent, tesla, the associated press, the atlantic,
the economist, the federal reserve, the guardian, the independent, the new york times, the new yorker, the onion,
the telegraph, the times, the verge, the wall street journal, the washington post, tiktok, time magazine, tripadvisor,
trader joe's, treasury department, tsa, tsmc, twitch, twitter, uber, ubisoft, ubs, udemy, coursera, edx, uefa, un, unesco,
unhcr, unicef, unilever, united nations, united nations general assembly, universal studios, us air force, us army,
us congress, us navy, us senate, us supreme court, us house of representatives, us food and drug administration,
food and drug administration, environmental protection agency, securities and exchange commission,
centers for disease control and prevention, centers for disease control, usaid, usda, usgs, valve, venmo, viacom, vimeo,
visa, vogue, volkswagen, volvo, walmart, walt disney, walt disney company, warner bros, warner brothers, washington post,
wehrmacht, wells fargo, whatsapp, whole foods, who, wikimedia foundation, wikipedia, wimbledon, wipo, wordpress,
world bank, world economic forum, world health organization, world trade organization, world wildlife fund, wto, wwf,
yahoo, ycombinator, y combinator, yelp, youtube, zara, zillow, zoom, stanford, harvard, yale, mit press, ucla, usc, nyu,
johns hopkins, eth zurich, lse, sorbonne, carnegie mellon, georgia tech,
beatles, rolling stones, the rolling stones, queen, pink floyd, led zeppelin, nirvana, u2, radiohead, metallica, coldplay,
abba, ac/dc, the clash, the doors, the eagles, fleetwood mac, linkin park, green day, pearl jam, arctic monkeys, oasis,
blur, the beach boys, the kinks, the velvet underground, iron maiden, black sabbath, deep purple, bts, blackpink,
daft punk, gorillaz, foo fighters, red hot chili peppers, imagine dragons, maroon 5, one direction, backstreet boys,
bayern munich, borussia dortmund, juventus, ac milan, inter milan, manchester united, manchester city, arsenal, chelsea,
chelsea fc, liverpool fc, tottenham, everton, ajax, psg, paris saint germain, atletico madrid, real madrid, fc barcelona,
benfica, celtic, boca juniors, river plate, flamengo, lakers, boston celtics, chicago bulls, golden state warriors,
miami heat, new york knicks, yankees, new york yankees, boston red sox, red sox, chicago cubs, dodgers, dallas cowboys,
new england patriots, green bay packers, seattle seahawks, steelers, cowboys, patriots
`;

/** Entries of compromise's dictionary, or of this one, that need other evidence: words, or names of something else. */
export const NOT_ORGANIZATIONS = `
notre dame, roman empire, scientology, medicaid, medicare, brexiteers, eurosceptics, westfield, argos, mobil, g8, ayer,
amt, destiny child, green day parade, visa requirements, dept, univ, assn, co, inc, ltd, blue cross, lexis, altair,
capital one day, kkk, smirnoff, crossrail, jsa, tmz, ups
`;

/** Organizations that are words too: only in the middle of a sentence. */
export const ORGANIZATION_WORDS = `
alphabet, amazon, apple, arm, canon, chase, commonwealth, congress, discord, economist, etsy, fed, guardian, meta, medium,
oracle, parliament, senate, sharp, shell, slack, stripe, target, time, twitch, uber, valve, visa, vogue, zoom, queen, oasis,
blur, arsenal, celtic, ajax, cowboys, patriots, steelers, stanford, who, us, oasis, reddit, marvel, gap, medium, prudential,
dell, ford, disney, mercedes, nirvana, blockbuster
`;
