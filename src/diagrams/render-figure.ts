import type { Lang } from '../model/localized.ts';
import { diagramTexts } from './diagram-texts.ts';
import { WIDEST_WHOLE_PX, type Picture } from './picture.ts';
import { escapeMarkup, markup } from './svg-markup.ts';

/**
 * The figure around a drawing: its title, the drawing, and under it what it says, in words. A drawing wider than a
 * phone can be scrolled, by keyboard too.
 */
export function renderFigure({
  picture,
  title,
  lines,
  lang,
}: {
  picture: Picture;
  title: string;
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
    picture.svg,
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
    markup('figcaption', {}, escapeMarkup(title)),
    view,
    words,
  );
}
