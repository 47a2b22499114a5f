/** The legal name most like a mistaken one, for messages. */

const COMPARED_LENGTH = 120;

/** The candidate at the smallest edit distance, case ignored; the first of equals. */
export function nearestName(name: string, candidates: readonly string[]): string {
  const wanted = name.slice(0, COMPARED_LENGTH).toLowerCase();
  let nearest = "";
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.slice(0, COMPARED_LENGTH).toLowerCase());
    if (distance < least) [least, nearest] = [distance, candidate];
  }
  return nearest;
}

/** The same where it is like the mistaken one: at least half of the letters agree; null where no candidate is. */
export function similarName(name: string, candidates: readonly string[]): string | null {
  const nearest = nearestName(name, candidates);
  const wanted = name.slice(0, COMPARED_LENGTH).toLowerCase();
  const distance = editDistance(wanted, nearest.slice(0, COMPARED_LENGTH).toLowerCase());
  return 2 * distance <= Math.max(wanted.length, nearest.length) ? nearest : null;
}

/** Levenshtein distance in UTF-16 units. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitute = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitute, above[j]! + 1, row[j - 1]! + 1));
    }
    above = row;
  }
  return above[b.length]!;
}
