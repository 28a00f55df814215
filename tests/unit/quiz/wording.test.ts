import { describe, expect, test } from 'vitest';
import en from '../../../src/i18n/quiz.en.json' with { type: 'json' };
import zh from '../../../src/i18n/quiz.zh.json' with { type: 'json' };

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
