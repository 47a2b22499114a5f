/** BERTScore drawn: every token of one response beside every token of the other, and which is matched with which. */
import type { Figure, Trace } from "./figure.js";
import { CATEGORY_COLORS, SEQUENTIAL_SCALE } from "./palette.js";
import { plainText } from "./plain-text.js";
import { axis, type FigureOptions, frame, legendAbove, legendHeight, subtitleOf } from "./style.js";

export interface TokenMatchingRow {
  readonly tokensA: readonly string[];
  readonly tokensB: readonly string[];
  /** Tokens of A × tokens of B, cosines. */
  readonly similarity: readonly (readonly number[])[];
  /** For each token of A the place of its best match in B, and the other way round. */
  readonly matchOfA: readonly number[];
  readonly matchOfB: readonly number[];
}

const CELL_PX = 25;
const TOKEN_LENGTH = 16;
const MARK_NAMES = ["best match of each token of A", "best match of each token of B"] as const;
/** More tokens than these make no picture. */
export const MATCHING_MAX_TOKENS = 36;

/** Rows are tokens of A, columns tokens of B; rings mark A's matches (precision), dots B's (recall). */
export function tokenMatching(match: TokenMatchingRow, options: FigureOptions = {}): Figure {
  const tokensA = match.tokensA.slice(0, MATCHING_MAX_TOKENS);
  const tokensB = match.tokensB.slice(0, MATCHING_MAX_TOKENS);
  const size = (count: number): number => Math.max(4, count) * CELL_PX;
  const [width, height] = [size(tokensB.length), size(tokensA.length)];
  const left = 30 + 7 * Math.min(TOKEN_LENGTH, Math.max(4, ...tokensA.map((token) => token.length)));
  const bottom = 44 + 6.5 * Math.min(TOKEN_LENGTH, Math.max(4, ...tokensB.map((token) => token.length)));
  return {
    data: [
      {
        type: "heatmap",
        z: tokensA.map((_, i) => match.similarity[i]!.slice(0, tokensB.length)),
        zmin: 0,
        zmax: 1,
        colorscale: SEQUENTIAL_SCALE,
        xgap: 1,
        ygap: 1,
        hovertemplate: "%{z:.2f}<extra></extra>",
        colorbar: { title: { text: "cosine", side: "top" }, thickness: 12, len: 0.9, outlinewidth: 0 },
      },
      marks(
        MARK_NAMES[0],
        "circle-open",
        CATEGORY_COLORS[1]!,
        15,
        matchesOf(match.matchOfA, false, tokensA.length, tokensB.length),
      ),
      marks(
        MARK_NAMES[1],
        "circle",
        CATEGORY_COLORS[1]!,
        6,
        matchesOf(match.matchOfB, true, tokensB.length, tokensA.length),
      ),
    ],
    layout: {
      ...frame({
        plot: { width, height },
        margin: { left, right: 92, bottom: Math.round(bottom) },
        above: legendHeight(MARK_NAMES, width),
        title: options.title ?? "Which token is matched with which",
        subtitle: subtitleOf(
          options,
          `each token takes the most similar token of the other response${cut(match)}`,
        ),
      }),
      legend: legendAbove(height),
      xaxis: tokenAxis("Response B", tokensB, -60, [-0.5, tokensB.length - 0.5]),
      yaxis: tokenAxis("Response A", tokensA, 0, [tokensA.length - 0.5, -0.5]),
    },
  };
}

function cut({ tokensA, tokensB }: TokenMatchingRow): string {
  const longest = Math.max(tokensA.length, tokensB.length);
  return longest > MATCHING_MAX_TOKENS ? `; the first ${MATCHING_MAX_TOKENS} tokens of up to ${longest}` : "";
}

type Place = readonly [x: number, y: number];

/** Places of the matches that lie inside the picture. */
function matchesOf(matches: readonly number[], ofColumns: boolean, own: number, other: number): Place[] {
  return matches.slice(0, own).flatMap((match, i): Place[] => {
    if (match < 0 || match >= other) return [];
    return [ofColumns ? [i, match] : [match, i]];
  });
}

function marks(name: string, symbol: string, color: string, size: number, places: readonly Place[]): Trace {
  return {
    type: "scatter",
    mode: "markers",
    name,
    x: places.map(([x]) => x),
    y: places.map(([, y]) => y),
    marker: { symbol, color, size, line: { color, width: 2 } },
    hoverinfo: "skip",
  };
}

function tokenAxis(
  title: string,
  tokens: readonly string[],
  angle: number,
  range: readonly [number, number],
) {
  return axis(title, {
    tickvals: tokens.map((_, i) => i),
    ticktext: tokens.map((token) => plainText(token, TOKEN_LENGTH)),
    tickangle: angle,
    tickfont: { size: 11 },
    range,
    showgrid: false,
    showline: false,
    ticks: "",
  });
}
