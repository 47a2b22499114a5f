/** Bounding boxes of SVG elements, computed from their attributes: jsdom lays nothing out. */
import { faceOf } from "./fonts.js";
import { type Box, boxAround, corners, type Point, parseTransform } from "./geometry.js";
import { flattenPath } from "./svg-path.js";
import type { TextMetrics } from "./text-metrics.js";

const DEFAULT_FONT_SIZE_PX = 12;
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

export interface BoxReader {
  /** The element's box in its own coordinates (SVG's `getBBox`); null where it draws nothing. */
  boxOf(element: Element): Box | null;
  /** Width in pixels of the text inside an element, nested spans with their own fonts included. */
  textWidth(element: Element): number;
}

export function createBoxReader(metrics: TextMetrics): BoxReader {
  function textWidth(element: Element): number {
    let width = 0;
    for (const node of element.childNodes) {
      if (node.nodeType === TEXT_NODE) {
        const face = faceOf(inherited(element, "font-weight"), inherited(element, "font-style"));
        width += metrics.width(node.textContent ?? "", fontSizePx(element), face);
      } else if (node.nodeType === ELEMENT_NODE) width += textWidth(node as Element);
    }
    return width;
  }

  function textBox(text: Element): Box {
    const size = fontSizePx(text);
    const lineSpans = [...text.children].filter((child) => child.getAttribute("class") === "line");
    const lines = lineSpans.length > 0 ? lineSpans : [text];
    const width = Math.max(...lines.map(textWidth));
    const baselines = lines.map((line) => {
      const y = line.getAttribute("y") ?? text.getAttribute("y");
      return numberOf(y) + lengthPx(line.getAttribute("dy"), size);
    });
    const top = Math.min(...baselines) - metrics.ascent * size;
    const anchor = inherited(text, "text-anchor");
    const before = anchor === "middle" ? width / 2 : anchor === "end" ? width : 0;
    return {
      x: numberOf(text.getAttribute("x")) - before,
      y: top,
      width,
      height: Math.max(...baselines) + metrics.descent * size - top,
    };
  }

  function boxOf(element: Element): Box | null {
    switch (element.tagName.toLowerCase()) {
      case "text":
        return textBox(element);
      case "tspan": {
        const text = element.closest("text");
        return text && { ...textBox(text), width: textWidth(element) };
      }
      case "rect":
      case "image":
        return {
          x: numberOf(element.getAttribute("x")),
          y: numberOf(element.getAttribute("y")),
          width: numberOf(element.getAttribute("width")),
          height: numberOf(element.getAttribute("height")),
        };
      case "path":
        return boxAround(flattenPath(element.getAttribute("d") ?? ""));
      default:
        return boxAround([...element.children].flatMap(transformedCorners));
    }
  }

  function transformedCorners(element: Element): Point[] {
    const box = boxOf(element);
    return box ? corners(box).map(parseTransform(element.getAttribute("transform") ?? "")) : [];
  }

  return { boxOf, textWidth };
}

/** A property from inline style or presentation attribute, of the element or the nearest ancestor that sets it. */
function inherited(element: Element, property: string): string {
  for (let e: Element | null = element; e; e = e.parentElement) {
    const style = "style" in e ? (e.style as CSSStyleDeclaration).getPropertyValue(property) : "";
    const value = style || e.getAttribute(property);
    if (value && value !== "inherit") return value;
  }
  return "";
}

function fontSizePx(element: Element): number {
  const size = inherited(element, "font-size");
  if (size.endsWith("%")) return (numberOf(size) / 100) * DEFAULT_FONT_SIZE_PX;
  return lengthPx(size, DEFAULT_FONT_SIZE_PX) || DEFAULT_FONT_SIZE_PX;
}

function lengthPx(length: string | null, emPx: number): number {
  return length?.endsWith("em") ? numberOf(length) * emPx : numberOf(length);
}

function numberOf(attribute: string | null): number {
  return Number.parseFloat(attribute ?? "") || 0;
}
