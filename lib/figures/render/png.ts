/** An SVG as PNG, at twice its size for sharp screens. */
import { FONT_FACES, FONT_FAMILY, fontFile } from "./fonts.js";
import { SHARP_CELLS } from "./tiles.js";

export const PNG_PIXELS_PER_PIXEL = 2;

/** @param svg a document from `renderSvg` @returns the bytes of a PNG on white */
export async function renderPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  // This renderer knows SVG 1.1's word for it only.
  const picture = new Resvg(svg.replaceAll(SHARP_CELLS, "image-rendering:optimizeSpeed"), {
    fitTo: { mode: "zoom", value: PNG_PIXELS_PER_PIXEL },
    background: "white",
    font: { fontFiles: FONT_FACES.map(fontFile), loadSystemFonts: false, defaultFontFamily: FONT_FAMILY },
  });
  return picture.render().asPng();
}
