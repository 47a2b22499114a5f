/**
 * The 46 subjects in the four areas that MT-bench's knowledge questions are divided into. Settled before any prediction
 * was seen: it follows the outline of disciplines that the 46 subjects come from. Humanities: the humanities and arts,
 * the social sciences, and the professions that apply these. STEM: natural and system sciences, engineering, and the
 * professions that apply these. Skills and services that lie between (cooking, sports, households, transport …) are in none.
 */
import type { Subject } from "../vocabulary.js";

export const SUBJECT_AREAS = ["coding", "math", "stem", "humanities"] as const;
export type SubjectArea = (typeof SUBJECT_AREAS)[number];

const AREA_SUBJECTS: Readonly<Record<SubjectArea, readonly Subject[]>> = {
  coding: ["Computer sciences"],
  math: ["Mathematics", "Logic"],
  stem: [
    "Biology",
    "Chemistry",
    "Earth sciences",
    "Physics",
    "Space sciences",
    "System science",
    "Agriculture",
    "Chemical engineering",
    "Civil engineering",
    "Electrical engineering",
    "Materials science and engineering",
    "Mechanical engineering",
    "Environmental studies and forestry",
    "Medicine and health",
  ],
  humanities: [
    "Anthropology",
    "History",
    "Linguistics and language",
    "Philosophy",
    "Religion",
    "Divinity",
    "Literature",
    "Performing arts",
    "Visual arts",
    "Economics",
    "Geography",
    "Political science",
    "Psychology",
    "Sociology",
    "Business",
    "Education",
    "Journalism",
    "Media studies and communication",
    "Law",
    "Library and museum studies",
    "Public administration",
    "Social work",
  ],
};

const AREA_OF: ReadonlyMap<string, SubjectArea> = new Map(
  SUBJECT_AREAS.flatMap((area) => AREA_SUBJECTS[area].map((subject) => [subject, area] as const)),
);

/** The area of a prompt: that of its first subject; null where it has no subject, or one outside the four areas. */
export function subjectArea(subjects: readonly string[]): SubjectArea | null {
  return AREA_OF.get(subjects[0] ?? "") ?? null;
}
