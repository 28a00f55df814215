import type { Point } from './geometry.ts';
import { renderPicture, renderText, type Picture } from './picture.ts';
import { markup, round } from './svg-markup.ts';
import { wrapText, type MeasureText } from './text-wrap.ts';

/** One of two scales that cross: what it measures, and its two ends. */
interface Axis {
  name: string;
  /** The left or upper end, then the right or lower one. */
  ends: readonly [string, string];
}

export interface Quadrants {
  /** Unique on its page. */
  id: string;
  title: string;
  across: Axis;
  down: Axis;
  /** Upper row first, each from left to right; an empty place has neither title nor text. */
  cells: readonly { title: string; text: string }[];
}

const TITLE = { fontSizePx: 15, lineHeightPx: 21, weight: 600 };
const TEXT = { fontSizePx: 14, lineHeightPx: 19, weight: 400 };
const NAME = { fontSizePx: 14, lineHeightPx: 19, weight: 400 };
const END = { fontSizePx: 14, lineHeightPx: 19, weight: 600 };
const MARGIN = 2;
const PADDING = { x: 8, y: 14 };
const BETWEEN_PX = 3;
/** Between the cells, where the axes run. */
const STREET = { across: 18, down: 10 };
/** Between the end of an axis and its name. */
const POLE_GAP = 8;
const RADIUS = 8;

/** The end of an axis in lines, with the axis's name above it where it needs one. */
interface Pole {
  name: string[];
  lines: string[];
  width: number;
  height: number;
}

/**
 * Draws two axes that cross, their ends named, and what stands in each of the four quarters. An axis whose ends do not
 * say its name has the name beside its first end.
 */
export function renderQuadrants(
  { id, title, across, down, cells }: Quadrants,
  measure: MeasureText,
  { widthPx }: { widthPx: number },
): Picture {
  const inner = widthPx - 2 * MARGIN;
  const cellWidth = (inner - STREET.across) / 2;
  const maxWidthPx = cellWidth - 2 * PADDING.x;
  const poleOf = (axis: Axis, end: 0 | 1, maxPx: number): Pole => {
    const lines = wrapText(axis.ends[end], { ...END, maxWidthPx: maxPx }, measure);
    const name = end === 0 && !endsSayName(axis) ? wrapText(axis.name, { ...NAME, maxWidthPx: maxPx }, measure) : [];
    const widths = [
      ...lines.map((line) => measure(line, END.fontSizePx, END.weight)),
      ...name.map((line) => measure(line, NAME.fontSizePx, NAME.weight)),
    ];
    const height = name.length * NAME.lineHeightPx + lines.length * END.lineHeightPx;
    return { name, lines, width: Math.max(...widths), height };
  };
  const [upper, lower] = [poleOf(down, 0, inner), poleOf(down, 1, inner)];
  const beside = cellWidth - STREET.across;
  const [left, right] = [poleOf(across, 0, beside), poleOf(across, 1, beside)];

  const sized = cells.map((cell) => ({
    title: wrapText(cell.title, { ...TITLE, maxWidthPx }, measure),
    text: wrapText(cell.text, { ...TEXT, maxWidthPx }, measure),
  }));
  const rowHeight = Math.max(
    ...sized.map((cell) => cell.title.length * TITLE.lineHeightPx + BETWEEN_PX + cell.text.length * TEXT.lineHeightPx),
  );
  const cellHeight = rowHeight + 2 * PADDING.y;
  const streetDepth = Math.max(left.height, right.height) + 2 * STREET.down;
  const top = MARGIN + upper.height + POLE_GAP;
  const tops = [top, top + cellHeight + streetDepth];
  const bottom = (tops[1] ?? 0) + cellHeight;
  const centre = { x: widthPx / 2, y: top + cellHeight + streetDepth / 2 };
  const height = bottom + POLE_GAP + lower.height + MARGIN;

  const boxes = sized.map((cell, index) => {
    const x = MARGIN + (index % 2) * (cellWidth + STREET.across);
    const y = tops[Math.floor(index / 2)] ?? 0;
    const depth = cell.title.length * TITLE.lineHeightPx + BETWEEN_PX + cell.text.length * TEXT.lineHeightPx;
    const textTop = y + (cellHeight - depth) / 2;
    const middle = x + cellWidth / 2;
    return markup(
      'g',
      { class: 'dg-node dg-quadrant' },
      markup('rect', { x, y, width: cellWidth, height: cellHeight, rx: RADIUS }),
      renderText(
        cell.title,
        { x: middle, y: textTop + (cell.title.length * TITLE.lineHeightPx) / 2 },
        TITLE,
        'dg-label dg-strong',
      ),
      renderText(
        cell.text,
        { x: middle, y: textTop + depth - (cell.text.length * TEXT.lineHeightPx) / 2 },
        TEXT,
        'dg-note-text',
      ),
    );
  });
  const axes = markup('path', {
    class: 'dg-axis',
    d: `M${round(MARGIN + left.width + POLE_GAP)} ${round(centre.y)}H${round(widthPx - MARGIN - right.width - POLE_GAP)}M${round(centre.x)} ${round(top)}V${round(bottom)}`,
  });
  return renderPicture({
    id,
    title,
    width: widthPx,
    height,
    hasLinks: false,
    body: [
      axes,
      ...boxes,
      renderPole(left, { x: MARGIN + left.width / 2, y: centre.y }),
      renderPole(right, { x: widthPx - MARGIN - right.width / 2, y: centre.y }),
      renderPole(upper, { x: centre.x, y: MARGIN + upper.height / 2 }),
      renderPole(lower, { x: centre.x, y: bottom + POLE_GAP + lower.height / 2 }),
    ].join(''),
  });
}

function renderPole({ name, lines, height }: Pole, { x, y }: Point): string {
  const nameDepth = name.length * NAME.lineHeightPx;
  return (
    renderText(name, { x, y: y - height / 2 + nameDepth / 2 }, NAME, 'dg-note-text') +
    renderText(lines, { x, y: y + nameDepth / 2 }, END, 'dg-pole')
  );
}

/** “Personal: low” and “Personal: high” say that the axis is the personal side. */
function endsSayName({ name, ends }: Axis): boolean {
  const [firstWord = name] = name.toLowerCase().split(' ');
  return ends.every((text) => text.toLowerCase().includes(firstWord));
}
