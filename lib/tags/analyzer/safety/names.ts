/** Names: beings of fiction, who have no privacy, and first names by which real people are known. */

const FICTION = `
  harry potter, hermione granger, ron weasley, albus dumbledore, dumbledore, voldemort, severus snape, snape, hagrid, draco malfoy,
  frodo, frodo baggins, bilbo baggins, bilbo, gandalf, aragorn, legolas, gollum, sauron, samwise gamgee, gimli, galadriel,
  jon snow, daenerys targaryen, daenerys, tyrion lannister, cersei lannister, arya stark, ned stark, jaime lannister, sansa stark,
  luke skywalker, darth vader, princess leia, leia organa, han solo, yoda, obi-wan kenobi, chewbacca, anakin skywalker, rey, kylo ren,
  baby yoda, boba fett, captain kirk, james kirk, spock, captain picard, jean-luc picard, data,
  batman, bruce wayne, joker, the joker, robin, superman, clark kent, lois lane, wonder woman, diana prince, lex luthor, the flash,
  aquaman, catwoman, harley quinn, green lantern, bane, spider-man, spiderman, peter parker, iron man, tony stark, captain america,
  steve rogers, thor, loki, hulk, the hulk, bruce banner, black widow, natasha romanoff, black panther, t'challa, doctor strange,
  captain marvel, carol danvers, thanos, wolverine, deadpool, magneto, professor x, ant-man, groot, star-lord, hawkeye, daredevil,
  mickey mouse, minnie mouse, donald duck, daisy duck, goofy, pluto, scrooge mcduck, simba, mufasa, scar, elsa, anna, olaf, moana, mulan,
  cinderella, snow white, ariel, sleeping beauty, rapunzel, pocahontas, aladdin, jasmine, genie, peter pan, captain hook, tinker bell,
  pinocchio, bambi, dumbo, winnie the pooh, winnie-the-pooh, piglet, eeyore, tigger, paddington, paddington bear, shrek, fiona, donkey,
  woody, buzz lightyear, nemo, dory, wall-e, lightning mcqueen, baymax, stitch, lilo, maleficent, ursula, gaston, beast, belle,
  homer simpson, marge simpson, bart simpson, lisa simpson, ned flanders, mr. burns, peter griffin, lois griffin, stewie griffin, brian griffin,
  eric cartman, cartman, kenny mccormick, stan marsh, rick sanchez, morty, morty smith, bojack horseman, spongebob, spongebob squarepants,
  patrick star, squidward, bugs bunny, daffy duck, porky pig, tweety, sylvester, road runner, wile e. coyote, tom and jerry, scooby-doo, shaggy,
  fred flintstone, wilma flintstone, barney rubble, garfield, snoopy, charlie brown, popeye, olive oyl, dora, peppa pig, bluey, kermit, miss piggy,
  elmo, big bird, cookie monster, bert, ernie, asterix, obelix, tintin, captain haddock, lucky luke, smurfette, papa smurf, gargamel,
  pikachu, ash ketchum, mario, luigi, princess peach, bowser, yoshi, donkey kong, sonic, sonic the hedgehog, tails, link, zelda, princess zelda,
  ganondorf, lara croft, kratos, master chief, geralt, geralt of rivia, pac-man, samus, samus aran, kirby, cloud strife, sephiroth, solid snake,
  goku, vegeta, naruto, naruto uzumaki, luffy, sailor moon, totoro, light yagami, eren yeager, godzilla, king kong, dracula, count dracula,
  frankenstein, frankenstein's monster, sherlock holmes, sherlock, dr. watson, doctor watson, john watson, moriarty, hercule poirot, miss marple,
  james bond, 007, jason bourne, ethan hunt, indiana jones, rambo, rocky balboa, rocky, john wick, john mcclane, forrest gump, neo, trinity, morpheus,
  terminator, sarah connor, ellen ripley, hannibal lecter, norman bates, michael myers, freddy krueger, jason voorhees, pennywise, chucky,
  walter white, jesse pinkman, saul goodman, tony soprano, don draper, dexter morgan, dexter, gregory house, dr. house, michael scott, dwight schrute,
  jim halpert, pam beesly, ross geller, rachel green, monica geller, chandler bing, joey tribbiani, phoebe buffay, sheldon cooper, leonard hofstadter,
  ted mosby, barney stinson, carrie bradshaw, eleven, mike wheeler, buffy, buffy summers, xena, macgyver, columbo, mr. bean, alf, doctor who, the doctor,
  robin hood, king arthur, merlin, lancelot, guinevere, zorro, don quixote, sancho panza, hamlet, macbeth, lady macbeth, ophelia, othello, iago,
  romeo, juliet, romeo montague, king lear, odysseus, achilles, hercules, zeus, hera, athena, aphrodite, poseidon, hades, medusa, odin, freya, anubis,
  santa claus, santa, father christmas, rudolph, easter bunny, the easter bunny, tooth fairy, the tooth fairy, jack frost, bigfoot, slenderman,
  elizabeth bennet, mr. darcy, jane eyre, heathcliff, oliver twist, ebenezer scrooge, scrooge, david copperfield, pip, tom sawyer, huckleberry finn,
  huck finn, captain ahab, jay gatsby, gatsby, holden caulfield, atticus finch, scout finch, anna karenina, raskolnikov, gregor samsa, alice,
  mad hatter, cheshire cat, dorothy, tin man, willy wonka, charlie bucket, matilda, mary poppins, bella swan, edward cullen, jacob black,
  katniss everdeen, katniss, peeta mellark, percy jackson, lyra belacqua, aslan, artemis fowl, eragon, lisbeth salander, jack reacher, jack sparrow,
  captain jack sparrow, captain nemo, phileas fogg, gulliver, robinson crusoe, tarzan, mowgli, hannah montana, lizzie mcguire, mr. spock, robocop,
  judge dredd, betty boop, jessica rabbit, roger rabbit, barbie, ken, gi joe, optimus prime, megatron, he-man, skeletor, g.i. joe, lightning,
  mrs. doubtfire, ron burgundy, borat, the dude, tyler durden, vito corleone, michael corleone, scarface, tony montana, the mandalorian, cruella`;

