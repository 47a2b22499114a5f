/** An SVG as a one-page vector PDF with embedded fonts. */
import { FONT_FACES, faceOf, fontFile } from "./fonts.js";

const POINTS_PER_PIXEL = 72 / 96;

/** A fixed date, so that equal figures give equal files. */
const NO_DATE = new Date(0);

/** @param svg a document from `renderSvg` @returns the bytes of a PDF */
export async function renderPdf(svg: string): Promise<Uint8Array> {
  const [{ default: PDFDocument }, { default: svgToPdf }] = await Promise.all([
    import("pdfkit"),
    import("svg-to-pdfkit"),
  ]);
  const [width, height] = sizeOf(svg).map((pixels) => pixels * POINTS_PER_PIXEL) as [number, number];
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    info: { CreationDate: NO_DATE, ModDate: NO_DATE },
  });
  for (const face of FONT_FACES) document.registerFont(face, fontFile(face));
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", resolve);
    document.on("error", reject);
  });
  svgToPdf(document, svg, 0, 0, {
    width,
    height,
    fontCallback: (_family, bold, italic) => faceOf(bold ? "bold" : "", italic ? "italic" : ""),
  });
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Width and height in pixels from the root element. */
function sizeOf(svg: string): [number, number] {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? "";
  const size = (name: string): number => Number(new RegExp(`\\s${name}="([\\d.]+)"`).exec(root)?.[1]);
  const [width, height] = [size("width"), size("height")];
  if (!(width > 0 && height > 0)) throw new RangeError("renderPdf: the SVG states no width and height");
  return [width, height];
}
