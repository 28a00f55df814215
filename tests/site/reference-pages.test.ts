import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { loadRecordsOrThrow } from '../../scripts/lib/load-records.ts';
import type { Lang } from '../../src/model/localized.ts';
import { documentOf, pageAt } from './dist.ts';

const { topics, glossary } = loadRecordsOrThrow(process.cwd());
const terms = glossary.data.terms;

/** What a name sorts by: as it is spoken in Chinese, as it is written in English, but for its article. */
const spoken = (name: string, lang: Lang) =>
  (lang === 'zh'
    ? pinyin(name, { toneType: 'none', nonZh: 'consecutive', v: true })
    : name.replace(/^(a|an|the) /i, '')
  )
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '');

describe.each<[Lang, string]>([
  ['zh', ''],
  ['en', '/en'],
])('in %s', (lang, root) => {
  test('the glossary has every term with definition, pinyin and its name in the other language', () => {
    const document = documentOf(pageAt(`${root}/glossary/`));
    for (const { id, term, definition } of terms) {
      const entry = document.getElementById(id);
      expect(entry?.querySelector('dt')?.textContent, id).toContain(term.zh);
      expect(entry?.querySelector('dt')?.textContent, id).toContain(term.en);
      expect(entry?.querySelector('dd')?.textContent, id).toContain(definition[lang]);
      if (lang === 'zh') expect(entry?.querySelector('[lang="zh-Latn"]')?.textContent, id).toMatch(/\p{Script=Latin}/u);
    }
    expect(document.querySelectorAll('.glossary dt')).toHaveLength(terms.length);
  });

  test.each(['glossary', 'index'])('no anchor of /%s/ stands twice', (page) => {
    const ids = [...documentOf(pageAt(`${root}/${page}/`)).querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each([
    ['glossary', 'dt b'],
    ['index', 'li a'],
  ])('the names of /%s/ stand under their initial, in order', (page, selector) => {
    const document = documentOf(pageAt(`${root}/${page}/`));
    const sections = [...document.querySelectorAll('main section:has(> h2)')];
    const initials = sections.map((section) => section.querySelector('h2')?.textContent ?? '');
    expect(initials.length).toBeGreaterThan(10);
    expect(initials).toEqual([...new Set(initials)].sort());
    for (const [index, section] of sections.entries()) {
      const keys = [...section.querySelectorAll(selector)].map(({ textContent }) => spoken(textContent, lang));
      expect(keys).toEqual([...keys].sort());
      if (initials[index] !== '#')
        expect(new Set(keys.map((key) => key.charAt(0).toUpperCase()))).toEqual(new Set([initials[index]]));
    }
  });

  test('the index has every title, alias, term and synonym', () => {
    const listed = new Set(
      [...documentOf(pageAt(`${root}/index/`)).querySelectorAll('.name-index li a')].map((link) =>
        link.textContent.toLowerCase(),
      ),
    );
    const names = [
      ...topics.flatMap(({ data }) => [data.title[lang], ...data.aliases[lang]]),
      ...terms.flatMap(({ term, synonyms }) => [term[lang], ...(synonyms?.[lang] ?? [])]),
    ];
    expect(names.filter((name) => !listed.has(name.toLowerCase()))).toEqual([]);
  });
});
