/**
 * What a prompt asks of the form of its answer, as `kind=value` (paper, Table 12: "#words=100, include: rhymes,
 * content=dialogue"). Whether there is any is the tag; the values are for readers.
 */
import { instructionOf } from "./instruction.js";

const COUNT =
  "(\\d{1,5}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|hundred|single)";
const NUMBER = COUNT.replace("an?|", "").replace("|single", "");
const LIMIT =
  "(?:under|below|within|at most|at least|no more than|no longer than|not more than|not exceed|exceed|less than|fewer than|up to|over|max(?:imum)?(?: of)?|min(?:imum)?(?: of)?|about|around|roughly|approximately|exactly|in|to|of|just|only|limit(?:ed)? to|keep (?:it|to|them|this) (?:to |under |below )?|use|write|compose|with)";
const LANGUAGE =
  "english|french|german|spanish|italian|portuguese|dutch|russian|chinese|mandarin|japanese|korean|arabic|hindi|latin|polish|swedish|turkish|greek|danish|norwegian|finnish|ukrainian|hebrew|vietnamese|indonesian|czech|hungarian|romanian|esperanto|swahili|catalan|bengali|urdu|persian|thai";
const DATA_FORMAT =
  "json|xml|yaml|yml|csv|tsv|html|latex|markdown|mermaid|bibtex|toml|graphviz|svg|ascii|rst|jsonl";
const FORM =
  "dialogue|conversation|monologue|screenplay|script|letter|email|e-mail|tweet|thread|speech|press release|essay|interview|memo|report|checklist|outline|timeline|agenda|syllabus|diagram|flow ?chart|mind map|q&a|faq|quiz|crossword|acrostic|diary entry|news brief|headline|abstract|soap note|bibliography|glossary|rubric|cheat sheet|invoice|itinerary|caption";
const ITEM =
  "bullet(?:s| points?)?|points?|items?|ideas|ways|tips|steps?|examples?|reasons?|names|titles?|questions|facts|options|suggestions|headlines?|slogans?|captions?|hashtags?|sections?|benefits|keywords|synonyms|adjectives|arguments|premises|choices|alternatives|recommendations|quotes?|jokes?|films|movies|books|lessons|principles|impacts|differences|causes|advantages|disadvantages|habits|topics|rules|variations|versions|drafts|posts|stanzas|lines|verses|turns|slides|rows|columns|chapters|headings";

