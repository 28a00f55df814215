import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { filesOf } from '../site/dist.ts';
import { launchChromium } from './launch-engines.ts';
import { answerQuiz, followPlan, lookUp, printCards } from './main-runs.ts';
import { runServer, startCaddy, startNginx } from './run-web-server.ts';

const BASE = '/kb';

let folder: string;
let root: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pocketbook-base-'));
  root = path.join(folder, 'site');
  const { ok, output } = await runProgram(process.execPath, ['scripts/build.ts'], {
    OUT_DIR: path.join(root, BASE),
    CACHE_DIR: path.join(folder, 'cache'),
    BASE_PATH: `${BASE}/`,
    SITE_URL: 'https://kb.example.com',
    // Vitest has one of its own, which the build would take for the site's.
    BASE_URL: `${BASE}/`,
  });
  expect(ok, output.slice(-2000)).toBe(true);
  // A whole build.
}, 900_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The addresses of the site itself that a text names, as they stand there. */
function addressesIn(file: string, text: string): string[] {
  if (file.endsWith('.css')) return [...text.matchAll(/url\(["']?(\/[^"')]+)/g)].map(([, address = '']) => address);
  return [...text.matchAll(/(?:[\s;](?:[a-z-]+)=|"[a-zA-Z]+":)"(\/[^"#?\s]*)/g)].map(([, address = '']) => address);
}

test('every address in pages, data and styles stands under the base path, and is there', () => {
  // The files of the search are packed, and shapes name no addresses.
  const files = filesOf(root).filter((file) => /\.(?:html|css|json)$/.test(file) && !/\/api\/s\w+\//.test(file));
  const wrong = files.flatMap((file) =>
    [...new Set(addressesIn(file, readFileSync(path.join(root, file), 'utf8')))]
      .filter((address) => !/^\/kb(?:\/|$)/.test(address) || !existsSync(path.join(root, decodeURIComponent(address))))
      .map((address) => `${file}: ${address}`),
  );
  expect(wrong).toEqual([]);
});

test('whole addresses name the site and the base path', () => {
  const page = readFileSync(path.join(root, BASE, 'complaints/six-steps/index.html'), 'utf8');
  expect(page).toContain('<link rel="canonical" href="https://kb.example.com/kb/complaints/six-steps/"');
  expect(page).toMatch(/property="og:image" content="https:\/\/kb\.example\.com\/kb\/og\//);
  expect(readFileSync(path.join(root, BASE, 'sitemap-0.xml'), 'utf8')).toContain('https://kb.example.com/kb/en/');
  expect(readFileSync(path.join(root, BASE, 'feed.xml'), 'utf8')).toContain('https://kb.example.com/kb/complaints/');
});

describe.each([
  ['nginx', startNginx],
  ['Caddy', startCaddy],
] as const)('%s', (_name, start) => {
  let url: string;
  let stop: () => Promise<void>;
  let browser: Browser;
  beforeAll(async () => {
    ({ url, stop } = await runServer(start, { folder, root, base: BASE }));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await stop();
  });

  /** A page with a store of its own, and what goes wrong on it. */
  async function newPage(): Promise<{ page: Page; faults: string[] }> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('response', (response) => {
      const isOutside = response.url().startsWith(url) && !response.url().startsWith(`${url}${BASE}/`);
      if (response.status() >= 400 || isOutside) faults.push(`${String(response.status())} ${response.url()}`);
    });
    return { page, faults };
  }

  test.each([
    ['look up', lookUp],
    ['quiz', answerQuiz],
    ['cards', printCards],
    ['plan', followPlan],
  ] as const)('%s', async (_run, run) => {
    const { page, faults } = await newPage();
    await run(page, `${url}${BASE}`);
    expect(faults).toEqual([]);
    await page.browserContext().close();
  });

  test('a plan is there without a network', async () => {
    const { page } = await newPage();
    const address = `${url}${BASE}/onboarding/day-1/`;
    await page.goto(address);
    // Said by the page once all that the plan needs is kept.
    await page.waitForSelector('plan-page[data-offline]', { timeout: 60_000 });
    await page.setOfflineMode(true);
    await page.reload();
    await page.waitForSelector('plan-page[data-ready]');
    await page.browserContext().close();
  });

  test('what is not there is the page that offers the search, in its own looks', async () => {
    const answer = await fetch(`${url}${BASE}/nothing/`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(`href="${BASE}/_astro/`);
  });
});
