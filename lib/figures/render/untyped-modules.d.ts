/** The little that is used of packages that ship no types. */

declare module "opentype.js" {
  export interface Font {
    readonly unitsPerEm: number;
    /** In font units, above the baseline. */
    readonly ascender: number;
    /** In font units; negative below the baseline. */
    readonly descender: number;
    getAdvanceWidth(text: string, fontSize: number): number;
  }
  export function parse(buffer: ArrayBuffer): Font;
}

declare module "svg-to-pdfkit" {
  function svgToPdf(
    document: object,
    svg: string,
    x: number,
    y: number,
    options: {
      width: number;
      height: number;
      fontCallback: (family: string, bold: boolean, italic: boolean) => string;
      warningCallback?: (message: string) => void;
    },
  ): void;
  export = svgToPdf;
}
