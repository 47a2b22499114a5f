/** Words for people, their bodies and their things, and for places full of people. Written for this project. */

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** People: singular and plural, without possessives. */
export const PEOPLE = set(`
  someone somebody anyone anybody everyone everybody person persons people human humans individual individuals myself
  yourself himself herself themselves themself him them others folk folks guy guys dude man men woman women girl girls
  boy boys lady ladies child children kid kids baby babies infant infants toddler toddlers teen teens teenager teenagers
  adult adults minor minors youth elder elders pensioner pensioners senior seniors grandparent grandparents
  wife husband spouse partner girlfriend boyfriend fiancé fiancée fiance fiancee ex lover mistress date crush
  mother father mom mum mommy dad daddy parent parents son sons daughter daughters brother brothers sister sisters
  sibling siblings stepmother stepfather stepson grandma grandmother grandpa grandfather granny uncle aunt cousin
  cousins nephew niece mother-in-law family families relative relatives orphan orphans
  friend friends bestie buddy roommate roommates flatmate flatmates housemate neighbor neighbors neighbour neighbours
  classmate classmates colleague colleagues coworker coworkers co-worker co-workers teammate boss bosses manager
  managers supervisor employer employee employees worker workers staff intern secretary landlord landlady tenant tenants
  teacher teachers professor tutor principal student students pupil pupils doctor doctors nurse nurses patient patients
  therapist lawyer judge juror witness witnesses politician politicians president presidents senator governor mayor minister
  ministers king queen prince princess pope priest bishop imam rabbi celebrity celebrities singer actor actress
  journalist journalists activist activists protester protesters protestor protestors police policeman policemen cop cops
  officer officers guard guards soldier soldiers civilian civilians citizen citizens resident residents voter voters
  driver drivers passenger passengers pedestrian pedestrians cyclist cyclists tourist tourists traveller traveler
  stranger strangers customer customers client clients guest guests servant maid nanny babysitter caretaker cashier
  shopkeeper businessman businessmen businesswoman banker ceo millionaire billionaire owner shopper shoppers pilot
  immigrant immigrants migrant migrants refugee refugees foreigner foreigners asylum-seekers jew jews muslim muslims
  christian christians hindu hindus buddhist buddhists sikh sikhs catholic catholics atheist atheists gay gays lesbian
  lesbians homosexual homosexuals black blacks white whites asian asians latino latinos arab arabs african africans
  american americans mexican mexicans chinese russian russians ukrainian israeli israelis palestinian palestinians
  democrat democrats republican republicans liberals conservatives feminist feminists vegans vegan prostitute prostitutes
  sex-worker hooker homeless addict addicts prisoner prisoners inmate inmates hostage hostages victim victims enemy
  enemies rival rivals opponent opponents competitor attacker intruder burglar thief crowd mob audience nation humanity
  tribe tribes villagers population populations minority minorities race races ethnicity community communities generation
  mechanic barista chef clerk coach vet monk nun athlete architect crew leader leaders heir kidnapper trespasser trespassers
  escort escorts slave slaves peasant peasants commuter commuters bystander bystanders rapist pedophile
  criminal criminals judge attorney prosecutor detective dealer dealers sheriff deputy general dictator
  congregation choir classroom household platoon schoolgirl schoolgirls schoolboy schoolboys newborn newborns bride groom hiker hikers jogger joggers gamer gamers
  waitress waiter bartender cook hairdresser dentist plumber electrician gardener butler`);

/** Parts of a body that can be hurt. */
export const BODY_PARTS = set(`
  head heads face faces skull skulls throat throats neck necks wrist wrists artery arteries vein veins arm arms leg legs
  hand hands finger fingers eye eyes ear ears nose jaw teeth tooth rib ribs spine bone bones knee knees
  kneecap kneecaps foot feet toe toes stomach chest lung lungs liver kidney kidneys penis genitals balls testicles tongue
  limb limbs body bodies carotid aorta jugular flesh brain brains windpipe trachea
  fingernails toenails fingernail hair scalp heart`);

/** Things of others that are worth destroying to nobody but an enemy. */
export const PROPERTY = set(`
  house houses home flat apartment garage shed barn car cars truck van motorbike motorcycle bike boat yacht shop store
  restaurant cafe office business company property phone laptop computer windows window tyres tires tire tyre garden clothes clothing letters diary
  fence mailbox belongings stuff wedding career reputation marriage brakes engine`);

