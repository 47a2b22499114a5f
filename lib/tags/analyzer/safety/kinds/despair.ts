/** Harm to oneself: wishes to die, injury, disordered eating. */
import type { HarmKind } from "../harm-rules.js";

export const DESPAIR: HarmKind = {
  words: {
    painless:
      "painless painlessly least_painful less_painful quick_and_painless peaceful peacefully quickest_way easiest_way without_pain hurt_the_least",
    leave: `=go die end_it leave_this_world end_things =exit end_everything end_my not_wake disappear_forever fall_asleep_forever
      leave_for_good check_out be_gone end_the_pain stop_existing do_it vanish make_it_stop`,
    way: "way method how manner what_would",
    everyone: "everyone everybody family kids parents world they people children nobody no_one",
    better: `better happier relieved miss care notice mind easier notice`,
    gone: `=gone without_me wasn't_here wasnt_here not_here weren't_here i'm_dead i_died if_i_died if_i_were_dead if_i_disappeared wasn't_around
      not_around not_exist never_been_born i_vanished i_vanished i_vanish not_be_here wake_up_dead i_was_dead`,
    despair: `no_point_in_living tired_of_life tired_of_living tired_of_being_alive tired_of_existing can't_go_on cant_go_on
      nothing_to_live_for end_it_all end_it_tonight don't_want_to_live dont_want_to_live don't_want_to_be_here dont_want_to_be_here don't_want_to_exist
      dont_want_to_exist wish_i_was_dead wish_i_were_dead wish_i_had_never_been_born never_wake_up not_wake_up
      wont_be_here won't_be_here hate_being_alive no_reason_to_live life_isn't_worth rather_be_dead no_way_out thinking_about_ending
      hurting_myself cut_myself cutting_myself burn_myself hurt_myself starve_myself cutting_again self_harm self-harm_again`,
    farewell: `goodbye_letter goodbye_note farewell_letter last_letter final_letter last_note last_message goodbye_message final_message`,
    aboutothers: `friend sister brother son daughter student patient colleague support someone_who mother scarf`,
    purge:
      "throw_up throwing_up purge vomit laxative spit_out not_eat eat_nothing stop_eating skip_meal skip_every skipping_meal starve fast water_only",
    quiet:
      "quietly secretly unnoticed every after_dinner after_eating after_meal after_every without_anyone hide quickly thin",
    calories: `calorie kcal calories`,
    few: "=100 =200 =300 =400 =500 =600 =700 200-calorie 500-calorie",
    hideeating:
      "hide_my_eating hide_that_i'm_not_eating pretend_i_ate pretend_to_eat hide_my_food hide_how_thin hide_my_weight",
    pact: "suicide_pact die_together",
    before: `before_i_do_it before_i_go before_i_leave_this when_i_am_gone when_i'm_gone after_i'm_gone`,
    stopfeel: `make_it_stop_for feel_anything_anymore feel_nothing_anymore stop_for_good want_it_to_end want_it_all_to_stop end_all_this`,
    onlywater: `only_water water_fast no_food nothing_but_water haven't_eaten havent_eaten without_eating not_eating not_eaten`,
    slim: `fit_into dress parents thin skinny weight since days week hide parent bikini wedding`,
    tenkilos: `ten_kilos ten_pounds ten_kg 10_kilos 10_kg 20_pounds twenty_pounds 15_pounds 5_kilos five_kilos`,
    twoweeks: `two_weeks one_week a_week ten_days three_days week 14_days weekend`,
    diet: `pill lose drop laxative tea starve diuretic`,
  },
  rules: [
    "3 painless way leave",
    "3 painless leave -aboutothers",
    "3 everyone better gone",
    "3 better gone",
    "3 despair -aboutothers",
    "3 farewell +gone|dead",
    "3 pact",
    "2 purge quiet +request -aboutothers",
    "2 purge +secret -aboutothers",
    "2 few<1 calories",
    "2 few calories -aboutothers",
    "2 hideeating",
    "3 farewell +before",
    "3 stopfeel -aboutothers",
    "2 onlywater slim -aboutothers +request",
    "2 diet tenkilos twoweeks",
  ],
};
