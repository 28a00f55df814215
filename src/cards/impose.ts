import { CARD_SIZES } from './card-size.ts';
import type { Side } from './face.ts';
import { PAPERS } from './paper.ts';
import type { PrintSettings } from './print-settings.ts';

/** How far the colour runs on beyond the cut where a bleed is asked for. */
export const BLEED_MM = 3;
/** White between two cards: room for the marks of both, and for a cut that runs a little off. */
const GUTTER_MM = 2;
/** A printer leaves about this much of the paper's edge blank. */
const UNPRINTABLE_MM = 5;
/** Crop marks outside the grid: distance from the colour, and length. */
const MARK_OFFSET_MM = 1.5;
const MARK_LENGTH_MM = 4;
/** Marks in a gutter stop this short of the cards. */
const GUTTER_OFFSET_MM = 0.3;

/** Where one side of a card stands on the sheet: its trimmed rectangle, in millimetres from the paper's top left corner. */
export interface Place {
  /** Index of the card in what is imposed. */
  card: number;
  side: Side;
  xMm: number;
  yMm: number;
  /** Whether it stands on its head. */
  turned: boolean;
  /** How far its colour is shown beyond the trim on each edge, as it lies on the paper. */
  bleedMm: { left: number; right: number; top: number; bottom: number };
}

/** A line, from one end to the other; millimetres from the top left corner of the paper. */
export type SheetLine = readonly [x1Mm: number, y1Mm: number, x2Mm: number, y2Mm: number];

/** One printed side of a sheet. */
export interface SheetPage {
  /** Which side of the paper it is. */
  side: Side;
  /** Number of the sheet, from 1. */
  sheet: number;
  places: Place[];
  /** Where to cut. */
  marks: SheetLine[];
  /** Where to fold. */
  folds: SheetLine[];
  /** Left edges of the columns and top edge of the first row, for what stands in the margin. */
  grid: { columnsMm: number[]; topMm: number };
}

/** Columns and rows of the rectangles that are cut out, and how much white or colour lies between them. */
interface Grid {
  columns: number;
  rows: number;
  cellWidthMm: number;
  cellHeightMm: number;
  gutterMm: number;
  xs: number[];
  ys: number[];
}

/** How many cards stand on one sheet of paper. */
export function cardsPerSheet(settings: PrintSettings): number {
  const { columns, rows } = gridOf(settings);
  return columns * rows;
}

/**
 * Puts `count` cards on sheets, in order, row by row: the fronts of a sheet, then its backs where they stand on pages of
 * their own, each where it meets its front when the sheet is turned as `sides` says.
 */
export function impose(count: number, settings: PrintSettings): SheetPage[] {
  const grid = gridOf(settings);
  const perSheet = grid.columns * grid.rows;
  if (perSheet === 0) return [];
  const sheets = Array.from({ length: Math.ceil(count / perSheet) }, (_, index) => index);
  return sheets.flatMap((index) => {
    const cards = Array.from({ length: Math.min(perSheet, count - index * perSheet) }, (_, n) => index * perSheet + n);
    return sheetPages(cards, index + 1, grid, settings);
  });
}

