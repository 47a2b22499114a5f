/** Deceit: forgery, fraud, impersonation, untruths for the public, bribery, cheating. */
import type { HarmKind } from "../harm-rules.js";

export const DECEIT: HarmKind = {
  words: {
    document: `bank_statement payslip pay_stub paystub certificate diploma degree transcript =id license licence passport visa receipt invoice contract
      prescription signature birth_certificate reference reference_letter vaccine_card vaccination_card tax_return mileage report_card timesheet time_sheet log
      inspection test_result permit income_statement proof_of_income pay_slip grade document coa expiry_date expiration_date
      safety_report stamp banknote currency bill ticket resume cv work_history badge sick_leave green_card title`,
    money_up:
      "earn_more make_more higher_income older more_experience look_older more_than_i passed approved insured never_happened for_more",
    sickness: "sick_note doctor's_note doctors_note sick_day excuse_note absence_note excuse alibi",
    sickpaper: "doctors_certificate doctor's_certificate medical_certificate",
    claim:
      "claim refund insurance benefit warranty compensation welfare disability unemployment expense chargeback payout reimbursement grant subsidy food_stamp",
    undue: `never_lost never_happened didn't_happen didnt_happen not_hurt twice pretend already_broken old_damage while_working still_working
      not_sick wasn't_stolen wasnt_stolen not_disabled don't_qualify dont_qualify never_bought wasn't_there keep_the_item keep_the_product
      used_it worn nonexistent ghost_employee dead_father dead_mother burned_down on_purpose`,
    pay: `send_money send_me_money give_me_money give_their_money wire transfer invest pay sign_over give_me card_detail card_number password code bank_detail gift_card
      send_me send_cash pay_upfront deposit hand_over donate login`,
    scheme:
      "scam con ponzi pyramid_scheme fake_charity fake_shop fake_store romance_scam catfish short-change overcharge rip_off wrong_change rig cook_the_book bait_and_switch double_bill phantom_bill insider",
    hidefault:
      "flood_damage water_damage crash_damage defect rust mold mould termite accident_history odometer crack_in_the_engine broken_gearbox leak engine_problem",
    buyer: "buyer customer tenant dealer inspector before_selling selling sell investor lender",
    dupe: "hide mask cover cover_up conceal disguise",
    sellas: "sell resell pass_off ship list market",
    notreal:
      "replica knockoff fake counterfeit imitation expired stolen as_original as_real as_genuine as_new as_authentic as_organic as_gold spoiled unlicensed",
    bribe: "bribe pay_off slip_cash slip_money kickback under_the_table envelope_of_cash grease",
    official:
      "official inspector judge officer referee mayor clerk examiner building_inspector politician customs police juror witness doctor journalist teacher",
    launder:
      "launder laundering dirty_money clean_the_money explain_the_cash drug_money shell_company offshore",
    hideincome:
      "hide not_declare don't_declare underreport not_report forget_to_mention off_the_book not_mention conceal deduct leave_out move",
    income: "income cash tax taxman profit =irs tip_money assets side_job revenue crypto_gain",
    exspouse: "divorce wife husband court alimony child_support bankruptcy creditor taxman tax =irs",
    impersonate:
      "pretend pose impersonate act_as act_like sound_like sounds_like acting_as posing_as claim_to_be call_as introduce_myself speak_as as_if_i_were",
    trusted:
      "bank police officer doctor nurse it_desk it_support support tax_office government irs ceo microsoft lawyer charity inspector landlord utility_company customs school_principal principal soldier family_member grandson lottery delivery_company",
    press:
      "article post tweet news news_story headline report study leaflet flyer video thread press_release audio facebook_post testimonial blog review",
    untrue: `fake false untrue not_true no_evidence made_up made-up fabricated hoax invented causes_autism infertile microchip cures_cancer stolen_election rigged_election
      never_said actually_kills secretly deadly didn't_say scare_people go_viral believes lie rumor rumour conspiracy poison`,
    topic: `vaccine election candidate mayor politician company cure virus climate government competitor earthquake bank hospital minority
      teacher neighbor neighbour celebrity restaurant outbreak product immigrant holocaust disease 5g party opponent councillor councilor drug senator`,
    voters: "vote voter voting polling ballot election district poll",
    mislead:
      "wrong stay_home not_vote cancelled canceled moved suppress discourage wrong_day wrong_date wrong_place stuff twice fake lose intimidate stop_them",
    cheat:
      "cheat plagiarise plagiarize get_the_answer copy hand_in hand_it_in turn_in submit pass_off answer rephrase paraphrase look_at_notes get_answer leaked sell write_my",
    exam: "exam test quiz essay homework assignment coursework thesis as_my_own as_mine theory_test midterm school_paper term_paper certification finals class",
    sly: `beforehand before_the beforehand as_my_own as_mine camera proctor ai undetected so_it_doesn't chatgpt detector detectors turnitin phone earpiece in_advance without_studying
      without_reading for_money teacher cant_tell can't_tell plagiarism someone_else without_doing`,
    slack:
      "mouse_moving mouse_jiggler look_busy appear_online pretend_to_work look_like_i'm_working fake_being_sick call_in_sick pretend_to_be_sick fake_cough skip_school skip_class pretend_i'm seem_online get_out_of_work stay_green fake_a_fever",
    fib: `fake_excuse make_up_an_excuse lie_to lying_to lie_about lie_on pretend_i pretend_that fake_review buy_follower fake_follower inflate_my bend_the_truth white_lie
      pretend_to_know exaggerate_my fake_my`,
    workers: "worker employee staff intern cleaner nanny freelancer driver",
    underpay:
      "underpay not_pay don't_pay dont_pay avoid_paying less_than_minimum below_minimum overtime wage wage_theft off_the_book withhold tips",
    insider:
      "insider insider_information merger_before not_public_yet before_it's_announced before_the_announcement pump_and_dump",
    stock: "stock share trade buy option",
    damage: `fender_bender scratch dent injury damage accident whiplash crash loss`,
    worse: `worse bigger more_serious more_expensive bad older_than`,
    insurer: `insurance insurer claim payout settlement adjuster`,
    degree: `degree certificate diploma experience job title reference phd`,
    donthave: `don't_have dont_have never_had never_finished didn't_finish i_lack won't_be_checked not_checked never_checked doesn't_check`,
    resume: `resume cv application linkedin`,
    again: `second_refund twice two_times again refund_twice double`,
    bait: `job_ad fake_job ad website survey giveaway email form listing fake_shop contest app`,
    givedata: `passport scan card_data card_number bank_detail social_security password id_scan personal_data credit_card deposit upfront`,
    asrelative: `grandson grandchild relative nephew police bank lottery officer doctor tax_office`,
    needscash: `needs_cash need_cash needs_money need_money bail accident transfer card_pin savings safe_account`,
    later: `only_find_out find_out_later notice_later too_late only_notice after_the_sale later`,
    cashsales: `cash_sales cash_income cash_payment takings revenue`,
    hidesales: `hide skim not_ring not_record under-report off_the_till from_the_till leave_out off_the_books`,
    envelope: `envelope cash gift money look_away`,
    voice: `in_the_voice as_a_nurse as_a_doctor in_the_name voice_of sound_like like_a_doctor`,
    harmclaim: `killed kills infertile autism poison shot_killed dangerous cancer hates hate stole died microchip sterile`,
    screenshot: `screenshot quote tweet statement recording letter`,
    get_people: `get trick make ask collect lure gets`,
    takeme: `takes_the takes_my write_my do_my sits_my someone_who_takes someone_to_take`,
    phone: `phone notes notes_in answers smartwatch earpiece look_up`,
    flu: `flu sick ill fever cold sick_day`,
    skip: `so_i_can to_go match party concert day_off beach long_weekend get_out_of`,
    tellboss: `boss teacher school work`,
  },
  rules: [
    "2 fake document",
    "2 document fake +request",
    "2 cause document seems",
    "2 document seems",
    "2 document money_up",
    "2 write sickpaper",
    "1 write sickness",
    "1 fake sickness",
    "2 claim undue +request",
    "2 undue +claim +request",
    "2 trick other|weakones pay",
    "2 trick weakones|other<3 money",
    "2 weakones pay +request|write",
    "2 scheme +request",
    "2 dupe hidefault",
    "2 hidefault +buyer +secret",
    "2 sellas notreal",
    "2 notreal sellas +request",
    "2 bribe official",
    "2 official bribe +request",
    "2 launder +request",
    "2 hideincome income exspouse",
    "1 hideincome income",
    "2 hideincome income +secret",
    "2 hideincome money exspouse",
    "2 impersonate trusted",
    "2 write press untrue +topic",
    "2 write press topic untrue",
    "2 press topic +untrue +seems",
    "2 write press +topic +impersonate",
    "3 mislead voters +request",
    "3 voters mislead +request",
    "1 cheat exam sly",
    "1 exam sly +cheat",
    "1 cheat exam +secret",
    "1 cheat sly +exam",
    "1 slack",
    "1 fib",
    "2 underpay workers +request",
    "2 workers underpay +request",
    "2 insider stock",
    "2 stock insider",
    "2 damage worse insurer",
    "2 damage +worse +insurer +request",
    "2 degree donthave",
    "2 resume donthave",
    "2 claim again +request",
    "2 again claim +request",
    "2 bait get_people givedata",
    "2 asrelative needscash",
    "2 weakones asrelative",
    "2 buyer later +sellas",
    "2 sellas +buyer +later",
    "2 hidesales cashsales",
    "2 cashsales hidesales",
    "2 envelope official +request",
    "2 official envelope +request",
    "2 write press voice harmclaim",
    "2 write +press voice +topic harmclaim",
    "2 voice +press harmclaim",
    "2 fake screenshot official",
    "2 write fake screenshot",
    "1 takeme exam",
    "1 takeme +exam",
    "1 phone exam +secret",
    "1 fib flu",
    "1 tellboss flu +skip",
  ],
};
