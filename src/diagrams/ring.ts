import { towards, type Point, type Rect } from './geometry.ts';
import { PHONE_WIDTH_PX, renderPicture, renderText, shortened, tipPath, type Picture } from './picture.ts';
import { markup, round } from './svg-markup.ts';
import { hasChinese, wrapText, type MeasureText } from './text-wrap.ts';

export interface RingNode {
  /** Up to six or eight Chinese characters, or a few short words. */
  label: string;
  /** What to look at there, in smaller letters under the label. */
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
  number: number;
  /** Whether it stands alone at the top or the bottom. */
  turns: boolean;
  label: string[];
  note: string[];
}

/** Where the loop passes a box: which way it comes in and goes out. */
interface Passage {
  into: Point;
  out: Point;
}

const LABEL = { fontSizePx: 15, lineHeightPx: 20, weight: 600 };
const NOTE = { fontSizePx: 14, lineHeightPx: 19, weight: 400 };
const CENTRE = { fontSizePx: 17, lineHeightPx: 24, weight: 700 };
/** For a long English word between narrow boxes. */
const CENTRE_SMALL = { fontSizePx: 14, lineHeightPx: 20, weight: 700 };
const NUMBER = { fontSizePx: 13, lineHeightPx: 16, weight: 700 };
const NUMBER_RADIUS = 10;
/** A box that carries its number at the middle of its top needs more room there. */
const PADDING = { x: 10, y: 11, betweenPx: 2, underNumber: 5 };
const INNER = { min: 76, chinese: 105, letters: 110 };
/** Heights between rows: past a corner of the loop, down its side, and round a word in the middle of three. */
const GAP = { corner: 30, side: 38, word: 78 };
const MIDDLE = { wanted: 108, clearance: 5 };
const CLEARANCE = 5;
const MARGIN = 2;
/** How far a box on the way to the top or the bottom of a long loop moves towards the middle. */
const LEAN_PX = 8;
/** Share of the way that the handles of a quarter of an ellipse reach. */
const ROUND = 0.56;
const SAMPLES = 96;

const RIGHT: Point = { x: 1, y: 0 };
const LEFT: Point = { x: -1, y: 0 };
const DOWN: Point = { x: 0, y: 1 };
const UP: Point = { x: 0, y: -1 };

/**
 * Draws a loop: nodes clockwise from the top, numbered, with an arrow from each to the next and from the last back to
 * the first. As wide as a phone at most; it grows downwards with its text.
 */
export function renderRing(ring: Ring, measure: MeasureText): string {
  return renderRingPicture(ring, measure).svg;
}

/** The drawing of a loop with its size, for a figure around it. */
export function renderRingPicture({ id, title, nodes, centre }: Ring, measure: MeasureText): Picture {
  const boxes = placeBoxes(nodes, centre !== undefined, measure);
  const passages = nodes.map((_, index) => passageOf(index, nodes.length));
  const left = Math.min(...boxes.map(({ x, width }) => x - width / 2)) - NUMBER_RADIUS / 2;
  const right = Math.max(...boxes.map(({ x, width }) => x + width / 2));
  const top = Math.min(...boxes.map(({ y, height }) => y - height / 2)) - NUMBER_RADIUS;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height / 2));
  const moved = boxes.map((box) => ({ ...box, x: box.x - left + MARGIN, y: box.y - top + MARGIN }));
  const arrows = moved.map((box, index) => {
    const next = (index + 1) % moved.length;
    return renderArrow(box, passages[index]?.out ?? DOWN, moved[next] ?? box, passages[next]?.into ?? DOWN);
  });
  return renderPicture({
    id,
    title,
    width: right - left + 2 * MARGIN,
    height: bottom - top + 2 * MARGIN,
    hasLinks: nodes.some(({ href }) => href !== undefined),
    body: [
      markup('path', { class: 'dg-line dg-turn', d: arrows.map(({ line }) => line).join('') }),
      markup('path', { class: 'dg-tip dg-turn', d: arrows.map(({ tip }) => tip).join('') }),
      centre === undefined ? '' : renderCentre(centre, MARGIN - left, moved, measure),
      ...moved.map(renderBox),
    ].join(''),
  });
}

