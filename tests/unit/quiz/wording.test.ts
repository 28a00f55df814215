import { describe, expect, test } from 'vitest';
import en from '../../../src/i18n/quiz.en.json' with { type: 'json' };
import zh from '../../../src/i18n/quiz.zh.json' with { type: 'json' };
import { situationOf, withoutLabel } from '../../../src/quiz/wording.ts';

const namesIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

describe('the wordings of both languages', () => {
  test.each(Object.keys(zh.stems) as (keyof typeof zh.stems)[])('stem %s: as many, about the same things', (key) => {
    expect(en.stems[key]).toHaveLength(zh.stems[key].length);
    expect(zh.stems[key].length).toBeGreaterThanOrEqual(2);
    for (const [at, wording] of zh.stems[key].entries()) expect(namesIn(en.stems[key][at]!)).toEqual(namesIn(wording));
  });

  test.each(['reasons', 'labels', 'ui'] as const)('%s have the same keys and names', (part) => {
    const [one, two]: Record<string, string>[] = [zh[part], en[part]];
    expect(Object.keys(two!)).toEqual(Object.keys(one!));
    for (const key of Object.keys(one!)) expect(namesIn(two![key]!), key).toEqual(namesIn(one![key]!));
  });
});

test('a situation is told without the word in brackets that files it', () => {
  expect(situationOf({ zh: '客户问什么时候发货（微笑）', en: 'Asked about shipping (smile).' })).toEqual({
    zh: '客户问什么时候发货',
    en: 'Asked about shipping',
  });
});

test('a short label is cut where both languages have one and the rest says what is done', () => {
  expect(withoutLabel({ zh: '步位：脚尖朝前', en: 'Placement: toes forward' })).toEqual({
    zh: '脚尖朝前',
    en: 'Toes forward',
  });
  const told = { zh: '最后一分钟留给他：“还有吗？”', en: 'Keep the last minute for them: “Anything else?”' };
  expect(withoutLabel(told)).toEqual(told);
  const asked = { zh: '时限：要多久？', en: 'Timing: how long?' };
  expect(withoutLabel(asked)).toEqual(asked);
});
