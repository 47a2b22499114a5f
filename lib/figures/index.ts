/** Figures: draw rows, compute nothing. Pure functions from rows to Plotly figures; SVG, PNG and PDF without a browser. */
export * from "./candidate-heatmap.js";
export * from "./check-figure.js";
export * from "./figure.js";
export * from "./mix-scores.js";
export * from "./palette.js";
export * from "./plain-text.js";
export * from "./predicted-against-actual.js";
export { renderPdf } from "./render/pdf.js";
export { PNG_PIXELS_PER_PIXEL, renderPng } from "./render/png.js";
export { renderSvg } from "./render/svg.js";
export * from "./save-figure.js";
export * from "./score-by-budget.js";
export type { FigureOptions } from "./style.js";
export * from "./tag-frequencies.js";
export * from "./tag-gains.js";
export * from "./tag-label.js";
