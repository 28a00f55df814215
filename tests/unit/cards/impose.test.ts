import { expect, test } from 'vitest';
import { BADGE } from '../../../src/cards/card-size.ts';
import { A4, imposeDuplex } from '../../../src/cards/impose.ts';

const round = (value: number) => Math.round(value * 100) / 100;

test('ten cards stand on one A4 sheet, two by five, in the middle', () => {
  const [front, back, ...more] = imposeDuplex(10, BADGE, A4);
  expect(more).toEqual([]);
  expect([front?.side, back?.side]).toEqual(['front', 'back']);
  expect(front?.places.map(({ card, xMm, yMm }) => [card, round(xMm), round(yMm)])).toMatchInlineSnapshot(`
    [
      [
        0,
        18.4,
        9.5,
      ],
      [
        1,
        106,
        9.5,
      ],
      [
        2,
        18.4,
        65.5,
      ],
      [
        3,
        106,
        65.5,
      ],
      [
        4,
        18.4,
        121.5,
      ],
      [
        5,
        106,
        121.5,
      ],
      [
        6,
        18.4,
        177.5,
      ],
      [
        7,
        106,
        177.5,
      ],
      [
        8,
        18.4,
        233.5,
      ],
      [
        9,
        106,
        233.5,
      ],
    ]
  `);
});

test('turned on the long edge, every back lies behind its front', () => {
  for (const count of [1, 7, 10, 23]) {
    const pages = imposeDuplex(count, BADGE, A4);
    expect(pages).toHaveLength(Math.ceil(count / 10) * 2);
    const fronts = pages
      .filter(({ side }) => side === 'front')
      .flatMap(({ sheet, places }) => places.map((place) => ({ sheet, ...place })));
    const backs = pages
      .filter(({ side }) => side === 'back')
      .flatMap(({ sheet, places }) => places.map((place) => ({ sheet, ...place })));
    expect(fronts.map(({ card }) => card)).toEqual(Array.from({ length: count }, (_, index) => index));
    for (const front of fronts) {
      const back = backs.find(({ card }) => card === front.card);
      expect(back?.sheet).toBe(front.sheet);
      expect(back?.yMm).toBe(front.yMm);
      expect((back?.xMm ?? 0) + BADGE.widthMm).toBeCloseTo(A4.widthMm - front.xMm, 6);
    }
  }
});

test('there is a crop mark at every cut, and none inside a card', () => {
  const [page] = imposeDuplex(10, BADGE, A4);
  const { places, marks } = page!;
  for (const { xMm, yMm } of places) {
    for (const x of [xMm, xMm + BADGE.widthMm])
      expect(marks.some(([x1, , x2]) => round(x1) === round(x) && x1 === x2)).toBe(true);
    for (const y of [yMm, yMm + BADGE.heightMm])
      expect(marks.some(([, y1, , y2]) => round(y1) === round(y) && y1 === y2)).toBe(true);
    for (const [x1, y1, x2, y2] of marks) {
      const insideX = Math.min(x1, x2) < xMm + BADGE.widthMm - 0.01 && Math.max(x1, x2) > xMm + 0.01;
      const insideY = Math.min(y1, y2) < yMm + BADGE.heightMm - 0.01 && Math.max(y1, y2) > yMm + 0.01;
      expect(insideX && insideY).toBe(false);
    }
  }
  for (const [x1, y1, x2, y2] of marks) {
    expect(Math.min(x1, x2, y1, y2)).toBeGreaterThan(3.9);
    expect(Math.max(x1, x2)).toBeLessThan(A4.widthMm - 3.9);
    expect(Math.max(y1, y2)).toBeLessThan(A4.heightMm - 3.9);
  }
});
