import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { SiteServer } from '../../scripts/lib/serve-site.ts';
import { LANGS, type Lang } from '../../src/model/localized.ts';
import { launchBrowser, serveDist } from './site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The languages that a long walk through the site is taken in: `lang`, and in the heavy runs the other as well. */
export function byTurns(lang: Lang): readonly Lang[] {
  return process.env['DEEP'] ? LANGS : [lang];
}

const PHONE = { width: 360, height: 740 };

/** The built site and a browser, for the tests of one file. */
interface Visit {
  readonly url: string;
  readonly browser: Browser;
  /** A page on a phone, its store its own; the test fails on any error that the page reports. */
  newPage: (options?: BrowserContextOptions) => Promise<Page>;
}

/** Serves the site and opens the browser before the tests of a file, and closes both behind them. */
export function visitSite(): Visit {
  let browser: Browser;
  let site: SiteServer;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), serveDist()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return {
    get url() {
      return site.url;
    },
    get browser() {
      return browser;
    },
    newPage: async (options) => {
      const context = await browser.newContext({ viewport: PHONE, ...options });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        // Once a test has cut the network, what a page tries to fetch for later is said to fail; what it needs, the test asks.
        const isCutOff = message.text().includes('ERR_INTERNET_DISCONNECTED');
        const { url } = message.location();
        if (message.type() === 'error' && !isCutOff && !url.endsWith('favicon.ico')) {
          errors.push(`${message.text()} ${url}`);
        }
      });
      onTestFinished(async () => {
        await context.close();
        expect(errors).toEqual([]);
      });
      return page;
    },
  };
}

/** What axe finds wrong in the part of a page that `selector` names. */
export async function findAxeFaults(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (within) =>
      (
        window as unknown as {
          axe: { run: (context: string) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        }
      ).axe.run(within),
    selector,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
