/** Words by which material is told from instruction. Written for this project. */

/** What a label of material is called: "Text:", "Consult this extract:", "the following sentences:". */
export const MATERIAL_NOUN =
  /\b(?:texts?|passages?|paragraphs?|articles?|excerpts?|extracts?|context|e-?mails?|reviews?|stor(?:y|ies)|transcripts?|transcription|notes?|inputs?|contents?|documents?|abstracts?|data|tables?|code|snippets?|functions?|poems?|lyrics|drafts?|messages?|sentences?|statements?|facts?|quotes?|quotation|records?|log|letters?|conversation|chat|dialogue|report|essay|post|tweet|caption|recipe|problem|puzzle|scenario|case|description|headline|title|response|answer|sequence|list|following|below|this|here|wrote|writes|says|said|got)\s*$/i;
const VERBS =
  "write|explain|describe|list|give|make|create|tell|show|provide|summari[sz]e|sum|translate|compare|analy[sz]e|discuss|generate|design|calculate|compute|solve|find|name|suggest|recommend|identify|outline|draft|compose|rewrite|edit|fix|correct|convert|classify|categori[sz]e|sort|add|include|use|mention|avoid|keep|ensure|start|begin|end|state|define|plan|build|implement|develop|evaluate|assess|justify|prove|derive|consider|imagine|act|pretend|choose|pick|select|rank|extract|replace|remove|check|test|improve|teach|help|count|estimate|predict|simplify|proofread|complete|continue|propose|brainstorm|put|review|answer|respond|reply|read|decide|determine|turn|pull|do|be|take|must|should|no|please|can you|could you|would you|will you|i (?:want|need|would like|have two|am|was|plan)|i'd|i'm|you (?:are|will|should|must|have)|what|which|when|where|why|how|who|is|are|does|did|help";
/** The start of a request, a question or a wish. */
export const REQUEST_WORD = new RegExp(
  `^\\s*(?:[-*•\\d.)(]+\\s*)?(?:(?:please|then|and|also|now|next|first|finally|second|third|hi|hello|hey|so|ok)[,!. ]+)*(?:${VERBS})\\b`,
  "i",
);