/** In lower case. */
export const FICTIONAL_NAMES: readonly string[] = FICTION.split(",").map((name) => name.trim());

/** Common first names of real people, in lower case. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  `james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
  steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric
  jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry
  tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy christian walter keith austin roger
  terry sean gerald carl dylan harold jordan jesse bryan lawrence arthur gabriel bruce logan albert willie alan juan
  elon jeff bill mark leonardo brad tom johnny keanu kanye barack joe emmanuel vladimir boris narendra justin
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
  kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy
  angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine
  maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea
  cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy
  sophia grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla
  taylor kim kylie selena ariana beyonce rihanna angelina scarlett meghan kate greta angela ursula hillary kamala`.split(
    /\s+/,
  ),
);

/** Programs, firms and the like, which are killed, attacked and beaten without harm. */
const NOT_BEINGS =
  /^(?:i|i'm|i'll|i've|python|java|javascript|excel|word|windows|linux|unix|macos|mac|chrome|firefox|safari|vlc|outlook|teams|zoom|docker|kubernetes|android|ios|spotify|netflix|google|apple|microsoft|amazon|facebook|instagram|twitter|tiktok|youtube|steam|node|react|sql|mysql|postgres|git|github|bash|powershell|ubuntu|adobe|photoshop|discord|slack|skype|jenkins|apache|nginx|monday|tuesday|wednesday|thursday|friday|saturday|sunday|english|spanish|french|german|god|covid|wifi|wi-fi|bluetooth|alexa|siri|roomba|titan|mr|mrs|dr)$/i;

/** Whether a capitalised name in a sentence may be of a real being or place. */
export function mayBeReal(name: string): boolean {
  const lower = name.toLowerCase();
  if (FICTIONAL_NAMES.includes(lower)) return false;
  const parts = lower.split(" ");
  return !parts.some((part) => NOT_BEINGS.test(part)) && !/\d/.test(name) && !/^[\p{Lu}]{2,}$/u.test(name);
}
