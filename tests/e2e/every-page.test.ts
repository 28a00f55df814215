import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteServer } from '../../scripts/lib/serve-site.ts';
import { pages } from '../site/dist.ts';
import { launchBrowser, serveDist } from './site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let site: SiteServer;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveDist()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
}

/** What axe finds wrong on the page as it stands. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    () => (window as unknown as { axe: { run: () => Promise<AxeResult> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`));
}

/** Opens a page and yields it with every address it asked for and every error it reported. */
async function open(url: string, options: Parameters<Browser['newContext']>[0]) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(`${site.url}${url}`, { waitUntil: 'load' });
  return { context, page, requests, errors };
}

describe.each(pages.map(({ url }) => url))('%s', (url) => {
  test.each(['light', 'dark'] as const)('axe finds nothing wrong (%s)', async (colorScheme) => {
    const { context, page, requests, errors } = await open(url, { colorScheme, viewport: { width: 1280, height: 900 } });
    expect(await violationsOf(page)).toEqual([]);
    expect(errors.filter((error) => !(url === '/404.html' && error.includes('404')))).toEqual([]);
    expect(requests.filter((request) => !request.startsWith(`${site.url}/`) && !request.startsWith('data:'))).toEqual([]);
    await context.close();
  });

  test('fits a phone of 360 px, and 200 % zoom of a small window', async () => {
    for (const width of [360, 640]) {
      const { context, page } = await open(url, { viewport: { width, height: 780 } });
      const overflow = await page.evaluate(() => {
        const room = document.documentElement.clientWidth;
        const scrolled = (element: Element): boolean => {
          const parent = element.parentElement;
          return parent !== null && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(parent).overflowX) || scrolled(parent));
        };
        const wide = [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().right > room + 1 && !scrolled(element))
          .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`);
        return document.documentElement.scrollWidth > room ? wide.slice(0, 5) : [];
      });
      expect(overflow, `${String(width)} px`).toEqual([]);
      await context.close();
    }
  });

  test('can be read with scripts off', async () => {
    const { context, page, errors } = await open(url, { javaScriptEnabled: false, colorScheme: 'dark' });
    const background = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    const text = (await page.locator('main').innerText()).trim();
    expect(text.length).toBeGreaterThan(40);
    expect(background).toMatch(/oklch\(0\.19/);
    expect(errors).toEqual([]);
    await context.close();
  });
});
