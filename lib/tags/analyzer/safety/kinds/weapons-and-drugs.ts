/** Weapons and drugs: getting, carrying, selling them past the law. */
import type { HarmKind } from "../harm-rules.js";

export const WEAPONS_AND_DRUGS: HarmKind = {
  words: {
    arms: `gun handgun pistol rifle shotgun ammo ammunition knife blade switchblade taser knuckle silencer machete firearm weapon
      revolver dagger bullet glock`,
    arm: "buy get obtain order carry bring smuggle sneak take hide have purchase own acquire keep sell print make build =got convert",
    check: `background_check metal_detector permit license licence serial security_check security_guard airport school prison underage felony
      felon criminal_record checkpoint paperwork registration registered unregistered stadium courthouse untraceable 17 16 15`,
    bangstuff:
      "pressure_cooker pipe fertilizer fertiliser gasoline petrol fuel chemicals nails drone propane gas_bottle matches household fireworks powder acid",
    bang: "goes_off go_off explode explosion blow_up blows_up detonate blast bomb grenade incendiary",
    crowd:
      "crowd people someone building school car house office bus =train window stadium neighbor neighbour",
    sport:
      "range hunting_license legally museum antique toy water nerf kitchen airsoft chef paintball safe_storage deer",
    drug: `weed oxy oxycodone oxycontin adderall ritalin xanax vicodin percocet fentanyl mdma molly ecstasy ketamine lsd shroom
      meth heroin cocaine steroid opioid codeine benzo valium tramadol ghb pcp crack_cocaine marijuana cannabis amphetamine
      speed_pill psychedelic painkiller ozempic hash narcotic pot_brownie hgh testosterone morphine viagra ambien`,
    deal: "sell deal grow smuggle supply traffic distribute cook ship mail push import manufacture synthesize synthesise extract",
    nodoctor: `without_a_doctor without_seeing without_prescription without_a_prescription prescription no_prescription darknet dark_web dealer
      fake_symptom doctor doctors telegram under_the_counter street illegally script`,
    getdrug: "get buy score order obtain find convince talk fake tell =got acquire",
    legal:
      "legal legally medical dispensary license licence pharmacist weeding garden lawn killer insurance generic",
    unsafe: "take mix try snort smoke double combine drink inject pop eat",
    dose: "how_much dose dosage first_time high trip with_alcohol with_wine with_beer glass_of wine alcohol beer at_once",
    drugtest: "drug_test urine_test drug_screen drug_screening",
    beat: "pass beat cheat fake fool get_through clean",
    pills:
      "sleeping_pill pill tablet mushroom painkiller cough_syrup energy_drink caffeine_pill anxiety_med antidepressant ibuprofen",
    young: "school kid teen student classmate minor party",
    source: `my_dealer a_dealer new_dealer plug drug_dealer`,
    customs: `customs border airport scanner police sniffer_dog`,
    script: `doctor`,
    tale: `story lie symptom fake exaggerate convince pretend claim`,
    strong: `strong_painkiller opioid prescription oxy adderall xanax ritalin sleeping_pill codeine stimulants`,
    hiding: `hide ship mail smuggle get_past pack carry sneak`,
    shells: `bullet ammunition round gun pistol rifle`,
    noask: `without_showing no_questions without_anyone_asking without_paperwork no_paperwork without_a_card without_id no_id cash_only off_the_record`,
    vapes: `vape cigarette e-cigarette nicotine alcohol booze beer pouches`,
    offered: `offered offer try tried party`,
    weaponry: `knife gun pepper_spray blade pistol taser ammo weapon`,
    guarded: `plane flight airport school court stadium concert security train prison embassy`,
    into: `take bring carry get smuggle sneak hide`,
    packed: `checked_luggage checked_bag legally chef toy declare`,
    others_meds: `adhd_med meds pills medication prescription painkillers xanax`,
    people_sell: `people_sell who_sells where_to_buy where_can_i_get where_can_i_buy where_do_people find_a_dealer`,
    sellers: `dealers dealer sell_me sells`,
    streetdrug: `coke crack speed acid weed heroin pills shrooms snow`,
  },
  rules: [
    "2 arm arms check -sport",
    "2 arms +check +secret -sport",
    "3 bangstuff bang crowd",
    "3 bang +bangstuff +crowd -benign",
    "2 deal drug -legal",
    "2 getdrug drug nodoctor",
    "2 getdrug nodoctor drug",
    "2 getdrug drug +young -legal",
    "1 unsafe drug|pills dose",
    "1 unsafe pills +dose",
    "1 dose +drug +unsafe",
    "1 drug +request -legal",
    "1 beat drugtest",
    "2 source +request",
    "2 hiding drug|pills +customs",
    "2 tale +script strong",
    "2 tale script +strong",
    "2 tale +strong +script",
    "2 shells +noask",
    "2 arm arms noask",
    "2 deal vapes +young",
    "1 drug +offered",
    "2 into weaponry guarded -packed -sport",
    "2 into others_meds +secret",
    "2 people_sell drug|streetdrug",
    "2 sellers drug|streetdrug",
  ],
};
