/** Titles of works that marks or the words beside them show: quotations, italics, bold, "the film …". */
import { KIND, kindsOf } from "./dictionary.js";
import type { Span } from "./entity.js";
import { foldName, nameKey } from "./entity-key.js";
import { without } from "./spans.js";

const CUE_NOUN =
  "films?|movies?|novels?|novellas?|books?|songs?|albums?|singles?|plays?|musicals?|operas?|poems?|paintings?|sculptures?|series|shows?|sitcoms?|documentar(?:y|ies)|memoirs?|essays?|games?|tracks?|ballads?|anime|manga|trilogy|autobiograph(?:y|ies)|comics?|symphon(?:y|ies)|soundtracks?|short stor(?:y|ies)|speech|ballets?|episodes?|hits?|biograph(?:y|ies)|article";
const CUE = new RegExp(
  `\\b(?:${CUE_NOUN}|directed|starring|wrote|written|composed|painted|published|titled|entitled|sang|authored|reading|watch(?:ed|ing)?)\\b`,
  "i",
);
/** Words of a screen or of language itself: what is quoted beside them is no title. */
const OTHER_CUE =
  /\b(?:click|press|select|choose|tap|hit|type|enter|button|tab|menu|option|word|words|phrase|term|terms|idiom|means?|labell?ed|column|field|key|error|message|folder|file|command|say|saying|said|says|asked|answer|called the)\W{0,3}$/i;
const OTHER_NEXT =
  /^\W{0,2} ?(?:button|tab|menu|option|icon|section|field|key|column|page|link|checkbox|dialog|folder|error|message|means|refers|is a term)\b/i;

const MARKED =
  /"([^"\n]{1,80})"|“([^”\n]{1,80})”|«([^»\n]{1,80})»|⟦([^⟧\n]{1,80})⟧|⟪([^⟫\n]{1,80})⟫|(?<=[\s(]|^)[‘']([^‘’'\n]{2,60}(?:['’][a-z]{1,2} [^‘’'\n]{1,40})?)[’'](?![\p{L}])/gu;
