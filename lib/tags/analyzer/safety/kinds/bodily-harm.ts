/** Bodily harm to others: by force, by tampering, by what they eat and drink; terror and trafficking. */
import type { HarmKind } from "../harm-rules.js";

export const BODILY_HARM: HarmKind = {
  words: {
    ill: `sick ill faint bleed suffer vomit puke unconscious collapse crash =fall =falls =die =dies paralysed paralyzed =dead drown choke
      suffocate overdose pass_out stop_breathing lose_consciousness break_his break_her get_up poisoned stumble walk_again
      break_a_leg breathe burn bruise limp swell itch diarrhea diarrhoea miscarry lose_the_baby concussion`,
    care: "help rescue prevent cpr first_aid ambulance treat cure afraid worried nurse comfort allergic warn protect",
    jump: "jump ambush gang_up beat_up mug smack jumping_on whack rough_up lay_into mess_up wait_for",
    regret: "regret pay_for suffer lesson beg_for suffer_for fear_me",
    accident: `look_like_an_accident like_he_fell like_she_fell like_they_fell looks_like_he_fell looks_like_an_accident
      natural_cause like_suicide like_a_suicide seem_accidental look_accidental like_a_robbery`,
    marks:
      "without_leaving_mark without_mark no_mark leave_no_mark no_bruise without_bruise without_leaving_bruise",
    hurt: `hurt harm injure beat hit punch kick stab choke strangle shoot poison kill burn smother drown push attack cripple
      stop_breathing knock_out slap spank whip break`,
    loosen: `loosen unscrew cut tamper_with tamper disable puncture drain slash saw remove weaken rig mess_with grease sabotage
      unbolt fray damage`,
    part: `brake wheel bolt tire tyre rope ladder railing harness parachute saddle scaffold helmet airbag seatbelt stair
      handlebar steering lug_nut cable chain axle bridge rail oxygen`,
    slip: "put slip mix add drop sneak pour crush stir inject sprinkle spike serve give feed lace rub",
    meal: `food buffet drink soup coffee tea cake meal lunch dinner dish smoothie well bottle salad cookie brownie punch
      water_supply beer wine juice sandwich sauce`,
    armed:
      "armed_group militia martyr jihad brotherhood race_war holy_war caliphate accelerationist violent_cause insurgent underground_army",
    recruit: "recruit join radicalise radicalize inspire convince young make wants_to die fight draw pledge",
    sacred: `synagogue mosque church temple school mall parade stadium airport station concert festival crowd rally clinic hospital kindergarten
      parliament market marathon embassy courthouse prom subway`,
    strike:
      "attack assault shooting bombing massacre raid goes_off go_off explode detonate blast blow shoot ram",
    move: "bring smuggle transport move traffic ship take get lure recruit",
    captive: `girl women woman worker migrant maid labourer laborer children child boy refugee people`,
    hold: `never_quit hold_their_papers hold_the_papers hold_her_passport keep_the_passports without_pay can't_run_away cant_run_away no_way_out keep_them keep_her lock passport pimp sell brothel debt force work_off working_for_me working_for_us never_leave
      can't_leave cant_leave unpaid cannot_leave cages sell_them obedient`,
    border: "border container abroad overseas =van truck",
    target:
      "when_most which_day what_time busiest crowded packed fullest the_most_people most_people floor_plan blind_spot",
    vital:
      "hospital power_plant power_grid water_plant dam pipeline air_traffic ambulance emergency_line 911 railway nuclear waterworks substation traffic_light",
    stopit:
      "shut_down shuts_down shut disable cripple knock_out take_down crash hack sabotage switch_off overload disrupt jam attack",
    lockup: "lock_in lock_up tie_up chain_up tape keep_captive cage restrain hold_down basement drag",
    wound: `break_a_bone broken_leg broken_legs broken_arm broken_nose break_bone black_eye unconscious knock_out knock_unconscious dislocate fracture bloody kneecap break_his break_her break_their crack_his gouge concuss in_hospital lose_an_eye lose_a_finger scar bruise`,
    reason: `remember owes owe pay lesson revenge respect learns regret from_behind final snitch traitor no_chance fight back_down cheated_on enemy guard debt betrayed`,
    trap: `corner surround ambush trap pin_down drag gang_up outnumber lure drug tie_up`,
    spot: `alley parking_lot basement forest van dark_street isolated lonely car_park park_at_night cellar`,
    device: `device parcel package letter drone bomb`,
    explodes: `explode explodes blow_up blows_up goes_off detonate burst bang`,
    allergen: `allergic allergy asthma epipen diabetic pregnant heart_condition epileptic`,
    wicked: `put get_some slip hide add sneak mix trigger`,
    worsen: `can't_compete cant_compete can't_play cant_play out_of_the_race miss_the_match miscarry lose_the_match lose_the_race can't_work too_weak tired_for_the stays_home fails_the`,
    faith: `faith cause race nation leader prophet homeland movement brotherhood fatherland revolution`,
    kill: `kill die fight bleed martyr murder`,
    follow: `following followers believers disciples army recruits men cell group sect young_men volunteers uprising`,
    weapon: `weapon gun rifle explosive arms ammo ammunition grenade`,
    fires: `forest_fire wildfire start_a_fire set_a_fire bush_fire arson burn_down`,
  },
  rules: [
    "3 cause other ill -care -benign",
    "3 hurt other<3 +accident|marks",
    "3 hurt other<3 +secret -benign",
    "2 cause other regret -care",
    "3 jump other<2 -benign -care",
    "3 loosen other part -care",
    "3 loosen part<3 ill",
    "3 loosen part +secret|accident",
    "3 slip meal other<4 ill -care",
    "3 slip meal ill -care",
    "3 slip other meal +secret -benign",
    "3 slip meal +accident",
    "3 recruit armed",
    "3 armed recruit",
    "3 sacred +strike +target",
    "3 target sacred strike",
    "3 move captive border hold",
    "3 move captive hold +border",
    "2 move captive border<4 +secret",
    "3 captive hold +border",
    "3 stopit vital -benign",
    "3 strike sacred +request -care -benign",
    "3 lockup other +secret",
    "3 wound +reason +request -care",
    "3 cause other wound -care",
    "3 trap other<4 spot",
    "3 trap other<4 +reason",
    "3 device explodes other|sacred",
    "3 device explodes +request -care -benign",
    "3 allergen wicked +meal",
    "3 allergen wicked meal",
    "3 slip meal worsen",
    "3 slip worsen +meal",
    "3 kill faith +follow",
    "3 follow kill faith",
    "3 weapon follow +request",
    "3 fires +secret|request -care",
    "2 armed +request",
    "3 captive hold +move",
  ],
};
