import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { DIST, documentOf, listedTopics, pageAt, pages } from './dist.ts';

/** Bytes gzipped before a reader searches or answers. The first view of a page, nothing cached. */
const BUDGET = { all: 60_000, script: 15_000, diagram: 12_000, list: 12_000 };
/**
 * Bytes gzipped of a topic that is not the first one: the page alone, since scripts and styles are kept. A story to walk
 * stands in it whole, every way through it, for readers without scripts.
 */
const NEXT = { topic: 15_000, story: 5_500 };
/** Pages that hold a whole list of the site, to look things up in. */
const LISTS = /^(?:\/en)?\/(?:phrases|index|glossary)\/$/;

const sizes = new Map<string, number>();
function gzippedSize(file: string): number {
  let size = sizes.get(file);
  if (size === undefined) sizes.set(file, (size = gzipSync(readFileSync(file)).length));
  return size;
}

/** The scripts of a page with all that they import at once; what they import on demand is not fetched yet. */
function scriptFiles(sources: string[]): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const code = readFileSync(file, 'utf8');
    for (const match of code.matchAll(/(?:^|[;\s}])(?:import|from)\s*["']([^"']+\.js)["']/g)) {
      visit(path.resolve(path.dirname(file), match[1] ?? ''));
    }
  };
  for (const source of sources) visit(path.join(DIST, source));
  return [...found];
}

test('the next topic weighs little', () => {
  const over = listedTopics()
    .flatMap(({ url }) => Object.values(url).map(pageAt))
    .map((page) => ({ page, limit: NEXT.topic + (page.html.includes('<case-story') ? NEXT.story : 0) }))
    .filter(({ page, limit }) => gzippedSize(page.file) > limit)
    .map(({ page, limit }) => `${page.url} is ${gzippedSize(page.file) - limit} bytes over ${limit}`);
  expect(over).toEqual([]);
});

describe.each(pages)('$url', (page) => {
  test('stays within its budget', () => {
    const document = documentOf(page);
    const attributes = (selector: string, name: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '');
    const scripts = scriptFiles(attributes('script[src]', 'src'));
    const styles = attributes('link[rel="stylesheet"]', 'href').map((href) => path.join(DIST, href));
    const pictures = attributes('img[src]:not([loading="lazy"])', 'src').map((src) => path.join(DIST, src));
    // Descriptions for search engines are data: they count with the page, not as JavaScript.
    const inline = [...document.querySelectorAll('script:not([src], [type="application/ld+json"])')]
      .map((element) => element.textContent)
      .join('');

    const sum = (files: string[]) => files.reduce((total, file) => total + gzippedSize(file), 0);
    const script = sum(scripts) + gzipSync(inline).length;
    // What stands in the page counts as JavaScript and, with the page, only once in all.
    const all = gzippedSize(page.file) + sum(scripts) + sum(styles) + sum(pictures);
    const hasDiagram = document.querySelector('figure.diagram svg, figure.ring svg') !== null;
    const allowance = (hasDiagram ? BUDGET.diagram : 0) + (LISTS.test(page.url) ? BUDGET.list : 0);
    expect(script, 'JavaScript').toBeLessThanOrEqual(BUDGET.script);
    expect(all, 'everything').toBeLessThanOrEqual(BUDGET.all + allowance);
  });
});
