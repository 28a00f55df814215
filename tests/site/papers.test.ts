import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawSitePaper, papersOfSite } from '../../scripts/lib/papers-of-site.ts';
import { siteRecords } from '../../scripts/lib/site-records.ts';
import { LANGS } from '../../src/model/localized.ts';
import type { ShownQuestion } from '../../src/quiz/shown-question.ts';
import { rulesOf } from '../../src/quiz/types/registry.ts';
import { decisionsOf } from '../../src/quiz/types/scenario.ts';
import { DIST, documentOf, pages } from './dist.ts';
import { pdfText } from './pdf-text.ts';

const records = siteRecords();
const papers = papersOfSite(records);
/** What a reader of the paper must find of a question: of a story its decisions with all that can be chosen. */
function printedTexts(question: ShownQuestion): string[] {
  const { type, stem, options, targets } = question;
  if (type !== 'scenario') return [stem, ...[...options, ...targets].map(({ text }) => text)];
  const decisions = decisionsOf(question).map(({ scene }) => scene);
  return [stem, ...decisions.flatMap(({ ask = '', choices }) => [ask, ...choices.map(({ text }) => text)])];
}

const bare = (text: string) => text.replace(/\s/g, '');
const read = (url: string) => pdfText(new Uint8Array(readFileSync(path.join(DIST, url))));

test('every theme has a paper, and there is one on all', () => {
  expect(papers.map(({ id }) => id)).toEqual([...records.site.data.themes.map(({ id }) => id), 'all']);
});

describe.each(LANGS)('in %s', (lang) => {
  test.each(['complaints', 'all'])(
    'the paper %s has every question in three versions, and a key for each',
    async (id) => {
      const { plan, sheetsUrl, keyUrl } = papers.find((paper) => paper.id === id)!;
      const { about, versions } = drawSitePaper(records, plan, lang);
      const [sheets, key] = await Promise.all([read(sheetsUrl(lang)), read(keyUrl(lang))]);
      for (const { text, pagesMm } of [sheets, key]) {
        for (const [widthMm, heightMm] of pagesMm) {
          expect(widthMm).toBeCloseTo(210, 1);
          expect(heightMm).toBeCloseTo(297, 1);
        }
        for (const { code } of versions) expect(text).toContain(code);
        expect(text).toContain(about.seed);
      }
      const words = bare(sheets.text);
      expect(versions.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
      for (const label of lang === 'zh' ? ['姓名', '日期'] : ['Name', 'Date']) {
        expect(words.split(label).length - 1).toBeGreaterThanOrEqual(3);
      }
      for (const { questions } of versions) {
        expect(questions).toHaveLength(20);
        for (const text of questions.flatMap(printedTexts)) {
          expect(words.split(bare(text)).length - 1, text).toBeGreaterThanOrEqual(3);
        }
      }
      const answers = bare(key.text);
      for (const { questions } of versions) {
        const glance = questions.map((shown, at) => `${at + 1}. ${rulesOf(shown.type).printKey(shown)}`).join(' · ');
        expect(answers).toContain(bare(glance));
      }
    },
  );
});

test('the downloads page leads to every paper and key', () => {
  for (const lang of LANGS) {
    const page = pages.find(({ url }) => url === (lang === 'en' ? '/en/downloads/' : '/downloads/'))!;
    const links = [...documentOf(page).querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
    for (const { sheetsUrl, keyUrl } of papers) {
      expect(links).toContain(sheetsUrl(lang));
      expect(links).toContain(keyUrl(lang));
    }
  }
});
