import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LIST_NAMES, type FileList, type ListName } from '../../src/pocket/file-list.ts';
import { DIST, pages } from './dist.ts';

const fileAt = (address: string) =>
  path.join(DIST, address, address === '' || address.endsWith('/') ? 'index.html' : '');
const list = (name: ListName) => JSON.parse(readFileSync(path.join(DIST, `pocket/${name}.json`), 'utf8')) as FileList;
const lists = new Map(LIST_NAMES.map((name) => [name, list(name)]));

test.each(LIST_NAMES)('every file of the list %s is there, with the content and size that the list says', (name) => {
  const wrong = (lists.get(name)?.files ?? []).filter(([address, revision, wire, size]) => {
    const content = readFileSync(fileAt(address));
    const digest = createHash('sha256').update(content).digest('hex');
    return !digest.startsWith(revision) || content.length !== size || wire > size + 64;
  });
  expect(wrong).toEqual([]);
});

test('the worker and all lists are of one build', () => {
  const worker = readFileSync(path.join(DIST, 'sw.js'), 'utf8');
  const versions = new Set([...lists.values()].map(({ version }) => version));
  expect(versions.size).toBe(1);
  expect(worker).toContain([...versions][0]);
});

test('whatever a page shows, runs and asks for stands in the list of its language', () => {
  const missing = new Set<string>();
  let seen = 0;
  for (const page of pages.filter(({ url }) => url !== '/404.html')) {
    const listed = new Set(
      lists.get(page.url.startsWith('/en/') ? 'en' : 'zh')?.files.map(([address]) => `/${address}`),
    );
    const tags = page.html.match(/<(?:img|script|link rel="(?:stylesheet|manifest)") [^>]*>/g) ?? [];
    const needed = tags.flatMap((tag) => /\s(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? []);
    seen += needed.length;
    for (const address of [page.url, ...needed]) if (!listed.has(address)) missing.add(address);
  }
  expect(seen).toBeGreaterThan(3 * pages.length);
  expect([...missing]).toEqual([]);
});

test('the icons of the manifests are there, in the sizes that they say', () => {
  for (const lang of ['zh', 'en']) {
    const { icons } = JSON.parse(readFileSync(path.join(DIST, `pocket/manifest.${lang}.json`), 'utf8')) as {
      icons: { src: string; sizes: string }[];
    };
    expect(icons.length).toBeGreaterThanOrEqual(3);
    for (const { src, sizes } of icons) {
      expect(existsSync(path.join(DIST, src)), src).toBe(true);
      const png = readFileSync(path.join(DIST, src));
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
  }
});
