import PDFDocument from "pdfkit";
import { expect, test } from "vitest";
import { faceOf, fontFile } from "../../lib/figures/render/fonts.js";
import { loadTextMetrics } from "../../lib/figures/render/text-metrics.js";

const TEXTS = ["Overall score", "BERTScore (length-adj.) 0.33–0.67", "WAVE To Ty", "100%", "ρ ± σ", ""];

test("widths agree with the PDF writer's own measure of the same fonts to half a percent", () => {
  const metrics = loadTextMetrics();
  const document = new PDFDocument();
  for (const face of ["regular", "bold", "italic"] as const) {
    document.font(fontFile(face)).fontSize(24);
    for (const text of TEXTS) {
      const expected = document.widthOfString(text);
      expect(Math.abs(metrics.width(text, 24, face) - expected)).toBeLessThanOrEqual(0.005 * expected);
    }
  }
});

test("zero-width spaces take no room", () => {
  const metrics = loadTextMetrics();
  expect(metrics.width("a\u200bb", 10, "regular")).toBe(metrics.width("ab", 10, "regular"));
});

test("weights from 600 are bold, slanted styles italic", () => {
  expect([faceOf("600", ""), faceOf("bold", "italic"), faceOf("", "oblique"), faceOf("500", "")]).toEqual([
    "bold",
    "bold",
    "italic",
    "regular",
  ]);
});