function sheetPages(cards: readonly number[], sheet: number, grid: Grid, settings: PrintSettings): SheetPage[] {
  const { sides, bleedMm, backOffset } = settings;
  const [size, paper] = [CARD_SIZES[settings.size], PAPERS[settings.paper]];
  const corner = (index: number) => ({
    xMm: grid.xs[index % grid.columns] ?? 0,
    yMm: grid.ys[Math.floor(index / grid.columns)] ?? 0,
  });
  const allAround = { left: bleedMm, right: bleedMm, top: bleedMm, bottom: bleedMm };
  const fronts = cards.map((card, index): Place => ({
    card,
    side: 'front',
    ...corner(index),
    turned: false,
    bleedMm: allAround,
  }));
  const marks = cropMarks(grid, cards.length, bleedMm);
  const front: SheetPage = {
    side: 'front',
    sheet,
    places: fronts,
    marks,
    folds: [],
    grid: { columnsMm: grid.xs, topMm: grid.ys[0] ?? 0 },
  };

  switch (sides) {
    case 'fronts-only':
      return [front];
    case 'fold-over': {
      // At the fold nothing may run on: it would show on the other side.
      const places = fronts.flatMap((place): Place[] => [
        { ...place, bleedMm: { ...allAround, right: 0 } },
        { ...place, side: 'back', xMm: place.xMm + size.widthMm, bleedMm: { ...allAround, left: 0 } },
      ]);
      const folds = fronts.map(({ xMm, yMm }): SheetLine => {
        const foldMm = xMm + size.widthMm;
        return [foldMm, yMm, foldMm, yMm + size.heightMm];
      });
      return [{ ...front, places, folds }];
    }
    case 'long-edge':
    case 'short-edge': {
      const byColumns = sides === 'long-edge';
      const mirrorX = (xMm: number, widthMm: number) => (byColumns ? paper.widthMm - xMm - widthMm : xMm);
      const mirrorY = (yMm: number, heightMm: number) => (byColumns ? yMm : paper.heightMm - yMm - heightMm);
      const backs = fronts.map((place): Place => ({
        ...place,
        side: 'back',
        xMm: mirrorX(place.xMm, size.widthMm) + backOffset.xMm,
        yMm: mirrorY(place.yMm, size.heightMm) + backOffset.yMm,
        // Whoever turns the cut card like a page finds its back upright, whichever way the sheet was turned.
        turned: !byColumns,
      }));
      const backMarks = marks.map(([x1, y1, x2, y2]): SheetLine => [
        mirrorX(x1, 0) + backOffset.xMm,
        mirrorY(y1, 0) + backOffset.yMm,
        mirrorX(x2, 0) + backOffset.xMm,
        mirrorY(y2, 0) + backOffset.yMm,
      ]);
      return [front, { ...front, side: 'back', places: backs, marks: backMarks }];
    }
  }
}

function gridOf({ size: sizeId, paper: paperId, sides, bleedMm }: PrintSettings): Grid {
  const [size, paper] = [CARD_SIZES[sizeId], PAPERS[paperId]];
  const gutterMm = Math.max(GUTTER_MM, 2 * bleedMm);
  const cellWidthMm = sides === 'fold-over' ? 2 * size.widthMm : size.widthMm;
  const cellHeightMm = size.heightMm;
  const fitting = (paperMm: number, cellMm: number) =>
    Math.floor((paperMm - 2 * UNPRINTABLE_MM - 2 * bleedMm + gutterMm) / (cellMm + gutterMm));
  const columns = fitting(paper.widthMm, cellWidthMm);
  const rows = fitting(paper.heightMm, cellHeightMm);
  const startsOf = (count: number, paperMm: number, cellMm: number): number[] => {
    const firstMm = (paperMm - count * cellMm - (count - 1) * gutterMm) / 2;
    return Array.from({ length: count }, (_, index) => firstMm + index * (cellMm + gutterMm));
  };
  return {
    columns,
    rows,
    cellWidthMm,
    cellHeightMm,
    gutterMm,
    xs: startsOf(columns, paper.widthMm, cellWidthMm),
    ys: startsOf(rows, paper.heightMm, cellHeightMm),
  };
}

/** Marks along every cut of the cards that there are: outside them on both ends, and in the gutters left white. */
function cropMarks(grid: Grid, count: number, bleedMm: number): SheetLine[] {
  const xs = grid.xs.slice(0, Math.min(count, grid.columns));
  const ys = grid.ys.slice(0, Math.ceil(count / grid.columns));
  const cutsX = xs.flatMap((x) => [x, x + grid.cellWidthMm]);
  const cutsY = ys.flatMap((y) => [y, y + grid.cellHeightMm]);
  const alongX = stretches(cutsX, bleedMm);
  const alongY = stretches(cutsY, bleedMm);
  return [
    ...cutsX.flatMap((x) => alongY.map(([from, to]): SheetLine => [x, from, x, to])),
    ...cutsY.flatMap((y) => alongX.map(([from, to]): SheetLine => [from, y, to, y])),
  ];
}

/** Where a mark may run along one direction: before the first cut, in each white gutter, after the last. */
function stretches(cuts: readonly number[], bleedMm: number): [number, number][] {
  const first = cuts[0] ?? 0;
  const last = cuts.at(-1) ?? 0;
  const offsetMm = bleedMm + (bleedMm > 0 ? GUTTER_OFFSET_MM : MARK_OFFSET_MM);
  const gutters = cuts
    .slice(1, -1)
    .filter((_, index) => bleedMm === 0 && index % 2 === 0)
    .map((cut): [number, number] => [cut + GUTTER_OFFSET_MM, cut + GUTTER_MM - GUTTER_OFFSET_MM]);
  return [
    [first - offsetMm - MARK_LENGTH_MM, first - offsetMm],
    ...gutters,
    [last + offsetMm, last + offsetMm + MARK_LENGTH_MM],
  ];
}