/** Places where many people are, and what they depend on. */
export const PUBLIC_PLACES = set(`
  hospital hospitals school schools kindergarten university campus church churches mosque mosques synagogue synagogues
  temple temples airport airports airplane aeroplane airliner plane planes jet jets helicopter ferry ship ships tram river lake ocean reservoir train trains subway metro bus buses station
  stations bridge bridges tunnel dam building buildings skyscraper tower towers mall supermarket stadium arena
  concert theater theatre cinema nightclub club bar restaurant hotel parliament congress capitol embassy courthouse
  court government city cities town towns village villages neighborhood neighbourhood country countries world planet
  island base barracks factory plant reactor pipeline grid refinery lab library museum monument statue bank vault
  embankment crowd parade rally festival marathon event forest`);

/** Animals that people keep or care for; pests and prey are left out. */
export const CARED_FOR_ANIMALS = set(`
  dog dogs puppy puppies cat cats kitten kittens pet pets horse horses pony parrot hamster rabbit rabbits bunny animal
  animals dolphin dolphins elephant elephants whale whales swan swans tiger rhino panda pigeons squirrels`);

/** Words that turn a part of a whole back into the whole: "a lot of people", "the heads of some fish". */
export const QUANTITIES = set(`
  lot lots bunch group groups crowd number both each every dozens hundreds thousands millions couple pair all some one many most rest
  half majority entire full kind type sort team`);

/** Adverbs and the like that may trail an object. */
export const TRAILING = set(`
  tonight today tomorrow now again else here there around alive hard fast quickly slowly quietly secretly badly dead first
  online too together best better efficiently easily properly painlessly brutally anonymously remotely cheaply effectively
  physically severely repeatedly unconscious up down out off away apart open back`);

const PERSON_ENDING = /(?:er|or|ist|ian|ant|eer|ess)s?$/;
/** Words with these endings that are no people. */
const NOT_PEOPLE = set(`
  further harder faster later farther longer sooner closer deeper slower higher lower bigger smaller helper matter laughter
  banner planner filler flipper stapler zipper charter quarter semester
  computer server printer container spider tiger flower water fever monster timer router docker paper layer header
  footer folder filter buffer pointer compiler interpreter debugger browser scanner adapter parser number letter
  order power tower shower hunger anger danger cancer ginger pepper burger butter dinner lobster hamster rooster
  beaver badger oyster panther otter viper adder caterpillar feather leather weather river answer character chapter
  offer career beer deer steer sticker poster counter charger mower cooker freezer fryer mixer blender toaster
  boiler heater cooler dryer washer screwdriver hammer ladder lighter trigger laser chamber timber lumber rubber
  silver copper cover corner border center theater meter liter sweater diaper slipper elevator calculator monitor
  motor tractor generator projector reactor sensor vector error mirror color flavor humor odor rumor tumor anchor
  factor sector terror horror plant plants ant ants elephant giant restaurant consonant variant constant instant
  distant deodorant list lists mist fist twist wrist exist checklist playlist wishlist access process success
  business mess dress address press stress guess less wilderness harness fitness darkness progress congress chess
  mattress express summer winter october september november december easter never ever over under after rather other
  another together whether either neither however super master slider drawer trailer cluster disaster register
  boulder shoulder thunder murder dumpster roller rocker speaker headliner zipper dagger revolver pager cracker
  pacer primer tuner flier flyer barrier carrier vapor executor allocator iterator operator indicator refrigerator radiator
  ventilator escalator alligator predator gladiator tumour armor harbor labor favor savor behavior exterior interior
  ass brass glass grass class bass mass pass cross loss glasses italian martian amphibian reptilian copier meteor
  minotaur centaur creeper creepers ender zerg goblin`);

/** Whether a word stands for people, by the list or by its ending. */
export function standsForPeople(word: string): boolean {
  const bare = word.replace(/'s?$/, "");
  if (PEOPLE.has(bare)) return true;
  if (bare.length < 5 || NOT_PEOPLE.has(bare) || NOT_PEOPLE.has(bare.replace(/s$/, ""))) return false;
  return /(?:ists|ians|men|women|people|folk|crats|goers|man|woman)$/.test(bare) || PERSON_ENDING.test(bare);
}
