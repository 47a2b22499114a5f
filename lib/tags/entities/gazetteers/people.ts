/** People known by one name, or whose names hold no given name that compromise knows, without accents. */
export const PEOPLE = `
julius caesar, martin luther king, aeschylus, alexander the great, anne frank, aquinas, archimedes, aristophanes, aristotle, arendt, asimov, ataturk,
attila, augustus, austen, averroes, avicenna, babbage, bach, bacon, balzac, barthes, baudelaire, bayes, beckett, beethoven,
berlioz, bertrand russell, biden, bismarck, bohr, boltzmann, borges, botticelli, bowie, brahms, brecht, buddha, byron,
caesar, calvin coolidge, camus, caravaggio, carnegie, cervantes, cezanne, chaucer, che guevara, chekhov, chomsky, chopin,
churchill, cicero, cleopatra, columbus, confucius, copernicus, curie, dali, dante, darwin, da vinci, debussy, deleuze,
derrida, descartes, dickens, dickinson, diderot, dirac, dostoevsky, durkheim, dvorak, edison, einstein, eisenhower,
engels, epicurus, erasmus, erdogan, escher, euclid, euler, euripides, faraday, faulkner, fermat, fermi, feynman, fibonacci,
fitzgerald, flaubert, foucault, franco, freud, galen, galilei, galileo, gandhi, garibaldi, gates, gauss,
genghis khan, goethe, gorbachev, goya, hamlet, handel, hannibal, haydn, hegel, heidegger, heisenberg, hemingway,
herodotus, hippocrates, hitchcock, hitler, hobbes, homer, hopper, hume, huxley, ibsen, jefferson, jesus, jesus christ, jung,
kafka, kandinsky, kant, keats, kennedy, kepler, keynes, khrushchev, kierkegaard, klimt, kubrick, kurosawa, lagrange,
laplace, lavoisier, leibniz, lenin, leonardo, leonardo da vinci, lincoln, linnaeus, liszt, locke, lovelace, ludwig van beethoven,
luther, machiavelli, magellan, mahler, malcolm x, malthus, mandela, manet, mao, mao zedong, marie antoinette, marx, maxwell,
melville, mendel, mendeleev, mendelssohn, merkel, michelangelo, mill, milton, moliere, monet, montaigne, montesquieu, mozart,
muhammad, muhammad ali, mussolini, nabokov, napoleon, napoleon bonaparte, nehru, nero, neruda, newton, nietzsche, nixon, nobel,
obama, oppenheimer, orwell, ovid, pascal, pasteur, pele, petrarch, picasso, planck, plato, plutarch, poe, pol pot, pollock,
poincare, proust, ptolemy, puccini, pushkin, putin, pythagoras, rachmaninoff, raphael, ravel, rawls, reagan, rembrandt,
renoir, ricardo, riemann, rilke, rodin, roosevelt, rousseau, rumi, rushdie, rutherford, saint augustine, salvador dali,
sappho, sartre, schiller, schopenhauer, schrodinger, schubert, schumann, seneca, shakespeare, shelley, sherlock, sherlock holmes,
shostakovich, socrates, solzhenitsyn, sophocles, spinoza, spinoza, stalin, steinbeck, strauss, stravinsky, sun tzu, tacitus,
tchaikovsky, tesla's nikola, thatcher, thoreau, thucydides, tolkien, tolstoy, trotsky, truman, trump, tutankhamun, turgenev,
van gogh, vasco da gama, verdi, vermeer, verne, vespucci, virgil, vivaldi, voltaire, wagner, warhol, watt, weber, whitman,
wittgenstein, woolf, wordsworth, xi jinping, yeats, zelensky, zola, zuckerberg, musk, bezos, jobs, batman,
superman, spider man, wonder woman, iron man, harry potter, hermione granger, ron weasley, dumbledore, voldemort,
frodo, gandalf, aragorn, darth vader, luke skywalker, yoda, han solo, katniss everdeen, james bond, indiana jones,
mickey mouse, donald duck, homer simpson, bart simpson, robin hood, king arthur, merlin, dracula, frankenstein,
zeus, hera, poseidon, hades, athena, apollo, aphrodite, hermes, odysseus, achilles, hercules, thor, odin, loki,
moses, abraham, noah, jesus of nazareth, virgin mary, allah, krishna, shiva, vishnu, ganesha
`;

/** Surnames and names that are words too: alone they need a title or a given name. */
export const PEOPLE_WORDS = `
bacon, bach, gates, hopper, homer, hume, jobs, locke, mill, nobel, watt, weber, planck, pascal, calvin, columbus,
raphael, ricardo, carnegie, kennedy, newton, kelvin, noah, apollo, mercury, hamlet, lincoln, columbus, franco, nixon,
jung, sherlock, buddha, page, lee, drake, beck, carson, mason, warren, perry, moby, nas, lu, ora, taylor, brock, conan,
dalton, ferguson, palmer, piper, swami, tripp, newman, harrison, goodwin, hammond, snow white, doctor who, thor, iron man
`;

