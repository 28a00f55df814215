import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { siteRecords } from '../../scripts/lib/site-records.ts';
import { topicQuestions } from '../../src/blocks/topic-questions.ts';
import { DIST, filesOf, pageAt, pages, type SitePage } from './dist.ts';
import { readPng } from './read-png.ts';

const ORIGIN = 'https://pocketbook.example.com';
const records = siteRecords();
const previews = filesOf(path.join(DIST, 'og'));

interface Thing {
  '@type': string;
  '@id'?: string;
  name?: string;
  step?: Thing[];
  hasPart?: Thing[];
  hasDefinedTerm?: Thing[];
}

/** The head of a page alone, which is all that chats and search engines read. */
function headOf(page: SitePage): Document {
  const [head = ''] = page.html.split('</head>');
  return new JSDOM(`${head}</head></html>`).window.document;
}

function thingsOf(document: Document): Thing[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    const data = JSON.parse(script.textContent) as { '@context': string; '@graph': Thing[] };
    expect(data['@context']).toBe('https://schema.org');
    return data['@graph'];
  });
}

describe.each(pages.filter(({ url }) => url !== '/404.html'))('$url', ({ url, html }) => {
  const document = headOf({ url, file: '', html });
  const meta = (name: string) => {
    const found = [...document.querySelectorAll(`meta[property="${name}"], meta[name="${name}"]`)];
    expect(found, name).toHaveLength(1);
    return found[0]?.getAttribute('content') ?? '';
  };
  const lang = url.startsWith('/en/') ? 'en' : 'zh';
  const [zh, en] = lang === 'zh' ? [url, `/en${url}`] : [url.replace(/^\/en/, ''), url];

  test('says where it lives, in every language', () => {
    const links = (selector: string) =>
      [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href')?.replace(ORIGIN, ''));
    expect(links('link[rel="canonical"]')).toEqual([url]);
    expect(links('link[rel="alternate"][hreflang="zh-CN"]')).toEqual([zh]);
    expect(links('link[rel="alternate"][hreflang="en"]')).toEqual([en]);
    expect(links('link[rel="alternate"][hreflang="x-default"]')).toEqual([zh]);
  });

  test('looks right in a chat', () => {
    expect(meta('og:title')).toBe(meta('twitter:title'));
    expect(document.title.startsWith(meta('og:title'))).toBe(true);
    expect(meta('og:description')).toBe(meta('description'));
    expect(meta('twitter:description')).toBe(meta('description'));
    expect(meta('og:url')).toBe(`${ORIGIN}${url}`);
    expect(meta('og:locale')).toBe(lang === 'zh' ? 'zh_CN' : 'en_GB');
    expect(meta('og:site_name')).toBe(records.site.data.name[lang]);
    expect(meta('twitter:card')).toBe('summary_large_image');
    expect(meta('og:image:alt').length).toBeGreaterThan(4);
    expect([meta('og:image:width'), meta('og:image:height')]).toEqual(['1200', '630']);
    const image = new URL(meta('og:image'));
    expect(image.origin).toBe(ORIGIN);
    expect(meta('twitter:image')).toBe(image.href);
    expect(existsSync(path.join(DIST, image.pathname)), image.pathname).toBe(true);
    expect(image.pathname).toMatch(new RegExp(`\\.${lang}\\.png$`));
  });

  test('does not show its own preview, and describes itself in data that parses', () => {
    expect(html.slice(html.indexOf('</head>'))).not.toContain('/og/');
    for (const thing of thingsOf(document)) expect(thing['@type']).toMatch(/^[A-Z]\w+$/);
  });
});

describe('previews', () => {
  test('there is one for home, every theme, topic, card and path, in both languages', () => {
    const expected = [
      'index',
      ...records.site.data.themes.map(({ id }) => id),
      ...records.topics.map(({ id }) => id),
      ...pages.flatMap(({ url }) => /^\/(c\/\d+)\/$/.exec(url)?.[1] ?? []),
      ...[...records.paths.keys()].map((id) => `onboarding/${id}`),
    ].flatMap((page) => [`${page}.zh.png`, `${page}.en.png`]);
    expect(previews).toEqual(expected.sort());
  });

  test.each(previews)('%s is a whole picture of 1200 × 630, light enough to send', (file) => {
    const place = path.join(DIST, 'og', file);
    expect(readPng(readFileSync(place))).toEqual({ width: 1200, height: 630 });
    expect(statSync(place).size).toBeLessThanOrEqual(150_000);
  });

  test('a topic, its theme and its card each show their own', () => {
    const shown = ['/', '/complaints/', '/complaints/six-steps/', '/c/1/', '/about/'].map((url) =>
      headOf(pageAt(url)).querySelector('meta[property="og:image"]')?.getAttribute('content'),
    );
    const names = shown.map((url) => new URL(url ?? '').pathname);
    expect(names.slice(0, 4)).toEqual([
      '/og/index.zh.png',
      '/og/complaints.zh.png',
      '/og/complaints/six-steps.zh.png',
      '/og/c/1.zh.png',
    ]);
    expect(shown[4], 'a page about the site shows the picture of the home page').toBe(shown[0]);
  });
});

describe('data for search engines', () => {
  const typesAt = (url: string) => thingsOf(headOf(pageAt(url)));

  test.each(records.topics.map(({ id }) => id))('%s is told as what it is', (id) => {
    const topic = records.topics.find((candidate) => candidate.id === id)!;
    const things = typesAt(`/en/${id}/`);
    expect(things[0]).toMatchObject({
      '@type': 'LearningResource',
      name: topic.data.title.en,
      dateModified: topic.data.reviewed,
    });
    const processes = topic.data.blocks.flatMap((block) => (block.kind === 'process' ? [block] : []));
    const howTos = things.filter((thing) => thing['@type'] === 'HowTo');
    expect(howTos.map(({ name, step }) => [name, step?.length])).toEqual(
      processes.map(({ title, steps }) => [title.en, steps.length]),
    );
    const stems = topicQuestions(topic, 'en').map(({ stem }) => stem);
    const [quiz] = typesAt(`/en/${id}/quiz/`);
    expect(quiz).toMatchObject({ '@type': 'Quiz', about: { '@id': things[0]?.['@id'] } });
    expect(quiz?.hasPart?.map(({ name }) => name)).toEqual(stems);
  });

  test('the glossary is a set of terms', () => {
    const [set] = typesAt('/glossary/');
    expect(set?.['@type']).toBe('DefinedTermSet');
    expect(set?.hasDefinedTerm).toHaveLength(records.glossary.data.terms.length);
  });
});
