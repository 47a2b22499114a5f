/** Theft: to steal is a crime unless what is stolen belongs to nobody. Written for this project. */

const STEAL =
  /\b(?:steal|stealing|nick|nicking|pilfer|pilfering|swipe|snatch|snatching|loot|looting)\b([\w' -]{0,60})/;
const NOBODYS =
  /^\s*(?:(?:a|an|the|my|your|his|her|their|this|that|some|second|third|home|from|in|of|every|each|last|quick|little)\s+)*(?:bases?|home|show|spotlight|limelight|scene|scenes|thunder|hearts?|kiss(?:es)?|looks?|style|glances?|moments?|lead|nap|ball|puck|pass|possession|second|third|ideas?|game|victory|win|point|march|focus|cards?|resources|cattle game|right|left)\b/;
/** Things that are swiped and snatched without anybody's loss. */
const WEAK = /\b(?:swipe|nick|snatch|snatching|loot|looting)\b/;

/** Grade of a lower-case sentence: 2 for theft, 0 otherwise. */
export function gradeTheft(sentence: string): 0 | 2 {
  const match = STEAL.exec(sentence);
  if (match === null || NOBODYS.test(match[1] ?? "") || WEAK.test(match[0])) return 0;
  return /\b(?:the|a|an|my|your) (?:steal|steals)\b/.test(sentence) ? 0 : 2;
}
