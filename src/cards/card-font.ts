import type { Lang } from '../model/localized.ts';

/** A drawing instruction of a glyph's outline, in font units, y upwards. */
export interface OutlineCommand {
  command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  args: readonly number[];
}

/** A glyph as it stands in a line of text; font units. */
export interface ShapedGlyph {
  id: number;
  /** The characters that it stands for. */
  text: string;
  /** How far the next glyph is from this one. */
  advance: number;
  /** The glyph's own width, which `advance` differs from where it is set closer. */
  width: number;
  /** How far it is drawn to the right of where it stands. */
  shift: number;
}

/** What drawing text as glyphs must know of a font. Passed in, like the measurer. */
export interface CardFont {
  /** PostScript name. */
  name: string;
  unitsPerEm: number;
  ascent: number;
  descent: number;
  capHeight: number;
  /** Left, bottom, right, top of all glyphs. */
  box: readonly [number, number, number, number];
  /** Thickness of an upright stem. */
  stem: number;
  /** The glyphs of a text, as the language wants them. */
  shape: (text: string, lang: Lang) => readonly ShapedGlyph[];
  outline: (glyph: number) => readonly OutlineCommand[];
}
