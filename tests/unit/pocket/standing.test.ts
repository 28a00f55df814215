import { expect, test } from 'vitest';
import type { ListedFile } from '../../../src/pocket/file-list.ts';
import { joinFiles, standingOf } from '../../../src/pocket/standing.ts';

const FILES: ListedFile[] = [
  ['', 'aa', 10, 100],
  ['moved/a.svg', 'bb', 5, 50],
  ['a.svg', 'bb', 5, 50],
  ['b.svg', 'cc', 7, 70],
];

test('what is there by its content need not come again, wherever it stood', () => {
  const { missing, ...sizes } = standingOf(FILES, new Set(['bb.svg', 'zz.html']));
  expect(missing.map(([path]) => path)).toEqual(['', 'b.svg']);
  expect(sizes).toEqual({ toFetch: 17, size: 220, keptSize: 50 });
});

test('whole when every content is there', () => {
  expect(standingOf(FILES, new Set(['aa.html', 'bb.svg', 'cc.svg']))).toEqual({
    missing: [],
    toFetch: 0,
    size: 220,
    keptSize: 220,
  });
});

test('two lists joined name each address once', () => {
  expect(joinFiles([FILES, FILES.slice(1)]).map(([path]) => path)).toEqual(['', 'moved/a.svg', 'a.svg', 'b.svg']);
});
