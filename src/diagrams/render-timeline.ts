import type { Timeline } from './diagram.ts';
import { hasChinese, wrapText, type MeasureText } from './text-wrap.ts';
import { PHONE_WIDTH_PX, renderPicture, renderText, type Picture } from './picture.ts';
import { markup, round } from './svg-markup.ts';

const SECTION = { fontSizePx: 15, lineHeightPx: 22, weight: 700 };
const WHEN = { fontSizePx: 14, lineHeightPx: 20, weight: 600 };
const EVENT = { fontSizePx: 15, lineHeightPx: 22, weight: 500 };
const RAIL_X = 11;
const TEXT_X = 32;
/** Chinese reads well in lines of this many characters, even where the phone leaves room for more. */
const MAX_EM = { chinese: 18, letters: 19 };
const GAP = { moment: 18, event: 2, section: 8 };
const MARK_RADIUS = 9;
const DOT_RADIUS = 5;

/** Draws a timeline downwards: a rail with a dot a moment, and a tick or a cross where things turn. */
export function renderTimeline({ title, description, moments }: Timeline, id: string, measure: MeasureText): Picture {
  const body: string[] = [];
  const dots: number[] = [];
  const marks: { y: number; tone: 'do' | 'dont' }[] = [];
  let y = 2;
  let width = 0;
  const write = (text: string, font: typeof EVENT, className: string): number => {
    const em = hasChinese(text) ? MAX_EM.chinese : MAX_EM.letters;
    const maxWidthPx = Math.min(PHONE_WIDTH_PX - TEXT_X - 2, em * EVENT.fontSizePx);
    const lines = wrapText(text, { ...font, maxWidthPx }, measure);
    if (lines.length === 0) return y;
    width = Math.max(width, ...lines.map((line) => measure(line, font.fontSizePx, font.weight)));
    const first = y + font.lineHeightPx / 2;
    y += lines.length * font.lineHeightPx;
    body.push(renderText(lines, { x: TEXT_X, y: (first + y - font.lineHeightPx / 2) / 2 }, font, className));
    return first;
  };
  moments.forEach(({ when, section, events }, index) => {
    if (index > 0) y += GAP.moment;
    if (section && section !== moments[index - 1]?.section) {
      write(section, SECTION, 'dg-section');
      y += GAP.section;
    }
    dots.push(write(when, WHEN, 'dg-when'));
    for (const { label, tone } of events) {
      y += GAP.event;
      const line = write(label, EVENT, tone ? `dg-event dg-${tone}` : 'dg-event');
      if (tone) marks.push({ y: line, tone });
    }
  });
  const railEnd = Math.max(...dots, ...marks.map((mark) => mark.y));
  const rail = `M${RAIL_X} ${round(dots[0] ?? 0)}V${round(railEnd)}`;
  return renderPicture({
    id,
    title,
    description,
    width: TEXT_X + width + 2,
    height: y + 2,
    hasLinks: false,
    body: [
      markup('path', { class: 'dg-rail', d: rail }),
      ...dots.map((cy) => markup('circle', { class: 'dg-dot', cx: RAIL_X, cy, r: DOT_RADIUS })),
      ...marks.map((mark) => renderMark(mark.y, mark.tone)),
      markup('g', { 'text-anchor': 'start' }, ...body),
    ].join(''),
  });
}

/** A tick or a cross in a circle: told apart by shape first, by colour second. */
function renderMark(y: number, tone: 'do' | 'dont'): string {
  const sign =
    tone === 'do' ? `M${RAIL_X - 4} ${round(y)}l3 3 5-6` : `M${RAIL_X - 3.2} ${round(y - 3.2)}l6.4 6.4m0-6.4l-6.4 6.4`;
  return markup(
    'g',
    { class: `dg-mark dg-${tone}` },
    markup('circle', { cx: RAIL_X, cy: y, r: MARK_RADIUS }),
    markup('path', { d: sign }),
  );
}
