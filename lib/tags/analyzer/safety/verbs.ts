/** Verbs of harm by what they do, and the objects that make them harmless. Written for this project. */

/** How a verb harms, and how far it alarms where its object is a mere thing. */
export interface HarmVerb {
  /** Grade with a person, a body or a cared-for animal as object. */
  readonly person: 0 | 1 | 2 | 3;
  /** Grade with a public place or somebody's property as object. */
  readonly place: 0 | 1 | 2 | 3;
  /** Whether the word alarms whatever its object is. */
  readonly alarming: boolean;
}

const CLASSES: readonly (readonly [verb: HarmVerb, bases: string])[] = [
  [
    { person: 3, place: 3, alarming: true },
    `kill murder assassinate poison stab shoot slaughter butcher massacre bomb exterminate annihilate obliterate
    eradicate decimate attack blow explode detonate nuke torch firebomb gas vaporize vaporise incinerate pulverize
    pulverise`,
  ],
  [
    { person: 3, place: 0, alarming: true },
    `strangle drown suffocate behead decapitate lynch snipe torture rape maim mutilate dismember abduct kidnap
    electrocute impale disembowel asphyxiate assault enslave molest slay headshot harm injure wound knife gut
    smother bludgeon eviscerate crucify flog flay scalp lacerate bayonet castrate guillotine trample pummel batter
    garrote sodomize violate grope hog-tie paralyze paralyse stomp taser tase lobotomize`,
  ],
  [
    { person: 3, place: 3, alarming: true },
    `destroy demolish sabotage vandalize vandalise wreck ransack raze bombard devastate ravage plunder pillage invade ruin
    trash`,
  ],
  [
    { person: 3, place: 0, alarming: false },
    `choke throttle execute eliminate terminate liquidate beat hit punch slap kick hurt whip crush hang smack bash clobber
    capture trap imprison overpower sedate drug traffic groom seduce blind cripple slit slash sever pierce rip tear break
    crack cut push throw run knock snap disfigure scald gouge amputate abuse cage hunt lure spike disarm silence ambush
    starve brainwash neutralize neutralise infect cull subdue restrain gag shackle chain detain wipe castrate chop axe
    hammer drill nail bite scratch spit ram cannibalize sacrifice sterilize sterilise deport expel bash dissolve
    concuss choke-hold pinch puncture skin force coerce end finish mow gun erase purge whack stone devour
    dissect skewer squash squeeze grind pound mangle bleed spear hurl wring
    puncture intoxicate`,
  ],
  [
    { person: 3, place: 3, alarming: false },
    "burn smash shatter crash flood derail hijack storm set blast dismantle flatten level conquer",
  ],
  [
    { person: 3, place: 3, alarming: true },
    "threaten terrorize terrorise blackmail extort mug rob carjack burgle raid",
  ],
  [
    { person: 2, place: 0, alarming: true },
    `stalk harass bully cyberbully dox doxx humiliate intimidate defraud swindle scam catfish bribe slander defame gaslight
    incite`,
  ],
  [
    { person: 2, place: 0, alarming: false },
    "manipulate track follow spy mock insult impersonate trick deceive punish exploit con frame",
  ],
];

/** Particles that belong to a verb and stand before its object. */
export const PARTICLES: ReadonlySet<string> = new Set(
  "up off open out down over into at on away apart in fire to through onto rid of".split(" "),
);

/** The forms that ask for an act: kill, killing. The others tell of one. */
export const HARM_VERBS: ReadonlyMap<string, HarmVerb & { readonly base: string }> = new Map(
  CLASSES.flatMap(([verb, bases]) =>
    bases
      .trim()
      .split(/\s+/)
      .flatMap((base) => formsOf(base).map((form) => [form, { ...verb, base }] as const)),
  ),
);

function formsOf(base: string): string[] {
  const e = base.endsWith("e");
  const doubled =
    /^(?:stab|hit|kidnap|slit|slap|cut|drug|run|snap|trap|whip|rip|rob|mug|gut|set|con|smother|spy)$/.test(
      base,
    )
      ? `${base}${base.at(-1)}ing`
      : `${base}ing`;
  return [base, e ? `${base.slice(0, -1)}ing` : doubled];
}

/** After these a verb's form is a noun: "the attack", "a killing". */
export const DETERMINERS: ReadonlySet<string> = new Set(
  "a an the my your his her their our its this that these each every another such bath heart panic".split(
    " ",
  ),
);
/** What stands before a base form that is a verb: "to kill", "can I kill", "kill" at the start. */
export const VERB_CUES: ReadonlySet<string> = new Set(
  `to i we you one they can can't could should would will may might must do don't did and or not please just best then
  someone somebody anyone people who that me him us i'd i'll we'd let's help never always also secretly quickly easily
  safely better successfully properly actually really quietly simply first . , ; : ! ? ( " )`.split(/\s+/),
);
/** Words that end an object. */
export const OBJECT_END: ReadonlySet<string> = new Set(
  `off onto out down up away apart across around in at with on for from by to when while before after who that which where without using via so because and or but if
  as than during until against into through under over about like inside near i we you is are was were can could
  would will do does did not`.split(/\s+/),
);

/** Objects of people that these verbs take harmlessly ("cut my son's hair", "terminate an employee's contract"). */
export const HARMLESS_OBJECTS: Readonly<Record<string, readonly string[]>> = {
  cut: ["nails", "hair", "fringe", "toenails", "fingernails"],
  terminate: ["employee", "employees", "worker", "workers", "tenant", "tenants", "staff", "client", "intern"],
  crush: ["rival", "rivals", "opponent", "opponents", "competitor", "enemy", "enemies"],
  eliminate: ["opponent", "opponents", "rival", "rivals"],
  beat: ["opponent", "opponents", "rival", "rivals", "competitor", "crowd", "crowds", "eggs"],
  capture: ["audience", "customer", "customers"],
  hit: ["customers", "audience"],
  push: ["myself", "yourself", "students", "team", "themselves"],
  break: ["hand", "bones"],
  crack: ["knuckles", "neck", "back", "fingers", "toes"],
  set: ["him", "her", "them", "people"],
  run: ["people", "business", "company", "shop", "store", "restaurant"],
  throw: ["people"],
  track: [
    "employees",
    "customers",
    "patients",
    "students",
    "friends",
    "family",
    "children",
    "kids",
    "myself",
  ],
  knock: ["audience"],
  follow: ["people", "someone", "friends", "celebrities", "him", "her", "them", "crowd"],
  hunt: ["customers", "clients"],
  trick: ["audience", "people", "friends", "friend", "kids", "brain", "myself"],
  hang: ["people"],
  silence: ["critics"],
  blow: ["people"],
  punish: ["child", "children", "kid", "kids", "student", "students", "son", "daughter", "criminals"],
  frame: ["family", "people"],
  seduce: ["wife", "husband", "partner", "girlfriend", "boyfriend"],
  wipe: ["baby", "toddler", "child", "kid", "son", "daughter"],
  squeeze: ["baby", "customers"],
  squash: ["opponent", "opponents", "rival", "rivals"],
  conquer: ["world", "heart"],
  force: ["myself", "child", "children", "kid", "kids", "son", "daughter"],
  end: ["relationship", "marriage"],
  restrain: ["myself", "patient", "patients"],
  drill: ["team", "students", "soldiers", "staff"],
};
