import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serveSite, type SiteServer } from '../../scripts/lib/serve-site.ts';
import { formatPlan } from '../../src/onboarding/plan-code.ts';
import { launchBrowser } from '../e2e/site.ts';
import { DIST, filesOf, listedTopics } from './dist.ts';
import type { Permalinks } from '../../src/model/locks.ts';
import { buildAlteredCopy, type AlteredFact } from './altered-copy.ts';
import { MOVED, type PrintedCards } from './moved-topics.ts';
import { pdfText } from './pdf-text.ts';

let dist: string;
let facts: AlteredFact[];
let published: Permalinks['cards'];
let printed: PrintedCards;
let browser: Browser;
let site: SiteServer;
beforeAll(async () => {
  ({ dist, facts, published, printed } = await buildAlteredCopy());
  [browser, site] = await Promise.all([launchBrowser(), serveSite(dist, 0)]);
  // A whole build.
}, 900_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});

const documentAt = (url: string) => new JSDOM(readFileSync(path.join(dist, url, 'index.html'), 'utf8')).window.document;
const textOf = (element: Element | null) => element?.textContent ?? '';

test('each kind that the topics use has a fact altered', () => {
  const kinds = facts.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['process', 'phrases', 'dos-donts', 'checklist', 'concept', 'case']));
  for (const { mark } of facts) expect(mark).not.toBe('');
});

/** What pages name of the whole site: where the search files are, the address of what moved. */
function withoutNames(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replaceAll(MOVED.to, MOVED.renamed)
    .replace(/api\/search\/\w+/, '');
}

test('what was not altered has the same bytes as in the build before', () => {
  const altered = new Set([MOVED.renamed, ...facts.map(({ topic }) => topic.id)]);
  const others = listedTopics().filter(({ id }) => !altered.has(id));
  const isOthers = (file: string) => others.some(({ id }) => file.includes(`${id}/`) || file.includes(`${id}.`));
  const files = filesOf(DIST).filter(isOthers);
  expect(files.length).toBeGreaterThan(others.length * 10);
  const different = files.filter((file) => {
    const [before, now] = [DIST, dist].map((root) => readFileSync(path.join(root, file)));
    return !before!.equals(now!) && withoutNames(before!) !== withoutNames(now!);
  });
  expect(different).toEqual([]);
});

test('the page says it', () => {
  for (const { topic, block, mark } of facts) {
    const section = documentAt(topic.id).querySelector(`[data-block="${topic.id}/${block.id}"]`);
    expect(textOf(section), `${topic.id}/${block.id}`).toContain(mark);
  }
});

test('the story says its scene and its choice, and asks with them', () => {
  const [scene, choice] = (['scene', 'choice'] as const).map((sort) => facts.find(({ kind }) => kind === sort)!);
  for (const { topic, block, path: place, mark, kind } of [scene!, choice!]) {
    const page = documentAt(topic.id);
    const id = block.kind === 'case' ? block.scenes[Number(place[1])]!.id : '';
    const shown = page.querySelector(`[data-story="${topic.id}/${block.id}"] [data-scene="${id}"]`)!;
    const asked = documentAt(`${topic.id}/quiz`).querySelector(
      `[data-question="${topic.id}/${block.id}/decision/${id}"]`,
    )!;
    if (kind === 'scene') {
      for (const part of ['[data-title]', '[data-text]', '[data-ask]']) {
        expect(textOf(shown.querySelector(part)), part).toContain(mark);
      }
      expect(textOf(asked.querySelector('.quiz-stem'))).toContain(mark);
    } else {
      const told = [...shown.querySelectorAll('[data-choice]')].find((item) => textOf(item).includes(mark))!;
      for (const part of ['summary', '[data-outcome]']) expect(textOf(told.querySelector(part)), part).toContain(mark);
      expect(textOf(asked.querySelector('[data-option]')?.parentElement ?? null)).toContain(mark);
    }
  }
});

