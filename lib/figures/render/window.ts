/** A window without a browser: jsdom, with what Plotly asks of a layout engine computed here. */
import type { DOMWindow } from "jsdom";
import { type BoxReader, createBoxReader } from "./boxes.js";
import { installCanvas } from "./canvas.js";
import type { Box } from "./geometry.js";
import { pathLength, pointAlongPath } from "./svg-path.js";
import type { TextMetrics } from "./text-metrics.js";

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** Opens a window whose scripts run only when they are evaluated into it; it fetches nothing. */
export async function openWindow(metrics: TextMetrics): Promise<DOMWindow> {
  const { JSDOM } = await import("jsdom");
  const { window } = new JSDOM("<!doctype html><html><body></body></html>", {
    runScripts: "outside-only",
    pretendToBeVisual: true,
  });
  Object.assign(window, {
    TextDecoder,
    TextEncoder,
    structuredClone,
    matchMedia: () => ({ matches: false, addEventListener() {}, addListener() {} }),
    ResizeObserver: class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  });
  Object.assign(window.URL, { createObjectURL: () => "blob:none", revokeObjectURL() {} });
  installCanvas(window, metrics);
  installGeometry(window, createBoxReader(metrics));
  return window;
}

function installGeometry(window: DOMWindow, { boxOf, textWidth }: BoxReader): void {
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: Element) {
      return rectangle(boxOf(this));
    },
    getComputedTextLength(this: Element) {
      return textWidth(this);
    },
    getTotalLength(this: Element) {
      return pathLength(this.getAttribute("d") ?? "");
    },
    getPointAtLength(this: Element, distance: number) {
      const [x, y] = pointAlongPath(this.getAttribute("d") ?? "", distance);
      return { x, y };
    },
  });
  Object.assign(window.Element.prototype, {
    getBoundingClientRect(this: Element) {
      const insideSvg = this.namespaceURI === SVG_NAMESPACE && this.tagName.toLowerCase() !== "svg";
      return rectangle(insideSvg ? boxOf(this) : styledBox(this as HTMLElement));
    },
  });
}

/** HTML elements have the size their inline style gives them. */
function styledBox({ style }: HTMLElement): Box {
  return {
    x: 0,
    y: 0,
    width: Number.parseFloat(style.width) || 0,
    height: Number.parseFloat(style.height) || 0,
  };
}

function rectangle(box: Box | null): object {
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x, y, width, height, left: x, top: y, right: x + width, bottom: y + height };
}
