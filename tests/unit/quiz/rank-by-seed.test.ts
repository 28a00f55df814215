import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankBySeed, seedOf } from '../../../src/quiz/rank-by-seed.ts';

const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });
const rank = (seed: string, list: readonly string[]) => rankBySeed(seed, list, (id) => id);

test('the order depends on the ids alone, not on the order in which they come', () => {
  fc.assert(
    fc.property(
      fc.string(),
      ids.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
      ),
      (seed, [list, shuffled]) => {
        expect(rank(seed, shuffled)).toEqual(rank(seed, list));
      },
    ),
  );
});

test('one taken away leaves the others in their order', () => {
  fc.assert(
    fc.property(fc.string(), ids, (seed, list) => {
      const [gone] = list;
      expect(rank(seed, list.slice(1))).toEqual(rank(seed, list).filter((id) => id !== gone));
    }),
  );
});

test('each of four places comes first about equally often', () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 4000; seed++) {
    const [first = ''] = rank(`topic/block/next/${seed}`, ['one', 'two', 'three', 'four']);
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test('the seed of a text is the same everywhere and for ever', () => {
  expect([seedOf(''), seedOf('complaints/six-steps'), seedOf('投诉')]).toMatchInlineSnapshot(`
    [
      2872998923,
      2002419134,
      1396543732,
    ]
  `);
});