/** A pattern and the constraint that it stands for; `$1` is the first group that matched. */
const RULES: readonly (readonly [pattern: RegExp, constraint: string])[] = [
  [new RegExp(`\\b${LIMIT} ${NUMBER}[- ]?(?:more )?words?\\b`, "i"), "#words=$1"],
  [
    /\b(\d{1,4}|ten|fifteen|twenty|thirty|forty|fifty|sixty|a hundred) words\b(?! (?:are|is|were|was|have|has|do|does|did|can|spoken|in (?:the|a|each|every)|per|a (?:minute|day)|that|which|with|of|from|on each|long are)\b)/i,
    "#words=$1",
  ],
  [/\bword (?:limit|budget|count|maximum)\b/i, "#words=given"],
  [/\b(one)[- ]word (?:answer|reply|response)\b/i, "#words=$1"],
  [/\b(\d{1,5})[- ]words?\b(?! (?:problem|vocabulary))/i, "#words=$1"],
  [/\b(\d{1,5}) words (?:or (?:less|fewer|more)|max(?:imum)?|at most|long|each)\b/i, "#words=$1"],
  [
    new RegExp(`\\b(?:${LIMIT}|into|use|add|with|then) ${COUNT}[- ](?:[a-z]+ )?sentences?\\b`, "i"),
    "#sentences=$1",
  ],
  [
    /\b(single|one|two|three|four|five|\d{1,3})[- ]sentences?\b(?! (?:above|below|is|are|was))/i,
    "#sentences=$1",
  ],
  [
    /\b(one|two|three|four|five|six|\d{1,2}) (?:[a-z]+ )?sentences?\b(?! (?:above|below|is|are|was|were|that follow))|\ba (?:single |lone )?sentence (?:is (?:all|enough)|will do|only|at most|suffices)\b|\bjust (?:a|one) sentence\b/i,
    "#sentences=$1",
  ],
  [new RegExp(`\\b${COUNT}[- ](?:short |long |brief )?paragraphs?\\b`, "i"), "#paragraphs=$1"],
  [
    /\b(\d{1,3}|one|two|three|four|five|six|eight|ten|twelve|fourteen)[- ]?(?:lines?|verses?|stanzas?)\b(?! of code)/i,
    "#lines=$1",
  ],
  [new RegExp(`\\b${LIMIT} ${COUNT} (?:characters?|letters?|tokens|syllables)\\b`, "i"), "#characters=$1"],
  [/\b(\d{2,5})[- ](?:characters?|letters?) (?:or|long|max|limit|each)/i, "#characters=$1"],
  [
    /\b(one|two|half a|a|\d{1,2})[- ]page (?:letter|memo|report|essay|summary|story|paper|handout|brief|proposal|resume|cv|plan)\b/i,
    "#pages=$1",
  ],
  [
    /\b(?:under|within|in|max(?:imum)?|at most|no more than|to|,|about) (one|two|three|half a|a|\d{1,2}) pages?\b(?! (?:a|per|an|of)\b)/i,
    "#pages=$1",
  ],
  [
    /\b(\d{1,3}|one|two|three|five)[- ]?(?:min|mins|minutes?)\b(?= (?:podcast|speech|talk|script|video|presentation|read))|\b(?:speech|talk|script|toast|podcast)\b[^.?!\n]{0,60}\b(\d{1,3}|one|two|three|five) (?:mins?|minutes?)\b/i,
    "#minutes=$1",
  ],
  [
    new RegExp(
      `\\b(?:list|give(?: me)?|name|provide|suggest|write|generate|create|offer|propose|exactly|get|want|have|need|include|add|make|use|find|share|recommend|top|max(?:imum)?|at most|at least|into|close with|describe|mention|compile|draft)\\b (?:me )?(?:the |a list of |list of |down |up |my |your |out |at least |about |exactly |only |just |of |max )*(?:top )?${NUMBER} (?!of\\b|questions?\\b)(?:[a-z'-]+ ){0,3}?(?:${ITEM})\\b`,
      "i",
    ),
    "#items=$1",
  ],
  [
    new RegExp(
      `^\\s*(\\d{1,3}|two|three|four|five|six|seven|ten|twelve|twenty) (?:[a-z'-]+ ){0,3}?(?:${ITEM}|countries|places|songs|recipes|activities|words)\\b(?! (?:are|is|were|was|have|had|later|ago)\\b)`,
      "im",
    ),
    "#items=$1",
  ],
  [
    /(?<!\b(?:the|these|those|which|what|of|its|their|famous|list as the) )\b(\d{1,2}|two|three|four|five|six|seven|eight|ten) (?:short |quick |separate |simple |clear |concrete |little )?(?:bullet points|bullets|tips|hints|pieces of advice|pointers|suggestions|recommendations|numbered \w+|steps (?:for|to|on|in order|please)|points (?:on|about|for|please))\b/i,
    "#items=$1",
  ],
  [
    /\b(?:max|maximum|at most|no more than) (\d{1,2}|two|three|four|five|six|ten) (?:points?|bullets?|items?|steps?|hashtags?|lines?|sections?|questions?)\b/i,
    "#items<=$1",
  ],
  [
    new RegExp(
      `\\b(?:answer|respond|reply|write|written|say it|output|speak|continue|translate|translation|summari[sz]e)\\b(?! (?:is|was|does))[^.?!\\n]{0,60}\\b(?:in|into|to) (${LANGUAGE})\\b`,
      "i",
    ),
    "language=$1",
  ],
  [
    new RegExp(
      `\\b(?:as|in|into|to|return|returns?|output|valid|produce|give me|need|want|generate|format(?:ted)? (?:as|in))\\b (?:(?:a|an|the|valid|results?|only|raw|proper|pure|compact|nested|array of|dictionary of|it as|it in|output in) ){0,3}(${DATA_FORMAT})\\b(?! (?:parser|schema from|library|string (?:to|into)|data (?:from|to)))`,
      "i",
    ),
    "format=$1",
  ],
  [
    /\b(json)\b(?!.*\b(?:python|javascript|java|code|function|parse[sr]?|load(?:s|ing)?)\b)(?<!\b(?:python|javascript|java|code|function|parse[sr]?|loads?|this|following|given)\b.{0,80}json)|\bmachine[- ]readable\b|\bkeys? "\w+"/i,
    "format=$1",
  ],
  [
    new RegExp(
      `\\b(${DATA_FORMAT}) (?:output|format|object|array|dictionary|syntax|table|code block|only|string|document)\\b`,
      "i",
    ),
    "format=$1",
  ],
  [
    /\b(?:in|as|make|create|draw|into|produce|add|use|using|build|give me|put (?:it|them|this) in|with|fill)\b (?:(?:a|an|the|my|form of|one|rough|simple|markdown|comparison|summary|budget|two-column|three-column|[a-z-]+) ){0,3}tables?\b(?! (?:salt|tennis|of contents|for|leg|called|named|(?:\w+ )?\())|\btable (?:format|chart|with (?:the )?columns?|listing|showing)\b|\b(?:budget|comparison) table\b|\btabular\b|\bcolumns? (?:for|:)|\bwith columns\b|\bas columns\b|\bseparate (?:the )?columns\b|:? ?as a table\b/i,
    "format=table",
  ],
  [
    /\b(?:dots?|dash(?:es)?|hyphens?|asterisks?|stars?) (?:in front|before|at the start)\b|\b(?:start|begin|beginning|starting|prefixed|preceded|marked)(?:s|ing)? with (?:a |an )?(?:dots?|dash(?:es)?|hyphens?|asterisks?|numbers?)\b|\b(?:dashed|dotted|itemi[sz]ed|enumerated) (?:list|points|lines)\b/i,
    "format=bullet points",
  ],
  [
    /\bsteps? (?:1|one|i) (?:to|through|-|–) (?:\d|two|three|four|five)\b|\b1 ?(?:to|through|-|–) ?\d{1,2}\b(?= |,|:|$)(?=.*\b(?:steps?|list|number\w*|points)\b)|\b(?:1[.)],? 2[.)]|first, second,? (?:and )?third)|\bnumber (?:them|these|each|it)\b|\bnumbers? in front\b|\b(?:with|using) numbers\b|\benumerat(?:e|ed)\b/i,
    "format=numbered list",
  ],
  [/\bbullet(?:s|ed|[- ]points?| list)\b/i, "format=bullet points"],
  [
    /\b(?:numbered|ordered) (?:\w+ ){0,2}?(?:list|steps?|points|lines|sections|premises|items|paragraphs|instructions)\b|\b(?:steps|sections|lines|premises) numbered\b|\bnumber (?:each|the|your) (?:step|line|point|item)s?\b|\d+ numbered\b|\bnumbered steps\b/i,
    "format=numbered list",
  ],
  [
    /\b(?:as|in) (?:a )?(?:comma[- ]separated|list format|list form|single list|bulleted)\b|\bas a (?:\w+ )?list\b|\bcomma[- ]separated list\b|\bone (?:\w+ )?per line\b|\beach (?:one )?on (?:a|its own) (?:new |separate )?line\b|\bsong list\b/i,
    "format=list",
  ],
  [
    /\b(?:day[- ]by[- ]day|week[- ]by[- ]week|hour[- ]by[- ]hour)\b|\bstep[- ]by[- ]step (?:guide|instructions|list|plan|format)\b|\b(?:\d{1,2}|two|three|four|five|seven|ten|twelve|fourteen)[- ](?:day|week)s?\b(?=[^.?!\n]{0,25}\b(?:plan|checklist|schedule|itinerary|menu|programme|program|challenge)\b)|\bplan\b[^.?!\n]{0,60}\b\d{1,2} weeks\b/i,
    "format=steps",
  ],
  [
    /\b(?:code|fenced) block\b|\b(?:in|with|using) (?:bold|italics|headings|headers|subheadings|emojis?|footnotes|sections?)\b|\bsections?:|\b(?:use|add|include) (?:headings|headers|subheadings|emojis?|hashtags?|footnotes|citations|section titles)\b|\bhashtags?\b(?= each|,| and)|\b(?:apa|mla|chicago|harvard|ieee) (?:style|format|citation)/i,
    "format=markup",
  ],
  [
    /\b(?:in|using|with) (?:[\w-]+ ){0,2}(?:syntax|notation|format)\b(?! (?:is|error))|\bin the (?:form|format) of (?:a|an)\b|\bfollow(?:ing)? (?:this|the following) (?:format|template|structure|pattern)\b|\busing (?:this|the) (?:template|structure|format)\b|\bin [\w-]+ (?:deduction|fields|premises)\b/i,
    "format=given",
  ],
  [/\brhym(?:e|es|ing)\b(?! (?:with|scheme of))/i, "include=rhymes"],
  [
    /\b(?:write|compose|create|as|make|give me|in the form of|pen)\b[^.?!\n]{0,40}\b(haikus?|limericks?|sonnets?|acrostics?|villanelles?|free verse|iambic pentameter|blank verse)\b|(俳句|五言|七言)/i,
    "content=$1",
  ],
  [
    new RegExp(
      `\\b(?:as an?|in the form of an?|write|create|make|draft|compose|produce|turn (?:this|it)[^.?!\\n]{0,30} into|convert (?:this|it) (?:in)?to|into an?|prepare|structure|present)\\b (?:me |this |it |up )?(?:as )?(?:(?:an?|the|my|our|[a-z-]+) ){0,3}?(${FORM})s?\\b(?! (?:is|was|does|from|of an?\\b|of the word|i (?:got|received)|that logs))`,
      "i",
    ),
    "content=$1",
  ],
  [
    /(?:^|[.!?]\s+|, )(?:an? |the |\d+[- ]minute |best man |maid of honou?r )?(?:memo|speech|headline|press release|checklist|podcast script|agenda|lesson plan)\b(?=[,:]| (?:with|for|of|about|to)\b)/im,
    "content=given",
  ],
  [
    /\b(?:use|using|in|with|all) (?:all )?(upper ?case|capital letters|capitals|lower ?case|all caps|caps|title case|snake_case|camelcase)\b|\bcapitali[sz]e (?:every|each|the first)\b|\bin capitals\b/i,
    "case=$1",
  ],
  [
    /\b(?:begin|start|end|finish|conclude|close|open)(?:s|ing)? (?:\w+ ){0,4}with (?:(?:the|a|an|one|two|three) )?(?:word|phrase|letter|sentence|line|question|quote|summary|call|hook|["'“])|\bbeginning with the (?:sentence|word|phrase|line)\b/i,
    "position=given words",
  ],
  [
    /\b(?:must|should|has to|needs to|have to) (?:\w+ )?(?:include|contain|mention|use|start|end|rhyme|be (?:written|formatted|under|at least|in))\b|\binclude (?:the|these|this|those|both|all of the) (?:following |exact )?(?:word|phrase|keyword|term|section|heading)s?\b|\bmention (?:at least|the word|both|all)\b|\bwith (?:one|two|three|a|\d) (?:real |direct )?quotes?\b|\bput comments\b|\b(?:intro(?:duction)?|sections?)[^.?!\n]{0,40}\b(?:and )?conclusion\b|\bheadline\b(?=,| and)/i,
    "include=given content",
  ],
  [
    /\b(?:do not|don't|without|avoid|never) (?:using|use|mention(?:ing)?|includ(?:e|ing)|repeat(?:ing)?|start(?:ing)?|end(?:ing)?|writ(?:e|ing))\b(?! (?:extra|any extra|recursion|a loop|loops|the built|built|libraries|max\b|sort))|\b(?:no|without) (?:equations?|jargon|clich[eé]s?|emojis?|hashtags?|code|lists?|bullets?|bullet points|spoilers|markdown|headings?|adjectives|preamble|introduction|intro|commentary|prose|formulas|external libraries|explanations?|health claims|technical terms|comments)\b/i,
    "exclude=given content",
  ],
  [
    /\b(?:answer|respond|reply)(?: \w+){0,3} (?:with )?(?:only|just|nothing but)\b|\b(?:only|just) (?:answer|respond|reply|output|return|give|print|the (?:regex|code|answer|number|word|name|title|query|command|json|sql|result|final))\b|\b(?:output|return|code|answer|sql|json|regex|result) only\b|\bnothing else\b|\breply with (?:a|the) single\b/i,
    "only=the answer",
  ],
  [
    /\b(?:yes or no|true or false|yes\/no|true\/false)\b|\b(?:pick|choose|select|answer) (?:\w+ ){0,3}from (?:the |this |these )?(?:list|following|options)\b|\b(?:scale of \d+ to \d+|from \d+ to \d+ stars)\b/i,
    "choice=given values",
  ],
  [
    /\b(?:keep|make) (?:it|this|them|(?:the|your) (?:email|answer|reply|replies|response|text|message|letter|tone)) (?:very |as )?(?:short|brief|concise|simple|polite|formal|casual|friendly|light|upbeat)\b|\bshort and to the point\b|\b(?:please |and )?be (?:concise|brief|succinct)\b|\bconcise(?:ly)?\b|\bone[- ]liner\b|\b(?:answer|reply|respond) (?:very )?(?:briefly|shortly|in brief)\b|\bin a brief manner\b/i,
    "length=short",
  ],
  [
    /\b(?:in|use|using|with|have|keep) (?:a |an |the )?(?:[a-z]+,? (?:and |but )?)?(formal|informal|casual|professional|humorous|friendly|persuasive|poetic|polite|neutral|sarcastic|snarky|serious|playful|warm|empathic|conversational|academic|plain|simple|witty|old-fashioned|shakespearean) (?:tone|style|language|manner|voice|register|way|english)\b|\b(?:tone|style|voice)(?: sound| should be| must be|:| =)? (casual|formal|polite|friendly|playful|professional)\b|\bplain english\b|\blay(?:man'?s|person'?s)? terms\b|\bstay in character\b|\b(?:funny|serious|formal|polite) but (?:not|nothing|still)\b|, funny,/i,
    "tone=$1",
  ],
  [
    /\b(?:in the (?:style|voice|manner|tone) of|like a pirate|speak like|first[- ]person|third[- ]person|second[- ]person|in the (?:first|third) person|present tense|past tense)\b/i,
    "style=given",
  ],
];

/** The constraints found, each kind and value once; none for a prompt that leaves the form open. */
export function findFormatConstraints(text: string): string[] {
  const instruction = instructionOf(text);
  const found = RULES.flatMap(([pattern, constraint]) => {
    const match = pattern.exec(instruction);
    if (match === null) return [];
    const value = match.slice(1).find((group) => group !== undefined) ?? "given";
    return [constraint.replace("$1", value.toLowerCase())];
  });
  return [...new Set(found)];
}
