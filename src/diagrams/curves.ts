import type { Point } from './geometry.ts';
import { renderPicture, renderText, shortened, tipPath, type Picture } from './picture.ts';
import { markup, round } from './svg-markup.ts';
import { widestWord, wrapText, type MeasureText } from './text-wrap.ts';

/** The heights that a curve may start from and end at, from the lowest. */
export const CURVE_LEVELS = ['low', 'middle', 'high'] as const;
type CurveLevel = (typeof CURVE_LEVELS)[number];

export interface Curve {
  label: string;
  from: CurveLevel;
  to: CurveLevel;
  /** Whether it climbs fast at first and flattens, or slowly at first and ever faster. */
  bend: 'slowing' | 'quickening';
  /** What brings its end back down to the middle, in a few words. */
  returns?: string;
}

export interface Curves {
  /** Unique on its page. */
  id: string;
  title: string;
  levels: Record<CurveLevel, string>;
  /** The two ends of the axis across. */
  across: { from: string; to: string };
  curves: Curve[];
}

const LEVEL = { fontSizePx: 14, lineHeightPx: 19, weight: 500 };
const LABEL = { fontSizePx: 15, lineHeightPx: 20, weight: 600 };
const NOTE = { fontSizePx: 14, lineHeightPx: 19, weight: 400 };
const MARGIN = 2;
/** Longest line of a level's name, unless one word is longer. */
const LEVEL_PX = 58;
const PLOT = { gapPx: 10, topPx: 16, belowPx: 26 };
/** Between a curve and the line of the level that it leaves or comes to, so that both are seen. */
const OFF_LEVEL = 6;
/** Room to the right of the curves for the way back down. */
const RETURN_PX = 44;
/** How far along the way, and how far beside it, a curve's name stands. */
const NAME = { slowing: { at: 0.3, aside: 12 }, quickening: { at: 0.62, aside: 12 } };
const LABEL_PADDING = { x: 5, y: 2 };

/**
 * Draws how something rises as more is given: two axes that cross in the middle, the middle level along the one across,
 * and the curves with their names beside them.
 */
