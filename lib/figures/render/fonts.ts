/** The one font family of all figures, from the package `@expo-google-fonts/open-sans` (SIL Open Font Licence). */
import { createRequire } from "node:module";

export const FONT_FAMILY = "Open Sans";

export type FontFace = "regular" | "bold" | "italic";

const FILES: Readonly<Record<FontFace, string>> = {
  regular: "400Regular/OpenSans_400Regular.ttf",
  bold: "700Bold/OpenSans_700Bold.ttf",
  italic: "400Regular_Italic/OpenSans_400Regular_Italic.ttf",
};

export const FONT_FACES = Object.keys(FILES) as readonly FontFace[];

/** Path of a face's TrueType file. */
export function fontFile(face: FontFace): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/open-sans/${FILES[face]}`);
}

/** The face for a CSS weight and style; there is no bold italic, bold wins. */
export function faceOf(weight: string, style: string): FontFace {
  if (weight === "bold" || Number(weight) >= 600) return "bold";
  return style === "italic" || style === "oblique" ? "italic" : "regular";
}
