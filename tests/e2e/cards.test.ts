import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SiteServer } from '../../scripts/lib/serve-site.ts';
import { CARD_SIZES } from '../../src/cards/card-size.ts';
import { impose } from '../../src/cards/impose.ts';
import { labelTexts } from '../../src/cards/label-texts.ts';
import { sheetLabels } from '../../src/cards/sheet-labels.ts';
import { USUAL_PRINT, type PrintSettings } from '../../src/cards/print-settings.ts';
import { DIST } from '../site/dist.ts';
import { pdfText } from '../site/pdf-text.ts';
import { launchBrowser, serveDist } from './site.ts';

interface ListedCard {
  id: string;
  number: number;
  lang: 'zh' | 'en';
  version: string;
  title: string;
  text: [string, string];
}

const cards = (JSON.parse(readFileSync(path.join(DIST, 'api/cards.json'), 'utf8')) as { cards: ListedCard[] }).cards;
const inChinese = cards.filter(({ lang }) => lang === 'zh');
const bare = (text: string) => text.replace(/\s/g, '');

/** Where a line stands in a text, from a place on; Chromium's own PDF has some characters as others that look alike. */
function placeOf(line: string, text: string, from: number): number {
  const escaped = [...bare(line)].map((character) => character.replace(/[.*+?^${}()|[\]\\]/, '\\$&'));
  const pattern = escaped.map((character) => `(?:${character}|[\u2e80-\u2fdf\u3400-\u4dbf\uf900-\ufaff])`).join('');
  const found = text.slice(from).search(new RegExp(pattern, 'u'));
  return found === -1 ? -1 : from + found;
}

let site: SiteServer;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveDist(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(address: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ acceptDownloads: true, ...options });
  const page = await context.newPage();
  // The dialog that a reader would see stays shut; everything up to it is as it is for them.
  await page.addInitScript('window.print = () => { window.printed = true; }');
  await page.goto(`${site.url}${address}`);
  return page;
}

/** What the printer gets from the page itself. */
async function printed(page: Page): Promise<Buffer> {
  await page.evaluate('window.printed = false');
  await page.locator('[data-act="print"]').press('Enter');
  await expect.poll(() => page.evaluate('window.printed')).toBe(true);
  return page.pdf({ preferCSSPageSize: true });
}

async function downloaded(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-act="download"]').press('Enter'),
  ]);
  return readFileSync(await download.path());
}

/** Whether the words of the cards stand in the text, in the order in which they are imposed. */
function expectCards(text: string, numbers: readonly number[], settings: PrintSettings): void {
  const sides = impose(numbers.length, settings).flatMap(({ places }) => places);
  let from = 0;
  const words = bare(text);
  for (const { card, side } of sides) {
    const listed = inChinese.find(({ number }) => number === numbers[card])!;
    for (const line of listed.text[side === 'front' ? 0 : 1].split('\n')) {
      // Numbers and names in front of a statement may be set in a column of their own.
      const found = placeOf(line.split(' ').at(-1) ?? '', words, from);
      expect(found, `${listed.id} ${side}: ${line}`).toBeGreaterThanOrEqual(0);
    }
    from = placeOf(listed.text[side === 'front' ? 0 : 1].split('\n')[0] ?? '', words, from);
  }
}

test('a deck of twelve, chosen and ordered by keyboard, prints the same from the page and from the file', async () => {
  const page = await open('/cards/');
  const chosen = inChinese.slice(3, 15).map(({ number }) => number);
  for (const number of chosen) {
    const button = page.locator(`[data-number="${number}"] [data-add]`);
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await button.getAttribute('aria-pressed')).toBe('true');
  }
  // The last card goes up one place.
  await page.locator('.chosen li').last().getByRole('button').nth(1).focus();
  await page.keyboard.press('Enter');
  const order = [...chosen.slice(0, 10), chosen[11]!, chosen[10]!];
  expect(
    await page
      .locator('.chosen li')
      .evaluateAll((items) => items.map((item) => Number((item as HTMLElement).dataset['number']))),
  ).toEqual(order);
  expect(new URL(page.url()).hash).toBe(`#cards=${order.join('.')}`);

  for (const settings of [USUAL_PRINT, { ...USUAL_PRINT, size: 'a7', paper: 'letter', sides: 'fold-over' } as const]) {
    await page.locator('[name="size"]').selectOption(settings.size);
    await page.locator('[name="paper"]').selectOption(settings.paper);
    await page.locator('[name="sides"]').selectOption(settings.sides);
    const [fromPage, fromFile] = [await pdfText(await printed(page)), await pdfText(await downloaded(page))];
    const rounded = ({ pagesMm }: typeof fromPage) => pagesMm.map((size) => size.map((mm) => Math.round(mm)));
    expect(rounded(fromPage)).toEqual(rounded(fromFile));
    expect(fromPage.pagesMm).toHaveLength(impose(12, settings).length);
    expectCards(fromPage.text, order, settings);
    expectCards(fromFile.text, order, settings);
    // In the margins of both stands which sheet this is and how to print it.
    const labels = labelTexts('我的卡组', 'zh');
    for (const page of impose(12, settings))
      for (const { pieces } of sheetLabels(page, settings.sides))
        for (const { text } of [fromPage, fromFile])
          expect(placeOf(pieces.map((piece) => labels[piece]).join(''), bare(text), 0)).toBeGreaterThan(0);
  }
  await page.context().close();
});