/** Rows from the top: the first node alone, then pairs, and the last alone when their number is even. */
function rowOf(index: number, count: number): number {
  return Math.min(index, count - index);
}

function sideOf(index: number, count: number): -1 | 0 | 1 {
  if (index === 0 || index * 2 === count) return 0;
  return index * 2 < count ? 1 : -1;
}

function passageOf(index: number, count: number): Passage {
  if (index === 0) return { into: RIGHT, out: RIGHT };
  if (index * 2 === count) return { into: LEFT, out: LEFT };
  const isRight = sideOf(index, count) === 1;
  const onBottom = count % 2 === 1 && rowOf(index, count) === (count - 1) / 2;
  if (isRight) return { into: DOWN, out: onBottom ? LEFT : DOWN };
  return { into: onBottom ? LEFT : UP, out: UP };
}

function placeBoxes(nodes: RingNode[], hasCentre: boolean, measure: MeasureText): RingBox[] {
  const sized = nodes.map((node, index): RingBox => {
    const inner = hasChinese(node.label) ? INNER.chinese : INNER.letters;
    const turns = sideOf(index, nodes.length) === 0;
    const label = wrapText(node.label, { ...LABEL, maxWidthPx: inner }, measure);
    const note = node.note ? wrapText(node.note, { ...NOTE, maxWidthPx: inner }, measure) : [];
    const width = Math.max(
      INNER.min,
      ...label.map((line) => measure(line, LABEL.fontSizePx, LABEL.weight)),
      ...note.map((line) => measure(line, NOTE.fontSizePx, NOTE.weight)),
    );
    const height =
      label.length * LABEL.lineHeightPx + (note.length > 0 ? PADDING.betweenPx + note.length * NOTE.lineHeightPx : 0);
    return {
      node,
      number: index + 1,
      turns,
      label,
      note,
      x: 0,
      y: 0,
      width: width + 2 * PADDING.x,
      height: height + 2 * PADDING.y + (turns ? PADDING.underNumber : 0),
    };
  });
  const width = Math.ceil(Math.max(...sized.map((box) => box.width)));
  const span = Math.min(PHONE_WIDTH_PX - 2 * MARGIN - NUMBER_RADIUS / 2, 2 * width + MIDDLE.wanted);
  const count = nodes.length;
  const lastRow = Math.floor(count / 2);
  const heights = Array.from({ length: lastRow + 1 }, (_, row) =>
    Math.max(...sized.filter((__, index) => rowOf(index, count) === row).map((box) => box.height)),
  );
  const tops: number[] = [];
  heights.forEach((_, row) => {
    const before = row === 0 ? 0 : (tops[row - 1] ?? 0) + (heights[row - 1] ?? 0);
    const turns = row === 1 || (row === lastRow && count % 2 === 0);
    const gap = row === 0 ? 0 : count === 3 && hasCentre ? GAP.word : turns ? GAP.corner : GAP.side;
    tops.push(before + gap);
  });
  return sized.map((box, index) => {
    const row = rowOf(index, count);
    const height = heights[row] ?? box.height;
    const leans = lastRow > 3 && (row === 1 || row === lastRow - 1);
    const onBottom = count % 2 === 1 && row === lastRow && count > 3;
    const out = onBottom
      ? Math.max(width / 2 + 20, span / 2 - width / 2 - 3 * LEAN_PX)
      : span / 2 - width / 2 - (leans ? LEAN_PX : 0);
    return { ...box, width, height, x: sideOf(index, count) * out, y: (tops[row] ?? 0) + height / 2 };
  });
}

/** The visible part of a curve from the middle of one box to the middle of the next. */
function renderArrow(from: RingBox, out: Point, to: RingBox, into: Point): { line: string; tip: string } {
  const reach = Math.abs(out.x * into.x + out.y * into.y) > 0.5 ? 0.4 : ROUND;
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  const curve: Curve = [
    { x: from.x, y: from.y },
    { x: from.x + out.x * dx * reach, y: from.y + out.y * dy * reach },
    { x: to.x - into.x * dx * reach, y: to.y - into.y * dy * reach },
    { x: to.x, y: to.y },
  ];
  const steps = Array.from({ length: SAMPLES + 1 }, (_, index) => index / SAMPLES);
  const start = steps.find((t) => !isInside(pointAt(curve, t), from)) ?? 0;
  const end = steps.findLast((t) => !isInside(pointAt(curve, t), to)) ?? 1;
  const [a, b, c, d] = cut(curve, start, end);
  const stop = shortened('arrow', d, c);
  const write = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
  return { line: `M${write(a)}C${write(b)} ${write(c)} ${write(stop)}`, tip: tipPath('arrow', d, c) };
}

