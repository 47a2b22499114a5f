/** Figures as files: SVG, PNG and PDF side by side. */
import { join } from "node:path";
import { writeFileAtomic } from "../base/index.js";
import type { Figure } from "./figure.js";
import { renderPdf } from "./render/pdf.js";
import { renderPng } from "./render/png.js";
import { renderSvg } from "./render/svg.js";

/**
 * Writes `NAME.svg`, `NAME.png` and `NAME.pdf`, each whole or not at all.
 * @param dir made if needed
 * @param name letters, digits, `.`, `_` and `-`
 * @returns the three paths
 */
export async function saveFigure(dir: string, name: string, figure: Figure): Promise<string[]> {
  if (!/^\w[\w.-]*$/.test(name)) throw new RangeError(`saveFigure: "${name}" is not a plain file name`);
  const svg = await renderSvg(figure);
  const files = { svg, png: await renderPng(svg), pdf: await renderPdf(svg) };
  return Object.entries(files).map(([extension, content]) => {
    const path = join(dir, `${name}.${extension}`);
    writeFileAtomic(path, content);
    return path;
  });
}
