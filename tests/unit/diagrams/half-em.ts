import type { MeasureText } from '../../../src/diagrams/text-wrap.ts';

/** Every glyph is half an em wide, whatever its weight. */
export const halfEm: MeasureText = (text, fontSizePx) => ([...text].length * fontSizePx) / 2;
