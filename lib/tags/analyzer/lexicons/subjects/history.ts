/** Words and questions of history. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const HISTORY: SubjectTerms = {
  hint: `war, king, queen, empire, century, ancient, revolution, battle, independence, colonial, leader,
    treaty, invasion, reign, dynasty, emperor, president, past, era, army, throne, rebellion, kingdom,
    slave, wall, colony, monarch, castle, knight, event, decade, period, nazi, soviet, prime minister,
    pyramid, pirate, peace, ship, modern, industrial, historic, museum, nation, gunpowder, plague, noble,
    soldier`,
  everyday: `history, histor*, world war, ww1, ww2, wwi, wwii, civil war, cold war, roman empire,
    ancient rome, ancient greece, ancient egypt, middle ages, medieval, renaissance, french revolution,
    american revolution, industrial revolution, napoleon, hitler, stalin, churchill, julius caesar,
    cleopatra, pharaoh, viking, samurai, crusade, colonialism, slavery, holocaust, berlin wall, titanic,
    pearl harbor, d day, hiroshima, abraham lincoln, george washington, columbus, great depression,
    black death, declaration of independence, world history, history of, great wall, vietnam war,
    soviet union, ussr, ottoman empire, british empire, mongol, genghis khan, alexander the great,
    tutankhamun, bastille, gladiator, family tree, genealog*, gladiators, conquistador, aztec, inca, mayan,
    guillotine, tudor, henry viii, queen victoria, gandhi, martin luther king, civil rights movement,
    moon race, joan of arc, pompeii, wild west, gold rush, antiquity, twentieth century, nineteenth century,
    eighteenth century, roman emperor, ancient civilization, feudal*, marco polo, napoleonic, spartan,
    sparta, nazi germany, third reich, genocide, apartheid, wall dividing berlin, fall of the berlin wall,
    berlin wall fell, roman republic, knights templar, crusader, colonial era, colonist, pilgrim father,
    mayflower, founding father, thirteen colonies, world leader, historical event, historical figure,
    prehistor*, ice man, battle of, ancient times, antique times`,
  basic: `byzantin*, persian empire, magna carta, runnymede, treaty of, enlightenment era, reformation,
    counter reformation, mesopotamia*, sumerian, babylon*, assyrian, charlemagne, holy roman, habsburg,
    bismarck, weimar, versailles, meiji, shogun*, tokugawa, ming dynasty, qing, opium war, boxer rebellion,
    bolshevik*, lenin, trotsky, mao zedong, cultural revolution, spanish armada, spanish civil war, franco,
    mussolini, suffrag*, emancipation proclamation, reconstruction era, gettysburg, monroe doctrine,
    manifest destiny, new deal, marshall plan, truman, cuban missile, bay of pigs, iron curtain,
    perestroika, glasnost, hundred years war, thirty years war, wars of the roses, punic war, hannibal,
    carthage, peloponnesian, hammurabi, augustus, nero, constantine, diocletian, visigoth, vandals,
    fall of rome, hellenistic, silk road, age of exploration, vasco da gama, magellan, cortes, pizarro,
    triangular trade, abolitionis*, haitian revolution, simon bolivar, congress of vienna, franz ferdinand,
    trench warfare, armistice, league of nations, partition of india, decolonization, decolonisation,
    suez crisis, mughal, ashoka, maurya, gupta, zulu, songhai, mali empire, primary source,
    secondary source, guild, manorial, serf, serfdom, robespierre, jacobin, louis xiv, elizabeth i,
    oliver cromwell, glorious revolution, jim crow, mccarthyism, watergate, prohibition era, robber baron,
    gilded age, progressive era, dust bowl, waterloo, trafalgar, hastings, norman conquest, saladin,
    ivan the terrible, peter the great, catherine the great, romanov, tsar, czar, frederick the great,
    tutankhamen, ramses, nefertiti, hernan cortes, montezuma, atahualpa, dutch east india,
    east india company, sepoy, boer war, crimean war, florence nightingale, dunkirk, normandy, blitz, yalta,
    potsdam conference, nuremberg, kristallnacht, gestapo, anschluss, appeasement, chamberlain, de gaulle,
    vichy, french resistance, berlin airlift, korean war, prague spring, solidarity movement, gorbachev,
    khrushchev, castro, che guevara, nelson mandela, pinochet, rwandan genocide, khmer rouge, pol pot,
    meiji restoration, sun yat sen, chiang kai shek, long march, great leap, sui dynasty, han dynasty,
    tang dynasty, song dynasty, yuan dynasty, kublai khan, ibn battuta, timbuktu, great zimbabwe, aksum,
    nubia, hittite, phoenician, minoan, mycenae*, troy, pericles, thermopylae, salamis, solon, caesar,
    mark antony, caligula, trajan, hadrian, justinian, attila, clovis, william the conqueror,
    richard the lionheart, plantagenet, lancaster and york, thomas cromwell, guy fawkes, gunpowder plot,
    great fire of london, peasants' revolt, black plague, gutenberg, printing press, luddite, chartism,
    paris commune, dreyfus`,
  expert: `historiograph*, westphalia, munster and osnabruck, investiture, edict of nantes, huguenot,
    annales school, braudel, longue duree, microhistory, ginzburg, prosopograph*, paleograph*, palaeograph*,
    codicolog*, subaltern studies, whig history, sonderweg, historikerstreit, fischer thesis,
    great divergence, primary sources, archival source, chancery, exchequer, domesday, cliometric*,
    carolingian, merovingian, ottonian, concordat of worms, canossa, pragmatic sanction, utrecht,
    tordesillas, council of constance, hanseatic, condottier*, reconquista, encomienda, mita, taiping,
    sengoku, gracchi, principate, tetrarch*, diadochi, achaemenid, seleucid, ptolemaic dynasty, linear b,
    bronze age collapse, amarna, fronde, ancien regime, assignat, thermidor, sans culotte, orientalism,
    zollverein, schlieffen, kellogg briand, molotov ribbentrop, revisionist historian, begriffsgeschichte,
    hobsbawm, e p thompson, kulturkampf, risorgimento, devshirme, janissar*, millet system, sykes picot,
    navigation acts, enclosure`,
  examples: `Why did that empire collapse so quickly?
What was daily life like for a soldier in the First World War?
Who was the queen when the fleet was defeated?
Give me a timeline of the events that led to the revolution.
Summarise the causes of the war for my exam tomorrow.
What if the assassination had failed?
How reliable is a chronicle written two centuries later?
What happened to the people of the city after the siege?
How did ordinary people live in the Middle Ages?
I want to find out where my great-grandfather came from.`,
};
