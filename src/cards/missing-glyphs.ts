import type { FaceContent } from './face.ts';
import type { TextMeasurer } from './measure-text.ts';

/** A character that cannot be drawn, and the words it stands in. */
export interface MissingGlyph {
  character: string;
  text: string;
}

/** The characters of a face that its font cannot draw, each once, in reading order. */
export function missingGlyphs(face: FaceContent, { hasGlyph }: TextMeasurer): MissingGlyph[] {
  const texts = [
    face.title,
    ...face.body.groups.flatMap(({ label, items }) => [label, ...items.flatMap(({ lead, text }) => [lead, text])]),
    face.foot?.theme,
    face.foot?.address,
  ];
  const missing = new Map<string, MissingGlyph>();
  for (const text of texts) {
    for (const character of text ?? '') {
      // Breaks and tabs are set as spaces.
      if (/\s/u.test(character) || missing.has(character) || hasGlyph(character)) continue;
      missing.set(character, { character, text: text ?? '' });
    }
  }
  return [...missing.values()];
}
