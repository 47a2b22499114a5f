/** Heatmaps in the finished SVG: as pictures of one pixel a cell, or as rectangles where cells have gaps. */
import { readTile, type VectorTile } from "./canvas.js";

const IMAGE = /<image\b[^>]*?(?:\/>|><\/image>)/g;
const ADDRESS = /(\s(?:xlink:)?href=")([^"]*)"/;

/** Keeps cells sharp where a picture is enlarged. */
export const SHARP_CELLS = "image-rendering:pixelated";

/** Replaces the canvas drawings that images refer to by something that any viewer can show. */
export async function placeTiles(svg: string): Promise<string> {
  const images = await Promise.all((svg.match(IMAGE) ?? []).map(placeTile));
  return svg.replace(IMAGE, () => images.shift() ?? "");
}

async function placeTile(image: string): Promise<string> {
  const tile = readTile(ADDRESS.exec(image)?.[2] ?? "");
  if (!tile) return image;
  const number = (name: string): number => Number(new RegExp(`\\s${name}="([^"]*)"`).exec(image)?.[1]);
  if (tile.width === number("width") && tile.height === number("height")) {
    const transform = `translate(${number("x")},${number("y")})`;
    return `<g transform="${transform}" shape-rendering="crispEdges">${tile.content}</g>`;
  }
  const address = `data:image/png;base64,${Buffer.from(await rasterize(tile)).toString("base64")}`;
  return image
    .replace(/\sstyle="[^"]*"/, "")
    .replace(ADDRESS, (_whole, start: string) => ` style="${SHARP_CELLS}"${start}${address}"`);
}

/** A PNG with one pixel a unit. */
async function rasterize({ width, height, content }: VectorTile): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const size = `width="${width}" height="${height}" shape-rendering="crispEdges"`;
  return new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${content}</svg>`).render().asPng();
}
