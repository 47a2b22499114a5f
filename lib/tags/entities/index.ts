/** Named entities of a text. */

export { entitiesId } from "./entities-id.js";
export { entitiesOf } from "./entities-of.js";
export { ENTITY_MAX_LENGTH, ENTITY_TYPES, type Entity, type EntityType } from "./entity.js";
export { findEntities } from "./find-entities.js";
export { type EntityScore, type MarkedText, scoreEntities } from "./score-entities.js";
