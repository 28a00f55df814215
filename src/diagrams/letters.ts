import { renderPicture, renderText, type Picture } from './picture.ts';
import { markup } from './svg-markup.ts';
import { wrapText, type MeasureText } from './text-wrap.ts';

interface Letter {
  /** One or two characters. */
  letter: string;
  /** The word that it begins. */
  word?: string;
  /** What to do, in a few words. */
  text: string;
}

export interface Letters {
  /** Unique on its page. */
  id: string;
  title: string;
  letters: Letter[];
}

const LETTER = { fontSizePx: 30, lineHeightPx: 36, weight: 700 };
const WORD = { fontSizePx: 13, lineHeightPx: 17, weight: 600 };
const TEXT = { fontSizePx: 13, lineHeightPx: 18, weight: 400 };
const MARGIN = 2;
const GAP = 5;
const PADDING = { x: 3, y: 9 };
const BETWEEN_PX = 3;
/** A tile is never wider than reads well, however few there are. */
const WIDEST_TILE_PX = 150;
const RADIUS = 10;

/** Draws letters as tiles in even rows of at most `perRow`, each with its word and what it stands for. */
export function renderLetters(
  { id, title, letters }: Letters,
  measure: MeasureText,
  { widthPx, perRow }: { widthPx: number; perRow: number },
): Picture {
  const inner = widthPx - 2 * MARGIN;
  const rows = Math.ceil(letters.length / perRow);
  const inRow = Math.ceil(letters.length / rows);
  const tileWidth = Math.min(WIDEST_TILE_PX, (inner - (inRow - 1) * GAP) / inRow);
  const maxWidthPx = tileWidth - 2 * PADDING.x;
  const tiles = letters.map(({ letter, word, text }) => ({
    letter,
    word: word === undefined ? [] : wrapText(word, { ...WORD, maxWidthPx }, measure),
    text: wrapText(text, { ...TEXT, maxWidthPx }, measure),
  }));
  const wordLines = Math.max(...tiles.map(({ word }) => word.length));
  const textTop = PADDING.y + LETTER.lineHeightPx + wordLines * WORD.lineHeightPx + BETWEEN_PX;
  const heights = Array.from(
    { length: rows },
    (_, row) =>
      textTop +
      Math.max(...tiles.slice(row * inRow, (row + 1) * inRow).map(({ text }) => text.length)) * TEXT.lineHeightPx +
      PADDING.y,
  );
  const topOf = (row: number) => MARGIN + heights.slice(0, row).reduce((sum, height) => sum + height + GAP, 0);

  const body = tiles.map(({ letter, word, text }, index) => {
    const row = Math.floor(index / inRow);
    const count = Math.min(inRow, letters.length - row * inRow);
    const left = (widthPx - count * tileWidth - (count - 1) * GAP) / 2 + (index % inRow) * (tileWidth + GAP);
    const [x, y, height] = [left + tileWidth / 2, topOf(row), heights[row] ?? 0];
    const wordY = y + PADDING.y + LETTER.lineHeightPx + (wordLines * WORD.lineHeightPx) / 2;
    return markup(
      'g',
      { class: 'dg-node dg-tile' },
      markup('rect', { x: left, y, width: tileWidth, height, rx: RADIUS }),
      renderText([letter], { x, y: y + PADDING.y + LETTER.lineHeightPx / 2 }, LETTER, 'dg-letter'),
      renderText(word, { x, y: wordY }, WORD, 'dg-word'),
      renderText(text, { x, y: y + textTop + (text.length * TEXT.lineHeightPx) / 2 }, TEXT, 'dg-gloss'),
    );
  });
  const height = topOf(rows) - GAP + MARGIN;
  return renderPicture({ id, title, width: widthPx, height, hasLinks: false, body: body.join('') });
}
