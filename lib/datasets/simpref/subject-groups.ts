/** The 46 subjects of expertise in groups of like familiarity. */

/** Subjects by how familiar people and LMs are with them. */
export type SubjectGroup = "culture" | "society" | "practice" | "science" | "engineering";

export const SUBJECT_GROUPS: Readonly<Record<SubjectGroup, readonly string[]>> = {
  culture: [
    "Anthropology",
    "History",
    "Linguistics and language",
    "Philosophy",
    "Religion",
    "Divinity",
    "Library and museum studies",
    "Literature",
    "Performing arts",
    "Visual arts",
    "Media studies and communication",
    "Journalism",
  ],
  society: [
    "Economics",
    "Geography",
    "Political science",
    "Psychology",
    "Sociology",
    "Business",
    "Education",
    "Law",
    "Military sciences",
    "Social work",
    "Public administration",
  ],
  practice: [
    "Agriculture",
    "Architecture and design",
    "Family and consumer science",
    "Human physical performance and recreation",
    "Medicine and health",
    "Transportation",
    "Culinary arts",
    "Others",
  ],
  science: [
    "Biology",
    "Chemistry",
    "Earth sciences",
    "Physics",
    "Space sciences",
    "Computer sciences",
    "Logic",
    "System science",
    "Mathematics",
  ],
  engineering: [
    "Chemical engineering",
    "Civil engineering",
    "Electrical engineering",
    "Materials science and engineering",
    "Mechanical engineering",
    "Environmental studies and forestry",
  ],
};

const GROUP_OF = new Map<string, SubjectGroup>(
  (Object.keys(SUBJECT_GROUPS) as SubjectGroup[]).flatMap((group) =>
    SUBJECT_GROUPS[group].map((subject) => [subject, group] as const),
  ),
);

/** @throws {RangeError} for a subject outside the 46 */
export function groupOf(subject: string): SubjectGroup {
  const group = GROUP_OF.get(subject);
  if (group === undefined) throw new RangeError(`subject "${subject}" is in no group of SUBJECT_GROUPS`);
  return group;
}
