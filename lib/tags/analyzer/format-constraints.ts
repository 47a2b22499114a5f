/** What a prompt asks of the form of its answer. */

const NUMBER_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|fifty|hundred";
const COUNT = `(\\d{1,5}|${NUMBER_WORDS})`;
const LANGUAGES =
  "english|french|german|spanish|italian|portuguese|dutch|russian|chinese|mandarin|japanese|korean|arabic|hindi|latin|polish|swedish|turkish|greek";

/** A pattern and the constraint it stands for; `$1` is the first group. */
const RULES: readonly (readonly [pattern: RegExp, constraint: string])[] = [
  [new RegExp(`\\b${COUNT}[- ]?words?\\b`, "i"), "#words=$1"],
  [new RegExp(`\\b${COUNT}[- ]?(?:short |long |simple |complete )?sentences?\\b`, "i"), "#sentences=$1"],
  [new RegExp(`\\b${COUNT}[- ]?(?:short |long )?paragraphs?\\b`, "i"), "#paragraphs=$1"],
  [new RegExp(`\\b${COUNT}[- ]?(?:lines?|verses?|stanzas?)\\b`, "i"), "#lines=$1"],
  [new RegExp(`\\b${COUNT}[- ]?(?:characters?|letters?) (?:or|long|max|limit)`, "i"), "#characters=$1"],
  [
    new RegExp(
      `\\b(?:top|list|give(?: me)?|name|provide|suggest|write|generate|create|offer|with|in|exactly)\\s+(?:me\\s+)?(?:the\\s+|at least\\s+|about\\s+|exactly\\s+)?(?:top\\s+)?${COUNT}\\s+(?:\\w+[- ]){0,3}(?:items?|ideas?|ways?|tips?|steps?|points?|examples?|reasons?|bullets?|names?|things?|titles?|questions?|facts?|options?|suggestions?|books?|movies?|recipes?|benefits?|places?|headlines?|slogans?)\\b`,
      "i",
    ),
    "#items=$1",
  ],
  [new RegExp(`\\b(?:in|into|to|using) (${LANGUAGES})\\b`, "i"), "language=$1"],
  [
    /\b(?:as|in|into|using|return|output|valid|format(?:ted)? as)\s+(?:a |an |valid )*(json|xml|yaml|csv|html|latex|markdown)\b/i,
    "format=$1",
  ],
  [
    /\b(?:in|as|make|create|draw|with|into|produce)\s+(?:a |an |the form of a )?(?:\w+ )?table\b/i,
    "format=table",
  ],
  [/\bbullet(?:ed)?[- ]?(?:points?|list)?\b/i, "format=bullet points"],
  [/\b(?:numbered|ordered) (?:list|steps|points)\b/i, "format=numbered list"],
  [/\b(?:as|in) (?:a )?(?:comma[- ]separated|list|list format|list form)\b/i, "format=list"],
  [/\bstep[- ]by[- ]step\b/i, "format=steps"],
  [/\brhym(?:e|es|ing)\b/i, "include=rhymes"],
  [/\b(haiku|limerick|sonnet|acrostic|villanelle|free verse|iambic pentameter)\b/i, "content=$1"],
  [
    /\b(?:as|in|write|create|make)\s+(?:a |an |the form of a )?(?:\w+ )?(dialogue|conversation|monologue|screenplay|script|letter|email|tweet|speech|press release|essay|recipe|interview)\b/i,
    "content=$1",
  ],
  [
    /\b(?:use|using|in|with) (?:all )?(upper ?case|capital letters|lower ?case|all caps|bold|italics)\b/i,
    "case=$1",
  ],
  [
    /\b(?:begin|start|end|finish|conclude)s?(?:ing)? (?:\w+ ){0,3}with (?:the )?(?:word|phrase|letter|sentence|line|question|\W)/i,
    "position=given words",
  ],
  [
    /\b(?:must|should|has to|needs to) (?:include|contain|mention|use)\b|\binclude the (?:word|phrase)s?\b/i,
    "include=given content",
  ],
  [
    /\b(?:do not|don't|without|avoid|never)\s+(?:using|use|mention(?:ing)?|includ(?:e|ing)|repeat(?:ing)?)\b/i,
    "exclude=given content",
  ],
  [
    /\b(?:answer|respond|reply)(?: \w+){0,3} (?:with )?(?:only|just)\b|\b(?:only|just) (?:answer|respond|reply|output|return|give)\b|\bno explanations?\b/i,
    "only=the answer",
  ],
  [/\b(?:yes or no|true or false)\b/i, "choice=two values"],
  [
    /\b(?:briefly|concise(?:ly)?|keep it (?:short|brief|simple)|be brief|short answer|one[- ]liner|short summary)\b/i,
    "length=short",
  ],
  [/\b(?:in detail|detailed|long[- ]form|comprehensive|thorough(?:ly)?|at length)\b/i, "length=long"],
  [
    /\b(?:at least|at most|no more than|no longer than|less than|fewer than|under|up to|maximum of|minimum of) (\d{1,5}) (?:words|sentences|items|lines|paragraphs|characters|steps|points|pages?)\b/i,
    "limit=$1",
  ],
  [
    /\b(?:in the style of|as if you were|in the voice of|like a pirate|to a (?:child|five[- ]year[- ]old|\d+[- ]year[- ]old)|like i'?m (?:five|5))\b/i,
    "style=given",
  ],
  [
    /\b(formal|informal|casual|professional|humorous|friendly|persuasive|poetic) (?:tone|style|language|manner)\b/i,
    "tone=$1",
  ],
];

/** The constraints found, as `kind=value`; none for a prompt that leaves the form open. */
export function findFormatConstraints(text: string): string[] {
  const found = RULES.flatMap(([pattern, constraint]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [constraint.replace("$1", (match[1] ?? "").toLowerCase())];
  });
  return [...new Set(found)];
}