test('the card says it, drawn and printed', async () => {
  const printed = (await pdfText(readFileSync(path.join(dist, 'cards/decks/everything.zh.pdf')))).text;
  const shown = facts.filter(({ cards }) => cards.length > 0);
  expect(shown.length).toBeGreaterThanOrEqual(6);
  for (const { kind, cards, mark } of shown) {
    const card = cards[0] ?? '';
    const folder = path.join(dist, 'cards/faces', path.dirname(card));
    const faces = readdirSync(folder).filter(
      (file) => file.startsWith(`${path.basename(card)}.`) && file.endsWith('.zh.svg'),
    );
    const drawn = faces.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('');
    expect(drawn, `${kind}: ${card}`).toContain(mark);
    expect(printed, `${kind} in the PDF`).toContain(mark);
  }
});

test('whoever scans a card printed before is told since when it is old, what changed, and where the new one is', async () => {
  const { topic, cards } = facts.find((fact) => fact.kind === 'process' && fact.cards.length > 0)!;
  const { number, versions } = published.find(({ id }) => id === cards[0])!;
  const [old] = versions;
  const page = await browser.newPage();
  await page.goto(`${site.url}/c/${number}/?v=${old!.hash}`);
  const verdict = page.locator('.verdict:visible');
  expect(await verdict.count()).toBe(1);
  expect(await verdict.textContent()).toContain(topic.data.reviewed);
  const [gone, now] = await Promise.all([
    verdict.locator('del').allTextContents(),
    verdict.locator('ins').allTextContents(),
  ]);
  expect(now.length).toBeGreaterThan(0);
  // Facts of several kinds may stand on one card.
  const unmarked = (line: string) => facts.reduce((text, { mark }) => text.replaceAll(mark, ''), line);
  expect(now.map(unmarked).sort()).toEqual([...gone].sort());
  for (const line of gone) expect([...old!.front['zh']!, ...old!.back['zh']!]).toContain(line);

  const current = await page.locator('.print-check').getAttribute('data-version');
  expect(current).not.toBe(old!.hash);
  await page.goto(`${site.url}/c/${number}/?v=${current ?? ''}`);
  expect(await page.locator('.verdict:visible').textContent()).toContain('最新');
  const again = await page.locator('.card-page .actions a').first().getAttribute('href');
  expect(again).toBe(`/cards/#cards=${number}`);

  // The English words are as they were: that print still holds.
  await page.goto(`${site.url}/en/c/${number}/?v=${old!.hash}`);
  expect(await page.locator('.verdict:visible').textContent()).toContain('still holds');
  expect(await page.locator('.verdict:visible del').count()).toBe(0);
  await page.close();
});

test('a question says it, for every kind that writes questions', () => {
  const asked = facts.filter((fact) => fact.asked);
  expect(asked.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['process', 'phrases', 'dos-donts', 'checklist']),
  );
  for (const { topic, kind, mark } of asked) {
    const questions = [...documentAt(`${topic.id}/quiz`).querySelectorAll('[data-question]')].map(textOf).join('');
    expect(questions, kind).toContain(mark);
  }
});

test('a diagram that names it says it', () => {
  const named = facts.filter(({ topic, block, path: [key, index] }) => {
    const list = (block as unknown as Record<string, { id: string }[]>)[String(key)];
    const id = list?.[Number(index)]?.id ?? '';
    return topic.prose.zh.source.includes(`\${${block.id}/${id}}`);
  });
  for (const { topic, mark } of named) {
    const drawn = [...documentAt(topic.id).querySelectorAll('figure svg')].map(textOf).join('');
    expect(drawn, topic.id).toContain(mark);
  }
});

/** The end of the sentence before a mark, as far as it stands in one piece of text: labels stand beside it. */
function wordsBefore(mark: string, element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  while (walker.nextNode()) {
    const [, words] =
      new RegExp(`([\\p{L}\\p{N}，、：]{1,24})[。！？”]*${mark}`, 'u').exec(walker.currentNode.nodeValue ?? '') ?? [];
    if (words !== undefined) return words;
  }
  throw new Error(`${mark} does not stand there`);
}

