import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { SiteServer } from '../../scripts/lib/serve-site.ts';
import { pages } from '../site/dist.ts';
import { diagramFaults } from './diagram-boxes.ts';
import { launchBrowser, serveDist } from './site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Of alike pages one in so many is looked at, in the heavy runs each. */
const EVERY = process.env['DEEP'] ? 1 : 8;

/** The questions of topics stand alike, so of their pages only a few are opened. */
const isQuiz = (url: string): boolean => url.endsWith('/quiz/');
const quizzes = pages.map(({ url }) => url).filter(isQuiz);
const urls = [
  ...pages.map(({ url }) => url).filter((url) => !isQuiz(url)),
  ...quizzes.filter((_, index) => index % EVERY === 0),
];
const isEnglish = (url: string): boolean => url.startsWith('/en/');

/** The short pages of cards are alike but for their words: of most of them less is asked. */
const cards = urls.filter((url) => /^(?:\/en)?\/c\/\d+\/$/.test(url));
const passedOver = new Set(cards.filter((_, index) => index % EVERY !== 0));

/** Topics, paths and their like: what costs most is asked of a page or of its translation, by turns; in the heavy runs of both. */
const TOPIC = /^(?:\/en)?\/(?!en\/)[^/]+\/[^/]+\/$/;
if (!process.env['DEEP']) {
  const topics = urls.filter((url) => TOPIC.test(url) && !isEnglish(url) && !passedOver.has(url));
  for (const [index, url] of topics.entries()) passedOver.add(index % 2 === 0 ? url : `/en${url}`);
}

/** Topics are built alike: a few show that a page can be read without scripts, in the heavy runs each. */
const scriptlessOver = new Set(
  process.env['DEEP'] ? [] : urls.filter((url) => TOPIC.test(url)).filter((_, index) => index % EVERY !== 0),
);

/** The lights in which axe looks at a page: Chinese ones by day, English ones by night; in the heavy runs each in both. */
function lightsOf(url: string): ('light' | 'dark')[] {
  if (process.env['DEEP']) return ['light', 'dark'];
  return [isEnglish(url) ? 'dark' : 'light'];
}

/** Windows that tests borrow and give back: a new one costs more than what is asked of a page. */
const WINDOWS = 3;

let browser: Browser;
let site: SiteServer;
let scripted: Page[];
let scriptless: Page[];
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveDist()]);
  const open = async (options: BrowserContextOptions) => {
    const context = await browser.newContext(options);
    return Promise.all(Array.from({ length: WINDOWS }, () => context.newPage()));
  };
  scripted = await open({});
  scriptless = await open({ javaScriptEnabled: false, colorScheme: 'dark' });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Takes a window from `free`, which has one for every test that runs at a time. */
async function withWindow(free: Page[], look: (page: Page) => Promise<void>): Promise<void> {
  const page = free.pop();
  if (!page) throw new Error('more tests at a time than windows');
  try {
    await look(page);
  } finally {
    page.removeAllListeners();
    free.push(page);
  }
}

const COLOURS = ['color-contrast', 'link-in-text-block'];

/** The frame around a page: the same on every topic and card, so it is looked at where it first stands. */
const FRAME = ['header.header', 'nav.sidebar'];
const framed = new Set(urls.filter((url) => !TOPIC.test(url)));

interface AxeResult {
  violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[];
}

/** What axe finds wrong on the page as it stands outside `except`, by all its rules or by `only` these. */
async function violationsOf(page: Page, except: readonly string[], only?: readonly string[]): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    ({ except, only }) =>
      (window as unknown as { axe: { run: (context: object, options: object) => Promise<AxeResult> } }).axe.run(
        { exclude: except.map((selector) => [selector]) },
        { resultTypes: ['violations'], selectors: false, ...(only && { runOnly: only }) },
      ),
    { except, only },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
  );
}

/** What stands out of the page to the right at its present width, except where a parent scrolls or clips it. */
async function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const isClipped = (element: Element): boolean => {
      const parent = element.parentElement;
      return (
        parent !== null && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(parent).overflowX) || isClipped(parent))
      );
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > room + 1 && !isClipped(element))
      .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`)
      .slice(0, 5);
  });
}

describe.concurrent.each(urls)('%s', (url) => {
  test('is accessible by day and night, fits every width, asks nobody else', ({ expect }) =>
    withWindow(scripted, async (page) => {
      const foreign: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(`${site.url}/`)) foreign.push(request.url());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      const lights = lightsOf(url);
      await page.emulateMedia({ colorScheme: lights[0] ?? 'light' });
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${site.url}${url}`, { waitUntil: 'load' });
      for (const light of passedOver.has(url) ? [] : lights) {
        await page.emulateMedia({ colorScheme: light });
        // Once all is known, only the colours differ.
        const only = light === lights[0] ? undefined : COLOURS;
        const except = framed.has(url) || process.env['DEEP'] ? [] : FRAME;
        expect(await violationsOf(page, except, only), light).toEqual([]);
      }
      // A window of 1280 px enlarged to 200 % has the room of one of 640 px.
      for (const width of [640, 360]) {
        await page.setViewportSize({ width, height: 780 });
        expect(await overflowOf(page), `${width} px`).toEqual([]);
      }
      expect(await diagramFaults(page), 'diagrams').toEqual([]);
      expect(foreign).toEqual([]);
      expect(errors.filter((error) => !(url === '/404.html' && error.includes('404')))).toEqual([]);
    }));

  test.skipIf(passedOver.has(url) || scriptlessOver.has(url))(
    'can be read with scripts off, in the colours of the system',
    ({ expect }) =>
      withWindow(scriptless, async (page) => {
        await page.goto(`${site.url}${url}`, { waitUntil: 'domcontentloaded' });
        const text = (await page.locator('main').innerText()).trim();
        expect(text.length).toBeGreaterThan(40);
        const background = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
        expect(background).toMatch(/oklch\(0\.19/);
      }),
  );
});
