import { expect, test } from 'vitest';
import { addressOf, keyOf, listsOfFile } from '../../../src/pocket/file-list.ts';

test.each([
  ['index.html', ['zh']],
  ['complaints/six-steps/index.html', ['zh']],
  ['en/complaints/six-steps/index.html', ['en']],
  ['_astro/page.abc.js', ['zh', 'en']],
  ['cards/faces/complaints/six-steps/steps.front.badge.zh.svg', ['zh']],
  ['cards/faces/complaints/six-steps/steps.front.badge.en.pdf', ['en-print']],
  ['cards/labels.zh.pdf', ['zh-print']],
  ['downloads/papers/complaints.zh.pdf', ['zh-print']],
  ['downloads/paths/day-1.en.pdf', ['en-print']],
  ['api/quiz/complaints/six-steps.en.json', ['en']],
  ['api/onboarding/zh.json', ['zh']],
  ['api/onboarding/questions.zh.json', ['zh']],
  ['api/cards.json', ['zh', 'en']],
  ['pocket/manifest.en.json', ['en']],
])('%s belongs to %j', (file, lists) => {
  expect(listsOfFile(file)).toEqual(lists);
});

test.each([
  '404.html',
  'sw.js',
  '_headers',
  'feed.xml',
  'og/index.zh.png',
  'api/questions.zh.json',
  'api/topics.json',
  'downloads/complaints.zh.zip',
])('%s is for hosts, chats and programs', (file) => {
  expect(listsOfFile(file)).toEqual([]);
});

test('a query in the other language finds its index in either list, but not what is shown only there', () => {
  expect(listsOfFile('api/search/v/zh-index.json')).toEqual(['zh', 'en']);
  expect(listsOfFile('api/search/v/zh-12.json')).toEqual(['zh', 'en']);
  expect(listsOfFile('api/search/v/han.json')).toEqual(['zh', 'en']);
  expect(listsOfFile('api/search/v/zh.json')).toEqual(['zh']);
  expect(listsOfFile('api/search/v/zh-page-3.json')).toEqual(['zh']);
  expect(listsOfFile('api/search/v/en-wordings.json')).toEqual(['en']);
});

test('a page has the address of its folder, and a content the name of what it is', () => {
  expect(addressOf('index.html')).toBe('');
  expect(addressOf('en/cards/index.html')).toBe('en/cards/');
  expect(addressOf('api/cards.json')).toBe('api/cards.json');
  expect(keyOf('en/cards/', 'abc')).toBe('abc.html');
  expect(keyOf('_astro/page.x1.js', 'abc')).toBe('abc.js');
});