test('on paper from the page, cards stand where they were imposed, to a twentieth of a millimetre', async () => {
  const page = await open(
    `/cards/#cards=${inChinese
      .slice(0, 12)
      .map(({ number }) => number)
      .join('.')}`,
  );
  await page.locator('[data-act="print"]').press('Enter');
  await expect.poll(() => page.evaluate('window.printed')).toBe(true);
  await page.emulateMedia({ media: 'print' });
  const measured = await page.locator('.print-sheet').evaluateAll((sheets) =>
    sheets.map((sheet) => {
      const origin = sheet.getBoundingClientRect();
      return [...sheet.querySelectorAll('img')].map((image) => {
        const { left, top, width, height } = image.getBoundingClientRect();
        return [left - origin.left, top - origin.top, width, height].map((px) => (px * 25.4) / 96);
      });
    }),
  );
  const { widthMm, heightMm } = CARD_SIZES.badge;
  for (const [index, { places }] of impose(12, USUAL_PRINT).entries()) {
    for (const [place, { xMm, yMm }] of places.entries()) {
      const box = measured[index]?.[place] ?? [];
      for (const [edge, mm] of [xMm, yMm, widthMm, heightMm].entries())
        expect(Math.abs((box[edge] ?? 0) - mm)).toBeLessThan(0.05);
    }
  }
  await page.context().close();
});

test('links within the page leave the deck in the address', async () => {
  const page = await open(`/cards/#cards=${inChinese[0]!.number}`);
  const deck = new URL(page.url()).hash;
  for (const [link, place] of [
    ['[data-to-mine]', '#my-deck'],
    ['.jump a[href="#pick"]', '#pick'],
  ] as const) {
    await page.locator(link).click();
    expect(await page.locator(place).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(new URL(page.url()).hash).toBe(deck);
  }
  await page.context().close();
});

test('on a phone the names of chosen cards can be read', async () => {
  const longest = inChinese.reduce((long, card) => (card.title.length > long.title.length ? card : long));
  const page = await open(`/cards/#cards=${longest.number}`);
  await page.setViewportSize({ width: 360, height: 780 });
  const title = page.locator('.chosen li > span').first();
  const [box, lineHeight] = [
    (await title.boundingBox())!,
    await title.evaluate((element) => Number.parseFloat(getComputedStyle(element).lineHeight)),
  ];
  expect(await title.textContent()).toBe(longest.title);
  expect(box.height).toBeLessThan(2.5 * lineHeight);
  await page.context().close();
});

test('cards are found by word, theme and role, and turned over', async () => {
  const page = await open('/cards/');
  const shown = () => page.locator('main [data-card]:not([hidden])').count();
  expect(await shown()).toBe(inChinese.length);
  const sought = inChinese.find(({ id }) => id === 'complaints/six-steps/six-steps')!;
  const word = sought.text[0].split('\n')[2]!.split(' ').at(-1)!;
  await page.locator('[name="words"]').fill(word);
  await expect.poll(shown).toBeLessThan(inChinese.length);
  expect(await page.locator(`[data-card="${sought.id}"]`).isVisible()).toBe(true);
  await page.locator('[name="words"]').fill('');
  await page.locator('[name="theme"]').selectOption('etiquette');
  await expect.poll(shown).toBeLessThan(inChinese.length);
  expect(
    await page
      .locator('main [data-card]:not([hidden])')
      .evaluateAll((items) => [...new Set(items.map((item) => (item as HTMLElement).dataset['theme']))]),
  ).toEqual(['etiquette']);
  const first = page.locator('main [data-card]:not([hidden])').first();
  await first.locator('[data-turn]').click();
  expect(await first.locator('img').getAttribute('src')).toContain('.back.');
  await page.context().close();
});

test('cards of a deck are reordered by dragging', async () => {
  const numbers = inChinese.slice(0, 3).map(({ number }) => number);
  const page = await open(`/cards/#cards=${numbers.join('.')}`);
  const items = page.locator('.chosen li');
  await items.first().scrollIntoViewIfNeeded();
  const from = (await items.nth(0).locator('.handle').boundingBox())!;
  const to = (await items.nth(2).boundingBox())!;
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  expect(new URL(page.url()).hash).toBe(`#cards=${[numbers[1], numbers[2], numbers[0]].join('.')}`);
  await page.context().close();
});

test('the page of a code says whether the print is current', async () => {
  const { number, version } = inChinese[0]!;
  const current = await open(`/c/${number}/?v=${version}`);
  expect(await current.locator('.verdict:visible').allTextContents()).toEqual([expect.stringContaining('最新')]);
  const unknown = await open(`/c/${number}/?v=zzzz`);
  expect(await unknown.locator('.verdict:visible').textContent()).toContain('zzzz');
  const plain = await open(`/c/${number}/?v=zzzz`, { javaScriptEnabled: false });
  expect(await plain.locator('.verdict:visible').count()).toBe(0);
  expect(await plain.locator('.print-check').textContent()).toContain(version);
  for (const page of [current, unknown, plain]) await page.context().close();
});

test('without scripts there is the shelf, and decks to download with their size', async () => {
  const page = await open('/cards/', { javaScriptEnabled: false });
  expect(await page.locator('[data-card] img').count()).toBe(inChinese.length);
  expect(await page.getByRole('button').and(page.locator(':visible')).locator('visible=true').count()).toBeLessThan(12);
  expect(await page.locator('#my-deck').isVisible()).toBe(false);
  const files = page.locator('.files li');
  expect(await files.count()).toBeGreaterThanOrEqual(18);
  for (const text of await files.allTextContents()) expect(text).toMatch(/PDF，\d+ 页，\d+ KB/);
  const link = await files.first().locator('a').getAttribute('href');
  expect((await page.request.get(`${site.url}${link ?? ''}`)).ok()).toBe(true);
  await page.context().close();
});
