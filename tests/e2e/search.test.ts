import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteServer } from '../../scripts/lib/serve-site.ts';
import { listedTopics } from '../site/dist.ts';
import { launchBrowser, serveDist } from './site.ts';

let browser: Browser;
let site: SiteServer;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveDist()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const hits = (page: Page) => page.locator('#search-hits a');

/** Types `query` into the open dialog and waits until it has been answered; yields the hits' addresses. */
async function ask(page: Page, query: string): Promise<string[]> {
  await page.fill('#search-input', '');
  await page.fill('#search-input', query);
  await page.waitForFunction(() => {
    const status = document.querySelector('.search-status')?.textContent ?? '';
    return /\d|“/.test(status);
  });
  return hits(page).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

async function openDialog(url: string, viewport = { width: 1280, height: 900 }): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.goto(`${site.url}${url}`);
  await page.locator('[data-search-open]').first().click();
  await page.waitForSelector('.search-dialog[open]');
  return page;
}

describe('looking something up', () => {
  test.each([
    ['处理投诉的六步', '/complaints/six-steps/'],
    ['tousuliubu', '/complaints/six-steps/'],
    ['tslb', '/complaints/six-steps/'],
    ['双赢', '/complaints/six-steps/'],
    ['服务周期', '/service-cycle/cycle-overview/'],
    ['fuwuzhouqi', '/service-cycle/cycle-overview/'],
    ['坏消息', '/service-cycle/giving-information/'],
  ])('%s brings %s first', async (query, url) => {
    const page = await openDialog('/');
    expect((await ask(page, query))[0]?.split('#')[0]).toBe(url);
    await page.close();
  });

  test.each([
    ['complaint process', '/en/complaints/six-steps/'],
    ['bad news', '/en/service-cycle/giving-information/'],
  ])('%s brings %s first in English', async (query, url) => {
    const page = await openDialog('/en/');
    expect((await ask(page, query))[0]?.split('#')[0]).toBe(url);
    await page.close();
  });

  /** The heavy runs ask for every alias; otherwise two of each topic stand for the rest. */
  const aliasesAsked = process.env['DEEP'] === undefined ? 2 : Infinity;

  test('every title brings its topic, and nine in ten aliases do', async () => {
    const missed = { title: [] as string[], alias: [] as string[] };
    let asked = 0;
    for (const lang of ['zh', 'en'] as const) {
      const page = await openDialog(lang === 'zh' ? '/' : '/en/');
      for (const topic of listedTopics()) {
        const aliases = topic.aliases[lang].slice(0, aliasesAsked).map((name) => ['alias', name] as const);
        for (const [kind, name] of [['title', topic.title[lang]] as const, ...aliases]) {
          const found = await ask(page, name);
          if (kind === 'alias') asked += 1;
          if (!found.some((href) => href.startsWith(topic.url[lang]))) missed[kind].push(`${topic.id}: ${name}`);
        }
      }
      await page.close();
    }
    expect(missed.title).toEqual([]);
    expect(missed.alias.length / asked, missed.alias.join('; ')).toBeLessThanOrEqual(0.1);
  }, 600_000);

  test('a word that is nowhere leaves the dialog usable', async () => {
    const page = await openDialog('/');
    await ask(page, 'zzqxv');
    expect((await ask(page, '投诉')).length).toBeGreaterThan(0);
    await page.close();
  });

  test('markup in a query stays text', async () => {
    const page = await openDialog('/');
    await ask(page, '<img src=x onerror=document.title=1>');
    expect(await page.locator('.search-dialog img').count()).toBe(0);
    await page.close();
  });
});

describe('by keyboard alone', () => {
  test('slash opens, arrows choose, Enter goes, Esc closes', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/`);
    await page.keyboard.press('/');
    await page.waitForSelector('.search-dialog[open]');
    await page.keyboard.press('Escape');
    expect(await page.locator('.search-dialog[open]').count()).toBe(0);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('tousu');
    await hits(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const aim = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    expect(aim).toBe(await hits(page).first().getAttribute('href'));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${aim}`);
    await page.close();
  });
});

test('fits a phone, hits and all', async () => {
  const page = await openDialog('/complaints/six-steps/', { width: 360, height: 640 });
  await ask(page, '客户');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.close();
});

test('nothing of the search is fetched before it is wanted', async () => {
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(`${site.url}/complaints/six-steps/`, { waitUntil: 'networkidle' });
  expect(requests.filter((request) => /pagefind|search-dialog/.test(request))).toEqual([]);
  await page.close();
});

test('with scripts off, the search box leads to the index', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/complaints/six-steps/`);
  await page.locator('.find').first().click();
  await page.waitForURL('**/index/');
  await page.getByRole('link', { name: '客诉处理步骤' }).waitFor();
  await context.close();
});
