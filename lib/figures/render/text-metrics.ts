/** How wide and high text is: jsdom has no layout engine, so widths come from the font's own tables. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Font, parse as Parse } from "opentype.js";
import { FONT_FACES, type FontFace, fontFile } from "./fonts.js";

export interface TextMetrics {
  /** Width of a line of text in pixels. */
  width(text: string, sizePx: number, face: FontFace): number;
  /** Height above the baseline, as a multiple of the font size. */
  readonly ascent: number;
  /** Depth below the baseline, as a positive multiple of the font size. */
  readonly descent: number;
}

/** Zero-width spaces, which Plotly puts into empty lines. */
const INVISIBLE = /\u200b/g;

/** Loads the faces; some 100 ms. */
export function loadTextMetrics(): TextMetrics {
  // The package's ES module is reachable for bundlers only; Node finds the CommonJS one, here without guessing.
  const { parse } = createRequire(import.meta.url)("opentype.js") as { parse: typeof Parse };
  const fonts = Object.fromEntries(
    FONT_FACES.map((face) => {
      const bytes = readFileSync(fontFile(face));
      return [face, parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))];
    }),
  ) as Record<FontFace, Font>;
  const { regular } = fonts;
  // Advance widths scale with the size, and labels repeat: measure each text once, at size 1.
  const known = new Map<string, number>();
  return {
    width(text, sizePx, face) {
      const key = `${face}:${text}`;
      let width = known.get(key);
      if (width === undefined) {
        width = fonts[face].getAdvanceWidth(text.replace(INVISIBLE, ""), 1);
        known.set(key, width);
      }
      return width * sizePx;
    },
    ascent: regular.ascender / regular.unitsPerEm,
    descent: -regular.descender / regular.unitsPerEm,
  };
}
