/** What an entity is here, and what is left out. */

/**
 * - person: people, real or invented, without title ("Dr.", "President");
 * - place: countries, regions, cities, streets, buildings, mountains, waters, planets;
 * - organization: companies, institutions, parties, teams, bands, newspapers;
 * - work: titles of books, films, series, songs, albums, plays, paintings, games;
 * - date: days, months, years, decades, centuries, weekdays, holidays, times of day;
 * - number: amounts, money, percentages, ordinals and fractions, in digits or words, without their units.
 */
export const ENTITY_TYPES = ["person", "place", "organization", "work", "date", "number"] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export interface Entity {
  /** As it stands in the text, without marks of emphasis. */
  readonly text: string;
  readonly type: EntityType;
  /** What is compared: two ways of writing the same thing have the same key. */
  readonly key: string;
}

/** An entity and its place in one line: [start, end). */
export interface Span extends Entity {
  readonly start: number;
  readonly end: number;
}

/** Characters beyond it are left out: some 3,300 words, six times the longest usual response. */
export const ENTITY_MAX_LENGTH = 20_000;
