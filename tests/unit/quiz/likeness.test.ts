import { expect, test } from 'vitest';
import { likeness, namesGivenAway, sharesWords } from '../../../src/quiz/likeness.ts';

test('likeness is the share of letter pairs, whatever the punctuation', () => {
  expect(likeness('客户要求破例', '客户，要求破例。')).toBe(1);
  expect(likeness('客户要求', '客户来电')).toBeCloseTo(1 / 3);
  expect(likeness('', '客户')).toBe(0);
});

test('words are shared by pairs of letters in Chinese and by stems in English', () => {
  expect(sharesWords({ zh: '态度是天生的', en: 'Listening is easy' }, { zh: '感受和态度', en: 'We listen' })).toEqual({
    zh: true,
    en: true,
  });
  expect(sharesWords({ zh: '先听', en: 'Do it now' }, { zh: '后说', en: 'Not now' })).toEqual({ zh: false, en: false });
});

test('a text gives a name away by the name, or by a word that no other name has', () => {
  const names = [
    { zh: '从市场看', en: 'From the market' },
    { zh: '从客户看', en: 'From the customer' },
    { zh: '站', en: 'Stand' },
  ];
  expect(namesGivenAway({ zh: '市场上换一家很容易', en: 'Changing is easy' }, names)).toEqual([true, false, false]);
  expect(namesGivenAway({ zh: '从哪里说起', en: 'What customers say' }, names)).toEqual([false, true, false]);
  expect(namesGivenAway({ zh: '站直', en: 'Be upright' }, names)).toEqual([false, false, true]);
});

test('a hundred is the same word in figures', () => {
  expect(sharesWords({ zh: '满一百元', en: 'A hundred' }, { zh: '100元', en: 'Over 100' })).toEqual({
    zh: true,
    en: true,
  });
});
