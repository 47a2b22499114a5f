/** What names the rules in a cache or a file. */
import nlp from "compromise/two";

/** Changed by hand whenever a text may get other entities. */
const RULES_VERSION = 2;

/** Name and version of the rules and of the dictionary they read. */
export const ENTITIES_ID = `entity-rules/${RULES_VERSION}+compromise/${nlp.version}`;
