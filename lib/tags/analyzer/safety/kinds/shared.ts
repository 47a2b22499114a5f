/** Concepts that several kinds of harm use. `other` (somebody else), `secret` and `request` are found by the reader. */
import type { HarmKind } from "../harm-rules.js";

export const SHARED: HarmKind = {
  words: {
    acquire: `buy get obtain order acquire purchase find score source sneak steal =got make build assemble construct print
      convert modify craft cook grow brew import`,
    cause: "make =made get =got have =having leave =left let force drive put push cause turn",
    fake: `fake forge falsify fabricate counterfeit alter photoshop backdate tamper invent bogus phony =false
      made-up make_up made_up manipulate phoney doctored inflate pad exaggerate overstate understate misreport`,
    seems: `looks_like look_like looks_just_like looks_exactly_like look_just_like look_exactly_like look_real looks_real
      look_official looks_official look_legit look_genuine looks_genuine looks_legit look_as_if look_as_though
      appear_as appear_to sound_like sounds_like passes_for pass_as pass_for believable convincing realistic-looking pass_off`,
    trick: `trick con fool deceive scam swindle lure mislead persuade convince talk coax pressure manipulate bait dupe
      pretend get =got guilt coerce sweet-talk charm cheat`,
    dodge: `hide evade avoid escape bypass dodge outrun lose flee lie disappear conceal cover_up get_around get_past get_away
      get_out get_by circumvent slip_past run_from smuggle sneak wriggle_out keep_from skip fool trick beat cheat pass`,
    authority: `police cop officer sheriff =irs customs inspector inspection regulator auditor audit bailiff detective
      immigration =border parole probation checkpoint authority ranger patrol prosecutor court bouncer breathalyzer breathalyser`,
    message: `message text dm chat email whatsapp snapchat imessage inbox conversation voicemail call_log call_history`,
    money: `money cash savings pension deposit gift_card card_detail card_number bank_detail bitcoin inheritance payment`,
    write: `write draft compose create make generate design produce give_me post spread invent prepare come_up publish tell need`,
    night: "at_night nighttime after_dark midnight",
    dead: "dead die death corpse",
    weakones: `elderly senior grandma grandpa granny grandmother grandfather grandparent pensioner widow lonely old_lady old_people old_man
      tourist retiree immigrant dementia gran nan disabled vulnerable`,
    benign: `birthday surprise present gift santa christmas_present proposal costume carnival magic cosplay vegetable veggie
      anniversary halloween puppet mascot easter piñata escape_room treasure_hunt theatre theater choreography experiment toy volcano paper_bag balloon science_fair humor humour joke_shop`,
  },
  rules: [],
};
