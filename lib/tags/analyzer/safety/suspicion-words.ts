/**
 * Families of words that raise or lower suspicion without deciding anything alone. `_` joins the words of a phrase, `=`
 * takes a word as it stands. Written for this project.
 */
export const SUSPICION_WORDS: Readonly<Record<string, string>> = {
  malice: `hurtful cruel ruin revenge punish suffer humiliate embarrass frighten scare terrify intimidate threaten torment destroy hate regret
    get_back_at pay_back payback teach_a_lesson make_him_pay sabotage spite vicious nasty mean bully mock laugh_at harass blackmail extort shame force
    miserable leave_him leave_her afraid ashamed worthless guilty jealous crazy obey beg imagined lose_her_job lose_his_job fired blame frame
    evict kick_out get_rid remember_me messing_with mess_with drive_away turn_against isolate gang_up corner trap crush hurt ignore exclude ostracize
    make_fun so_she_can't so_he_can't can't_compete no_chance can't_run_away defenseless defenceless helpless`,
  deceit: `fake forge pretend fool trick deceive lie dupe con scam cheat disguise mask counterfeit replica phony bogus false invent made_up make_up
    imposter impersonate pose look_like looks_like look_worse look_real looks_real look_legit believable convincing cover_up mislead swindle
    fabricate alibi excuse story_for cover_story say_that_i act_as_if bluff exaggerate backdate doctored photoshop screenshot claim
    pass_off knockoff catfish clone under_a_false fool_the trick_the don't_have didn't_happen never_happened only_find_out bait hoax shill astroturf misrepresent`,
  evasion: `police cop customs inspector inspection audit background_check licence license suspended checks checkpoint no_checks permit irs taxman regulator
    no_questions questions trace traced track_back untraceable records banned illegal illegally law legal loophole dodge evade bypass get_around get_past avoid
    slip_past warrant court jail prison arrested probation parole border checked won't_be_checked verification alarm camera cctv security guard detector
    fingerprints evidence serial blacklist age_check carded refused denied underage bouncer curfew bail warden ranger surveillance`,
  illicit: `dealer drug weed cocaine heroin meth mdma lsd pistol gun rifle weapon explosive explode bomb grenade ammo ammunition vape steroid fentanyl oxy xanax
    adderall poison malware virus ransomware spyware keylogger stolen loot contraband brothel prostitute hitman cartel gang mafia darknet dark_web
    silencer counterfeit launder bribe kickback smuggle traffick ivory nude porn deepfake slur molotov detonate cyanide acid ricin painkiller strong_painkillers
    moonshine crack opioid ketamine burner_phone lockpick lock_pick slim_jim skimmer jammer stun_gun switchblade hostage kidnap ransom uprising militia trojan
    phishing ponzi pyramid_scheme envelope overthrow assassinate massacre shank knuckle`,
  intrude: `password account unlock hack break_into get_into crack card_data card_number credit_card router wifi login webcam camera tracker spy messages texts her_phone his_phone
    private diary medical_record files database network social_security pin address location read_her read_his who_she_texts list_of personal_data personal_details
    browsing follow stalk watch_her watch_him film record tap bug intercept photo_of picture_of snoop eavesdrop gps airtag inbox scrape leak dox hidden tiny_camera changing_room
    bathroom bedroom shower while_she_sleeps while_he_sleeps whereabouts`,
  victim: `neighbor neighbour ex tenant landlord boss coworker colleague roommate classmate stranger customer buyer employee worker guest tourist client competitor rival opponent
    mayor politician teacher girlfriend boyfriend wife husband sister brother friend somebody someone witness passenger officer patient accuser
    citizen voter commuter protester journalist activist celebrity guy bloke dude bully stepdad stepmom father-in-law mother-in-law`,
  pronoun: "he she him her his hers they them their",
  weak: `kid child children baby girl boy teen teenager minor pupil elderly grandma grandpa grandmother grandfather grandson granny old_people pensioner disabled refugee immigrant migrant
    homeless widow toddler playground orphan foster 12 13 14 15 pregnant maid from_abroad undocumented asylum`,
  group: `refugee immigrant migrant muslim jew jewish christian hindu black asian arab mexican gay lesbian trans gypsies roma women foreigner disabled poor_people old_people race religion
    ethnic minority feminists fat_people welfare africans indians white_people turks poles`,
  creature: "dog cat puppy kitten pet horse bird songbird rabbit pigeon turtle tiger elephant squirrel cow goat pony parrot fox swan duck",
  cruelty: `starve without_food lock kick beat cage trap catch shock whip abandon drown dump tie_up poison kill torture shoot chain neglect fight without_water deprive`,
  injure: `bone break choke strangle stab beat hit punch kick shoot kill burn drown smother bleed wound cut slash poison suffocate crash collapse sick knock_out unconscious die dead death
    murder attack assault alley blood lethal deadly fatal skull throat hurt harm injure cripple paralyze stop_breathing vomit overdose electrocute push_off jump_him`,
  tamper: "mix_into mix put_in put_into slip drop_in pour spike add_to lace crush_into loosen cut unscrew tamper disable remove drain puncture",
  consumed: "drink food protein coffee tea meal buffet soup powder water_supply bottle lunch cake smoothie pills oxygen brakes brake wheel ladder rope harness tire medication",
  mass: `town city crowd festival school hospital church mosque synagogue airport train stadium mall parade building power_grid heating water whole_town everyone people concert
    bridge pipeline dam station parliament village forest theatre clinic prom`,
  destroy: "ruin scratch smash break burn set_fire start_a_fire wreck damage vandalize slash graffiti spray trash shatter dent destroy flood egg key superglue clog uproot fell",
  waste: "dump leave pour bury throw_away get_rid dispose waste old_fridge oil paint tyre tire asbestos chemical sewage rubble river lake woods forest stream sea ditch pesticide mattress",
  gain: "sell cash money make_money profit pay insurance claim refund invest inheritance cheap earn scam grant benefits loan donate house_sale free without_paying steal take shoplift pocket resell",
  takeaway: "out_under under_my_jacket out_of_the_shop steal shoplift pocket take_without walk_out swipe grab nick pinch lift from_the_till smuggle_out key_signal hotwire without_paying not_mine belongs_to",
  public: "post article slogan march rally flyer speech campaign poster tweet video screenshot rumor rumour news propaganda meme press headline viral group_chat vote election ballot vaccine",
  sexual: "sex nude naked undress horny sleep_with asleep drunk seduce consent just_do_it touch kiss strip underwear changing_room come_home win_the_trust win_their_trust alone_with say_yes",
  despair: `make_it_stop stop_for_good feel_anything last_message before_i_do_it end_it die disappear no_point hopeless goodbye can't_go_on worthless painless suicide kill_myself tired_of alive don't_want_to
    can't_take gone not_wake hurt_myself cut_myself not_worth burden without_me`,
  starve: "only_water go_without calories purge throw_up laxative fit_into lose_weight thin skinny starve fast days_without diet_pill skip_meals weight_loss kg pounds",
  danger: `black_ice engine_running fast roof climb jump alone dive cliff train_tracks ice frozen lightning fire gas electricity live_wire mains chemicals bleach fumes helmet seatbelt without_a cave mine abandoned
    wall night swim at_night drive speed current storm mountain rope ladder brake chainsaw fireworks carbon_monoxide sleep_in_the_car overloaded extension_cord heater unsupervised bare_hands raw moldy expired
    overnight mushroom berries race drunk hungover tired flooded lake river_current scaffold`,
  symptom: `tingle numb chest fever pain swollen dizzy faint rash bleeding headache nausea vomit breath heart racing lump odd_feeling feel_odd feels_odd since_yesterday since_this_morning burn blurry cough infected swallowed twice_by_mistake
    my_arm my_lips my_leg my_chest my_eye my_head stiff pale shaking passed_out bitten pus sweating cramps ear tooth throat weak blood temperature`,
  medicine: `pill tablet medication meds antibiotic leftover insulin dose antidepressant painkiller twice sleeping_pills inhaler expired prescription supplement syrup ibuprofen statin lithium mix stop_taking skip alcohol wine beer`,
  gamble: "loan shares stock crypto coin bet blackjack casino poker slots roulette lottery savings borrowed borrow win_it_back win_back reddit leverage options inheritance mortgage credit_card guaranteed gamble betting payday all_in lost",
  petty: `cheat homework test exam essay someone_who_takes for_me sick_day call_in excuse skip lie sneak ticket 18+ underage vpn torrent pirate copy plagiarise plagiarism followers reviews parking fine speeding pretend mouse_moving
    nap beforehand answers hand_in prank share_password without_a_ticket crack trial climb_over hop jump_the get_out_of tattoo fake_id doctor's_note white_lie snoop eavesdrop gossip swear insult roast dark_humor gore steamy dirty drinking_game`,
  asking: "is_it_ok is_it_safe is_it_fine is_it_smart is_it_bad is_it_dangerous can_i should_i could_i how_many how_fast how_long how_much what_happens_if by_mistake accidentally okay worried",
  care: `protect prevent help support safe safety recover treat teach explain learn quit stop report honest honestly kindly comfort apologize rescue adopt clean repair fix wash notice recognize legally include
    healthy trust calm prepare secure welcome friendly gentle vet doctor first_aid understand back_up warn`,
  tame: `recipe cook bake garden tomato excel python javascript linux server css html game novel story poem chess sports tennis softball softball song guitar knit paint color wood yoga squat stretch workout interview presentation resume talk
    omelette brisket espresso sourdough football basketball photography camera_lens css git docker software laundry furniture holiday toy costume grammar essay_on history theory movie film series character gift party wedding_speech`,
};