export function renderCurves(
  { id, title, levels, across, curves }: Curves,
  measure: MeasureText,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): Picture {
  const widest = Math.max(...CURVE_LEVELS.map((level) => widestWord(levels[level], LEVEL, measure)));
  const levelLines = (level: CurveLevel) =>
    wrapText(levels[level], { ...LEVEL, maxWidthPx: Math.max(LEVEL_PX, widest) }, measure);
  const levelWidth = Math.max(
    ...CURVE_LEVELS.flatMap(levelLines).map((line) => measure(line, LEVEL.fontSizePx, LEVEL.weight)),
  );
  const left = MARGIN + levelWidth + PLOT.gapPx;
  const right = widthPx - MARGIN - 8;
  const top = PLOT.topPx;
  const bottom = heightPx - PLOT.belowPx;
  const yOf = { high: top, middle: (top + bottom) / 2, low: bottom };
  const hasReturn = curves.some(({ returns }) => returns !== undefined);
  const end = right - (hasReturn ? RETURN_PX : 0);
  const middleX = (left + right) / 2;

  const drawn = curves.map((curve) => {
    const rises = yOf[curve.to] < yOf[curve.from];
    const away = rises ? -OFF_LEVEL : OFF_LEVEL;
    const start = { x: left + 4, y: yOf[curve.from] + away };
    const stop = { x: end, y: yOf[curve.to] - away };
    const width = stop.x - start.x;
    const [a, b]: [Point, Point] =
      curve.bend === 'slowing'
        ? [
            { x: start.x + width * 0.12, y: stop.y + (start.y - stop.y) * 0.3 },
            { x: start.x + width * 0.4, y: stop.y },
          ]
        : [
            { x: start.x + width * 0.55, y: start.y },
            { x: start.x + width * 0.86, y: start.y + (stop.y - start.y) * 0.45 },
          ];
    return { curve, start, a, b, stop };
  });
  const write = ({ x, y }: Point) => `${round(x)} ${round(y)}`;

  const axes = markup('path', {
    class: 'dg-axis',
    d: `M${round(left)} ${round(yOf.middle)}H${round(right)}M${round(middleX)} ${round(bottom)}V${round(top - 10)}`,
  });
  const tips = markup('path', {
    class: 'dg-tip dg-axis',
    d:
      tipPath('arrow', { x: right + 6, y: yOf.middle }, { x: left, y: yOf.middle }) +
      tipPath('arrow', { x: middleX, y: top - 13 }, { x: middleX, y: bottom }),
  });
  const guides = markup('path', {
    class: 'dg-guide',
    d: `M${round(left)} ${round(top)}H${round(right)}M${round(left)} ${round(bottom)}H${round(right)}`,
  });
  const ways = drawn.map(({ start, a, b, stop }, index) =>
    markup('path', {
      class: index === 0 ? 'dg-curve' : 'dg-curve dg-curve-more',
      d: `M${write(start)}C${write(a)} ${write(b)} ${write(stop)}`,
    }),
  );
  const names = drawn.map(({ curve, start, a, b, stop }) => {
    const { at, aside } = NAME[curve.bend];
    const point = pointAt([start, a, b, stop], at);
    const width = measure(curve.label, LABEL.fontSizePx, LABEL.weight) + 2 * LABEL_PADDING.x;
    const x = curve.bend === 'slowing' ? point.x + aside + width / 2 : point.x - aside - width / 2;
    const y = curve.bend === 'slowing' ? point.y + aside : point.y - aside;
    return said([curve.label], { x, y }, width, LABEL, 'dg-said dg-name');
  });
  const returns = drawn.map(({ curve, stop }) => {
    if (curve.returns === undefined) return '';
    const from = { x: stop.x + 8, y: stop.y };
    const tip = { x: stop.x + 24, y: yOf.middle };
    const corner = { x: tip.x, y: from.y };
    const lines = wrapText(curve.returns, { ...NOTE, maxWidthPx: Math.max(84, (right - middleX) * 0.8) }, measure);
    const width = Math.max(...lines.map((line) => measure(line, NOTE.fontSizePx, NOTE.weight))) + 2 * LABEL_PADDING.x;
    const y = yOf.middle + 14 + (lines.length * NOTE.lineHeightPx) / 2 + LABEL_PADDING.y;
    return (
      markup('path', {
        class: 'dg-line dg-dotted',
        d: `M${write(from)}Q${write(corner)} ${write({ x: tip.x, y: from.y + 24 })}V${round(shortened('arrow', tip, corner).y)}`,
      }) +
      markup('path', { class: 'dg-tip', d: tipPath('arrow', tip, corner) }) +
      said(lines, { x: right + 8 - width / 2, y }, width, NOTE, 'dg-said')
    );
  });
  const levelNames = CURVE_LEVELS.map((level) =>
    markup(
      'g',
      { 'text-anchor': 'end' },
      renderText(levelLines(level), { x: MARGIN + levelWidth, y: yOf[level] }, LEVEL, 'dg-level'),
    ),
  );
  const ends = (['from', 'to'] as const).map((side) =>
    markup(
      'g',
      { 'text-anchor': side === 'from' ? 'start' : 'end' },
      renderText([across[side]], { x: side === 'from' ? left : right + 8, y: bottom + 14 }, LEVEL, 'dg-level'),
    ),
  );
  return renderPicture({
    id,
    title,
    width: widthPx,
    height: heightPx,
    hasLinks: false,
    body: [guides, axes, tips, ...ways, ...returns, ...names, ...levelNames, ...ends].join(''),
  });
}

function said(
  lines: string[],
  { x, y }: Point,
  width: number,
  font: { fontSizePx: number; lineHeightPx: number },
  className: string,
): string {
  const height = lines.length * font.lineHeightPx + 2 * LABEL_PADDING.y;
  return markup(
    'g',
    { class: className },
    markup('rect', { x: x - width / 2, y: y - height / 2, width, height, rx: 4 }),
    renderText(lines, { x, y }, font),
  );
}

function pointAt([a, b, c, d]: [Point, Point, Point, Point], t: number): Point {
  const u = 1 - t;
  const mix = (key: 'x' | 'y') => u ** 3 * a[key] + 3 * u ** 2 * t * b[key] + 3 * u * t ** 2 * c[key] + t ** 3 * d[key];
  return { x: mix('x'), y: mix('y') };
}
