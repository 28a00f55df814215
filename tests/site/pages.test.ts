import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { DIST, documentOf, filesOf, pages, textOf } from './dist.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Starlight's and Astro's own spelling of valid HTML: style, not validity.
    'attr-quotes': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'off',
    'require-sri': 'off',
    'script-type': 'off',
    'valid-id': ['error', { relaxed: true }],
    // `role="list"` keeps the list announced where its bullets are taken away (WebKit).
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
  },
});

test('there is a page for every topic, theme and card, in both languages', () => {
  const chinese = pages.filter(({ url }) => !url.startsWith('/en/') && url !== '/404.html').map(({ url }) => url);
  const english = pages.filter(({ url }) => url.startsWith('/en/')).map(({ url }) => url.replace('/en/', '/'));
  expect(chinese.length).toBeGreaterThan(30);
  expect(english).toEqual(chinese);
});

// What stands in for `:is()` in browsers before 2021 has another weight in the cascade, in every browser.
test('no style is written for browsers that do not know :is()', () => {
  const styles = filesOf(DIST).filter((file) => file.endsWith('.css'));
  expect(styles.length).toBeGreaterThan(3);
  expect(styles.filter((file) => readFileSync(path.join(DIST, file), 'utf8').includes('-any('))).toEqual([]);
});

const pagesByUrl = new Map(pages.map((page) => [page.url, page]));

test('no script makes code of text, which every page forbids', () => {
  const scripts = filesOf(path.join(DIST, '_astro')).filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(20);
  const makers = scripts.filter((file) =>
    /(?<![\w.$#])(?:eval|Function)\(/.test(readFileSync(path.join(DIST, '_astro', file), 'utf8')),
  );
  expect(makers).toEqual([]);
});

describe.each(pages)('$url', (page) => {
  const { url, html } = page;
  const document = documentOf(page);

  test('is valid HTML', async () => {
    const report = await validator.validateString(html);
    const messages = report.results.flatMap((result) =>
      result.messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
    );
    expect(messages).toEqual([]);
  });

  test('has no dead link or anchor', () => {
    const dead: string[] = [];
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href], area[href]')) {
      const href = link.getAttribute('href') ?? '';
      const target = new URL(href, `http://site.test${url}`);
      if (target.origin !== 'http://site.test') continue;
      const place = decodeURIComponent(target.pathname);
      const file = path.join(DIST, place.endsWith('/') ? `${place}index.html` : place);
      if (!existsSync(file)) dead.push(href);
      const anchor = decodeURIComponent(target.hash.slice(1));
      const there = pagesByUrl.get(place);
      // A choice, such as `cards=7.12`, is for the page's own script.
      const isAnchor = anchor !== '' && !anchor.includes('=');
      if (isAnchor && there && !documentOf(there).getElementById(anchor)) dead.push(href);
    }
    expect(dead).toEqual([]);
  });

  test('takes nothing from another host, and every file that it names is there', () => {
    const sources = [...document.querySelectorAll('[src], link[rel="stylesheet"][href], link[rel="icon"][href]')].map(
      (element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
    );
    const foreign = sources.filter((source) => /^(https?:)?\/\//.test(source));
    expect(foreign).toEqual([]);
    const missing = sources.filter((source) => source.startsWith('/') && !existsSync(path.join(DIST, source)));
    expect(missing).toEqual([]);
  });

  test('says what it may load and run, and no script but its own', () => {
    const policies = document.querySelectorAll('meta[http-equiv="content-security-policy"]');
    expect(policies).toHaveLength(1);
    const rules = (policies[0]?.getAttribute('content') ?? '').split('; ');
    expect(rules).toContain("default-src 'self'");
    expect(rules.filter((rule) => rule.startsWith('script-src')).join()).toMatch(
      /^script-src 'self'(?: 'sha256-[^']{44}')*$/,
    );
    const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on')),
    );
    expect(handlers).toEqual([]);
  });

  test('names its language, title and description', () => {
    expect(document.documentElement.lang).toBe(url.startsWith('/en/') ? 'en' : 'zh-CN');
    expect(document.title.length).toBeGreaterThan(4);
    expect(document.querySelector('meta[name="description"]')?.getAttribute('content')?.length).toBeGreaterThan(8);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
  });

  test('shows no unfilled place, markup or placeholder', () => {
    const unfilled = textOf(document).match(/.{0,20}(\{\w+\}|\$\{|undefined|\[object|\*\*|<Block|NaN).{0,20}/g);
    expect(unfilled).toBeNull();
  });
});
