/** The report of what `skipBad` dropped. */
import type { SkippedLines } from "./json-lines.js";
import { writeJsonLines } from "./write-json-lines.js";

/**
 * Writes what was dropped as JSON Lines: a first line with the counts, then a line a problem
 * (`place` as `file:line`, `value`, `rule`, `remedy`), the first 10,000.
 */
export function writeSkipReport(path: string, skippedLines: SkippedLines): void {
  const { skipped, problemCount, problems } = skippedLines;
  writeJsonLines(path, [
    { skipped_lines: skipped, problems: problemCount, listed: problems.length },
    ...problems.map(({ place, value = null, rule, remedy = null }) => ({ place, value, rule, remedy })),
  ]);
}