type Curve = [Point, Point, Point, Point];

function pointAt(curve: Curve, t: number): Point {
  return cut(curve, 0, t)[3];
}

/** The part of a cubic curve between two of its parameters. */
function cut([a, b, c, d]: Curve, start: number, end: number): Curve {
  const until = (t: number, [p, q, r, s]: Curve): Curve => {
    const [pq, qr, rs] = [towards(p, q, t), towards(q, r, t), towards(r, s, t)];
    const [pqr, qrs] = [towards(pq, qr, t), towards(qr, rs, t)];
    return [p, pq, pqr, towards(pqr, qrs, t)];
  };
  const head = until(end, [a, b, c, d]);
  const reversed = until(1 - start / (end || 1), [head[3], head[2], head[1], head[0]]);
  return [reversed[3], reversed[2], reversed[1], reversed[0]];
}

function isInside(point: Point, box: Rect): boolean {
  return (
    Math.abs(point.x - box.x) < box.width / 2 + CLEARANCE && Math.abs(point.y - box.y) < box.height / 2 + CLEARANCE
  );
}

function renderBox({ node, number, turns, label, note, x, y, width, height }: RingBox): string {
  const textHeight =
    label.length * LABEL.lineHeightPx + (note.length > 0 ? PADDING.betweenPx + note.length * NOTE.lineHeightPx : 0);
  const top = y - textHeight / 2 + (turns ? PADDING.underNumber / 2 : 0);
  // At the corner, except where the loop turns: there it would meet an arrow.
  const corner = turns ? { x, y: y - height / 2 } : { x: x - width / 2 + 5, y: y - height / 2 + 5 };
  const content = [
    markup('rect', { x: x - width / 2, y: y - height / 2, width, height, rx: 10 }),
    renderText(label, { x, y: top + (label.length * LABEL.lineHeightPx) / 2 }, LABEL, 'dg-label'),
    renderText(note, { x, y: top + textHeight - (note.length * NOTE.lineHeightPx) / 2 }, NOTE, 'dg-note-text'),
  ].join(' ');
  const badge = markup(
    'g',
    { class: 'dg-number', 'aria-hidden': 'true' },
    markup('circle', { cx: corner.x, cy: corner.y, r: NUMBER_RADIUS }),
    renderText([String(number)], corner, NUMBER),
  );
  const isSplit = label.length > 1 || note.length > 0;
  const name = isSplit ? [node.label, node.note ?? ''].join(' ').trim() : undefined;
  return node.href === undefined
    ? markup('g', { class: 'dg-node dg-box' }, content) + badge
    : markup('a', { class: 'dg-node dg-box', href: node.href, 'aria-label': name }, content) + badge;
}

function renderCentre(centre: string, x: number, boxes: RingBox[], measure: MeasureText): string {
  const count = boxes.length;
  const beside = boxes.filter(
    (_, index) => sideOf(index, count) === 1 && (count === 3 || rowOf(index, count) < Math.floor(count / 2)),
  );
  const innermost = Math.min(...beside.map((box) => box.x - box.width / 2 - x));
  const first = boxes[0];
  const last = boxes[Math.floor(count / 2)];
  if (!first || !last) return '';
  const y = (first.y + first.height / 2 + last.y - last.height / 2) / 2;
  const room = count === 3 ? INNER.chinese : 2 * (innermost - MIDDLE.clearance);
  const isWhole = (font: typeof CENTRE) =>
    centre.split(/\s+/).every((word) => measure(word, font.fontSizePx, font.weight) <= room);
  const font = hasChinese(centre) || isWhole(CENTRE) ? CENTRE : CENTRE_SMALL;
  const lines = wrapText(centre, { ...font, maxWidthPx: room }, measure);
  return renderText(lines, { x, y }, font, font === CENTRE ? 'dg-centre' : 'dg-centre dg-small');
}
