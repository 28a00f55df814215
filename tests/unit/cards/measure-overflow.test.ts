import { expect, test } from 'vitest';
import { BADGE } from '../../../src/cards/card-size.ts';
import { fitFace } from '../../../src/cards/fit-face.ts';
import { measureOverflow } from '../../../src/cards/measure-overflow.ts';
import { missingGlyphs } from '../../../src/cards/missing-glyphs.ts';
import { fakeMeasurer, listOf, makeFace } from './make-face.ts';

const overflow = (face: Parameters<typeof measureOverflow>[0]) => measureOverflow(face, BADGE, fakeMeasurer, undefined);

test('a face that fits has none', () => {
  expect(overflow(makeFace())).toBeUndefined();
});

test('cutting as many characters as it says makes the face fit, and one fewer does not', () => {
  const long = '这是一条长到一行放不下、两行也放不下的要点，它还在往下写，往下写，写个没完';
  const face = makeFace({ body: listOf(['短的一条', ...Array<string>(7).fill(long)]) });
  const found = overflow(face);
  expect(found).toMatchObject({ what: 'characters', longest: long });

  const cut = (count: number) => {
    const texts = face.body.groups.map(({ items }) => Array.from(items[0]?.text ?? ''));
    for (let index = 0; index < count; index += 1) texts.reduce((a, b) => (b.length > a.length ? b : a)).pop();
    return fitFace(makeFace({ body: listOf(texts.map((text) => text.join(''))) }), BADGE, fakeMeasurer).overPt;
  };
  expect(cut(found!.count)).toBe(0);
  expect(cut(found!.count - 1)).toBeGreaterThan(0);
});

test('where no shortening helps, it says how many statements have to go', () => {
  const found = overflow(makeFace({ body: listOf(Array<string>(40).fill('短')) }));
  expect(found).toMatchObject({ what: 'statements' });
  expect(
    fitFace(makeFace({ body: listOf(Array<string>(40 - found!.count).fill('短')) }), BADGE, fakeMeasurer).overPt,
  ).toBe(0);
});

test('a title of too many characters is told as such', () => {
  expect(overflow(makeFace({ title: '标题'.repeat(30) }))).toMatchObject({ what: 'title', longest: '标题'.repeat(30) });
});

test('characters without a glyph are named once, with the words they stand in', () => {
  const face = makeFace({ title: '笑一个😀', body: listOf(['再笑😀', '加油🚀']) });
  expect(missingGlyphs(face, fakeMeasurer)).toEqual([
    { character: '😀', text: '笑一个😀' },
    { character: '🚀', text: '加油🚀' },
  ]);
});
