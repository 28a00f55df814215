import type { CardSize } from './card-size.ts';
import type { Side } from './face.ts';

/** A sheet of paper. */
export interface Paper {
  id: 'a4';
  widthMm: number;
  heightMm: number;
}

export const A4: Paper = { id: 'a4', widthMm: 210, heightMm: 297 };

/** White between two cards: room for the marks of both, and for a cut that runs a little off. */
const GUTTER_MM = 2;
/** A printer leaves about this much of the paper's edge blank. */
const UNPRINTABLE_MM = 5;
/** Crop marks outside the grid: distance from the card, and length. */
const MARK_OFFSET_MM = 1.5;
const MARK_LENGTH_MM = 4;
/** Marks in a gutter stop this short of the cards. */
const GUTTER_OFFSET_MM = 0.3;

/** Where one card's trimmed rectangle stands on the sheet; millimetres from the top left corner of the paper. */
interface Place {
  /** Index of the card in what is imposed. */
  card: number;
  xMm: number;
  yMm: number;
}

/** A crop mark, from one end to the other; millimetres from the top left corner of the paper. */
type CropMark = readonly [x1Mm: number, y1Mm: number, x2Mm: number, y2Mm: number];

/** One printed side of a sheet. */
export interface SheetPage {
  side: Side;
  /** Number of the sheet, from 1. */
  sheet: number;
  places: Place[];
  marks: CropMark[];
  /** Left edges of the columns and top edge of the first row, whether or not a card stands there. */
  grid: { columnsMm: number[]; topMm: number };
}

/**
 * Puts `count` cards on sheets, for printing on both sides and turning on the long edge: the fronts of a sheet, then
 * its backs with the columns the other way round, so that front and back meet.
 */
export function imposeDuplex(count: number, size: CardSize, paper: Paper): SheetPage[] {
  const columns = fitting(paper.widthMm, size.widthMm);
  const rows = fitting(paper.heightMm, size.heightMm);
  const leftMm = (paper.widthMm - spanOf(columns, size.widthMm)) / 2;
  const topMm = (paper.heightMm - spanOf(rows, size.heightMm)) / 2;
  const xs = Array.from({ length: columns }, (_, column) => leftMm + column * (size.widthMm + GUTTER_MM));
  const ys = Array.from({ length: rows }, (_, row) => topMm + row * (size.heightMm + GUTTER_MM));
  const marks = cropMarks(xs, ys, size);
  const grid = { columnsMm: xs, topMm };
  const perSheet = columns * rows;

  return Array.from({ length: Math.ceil(count / perSheet) }, (_, index) => index * perSheet).flatMap((first, sheet) => {
    const fronts = Array.from({ length: Math.min(perSheet, count - first) }, (_, index) => ({
      card: first + index,
      xMm: xs[index % columns] ?? leftMm,
      yMm: ys[Math.floor(index / columns)] ?? topMm,
    }));
    const backs = fronts.map((place) => ({ ...place, xMm: paper.widthMm - place.xMm - size.widthMm }));
    return [
      { side: 'front', sheet: sheet + 1, places: fronts, marks, grid },
      { side: 'back', sheet: sheet + 1, places: backs, marks, grid },
    ];
  });
}

/** How many cards stand side by side on that length of paper. */
function fitting(paperMm: number, cardMm: number): number {
  return Math.floor((paperMm - 2 * UNPRINTABLE_MM + GUTTER_MM) / (cardMm + GUTTER_MM));
}

function spanOf(count: number, cardMm: number): number {
  return count * cardMm + (count - 1) * GUTTER_MM;
}

/** Marks along every cut: outside the grid on both ends, and across the gutters between the cards. */
function cropMarks(xs: readonly number[], ys: readonly number[], size: CardSize): CropMark[] {
  const cutsX = xs.flatMap((x) => [x, x + size.widthMm]);
  const cutsY = ys.flatMap((y) => [y, y + size.heightMm]);
  const alongX = stretches(cutsX);
  const alongY = stretches(cutsY);
  return [
    ...cutsX.flatMap((x) => alongY.map(([from, to]): CropMark => [x, from, x, to])),
    ...cutsY.flatMap((y) => alongX.map(([from, to]): CropMark => [from, y, to, y])),
  ];
}

/** Where a mark may run along one direction: before the first cut, in each gutter, after the last. */
function stretches(cuts: readonly number[]): [number, number][] {
  const first = cuts[0] ?? 0;
  const last = cuts.at(-1) ?? 0;
  const gutters = cuts
    .slice(1, -1)
    .filter((_, index) => index % 2 === 0)
    .map((cut): [number, number] => [cut + GUTTER_OFFSET_MM, cut + GUTTER_MM - GUTTER_OFFSET_MM]);
  return [
    [first - MARK_OFFSET_MM - MARK_LENGTH_MM, first - MARK_OFFSET_MM],
    ...gutters,
    [last + MARK_OFFSET_MM, last + MARK_OFFSET_MM + MARK_LENGTH_MM],
  ];
}
