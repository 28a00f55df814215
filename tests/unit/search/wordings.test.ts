import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packWordings, readWordings, wordingTerms } from '../../../src/search/wordings.ts';

test('every pair of a term and a group that was packed is read again', () => {
  const groups = fc.array(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 40 }), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(groups, (lists) => {
      const read = readWordings(packWordings(lists.map((terms) => new Set(terms))), lists.length);
      lists.forEach((terms, group) => {
        for (const term of terms) expect(read(term)).toContain(group);
      });
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('a pair that was not packed is taken for one less than once in a hundred and fifty times', () => {
  const groups = Array.from(
    { length: 20 },
    (_, group) => new Set(Array.from({ length: 300 }, (_, n) => `${group}-${n}`)),
  );
  const read = readWordings(packWordings(groups), groups.length);
  const unknown = Array.from({ length: 5000 }, (_, n) => read(`unknown ${n}`).length);
  const taken = unknown.reduce((sum, count) => sum + count, 0) / (unknown.length * groups.length);
  expect(taken).toBeGreaterThan(0);
  expect(taken).toBeLessThan(1 / 150);
});

test('a pair takes less than ten bits', () => {
  const groups = Array.from(
    { length: 50 },
    (_, group) => new Set(Array.from({ length: 400 }, (_, n) => `${group}/${n}`)),
  );
  const { pairs, bits } = packWordings(groups);
  expect(pairs).toBe(20_000);
  expect((atob(bits).length * 8) / pairs).toBeLessThan(10);
});

test('nothing packed is nothing read', () => {
  expect(readWordings(packWordings([new Set(), new Set()]), 2)('anything')).toEqual([]);
});

test('wordings are known by their pairs of characters or stems, without the words of asking', () => {
  expect([...wordingTerms(['怎么退卡'], 'zh')]).toEqual(['退卡']);
  expect([...wordingTerms(['how do I calm callers'], 'en')]).toEqual(['calm', 'custom', '+1']);
});
