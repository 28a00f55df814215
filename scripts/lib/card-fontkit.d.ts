/** The part of fontkit that is used here; the package ships without types. */
declare module 'fontkit' {
  export interface Font {
    unitsPerEm: number;
    /** Shapes `text` with the font's default OpenType features and those named. */
    layout(text: string, features?: string[]): { advanceWidth: number };
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  /** Reads a font file; tables are parsed when they are first needed. */
  export function create(data: Uint8Array): Font;
  /** The same, from a path. */
  export function openSync(file: string): Font;
}