test('the search finds it', async () => {
  const files = readdirSync(path.join(dist, 'api/search'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('');
  const page = await browser.newPage();
  for (const { kind, topic, block, mark } of facts) {
    expect(files, `${kind}: ${mark}`).toContain(mark);
    const said = wordsBefore(mark, documentAt(topic.id).querySelector(`[data-block="${topic.id}/${block.id}"]`)!);
    await page.goto(`${site.url}/search/?q=${encodeURIComponent(said)}`);
    await page.locator('[data-search-results][data-state=done]').waitFor({ state: 'attached' });
    const found = await page
      .locator('[data-search-results] > li')
      .evaluateAll((hits) => hits.map((hit) => hit.getAttribute('data-topic')));
    expect(found, said).toContain(topic.id);
  }
  await page.close();
});

describe('what was published before', () => {
  const roots = ['', '/en'];

  /** A page with nothing kept, as an old link or code opens it. */
  async function openOld(address: string, javaScriptEnabled = true) {
    const context = await browser.newContext({ javaScriptEnabled });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(site.url + address);
    return page;
  }

  test.each(roots)('the address of a renamed topic leads on, with what stood behind it (%s/)', async (root) => {
    const page = await openOld(`${root}/${MOVED.renamed}/?from=poster#quiz`);
    await page.waitForURL(`${site.url}${root}/${MOVED.to}/?from=poster#quiz`);
    expect(await page.locator('h1').count()).toBe(1);
  });

  test.each(roots)('the address of a topic that was taken off leads to what took its place (%s/)', async (root) => {
    const page = await openOld(`${root}/${MOVED.removed}/`);
    await page.waitForURL(`${site.url}${root}/${MOVED.to}/`);
  });

  test.each(roots)('so does the page of its questions (%s/)', async (root) => {
    const page = await openOld(`${root}/${MOVED.renamed}/quiz/`);
    await page.waitForURL(`${site.url}${root}/${MOVED.to}/quiz/`);
  });

  test('without scripts as well', async () => {
    const page = await openOld(`/${MOVED.renamed}/`, false);
    await page.waitForURL(`${site.url}/${MOVED.to}/`);
  });

  test.each(roots)(
    'a printed code opens the same card under its new number, or what took its place (%s/)',
    async (root) => {
      const card = await openOld(`${root}${printed.renamed}?v=zzzz`);
      await card.waitForURL((url) => url.pathname.startsWith(`${root}/c/`) && !url.pathname.endsWith(printed.renamed));
      const topic = card.locator(`main a[href^="${root}/${MOVED.to}/"]`);
      expect(await topic.count()).toBeGreaterThan(0);
      const gone = await openOld(`${root}${printed.removed}?v=zzzz`);
      await gone.waitForURL(`${site.url}${root}/${MOVED.to}/?v=zzzz`);
    },
  );

  test('a plan sent before leads to where its steps are now, and keeps its ticks', async () => {
    const code = formatPlan({
      id: 'ABCD2345',
      lang: 'zh',
      title: '旧计划',
      from: '',
      greeting: '',
      start: '',
      stages: [
        {
          title: '第一天',
          steps: [
            { do: 'read', topic: MOVED.renamed, minutes: 10 },
            { do: 'card', card: MOVED.card, minutes: 3 },
            { do: 'quiz', topic: MOVED.renamed, pass: 0.8, minutes: 10 },
            { do: 'read', topic: MOVED.removed, minutes: 5 },
          ],
        },
      ],
    });
    const page = await openOld('/onboarding/');
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
      'pocketbook/onboarding/ABCD2345',
      JSON.stringify({ format: 1, code, ticks: { [`read:${MOVED.renamed}`]: 1 }, spent: 60, who: 'abcd1234' }),
    ] as const);
    await page.goto(`${site.url}/onboarding/plan/#${code}`);
    await page.locator('plan-page[data-ready]').waitFor();
    const steps = page.locator('.plan-step');
    const hrefs = await steps.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect([hrefs[0], hrefs[2], hrefs[3]]).toEqual([`/${MOVED.to}/`, `/${MOVED.to}/#quiz`, `/${MOVED.to}/`]);
    for (const href of hrefs) expect(documentAt((href ?? '').split('#')[0] ?? '')).toBeTruthy();
    expect(await steps.first().getAttribute('data-done')).not.toBeNull();
  });
});
