import type { Tip } from './diagram.ts';
import { towards, type Point } from './geometry.ts';
import { escapeMarkup, markup, round } from './svg-markup.ts';

/** A finished drawing. */
export interface Picture {
  svg: string;
  /** Width at natural size, in pixels. */
  widthPx: number;
}

/** What a phone of 360 px shows at full size. */
export const PHONE_WIDTH_PX = 340;
/** The widest drawing that such a phone shows whole, its text no smaller than 13 px. */
export const WIDEST_WHOLE_PX = 364;

/** Where the middle of a line of text lies above its baseline, in ems: the middle of a Chinese character and, nearly, of a capital. */
const MIDDLE_EM = 0.39;
/** The size at which a drawing is shown is told in ems of 16 px, so that it grows with the reader's own text size. */
const PX_PER_EM = 16;
const TIP = { length: 6, half: 4.5, gap: 3, circle: 3.5, cross: 4 };

/**
 * The `<svg>` around a drawing. It is one image with a name; but links inside an image are hidden from assistive
 * technology, so a drawing with links is a named group instead. Whatever has no stylesheet still sees lines and text.
 */
export function renderPicture({
  id,
  title,
  description = '',
  width,
  height,
  hasLinks,
  body,
}: {
  /** Unique on its page. */
  id: string;
  title: string;
  description?: string;
  width: number;
  height: number;
  hasLinks: boolean;
  body: string;
}): Picture {
  const [widthPx, heightPx] = [Math.ceil(width), Math.ceil(height)];
  const svg = markup(
    'svg',
    {
      class: 'dg',
      viewBox: `0 0 ${widthPx} ${heightPx}`,
      width: inEms(widthPx),
      height: inEms(heightPx),
      role: hasLinks ? 'group' : 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': description ? `${id}-desc` : undefined,
    },
    markup('title', { id: `${id}-title` }, escapeMarkup(title)),
    description ? markup('desc', { id: `${id}-desc` }, escapeMarkup(description)) : '',
    markup('g', { fill: 'none', stroke: 'currentColor', 'text-anchor': 'middle', 'font-size': 15 }, body),
  );
  return { svg, widthPx };
}

function inEms(px: number): string {
  return `${Math.round((px / PX_PER_EM) * 1000) / 1000}em`;
}

/** A space between lines for whoever reads the text and not the picture: it takes no room, so nothing moves. */
const WORD_SPACE = '<tspan font-size="0"> </tspan>';

/** Lines of text around a centre, each line's own middle on its place, whatever the reader's font. */
export function renderText(
  lines: string[],
  centre: Point,
  { fontSizePx, lineHeightPx }: { fontSizePx: number; lineHeightPx: number },
  className?: string,
): string {
  if (lines.length === 0) return '';
  const x = round(centre.x);
  const y = centre.y - ((lines.length - 1) * lineHeightPx) / 2 + MIDDLE_EM * fontSizePx;
  const [first = '', ...rest] = lines;
  const content =
    rest.length === 0
      ? escapeMarkup(first)
      : lines
          .map((line, index) => markup('tspan', { x, dy: index === 0 ? undefined : lineHeightPx }, escapeMarkup(line)))
          .join(WORD_SPACE);
  return markup('text', { class: className, x, y: round(y), fill: 'currentColor', stroke: 'none' }, content);
}

/** Path data of the mark at the end of a line that comes from `from`; drawn at `shortened(…)`. */
export function tipPath(tip: Tip, end: Point, from: Point): string {
  if (tip === 'none') return '';
  const at = shortened(tip, end, from);
  const length = Math.hypot(end.x - from.x, end.y - from.y) || 1;
  const along = { x: (end.x - from.x) / length, y: (end.y - from.y) / length };
  const point = (back: number, aside: number) =>
    `${round(at.x - along.x * back - along.y * aside)} ${round(at.y - along.y * back + along.x * aside)}`;
  switch (tip) {
    case 'arrow':
      return `M${point(TIP.length, TIP.half)}L${point(0, 0)}L${point(TIP.length, -TIP.half)}`;
    case 'cross':
      return `M${point(0, TIP.cross)}L${point(2 * TIP.cross, -TIP.cross)}M${point(0, -TIP.cross)}L${point(2 * TIP.cross, TIP.cross)}`;
    case 'circle': {
      const r = TIP.circle;
      return `M${point(0, 0)}A${r} ${r} 0 0 1 ${point(2 * r, 0)}A${r} ${r} 0 0 1 ${point(0, 0)}`;
    }
  }
}

/** Where a line with a mark at its end stops: a little before the shape it points to. */
export function shortened(tip: Tip, end: Point, from: Point): Point {
  const length = Math.hypot(end.x - from.x, end.y - from.y);
  return tip === 'none' || length === 0 ? end : towards(end, from, Math.min(1, TIP.gap / length));
}