/** Given names that compromise's dictionary lacks. */
export const GIVEN_NAMES = `
aarav, abdul, abebe, abena, achieng, adaeze, adebayo, aditi, aditya, agnieszka, ahmed, aisha, ajay, akash, akosua, alasdair,
alejandra, alejandro, aleksandr, alhassan, ama, amara, amit, amina, ananya, anders, angela, anil, anita, anjali, antoine, aparna,
arjun, arun, aryan, ashok, astrid, ayumi, babajide, bao, benedikt, bjorn, blessing, boris, bronwyn, carlos, catarina, cem, chidi,
chimamanda, chinua, chioma, cormac, deepak, deepika, demba, dieter, dmitri, ebony, ekaterina, elena, elif, elon, emeka, emre,
erling, esperanza, fatima, fatou, femi, fiona, folasade, frida, fyodor, gabriel, geert, giovanni, giulia, gottfried, greta, guadalupe,
gunther, hakim, hans, haruki, hassan, hiroshi, hideo, ibrahim, ifeoma, ignacio, igor, ikram, imran, indira, ingrid, isaac, ishaan,
ivan, jacinda, javier, jawaharlal, jerome, jing, joao, johann, jorge, jose, josip, jurgen, kamala, karim, karthik, katarzyna, kavita,
keanu, kenji, khadija, khalid, kofi, kwame, lakshmi, lars, lebron, leila, leon, li, liang, lin, lionel, lionel, ludwig, luis, mahatma,
mahmoud, malala, manuel, marcin, marcus, maria, mateo, matteo, mehmet, mei, miguel, mikhail, ming, mohamed, mohammad, mohammed,
mwangi, nadia, naomi, narendra, neha, nelson, ngozi, nguyen, niels, nikita, nikola, nikolai, nikhil, njeri, nnamdi, noor, olaf, olga,
olumide, omar, oskar, pablo, paolo, paulo, pedro, piotr, pooja, pradeep, pranav, priya, priyanka, qing, rahul, raj, rajesh, ramesh, rania,
rashid, ravi, renata, reza, rishi, rohan, rosalind, sachin, salma, salman, sandeep, sanjay, sara, satoshi, sebastian, serena,
sergei, shinzo, shreya, siddhartha, simone, sipho, siobhan, sofia, soren, srinivasa, subhas, sundar, sunita, suresh, svetlana, tadeusz,
takeshi, tariq, thabo, thierry, tomas, tunde, umar, usain, venkat, viktor, vijay, vikram, vladimir, volodymyr, vusi, wangari, wei, wolfgang,
woodrow, xiao, yasmin, yoshua, yuki, yuri, yusuf, zainab, zara, zhang, zofia, zoran, liam, noah, oliver, ethan, mason, logan, lucas, aiden,
jackson, emma, olivia, ava, sophia, isabella, mia, charlotte, amelia, harper, evelyn, abigail, chloe, zoe, lily, marvin, rosa, gatsby
`;

/** Given names that are words or months, and that compromise does not take for names. */
export const GIVEN_WORDS = `
hope, will, may, april, june, august, harmony, destiny, sunny, honey, sage, clay, heath, miles, wren, robin, harper, hunter, taylor, carter, parker, reed
`;

/** Surnames that are words or names of something else. */
export const SURNAME_WORDS = `
abbot, archer, ash, baker, ball, banks, barber, bean, bell, berry, bird, bishop, black, bloom, bond, bowie, branch, brooks, brown, burns, bush, butler,
carpenter, cash, chambers, chase, church, clay, cole, cook, cooper, craft, crane, cross, crow, cruise, curry, day, dean, drake, duke, field, fields,
fisher, flowers, ford, foster, fox, french, frost, fry, gardener, gates, glass, gold, gray, green, grey, grove, gunn, hall, hand, harp, hart, hawking, hawk, heard,
hill, holiday, hood, hope, house, hunt, hunter, hurt, jobs, jewel, joy, keen, key, king, knight, lake, lamb, lane, law, long, love, marsh, mason, may,
mercury, mills, moon, moss, musk, nail, nightingale, noble, page, painter, park, parks, pepper, pitt, pope, porter, potter, pound, powers, price, prince,
queen, rice, rich, rivers, rock, rose, rush, savage, sharp, shepherd, short, silver, singer, small, smart, smith, snow, sparks, spears, star, steel, stone, strange, strong,
summers, swift, taylor, temple, thorn, turner, tyler, underwood, wade, walker, wall, ward, waters, weaver, webb, west, white, wilde, wise, wolf, wolfe, wood, woods,
woodrow, words, worth, young, cowboy, carver, bezos, hanks, lopez, freeman, goodall, franklin, washington, lincoln, jackson, grant, ali, khan, kahlo, hawkins
`;
