import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { siteRecords } from '../../scripts/lib/site-records.ts';
import { API_SHAPES, schemaPath } from '../../src/links/api-shapes.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import { DIST, pages } from './dist.ts';

type Entry = Record<string, unknown>;

const ORIGIN = 'https://pocketbook.example.com';
const records = siteRecords();
const read = (file: string) => readFileSync(path.join(DIST, file), 'utf8');
const prefix = (lang: Lang) => (lang === 'en' ? 'en/' : '');

/** Whether what an address of the site leads to is there. */
function isThere(url: string): boolean {
  const { origin, pathname } = new URL(url);
  return origin === ORIGIN && existsSync(path.join(DIST, pathname, pathname.endsWith('/') ? 'index.html' : ''));
}

describe.each(API_SHAPES)('$name', (shape) => {
  const schema = JSON.parse(read(schemaPath(shape))) as { $id: string; $schema: string };
  const validate = new Ajv({ allErrors: true, validateFormats: false }).compile(schema);

  test('has a schema that names its version', () => {
    expect(schema.$id).toBe(`${ORIGIN}/api/schemas/${shape.name}.v${shape.version}.json`);
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  });

  test.each(shape.files)('api/%s keeps to it, and a damaged one does not', (file) => {
    const data = JSON.parse(read(`api/${file}`)) as Entry[] | Record<string, Entry[]>;
    validate(data);
    expect(validate.errors ?? []).toEqual([]);
    for (const [name, [first, ...rest]] of Array.isArray(data) ? [['', data] as const] : Object.entries(data)) {
      expect(first).toBeDefined();
      for (const damage of [{ id: 5 }, { more: true }]) {
        const damaged = [{ ...first, ...damage }, ...rest];
        expect(validate(name === '' ? damaged : { ...data, [name]: damaged }), name).toBe(false);
      }
    }
  });

  test.each(LANGS)('has an example on the page about data that keeps to it: %s', (lang) => {
    const text = readFileSync(`content/pages/data.${lang}.md`, 'utf8');
    const section = text.split(/^## /m).find((part) => part.includes(`api/schemas/${shape.name}.v`)) ?? '';
    expect(validate(JSON.parse(/```json\n([^`]*)```/.exec(section)?.[1] ?? ''))).toBe(true);
    for (const file of shape.files) expect(section).toContain(`api/${file}`);
  });
});

test('the addresses in paths and terms lead to places that are there', () => {
  const listed = JSON.parse(read('api/glossary.json')) as { id: string; url: Record<Lang, string> }[];
  for (const { id, url } of listed) {
    for (const lang of LANGS) {
      const { pathname, hash } = new URL(url[lang], ORIGIN);
      expect(hash).toBe(`#${id}`);
      expect(read(`${pathname}index.html`)).toContain(`id="${id}"`);
    }
  }
});

describe.each(LANGS)('%s', (lang) => {
  test('every topic is there as Markdown, whole, with every block and without markup of the page', () => {
    for (const { id, data } of records.topics) {
      const text = read(`${prefix(lang)}${id}.md`);
      expect(text.startsWith(`# ${data.title[lang]}\n`), id).toBe(true);
      for (const block of data.blocks) expect(text.split('\n'), id).toContain(`## ${block.title[lang]}`);
      expect(text, id).not.toMatch(/<Block|\$\{|undefined|\[object|^:::/m);
      const html = read(`${prefix(lang)}${id}/index.html`);
      expect(html).toContain(`type="text/markdown" href="${ORIGIN}/${prefix(lang)}${id}.md"`);
    }
    const steps = read(`${prefix(lang)}complaints/six-steps.md`);
    const topic = records.topics.find(({ id }) => id === 'complaints/six-steps')!;
    const facts = topic.data.blocks.flatMap((block) =>
      block.kind === 'process' ? block.steps.flatMap((step) => [...step.do, ...step.dont]) : [],
    );
    expect(facts.length).toBeGreaterThan(20);
    for (const { text } of facts) expect(steps).toContain(text[lang]);
  });

  test('llms.txt leads to every topic, and nowhere else in vain', () => {
    const text = read(`${prefix(lang)}llms.txt`);
    const links = [...text.matchAll(/\]\((\S+?)\)/g)].map((match) => match[1] ?? '');
    for (const { id } of records.topics) expect(links).toContain(`${ORIGIN}/${prefix(lang)}${id}.md`);
    expect(links.filter((link) => !isThere(link))).toEqual([]);
  });

  test('the feed is well-formed Atom, one entry a topic, the last reviewed first', () => {
    const document = new JSDOM(read(`${prefix(lang)}feed.xml`), { contentType: 'application/xml' }).window.document;
    expect(document.documentElement.namespaceURI).toBe('http://www.w3.org/2005/Atom');
    const text = (element: Element, name: string) => element.querySelector(`:scope > ${name}`)?.textContent ?? '';
    const entries = [...document.querySelectorAll('entry')];
    expect(new Set(entries.map((entry) => text(entry, 'id'))).size).toBe(records.topics.length);
    // What RFC 4287 asks of every feed and entry.
    for (const element of [document.documentElement, ...entries]) {
      for (const name of ['id', 'title', 'updated', 'author > name']) {
        expect(element.querySelectorAll(`:scope > ${name}`), name).toHaveLength(1);
        expect(text(element, name), name).not.toBe('');
      }
    }
    for (const entry of entries) {
      expect(isThere(text(entry, 'id'))).toBe(true);
      expect(entry.querySelector('link[rel="alternate"]')?.getAttribute('href')).toBe(text(entry, 'id'));
      expect(text(entry, 'title')).not.toBe('');
      expect(text(entry, 'summary')).not.toBe('');
      expect(text(entry, 'updated')).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
    }
    const dates = entries.map((entry) => text(entry, 'updated'));
    expect(dates).toEqual([...dates].sort().reverse());
    expect(text(document.documentElement, 'updated')).toBe(dates[0]);
    expect(document.querySelector('link[rel="self"]')?.getAttribute('href')).toBe(`${ORIGIN}/${prefix(lang)}feed.xml`);
    expect(read(`${prefix(lang)}index.html`)).toContain(`href="/${prefix(lang)}feed.xml"`);
  });
});

test('the sitemap has every page, each with its other language', () => {
  const [index, map] = ['sitemap-index.xml', 'sitemap-0.xml'].map(
    (file) => new JSDOM(read(file), { contentType: 'application/xml' }).window.document,
  );
  expect(index?.querySelector('loc')?.textContent).toBe(`${ORIGIN}/sitemap-0.xml`);
  const listed = [...(map?.querySelectorAll('url') ?? [])];
  const isRedirect = ({ html }: { html: string }) => html.includes('data-anchors=');
  const expected = pages.filter((page) => page.url !== '/404.html' && !isRedirect(page)).map(({ url }) => ORIGIN + url);
  expect(listed.map((entry) => entry.querySelector('loc')?.textContent).sort()).toEqual(expected.sort());
  for (const entry of listed) {
    const own = entry.querySelector('loc')?.textContent ?? '';
    const links = [...entry.getElementsByTagName('xhtml:link')];
    const urls = links.map((link) => link.getAttribute('href') ?? '');
    expect(links.map((link) => link.getAttribute('hreflang'))).toEqual(['zh-CN', 'en', 'x-default']);
    expect(urls).toContain(own);
    expect(urls[1]).toBe(urls[0]?.replace(ORIGIN, `${ORIGIN}/en`));
    expect(urls[2]).toBe(urls[0]);
    expect(urls.every(isThere)).toBe(true);
  }
});
