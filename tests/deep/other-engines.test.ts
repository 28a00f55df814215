import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { SiteServer } from '../../scripts/lib/serve-site.ts';
import { serveDist } from '../e2e/site.ts';
import { launchChromium, launchFirefox } from './launch-engines.ts';
import { answerQuiz, followPlan, lookUp, printCards } from './main-runs.ts';
import { forgetNewer, serveAsOlder } from './older-browser.ts';

const RUNS = [
  ['look up', lookUp],
  ['quiz', answerQuiz],
  ['cards', printCards],
  ['plan', followPlan],
] as const;

let site: SiteServer;
beforeAll(async () => {
  site = await serveDist();
});
afterAll(() => site.close());

/** A page with a store of its own; the test fails on any error of its scripts. */
async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  onTestFinished(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
  return page;
}

describe('Firefox', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchFirefox();
  }, 150_000);
  afterAll(() => browser.close());

  test.each(RUNS)('%s', async (_name, run) => run(await newPage(browser), site.url));
});

describe('Chromium without what older browsers inside chat apps lack', () => {
  let browser: Browser;
  let older: SiteServer;
  beforeAll(async () => {
    [browser, older] = await Promise.all([launchChromium(), serveAsOlder(site.url)]);
  });
  afterAll(async () => {
    await browser.close();
    await older.close();
  });
  const newOlderPage = async () => {
    const page = await newPage(browser);
    await forgetNewer(page);
    return page;
  };

  test.each(RUNS)('%s', async (_name, run) => run(await newOlderPage(), older.url));

  test('the menu of a phone stands closed, and opens', async () => {
    const page = await newOlderPage();
    await page.setViewport({ width: 360, height: 740 });
    await page.goto(`${older.url}/complaints/six-steps/`);
    const isOnTop = () =>
      page.evaluate(() => document.elementFromPoint(180, 400)?.closest('#starlight__sidebar') !== null);
    expect(await isOnTop()).toBe(false);
    await page.locator('.menu-button').click();
    expect(await isOnTop()).toBe(true);
    await page.locator('.menu-button').click();
    expect(await isOnTop()).toBe(false);
  });

  test('what is chosen is seen, and text stands out from what is under it', async () => {
    const page = await newOlderPage();
    await page.goto(`${older.url}/mindset-ethics/self-assessment-attitude/`);
    const seen = await page.$eval('.scale-points input', (input) => getComputedStyle(input).opacity);
    expect(seen).toBe('1');
    const colours = await page.$eval('body', (body) => {
      const { color, backgroundColor } = getComputedStyle(body);
      return [color, backgroundColor];
    });
    expect(colours).toEqual(['rgb(29, 34, 41)', 'rgb(251, 250, 247)']);
  });
});
