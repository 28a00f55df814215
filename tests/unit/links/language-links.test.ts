import { expect, test } from 'vitest';
import { languageLinks } from '../../../src/links/language-links.ts';

test.each([
  ['/', 'https://kb.example.com/', 'https://kb.example.com/en/'],
  ['/', 'https://kb.example.com/energy/', 'https://kb.example.com/en/energy/'],
  ['/kb', 'https://kb.example.com/kb/complaints/six-steps/', 'https://kb.example.com/kb/en/complaints/six-steps/'],
  ['/en/', 'https://kb.example.com/en/about/', 'https://kb.example.com/en/en/about/'],
])('under %s: %s and %s name each other, and readers of neither get the Chinese one', (base, zh, en) => {
  const expected = { 'zh-CN': zh, en, 'x-default': zh };
  for (const url of [zh, en]) {
    expect(Object.fromEntries(languageLinks(url, base).map((link) => [link.lang, link.url]))).toEqual(expected);
  }
});
