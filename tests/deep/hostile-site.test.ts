import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import type { Browser } from 'playwright-core';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadRecordsOrThrow } from '../../scripts/lib/load-records.ts';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { serveSite, type SiteServer } from '../../scripts/lib/serve-site.ts';
import type { Records } from '../../src/blocks/records.ts';
import { LANGS } from '../../src/model/localized.ts';
import { launchBrowser } from '../e2e/site.ts';
import { filesOf } from '../site/dist.ts';
import { pdfText } from '../site/pdf-text.ts';
import { readPng } from '../site/read-png.ts';
import { HOSTILE_LONG, spoilContent } from '../unit/check/spoil-content.ts';

/** Every text of every record of a small site ends in markup. */
let root: string;
let dist: string;
let files: string[];
let records: Records;
let browser: Browser;
let site: SiteServer;
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'pocketbook-hostile-'));
  cpSync('tests/fixtures/good', root, { recursive: true });
  spoilContent(root);
  records = loadRecordsOrThrow(root);
  dist = path.join(root, 'dist');
  const env = { CONTENT_ROOT: root, OUT_DIR: dist, CACHE_DIR: path.join(root, 'cache') };
  const build = await runProgram('node', ['scripts/build.ts'], env);
  if (!build.ok) throw new Error(build.output);
  files = filesOf(dist);
  [browser, site] = await Promise.all([launchBrowser(), serveSite(dist, 0)]);
}, 600_000);
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(root, { recursive: true, force: true });
});

const read = (file: string) => readFileSync(path.join(dist, file));
const ending = (extension: string) => files.filter((file) => file.endsWith(extension));

/** What no record may bring about in a page: elements, handlers, scripts of its own. */
function broughtIn(document: Document): string[] {
  const elements = [...document.querySelectorAll('u, [onclick]')].map(({ outerHTML }) => outerHTML);
  const scripts = [...document.querySelectorAll('script')].filter(({ textContent }) =>
    textContent.includes('alert(1)'),
  );
  const run = scripts.filter(({ type }) => ['', 'module', 'text/javascript'].includes(type));
  return [...elements, ...run.map(({ outerHTML }) => outerHTML)];
}

/** A part of a Markdown document. */
interface Part {
  type: string;
  value?: string;
  children?: Part[];
}

/** A part with all that is in it, in order. */
function nodesOf(part: Part): Part[] {
  return [part, ...(part.children ?? []).flatMap(nodesOf)];
}

test('every page shows the text and nothing that it asks for', () => {
  const pages = ending('.html');
  expect(pages.length).toBeGreaterThan(40);
  for (const file of pages) {
    const { document } = new JSDOM(read(file).toString()).window;
    expect(broughtIn(document), file).toEqual([]);
    expect(document.title, file).toContain(HOSTILE_LONG);
    expect(document.querySelector('meta[property="og:site_name"]')?.getAttribute('content')).toContain(HOSTILE_LONG);
    for (const script of document.querySelectorAll('script[type$="json"]')) JSON.parse(script.textContent);
  }
});

describe.each(LANGS)('%s', (lang) => {
  const prefix = lang === 'en' ? 'en/' : '';

  test('a topic says its texts as they are: heading, description, data for search engines', () => {
    for (const { id, data } of records.topics) {
      const { document } = new JSDOM(read(`${prefix}${id}/index.html`).toString()).window;
      expect(document.querySelector('h1')?.textContent.trim()).toBe(data.title[lang]);
      expect(document.querySelector('meta[name="description"]')?.getAttribute('content')).toBe(data.description[lang]);
      const graph = JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '') as {
        '@graph': Record<string, unknown>[];
      };
      expect(graph['@graph'][0]).toMatchObject({ name: data.title[lang], description: data.description[lang] });
      for (const block of data.blocks) expect(document.body.textContent).toContain(block.title[lang]);
    }
  });

  test('feed, list for language models and Markdown say them as well', () => {
    const feed = new JSDOM(read(`${prefix}feed.xml`), { contentType: 'application/xml' }).window.document;
    const titles = [...feed.querySelectorAll('entry > title')].map(({ textContent }) => textContent);
    expect(titles.sort()).toEqual(records.topics.map(({ data }) => data.title[lang]).sort());
    for (const file of [`${prefix}llms.txt`, ...records.topics.map(({ id }) => `${prefix}${id}.md`)]) {
      const nodes = nodesOf(unified().use(remarkParse).parse(read(file).toString()));
      const valuesOf = (type: string) => nodes.filter((node) => node.type === type).map(({ value = '' }) => value);
      expect(valuesOf('html'), file).toEqual([]);
      expect(valuesOf('text').join(''), file).toContain(HOSTILE_LONG);
    }
  });
});

test('every picture is sound, and a card says the text on it, drawn and printed', async () => {
  for (const file of ending('.svg')) {
    const { document } = new JSDOM(read(file), { contentType: 'image/svg+xml' }).window;
    expect(document.documentElement.tagName, file).toBe('svg');
    expect(broughtIn(document), file).toEqual([]);
  }
  const faces = ending('.svg').filter((file) => file.startsWith('cards/faces/'));
  expect(faces.length).toBeGreaterThan(3);
  for (const file of faces) expect(read(file).toString(), file).toContain('&lt;u&gt;');
  for (const file of ending('.pdf').filter((name) => name.startsWith('cards/decks/'))) {
    expect((await pdfText(read(file))).text, file).toContain('<u>"&\'');
  }
  for (const file of ending('.png')) expect(readPng(read(file)).width, file).toBeGreaterThan(0);
});

test('every XML and JSON file reads back, in packages as well', () => {
  const parts = [
    ...[...ending('.xml'), ...ending('.json')].map((file) => [file, read(file)] as const),
    ...ending('.zip').flatMap((file) =>
      Object.entries(unzipSync(read(file))).map(([name, bytes]) => [`${file}: ${name}`, bytes] as const),
    ),
  ];
  expect(parts.some(([name]) => name.includes('.zip: '))).toBe(true);
  for (const [name, bytes] of parts) {
    const text = Buffer.from(bytes).toString();
    if (name.endsWith('.json')) JSON.parse(text);
    if (name.endsWith('.xml')) {
      const { document } = new JSDOM(text, { contentType: 'application/xml' }).window;
      expect([...document.getElementsByTagName('u')], name).toEqual([]);
    }
    if (name.endsWith('.html')) expect(broughtIn(new JSDOM(text).window.document), name).toEqual([]);
  }
});

test('no text of a record gets into the name of a file', () => {
  expect(files.filter((file) => !/^[\w./@-]+$/.test(file))).toEqual([]);
});

test('search, quiz, cards and phrases in a browser show it as text, too', async () => {
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  const open = async (address: string, ready: string) => {
    await page.goto(site.url + address);
    await page.locator(ready).first().waitFor({ state: 'attached' });
    for (const button of await page.locator('main button:visible').all()) {
      await button.click({ timeout: 2000 }).catch(() => undefined);
    }
    expect(await page.locator('u, [onclick]').count(), address).toBe(0);
  };
  const [topic] = records.topics;
  const asked = encodeURIComponent(topic?.data.title.zh ?? '');
  await open(`/search/?q=${asked}`, '[data-search-results][data-state=done] > li');
  await open(`/en/search/?q=complaint`, '[data-search-results][data-state=done] > li');
  await open(`/${topic?.id ?? ''}/`, 'main h1');
  for (const address of ['/cards/', '/phrases/', '/onboarding/', '/review/', '/glossary/', '/index/', '/trainer/']) {
    await open(address, 'main h1');
  }
  expect(troubles).toEqual([]);
  await page.close();
});
