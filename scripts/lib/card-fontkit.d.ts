/** The part of fontkit that is used here; the package ships without types. */
declare module 'fontkit' {
  interface Glyph {
    id: number;
    advanceWidth: number;
    codePoints: number[];
    path: {
      commands: {
        command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
        args: number[];
      }[];
    };
  }
  interface GlyphRun {
    advanceWidth: number;
    glyphs: Glyph[];
    positions: { xAdvance: number; xOffset: number }[];
  }
  export interface Font {
    postscriptName: string;
    unitsPerEm: number;
    ascent: number;
    descent: number;
    capHeight: number;
    bbox: { minX: number; minY: number; maxX: number; maxY: number };
    /** Shapes `text` with the font's default OpenType features and those named. */
    layout(text: string, features?: string[]): GlyphRun;
    getGlyph(id: number): Glyph;
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  /** Reads a font file; tables are parsed when they are first needed. */
  export function create(data: Uint8Array): Font;
  /** The same, from a path. */
  export function openSync(file: string): Font;
}
