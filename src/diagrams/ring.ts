import { PHONE_WIDTH_PX, renderPicture, renderText, tipPath, shortened } from './picture.ts';
import type { Point, Rect } from './geometry.ts';
import { markup, round } from './svg-markup.ts';
import { hasChinese, wrapText, type MeasureText } from './text-wrap.ts';

export interface RingNode {
  /** Up to six or eight Chinese characters, or a few short words. */
  label: string;
  /** What to check there, in smaller letters under the label. */
  note?: string;
  href?: string;
}

export interface Ring {
  /** Unique on its page. */
  id: string;
  title: string;
  /** Three to eight, clockwise from the top. */
  nodes: RingNode[];
  /** What goes round, in the middle. */
  centre?: string;
}

interface RingBox extends Rect {
  node: RingNode;
  label: string[];
  note: string[];
}

type Font = typeof LABEL;

const LABEL = { fontSizePx: 15, lineHeightPx: 20, weight: 600 };
const NOTE = { fontSizePx: 13, lineHeightPx: 18, weight: 400 };
const CENTRE = { fontSizePx: 17, lineHeightPx: 24, weight: 700 };
const NUMBER = { fontSizePx: 12, lineHeightPx: 16, weight: 700, radius: 10 };
const PADDING = { x: 9, top: 13, bottom: 9, betweenPx: 2 };
const INNER_MAX = { chinese: 106, letters: 112 };
const MIN_INNER = 72;
/** Room for an arrow between boxes that follow each other. */
const ARROW = 40;
const CLEARANCE = 5;
const MARGIN = 2;
/** Between an ellipse (2) and a rectangle: leaves room in the middle on a narrow screen. */
const SQUARENESS = 2.5;

/**
 * Draws a loop: nodes clockwise from the top, numbered, with an arrow from each to the next and from the last back to
 * the first. As wide as a phone at most; it grows downwards with its text.
 */
export function renderRing({ id, title, nodes, centre }: Ring, measure: MeasureText): string {
  const boxes = placeBoxes(nodes, measure);
  const bounds = {
    left: Math.min(...boxes.map(({ x, width }) => x - width / 2)),
    right: Math.max(...boxes.map(({ x, width }) => x + width / 2)),
    top: Math.min(...boxes.map(({ y, height }) => y - height / 2)) - NUMBER.radius,
    bottom: Math.max(...boxes.map(({ y, height }) => y + height / 2)),
  };
  const moved = boxes.map((box) => ({ ...box, x: box.x - bounds.left + MARGIN, y: box.y - bounds.top + MARGIN }));
  const middle = { x: MARGIN - bounds.left, y: MARGIN - bounds.top };
  const arrows = moved.map((box, index) => arrowBetween(box, moved[(index + 1) % moved.length] ?? box, middle));
  return renderPicture({
    id,
    title,
    width: bounds.right - bounds.left + 2 * MARGIN,
    height: bounds.bottom - bounds.top + 2 * MARGIN,
    hasLinks: nodes.some(({ href }) => href !== undefined),
    body: [
      markup('path', { class: 'dg-line dg-turn', d: arrows.map(({ line }) => line).join('') }),
      markup('path', { class: 'dg-tip dg-turn', d: arrows.map(({ tip }) => tip).join('') }),
      centre ? renderCentre(centre, middle, moved, measure) : '',
      ...moved.map(renderBox),
    ].join(''),
  }).svg;
}
