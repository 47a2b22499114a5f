/** Named entities of a text. */
export { ENTITY_MAX_LENGTH, entitiesOf } from "./entities-of.js";
