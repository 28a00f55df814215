import { renderLetters } from '../../diagrams/letters.ts';
import { PHONE_WIDTH_PX } from '../../diagrams/picture.ts';
import { ROOMY_WIDTH_PX, renderFigure } from '../../diagrams/render-figure.ts';
import type { MeasureText } from '../../diagrams/text-wrap.ts';
import type { Lang } from '../../model/localized.ts';
import type { AcronymBlock } from './schema.ts';

/** Tiles that a phone shows beside each other with their words at a size that can be read. */
const PER_ROW = { narrow: 4, roomy: 7 };

/** The letters as tiles, in a figure. */
export function renderLettersPicture({ id, title, letters }: AcronymBlock, lang: Lang, measure: MeasureText): string {
  const tiles = letters.map(({ letter, word, short, title: meaning }) => ({
    letter,
    ...(word !== undefined && { word }),
    text: (short ?? meaning)[lang],
  }));
  const draw = (room: 'narrow' | 'roomy') =>
    renderLetters({ id: `picture-${id}-${room}`, title: title[lang], letters: tiles }, measure, {
      widthPx: room === 'narrow' ? PHONE_WIDTH_PX : ROOMY_WIDTH_PX,
      perRow: PER_ROW[room],
    });
  // The letters under it say the same in words.
  return renderFigure({
    picture: draw('narrow'),
    wide: draw('roomy'),
    title: title[lang],
    isTitled: false,
    lines: [],
    lang,
  });
}
