import { expect, test } from 'vitest';
import { requestedPath } from '../../../src/pocket/requested-path.ts';

test.each([
  ['https://kb.example.com/', ''],
  ['https://kb.example.com/index.html', ''],
  ['https://kb.example.com/c/12/?v=abcd', 'c/12/'],
  ['https://kb.example.com/complaints/six-steps', 'complaints/six-steps/'],
  ['https://kb.example.com/complaints/six-steps/index.html#quiz', 'complaints/six-steps/'],
  ['https://kb.example.com/_astro/page.x1.js', '_astro/page.x1.js'],
])('%s is %j', (address, path) => {
  expect(requestedPath(address, 'https://kb.example.com/')).toBe(path);
});

test('below a folder, its neighbours are none of ours', () => {
  const scope = 'https://example.com/kb/';
  expect(requestedPath('https://example.com/kb/en/cards/', scope)).toBe('en/cards/');
  expect(requestedPath('https://example.com/kb', scope)).toBe('');
  expect(requestedPath('https://example.com/kb2/', scope)).toBeUndefined();
  expect(requestedPath('https://example.com/', scope)).toBeUndefined();
  expect(requestedPath('https://cdn.example.com/kb/', scope)).toBeUndefined();
});
