import { describe, expect, test } from 'vitest';
import { CARD_SIZES, PRINT_SIZE_IDS } from '../../../src/cards/card-size.ts';
import { BLEED_MM, cardsPerSheet, impose, type Place, type SheetPage } from '../../../src/cards/impose.ts';
import { PAPER_IDS, PAPERS } from '../../../src/cards/paper.ts';
import { SIDES_MODES, USUAL_PRINT, type PrintSettings } from '../../../src/cards/print-settings.ts';

const round = (value: number) => Math.round(value * 100) / 100;
const settings = (changes: Partial<PrintSettings> = {}): PrintSettings => ({ ...USUAL_PRINT, ...changes });
const EVERY = PRINT_SIZE_IDS.flatMap((size) =>
  PAPER_IDS.flatMap((paper) =>
    SIDES_MODES.flatMap((sides) => [0, BLEED_MM].map((bleedMm) => settings({ size, paper, sides, bleedMm }))),
  ),
);
const placesOf = (pages: readonly SheetPage[], side: Place['side']) =>
  pages.flatMap(({ sheet, places }) =>
    places.filter((place) => place.side === side).map((place) => ({ ...place, sheet })),
  );

test('ten cards stand on one A4 sheet, two by five, in the middle', () => {
  const [front, back, ...more] = impose(10, USUAL_PRINT);
  expect(more).toEqual([]);
  expect([front?.side, back?.side]).toEqual(['front', 'back']);
  expect(front?.places.map(({ card, xMm, yMm }) => [card, round(xMm), round(yMm)])).toEqual([
    [0, 18.4, 9.5],
    [1, 106, 9.5],
    [2, 18.4, 65.5],
    [3, 106, 65.5],
    [4, 18.4, 121.5],
    [5, 106, 121.5],
    [6, 18.4, 177.5],
    [7, 106, 177.5],
    [8, 18.4, 233.5],
    [9, 106, 233.5],
  ]);
});

test.each([
  ['badge on A4', settings(), 10],
  ['badge on A4 with bleed', settings({ bleedMm: BLEED_MM }), 8],
  ['badge on Letter', settings({ paper: 'letter' }), 8],
  ['badge on Letter with bleed', settings({ paper: 'letter', bleedMm: BLEED_MM }), 8],
  ['business card on A4', settings({ size: 'business' }), 10],
  ['A7 on A4', settings({ size: 'a7' }), 4],
  ['badge to be folded', settings({ sides: 'fold-over' }), 5],
])('%s: as many as fit', (_, own, count) => {
  expect(cardsPerSheet(own)).toBe(count);
});

describe.each(EVERY)('$size on $paper, $sides, bleed $bleedMm', (own) => {
  const [size, paper] = [CARD_SIZES[own.size], PAPERS[own.paper]];
  const perSheet = cardsPerSheet(own);

  test('every card stands once, in order, on the paper and clear of the others', () => {
    for (const count of [1, perSheet, 2 * perSheet + 1]) {
      const pages = impose(count, own);
      expect(placesOf(pages, 'front').map(({ card }) => card)).toEqual(Array.from({ length: count }, (__, n) => n));
      for (const { places } of pages) {
        for (const [index, { xMm, yMm, bleedMm }] of places.entries()) {
          expect(xMm - bleedMm.left).toBeGreaterThan(4);
          expect(xMm + size.widthMm + bleedMm.right).toBeLessThan(paper.widthMm - 4);
          expect(yMm - bleedMm.top).toBeGreaterThan(4);
          expect(yMm + size.heightMm + bleedMm.bottom).toBeLessThan(paper.heightMm - 4);
          for (const other of places.slice(index + 1)) {
            const apartX =
              Math.abs(other.xMm - xMm) - size.widthMm - (other.xMm > xMm ? bleedMm.right : bleedMm.left) * 2;
            const apartY = Math.abs(other.yMm - yMm) - size.heightMm - 2 * bleedMm.top;
            expect(Math.max(apartX, apartY)).toBeGreaterThan(-0.001);
          }
        }
      }
    }
  });

  test('front and back meet when the sheet is turned or folded', () => {
    const pages = impose(2 * perSheet - 1, own);
    const backs = placesOf(pages, 'back');
    if (own.sides === 'fronts-only') {
      expect(backs).toEqual([]);
      return;
    }
    for (const front of placesOf(pages, 'front')) {
      const back = backs.find(({ card }) => card === front.card)!;
      expect(back.sheet).toBe(front.sheet);
      const turnedX = { 'long-edge': paper.widthMm, 'fold-over': 2 * (front.xMm + size.widthMm) }[own.sides as string];
      const turnedY = own.sides === 'short-edge' ? paper.heightMm : undefined;
      expect(back.xMm).toBeCloseTo(turnedX === undefined ? front.xMm : turnedX - front.xMm - size.widthMm, 6);
      expect(back.yMm).toBeCloseTo(turnedY === undefined ? front.yMm : turnedY - front.yMm - size.heightMm, 6);
      expect(back.turned).toBe(own.sides === 'short-edge');
    }
  });

  test('there is a crop mark at every cut, and none on a card', () => {
    for (const { places, marks, folds } of impose(perSheet, own)) {
      const foldsX = folds.map(([x]) => round(x));
      for (const { xMm, yMm, bleedMm } of places) {
        for (const x of [xMm, xMm + size.widthMm].filter((cut) => !foldsX.includes(round(cut))))
          expect(marks.some(([x1, , x2]) => Math.abs(x1 - x) < 0.001 && x1 === x2)).toBe(true);
        for (const y of [yMm, yMm + size.heightMm])
          expect(marks.some(([, y1, , y2]) => Math.abs(y1 - y) < 0.001 && y1 === y2)).toBe(true);
        for (const [x1, y1, x2, y2] of marks) {
          const insideX =
            Math.min(x1, x2) < xMm + size.widthMm + bleedMm.right - 0.01 &&
            Math.max(x1, x2) > xMm - bleedMm.left + 0.01;
          const insideY =
            Math.min(y1, y2) < yMm + size.heightMm + bleedMm.bottom - 0.01 &&
            Math.max(y1, y2) > yMm - bleedMm.top + 0.01;
          expect(insideX && insideY).toBe(false);
        }
      }
      for (const line of marks) expect(Math.min(...line)).toBeGreaterThan(3.9);
    }
  });
});

test('an offset moves the backs and their marks, and nothing else', () => {
  const [front, back] = impose(3, USUAL_PRINT);
  const [sameFront, moved] = impose(3, settings({ backOffset: { xMm: 0.4, yMm: -0.2 } }));
  expect(sameFront).toEqual(front);
  expect(moved?.places.map(({ xMm, yMm }) => [round(xMm), round(yMm)])).toEqual(
    back?.places.map(({ xMm, yMm }) => [round(xMm + 0.4), round(yMm - 0.2)]),
  );
  expect(moved?.marks[0]?.map(round)).toEqual(
    back?.marks[0]?.map((value, index) => round(value + (index % 2 === 0 ? 0.4 : -0.2))),
  );
});
