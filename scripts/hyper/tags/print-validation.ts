/** What the terminal shows of a validation. */
import { escapeControls, renderTable, type TagScore, type TagValidation } from "../../../lib/index.js";

/** Average of the paper's analyzer over 200 prompts of its own, in percent (Appendix F.1). */
const PAPER_AVERAGE_PERCENT = 78;

export function printValidation(
  { rows, average, promptCount, groupCount }: TagValidation,
  what: string,
): void {
  const unanswered = rows.some(({ unansweredCount }) => unansweredCount > 0);
  const lines = rows.map((row) => ({
    dimension: row.headline ? row.dimension : "",
    metric: row.metric,
    ...scoreCells(row),
    prompts: row.headline ? row.count : "",
    ...(unanswered ? { unanswered: row.headline ? row.unansweredCount : "" } : {}),
  }));
  const last = {
    dimension: "average",
    metric: "first of each",
    ...scoreCells(average),
    prompts: promptCount,
  };
  const distinct = groupCount < promptCount ? ` (${groupCount} groups)` : "";
  const caption = `${escapeControls(what)} against ${promptCount} prompts${distinct}; percent, with 95 % intervals; constant: the best answer that is always the same`;
  process.stdout.write(`${renderTable([...lines, last], { caption }).text}\n`);
  process.stdout.write(
    `The paper's analyzer: ${PAPER_AVERAGE_PERCENT} on average, on 200 prompts of its own, labelled by people (Appendix F.1).\n`,
  );
}

function scoreCells({ value, low, high, baseline }: TagScore): Readonly<Record<string, string>> {
  // Where few prompts have a dimension, resamples without any leave its interval open.
  const interval = Number.isNaN(low) || Number.isNaN(high) ? "-" : `${percent(low)}-${percent(high)}`;
  return { score: percent(value), interval, constant: percent(baseline) };
}

function percent(value: number): string {
  return Number.isNaN(value) ? "-" : (100 * value).toFixed(1);
}