/** A line of JSON and the like, where quotation marks mean nothing. */
const DATA = /^\s{0,40}[{[]?\s?["'][^"'\n]{0,200}["'](?:: |,$|$)|["']: ?["'[{\d]/;
const BY_LINE = /^['"”’⟧⟫]?,? by (?:the )?\p{Lu}/u;
const YEAR_NEXT = /^['"”’⟧⟫]? \((?:\p{L}{2,10},? )?(?:1[4-9]|20)\d\d\)/u;

/** Titles in quotation marks, italics and bold. */
export function findMarkedTitles(line: string): Span[] {
  const spans: Span[] = [];
  if (DATA.test(line)) return spans;
  for (const match of line.matchAll(MARKED)) {
    const isBold = match[5] !== undefined;
    const inner = match.slice(1).find((group) => group !== undefined)!;
    const text = inner
      .replace(/[,.;]$/, "")
      .replace(/^["“'‘]|["”'’]$/g, "")
      .trim();
    if (!isTitleCase(text)) continue;
    const before = line.slice(Math.max(0, match.index - 60), match.index);
    const after = line.slice(match.index + match[0].length, match.index + match[0].length + 24);
    if (!isTitle(text, before, after, isBold)) continue;
    spans.push(workAt(match.index + match[0].indexOf(text), text));
  }
  const first = LINE_TITLE.exec(line)?.[1];
  if (first !== undefined && isTitleCase(first) && !/["“⟦⟪]/.test(first) && isNoName(first)) {
    spans.push(workAt(line.indexOf(first), first));
  }
  if (!MUSIC_WORD.test(line)) return spans;
  for (const match of without(line, spans).matchAll(MUSIC)) spans.push(workAt(match.index, match[0]));
  return spans;
}

function workAt(start: number, text: string): Span {
  return { start, end: start + text.length, text, type: "work", key: nameKey(text) };
}

/** "An Inconvenient Truth (2006)", "The Alchemist by Paulo Coelho" where a line starts. */
const LINE_TITLE =
  /^\s{0,8}(\p{Lu}[^(:.|]{0,60}?(?=,? \((?:1[4-9]|20)\d\d\))|(?:The|A|An) \p{Lu}[^(:.|]{2,60}?(?=,? by \p{Lu}[\p{L}.]+ \p{Lu}))/u;

/** Whether no word is the known name of a person, place or organization. */
function isNoName(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  return (
    words.length < 8 &&
    !words.some((word) => (kindsOf(foldName(word)) & (KIND.given | KIND.place | KIND.organization)) !== 0)
  );
}

const MUSIC_WORD = /Symphon|Concerto|Sonata|Quartet/;
/** "Ninth Symphony", "Violin Concerto No. 1 in D major". */
const MUSIC =
  /\b(?:(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth) (?:Piano |Violin )?(?:Symphony|Concerto|Sonata)|(?:Piano |Violin |Cello |String )?(?:Symphony|Concerto|Sonata|Quartet) (?:No\. ?\d{1,3}|in [A-G]\b)(?:,? in [A-G])?(?:[- ](?:flat|sharp))?(?: (?:[Mm]ajor|[Mm]inor))?)/g;

function isTitle(text: string, before: string, after: string, isBold: boolean): boolean {
  const kinds = kindsOf(foldName(text));
  if ((kinds & KIND.work) !== 0 && (kinds & KIND.doubtful) === 0) return true;
  if (OTHER_CUE.test(before) || OTHER_NEXT.test(after)) return false;
  const shown = YEAR_NEXT.test(after) || BY_LINE.test(after);
  if ((kinds & KIND.work) !== 0) return shown || !isBold || CUE.test(before);
  if ((kinds & (KIND.person | KIND.place | KIND.organization | KIND.other)) !== 0) return false;
  if (isBold) return shown && /\s/.test(text);
  const words = text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (words.some((word) => (kindsOf(foldName(word)) & KIND.organization) !== 0)) return false;
  if (words.length === 1) return /^\p{Lu}\p{Ll}/u.test(text) && (shown || CUE.test(before));
  if (shown || CUE.test(before)) return true;
  // Without a cue: "The Music of the Night", but no "Metered Connection" and no "Quarterly Financial Report".
  return (
    capitals >= 2 &&
    words.length >= 3 &&
    !/[:|]/.test(text) &&
    (words[0] === "The" || words.some((word) => /^(?:of|the|in|to|and|for|with|my)$/.test(word)))
  );
}

/** Every word of four letters or more starts with a capital, and so does the first. */
export function isTitleCase(text: string): boolean {
  if (!/^[\p{Lu}\p{N}¿¡]/u.test(text) || /[{}=<>;\\]|\.\s/.test(text)) return false;
  return !/(?:^|[\s-])\p{Ll}{4,}/u.test(
    text.replace(/(?:^|\s)(?:from|with|into|over|upon|that|than|under|between|without)(?=\s)/gu, " "),
  );
}

const CUE_BEFORE = new RegExp(
  `(?:\\b(?:the|a|an|his|her|its|their|my|our|this|of|hit|tv|debut|classic|novel|famous|popular|first|last)\\b|['’]s?|[A-Za-z])[^.!?]{0,24} (?:${CUE_NOUN}),? (?:called |titled |entitled |named )?$`,
  "iu",
);

/** Whether the words around say that a bare capitalised phrase is a title. */
export function hasTitleCue(before: string, after: string, words: number): boolean {
  return CUE_BEFORE.test(before) || YEAR_NEXT.test(after) || (words >= 2 && BY_LINE.test(after));
}

/** Whether a word such as "film" or "wrote" stands in the 80 characters before. */
export function hasCueBefore(line: string, place: number): boolean {
  return CUE.test(line.slice(Math.max(0, place - 80), place));
}
