/** Words that make the capitalised words beside them a person, a place or an organization. */
import { lazy } from "../../base/index.js";
import { organizationNouns, placeNouns } from "./dictionary.js";

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Before a person's name, and no part of it. */
export const TITLES = words(`
  mr mrs ms miss mister dr prof professor doctor president king queen prince princess duke duchess lord lady sir dame
  senator governor mayor general captain colonel major sergeant lieutenant admiral judge justice minister secretary
  ambassador chancellor pope saint father brother sister uncle aunt auntie grandma grandpa reverend rev rabbi imam
  emperor empress sultan czar tsar count baron baroness sen rep gov gen col capt lt sgt hon pres mme mlle herr frau
  monsieur madame senor senora don coach chef detective inspector officer agent nurse congressman congresswoman
  representative chairman chairwoman ceo director commander commissioner poet author painter composer philosopher
  physicist maestro bishop archbishop cardinal abbot actor actress singer
`);

export const PARTICLES = words(
  "de del della di da do dos das du des la le van von der den ter ten bin ibn al el y e af av zu",
);

/** Particles that open a surname also with a capital. */
export const NAME_OPENERS = words("de van von di da del della der");

/** After a name, part of it. */
export const NAME_ENDINGS = words("jr sr ii iii iv v vi vii viii xiv xvi");

/** Last words of organizations that need nothing else beside them. */
export const ORGANIZATION_ENDINGS = words(`
  inc ltd llc corp corporation gmbh ag plc co company university institute foundation association agency ministry
  committee commission council federation society college museum hospital academy bureau airlines airways orchestra
  philharmonic consortium parliament congress senate enterprises industries studios records holdings pictures entertainment
`);
/** Last words of organizations after something that is a name already. */
export const weakOrganizationEndings = lazy(
  (): ReadonlySet<string> =>
    new Set([
      ...organizationNouns().filter(
        (word) =>
          ![
            "boys",
            "girls",
            "data",
            "post",
            "sons",
            "crew",
            "cathedral",
            "church",
            "memorial",
            "hotel",
          ].includes(word),
      ),
      ..."bros motors records studios pictures games entertainment united fc cf sc army navy party court times fund sa spa nv bv kg ngo".split(
        " ",
      ),
    ]),
);
/** Before "of" or a name: "University of …", "Bank of …", "FC …". */
export const ORGANIZATION_HEADS = words(`
  university bank department ministry institute museum academy association federation board court bureau office society
  council college school church order league union organization organisation commission committee club fund party chamber
  house secretary centers center centre faculty conference congress confederation alliance federal royal
`);
export const ORGANIZATION_OPENERS = words(
  "fc ac sc cf afc museo musee universidad universitat universite banco banca banque",
);

export const PLACE_ENDINGS = words(`
  river lake island islands mountain mountains mount park street avenue boulevard road drive bridge tower castle palace
  beach bay sea ocean desert valley falls canyon square station airport cathedral church temple shrine mosque stadium forest
  peninsula strait gulf reef glacier volcano county province district garden gardens monument memorial gate harbor harbour
  basilica abbey hill hills pavilion coast lagoon creek cove cape canal springs plateau plaza market heights pagoda
  synagogue republic empire territory kingdom fort fortress ruins caves trail hotel zoo pier quay isle isles
`);
export const weakPlaceEndings = lazy(
  (): ReadonlySet<string> =>
    new Set([
      ...placeNouns().filter(
        (word) =>
          !["bar", "way", "site", "camp", "field", "complex", "country", "state", "house"].includes(word),
      ),
      ..."city town state house lane way centrale hauptbahnhof hb range parkway highway crater".split(" "),
    ]),
);
export const PLACE_HEADS = words(`
  gulf bay isle isles cape strait straits sea lake tower palace temple republic kingdom state city province road port rock garden
  gardens statue wall valley horn kingdom duchy district county lands straits hill hills mount coast
`);
export const PLACE_OPENERS = words(`
  mount mt lake cape fort port isle gulf san santa santo sao saint st ste los las piazza plaza palazzo rue calle via villa rio monte
  puerto costa playa ko koh ile
`);
export const DIRECTIONS = words(
  "north south east west northern southern eastern western central new upper lower greater inner outer old downtown ancient",
);

/** "Battle of …" and the like are events, laws and ideas: no entity here, nor what follows "of". */
export const OTHER_HEADS = words(`
  battle war treaty siege declaration constitution theory law principle age era dynasty reign theorem act bill festival code rule peace edict
`);

/** Last words of events, laws and ideas that are named after a person or place ("Vienna Convention"). */
export const OTHER_ENDINGS = words(`
  convention agreement protocol accord accords treaty declaration act war wars revolution rebellion effect theorem theory
  syndrome disease paradox principle equation law laws matrix cycle scale test method model equilibrium conjecture
  experiment dynasty era period movement massacre crisis cup games marathon prize award awards medal championship calendar
`);

/** Prepositions before a place. */
export const PLACE_PREPOSITION = words(
  "in at near from to through across around toward towards outside inside visit visited visiting via throughout",
);
/** Words right before a person. */
export const PERSON_CUE = words(
  "by named called with said says friend wife husband son daughter sister brother mother father hi dear hello",
);
/** Verbs that follow a person or a company rather than a thing. */
export const AGENT_VERB = words(`
  said says told asked asks thought thinks announced launched released acquired bought reported replied smiled laughed
  nodded whispered sighed walked looked knew felt wanted decided went wrote writes won married founded invented will
  has had met met's loves loved lives lived moved came became argues argued
`);

/** Before these no person is named. */
export const DETERMINERS = words(
  "the a an this that these those each every any some your my our their its his her no",
);
