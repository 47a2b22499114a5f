/** Refuses figures that cannot be drawn faithfully without a browser. */
import { BadInputError, type Problem } from "../base/index.js";
import { type Figure, TRACE_TYPES } from "./figure.js";

/** A figure's sides in pixels lie in this range. */
const SIZE_LIMITS = { least: 50, most: 5000 } as const;

/** @throws {BadInputError} on a trace type outside {@link TRACE_TYPES} or a size that cannot be drawn */
export function checkFigure(figure: Figure): void {
  const problems: Problem[] = [];
  figure.data.forEach((trace, i) => {
    if (TRACE_TYPES.includes(trace.type)) return;
    problems.push({
      place: `figure.data[${i}].type`,
      value: String(trace.type),
      rule: "this trace type is not drawn here",
      remedy: `use one of ${TRACE_TYPES.join(", ")}`,
    });
  });
  for (const side of ["width", "height"] as const) {
    const size = figure.layout[side];
    if (Number.isInteger(size) && size >= SIZE_LIMITS.least && size <= SIZE_LIMITS.most) continue;
    problems.push({
      place: `figure.layout.${side}`,
      value: String(size),
      rule: `a whole number of pixels from ${SIZE_LIMITS.least} to ${SIZE_LIMITS.most}`,
    });
  }
  if (problems.length > 0) throw new BadInputError(problems);
}
