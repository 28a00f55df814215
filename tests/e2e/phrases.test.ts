import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentOf, pageAt, pages } from '../site/dist.ts';
import type { SiteServer } from '../../scripts/lib/serve-site.ts';
import { launchBrowser, serveDist } from './site.ts';

let site: SiteServer;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([serveDist(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(url: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, javaScriptEnabled });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${site.url}${url}`);
  return page;
}

/** The words of a piece of HTML as they are read. */
const unescaped = (html: string) => html.replaceAll('&#39;', "'").replaceAll('&amp;', '&');

const firstRow = (page: Page) => page.locator('tbody tr:visible').first();

test.each([
  ['/phrases/', '我不能', '我不能'],
  ['/phrases/', '这是规定', '规定'],
  ['/en/phrases/', 'calm down', 'calm down'],
])('%s: who was about to say “%s” sees better words at once', async (url, typed, avoided) => {
  const page = await open(url);
  const all = await page.locator('tbody tr').count();
  await page.locator('input[name="q"]').fill(typed);
  expect((await firstRow(page).locator('s').innerText()).toLowerCase()).toContain(avoided);
  expect((await firstRow(page).locator('.swap-say').innerText()).length).toBeGreaterThan(3);
  const box = await firstRow(page).boundingBox();
  expect(box!.y).toBeLessThan(780);
  const found = await page.locator('tbody tr:visible').count();
  expect(found).toBeLessThan(all);
  expect(await page.locator('[role="status"]').innerText()).toContain(String(found));
  await page.context().close();
});

test('a situation narrows the table, and a phrase that is nowhere near is said to be missing', async () => {
  const page = await open('/phrases/');
  const select = page.locator('select[name="situation"]');
  const label = await select.locator('option').nth(1).innerText();
  await select.selectOption({ index: 1 });
  const links = await page.locator('tbody tr:visible .swap-links a:first-child').allInnerTexts();
  expect(new Set(links)).toEqual(new Set([label]));
  await select.selectOption({ index: 0 });
  await page.locator('input[name="q"]').fill('qqqqzzzz');
  expect(await page.locator('tbody tr:visible').count()).toBe(0);
  expect(await page.locator('[role="status"]').innerText()).not.toBe('');
  await page.context().close();
});

test('with scripts off the whole table stands, without a form that would do nothing', async () => {
  const page = await open('/phrases/', false);
  expect(await page.locator('form.finder').isVisible()).toBe(false);
  expect(await page.locator('tbody tr:visible').count()).toBe(await page.locator('tbody tr').count());
  await page.context().close();
});

test.each(['/phrases/', '/en/phrases/'])('every line of %s leads to its table in its topic, and to a card', (url) => {
  const rows = [...documentOf(pageAt(url)).querySelectorAll('tbody tr')];
  expect(rows.length).toBeGreaterThan(60);
  let cards = 0;
  for (const row of rows) {
    const [topic, card] = [...row.querySelectorAll('.swap-links a')].map((link) => link.getAttribute('href') ?? '');
    const [address = '', anchor = ''] = (topic ?? '').split('#');
    const [, section = ''] = pageAt(address).html.split(` id="${anchor}"`);
    const [table = ''] = section.split('</table>');
    expect(unescaped(table), `${address}#${anchor}`).toContain(row.querySelector('s')?.textContent);
    if (card === undefined) continue;
    cards += 1;
    expect(pages.map((page) => page.url)).toContain(card);
  }
  expect(cards).toBeGreaterThan(20);
});
