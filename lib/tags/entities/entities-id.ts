/** What names the rules in a cache or a file. */
import { lazy } from "../../base/index.js";
import { loadCompromise } from "./compromise.js";

/** Changed by hand whenever a text may get other entities. */
const RULES_VERSION = 2;

/** Name and version of the rules and of the dictionary they read. */
export const entitiesId = lazy(() => `entity-rules/${RULES_VERSION}+compromise/${loadCompromise().version}`);
