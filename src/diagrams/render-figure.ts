import type { Lang } from '../model/localized.ts';
import { diagramTexts } from './diagram-texts.ts';
import { WIDEST_WHOLE_PX, type Picture } from './picture.ts';
import { escapeMarkup, markup } from './svg-markup.ts';

/** How wide a drawing for a page with room is; the stylesheet shows it from there on. */
export const ROOMY_WIDTH_PX = 584;

/**
 * The figure around a drawing: its title, the drawing, and under it what it says, in words. A drawing wider than a
 * phone can be scrolled, by keyboard too.
 */
export function renderFigure({
  picture,
  wide,
  title,
  isTitled = true,
  lines,
  lang,
}: {
  picture: Picture;
  /** The same drawing for where there is room; shown instead of the other, never beside it. */
  wide?: Picture;
  title: string;
  /** Whether the title stands above the drawing: not where a heading above the figure says the same. */
  isTitled?: boolean;
  /** The drawing in words; none where the page beside it says the same. */
  lines: string[];
  lang: Lang;
}): string {
  const isWide = picture.widthPx > WIDEST_WHOLE_PX;
  const view = markup(
    'div',
    {
      class: 'diagram-view',
      'data-pagefind-ignore': '',
      ...(isWide ? { tabindex: 0, role: 'group', 'aria-label': title } : {}),
    },
    ...(wide
      ? [markup('div', { class: 'diagram-narrow' }, picture.svg), markup('div', { class: 'diagram-roomy' }, wide.svg)]
      : [picture.svg]),
  );
  const words =
    lines.length > 0
      ? markup(
          'details',
          { class: 'diagram-text' },
          markup('summary', {}, escapeMarkup(diagramTexts(lang)('words'))),
          markup('ul', {}, ...lines.map((line) => markup('li', {}, escapeMarkup(line)))),
        )
      : '';
  return markup(
    'figure',
    { class: isWide ? 'diagram diagram-wide not-content' : 'diagram not-content' },
    isTitled ? markup('figcaption', {}, escapeMarkup(title)) : '',
    view,
    words,
  );
}
