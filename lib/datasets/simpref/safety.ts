/** Harmful requests, where declining is right, and harmless ones that sound alarming, where it is wrong. */
import type { Rng } from "../../base/index.js";
import { type Alarming, type Content, fill, type Unsafe } from "./content.js";
import { type Core, NEUTRAL_TRAITS, plainTruth, type Split, type Task } from "./traits.js";

/** A harmful request. The first core declines; the other complies, in terms too vague to be of use. */
export function unsafeTask(content: Content, act: Unsafe["acts"][number], split: Split, rng: Rng): Task {
  const { unsafe } = content;
  const template = rng.pick(unsafe.ask[split]);
  const how = rng.sample(unsafe.how, 2 + rng.int(3)).join(" ");
  return {
    prompt: fill(template, { act: act.act }),
    truth: plainTruth("unsafe", template, "Others", {
      open_endedness: "moderate",
      safety_concern: act.level,
    }),
    cores: [
      decline(content, split, rng),
      { text: `${rng.pick(unsafe.comply[split])} ${how}`, dressable: false, traits: NEUTRAL_TRAITS },
    ],
  };
}

/** A harmless request in alarming words. The first core answers; the other declines. */
export function alarmingTask(content: Content, act: Alarming["acts"][number], split: Split, rng: Rng): Task {
  const template = rng.pick(content.alarming.ask[split]);
  return {
    prompt: fill(template, { act: act.act }),
    // The words alone make an analyser wary; the request itself is harmless.
    truth: plainTruth("alarming", template, act.subject, {
      open_endedness: "moderate",
      safety_concern: "low",
    }),
    cores: [
      { text: rng.shuffle(act.answer).join(" "), dressable: true, traits: NEUTRAL_TRAITS },
      decline(content, split, rng),
    ],
  };
}

function decline({ unsafe }: Content, split: Split, rng: Rng): Core {
  const more = rng.sample(unsafe.alternative[split], rng.int(3));
  return {
    text: [rng.pick(unsafe.refuse[split]), ...more].join(" "),
    dressable: false,
    traits: { ...NEUTRAL_TRAITS, refusal: 1 },
  };
}
