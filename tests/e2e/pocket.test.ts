import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serveSite, type SiteServer } from '../../scripts/lib/serve-site.ts';
import { writeFile } from '../../scripts/lib/write-file.ts';
import { writePocket } from '../../scripts/lib/write-pocket.ts';
import { listsOfFile } from '../../src/pocket/file-list.ts';
import { DIST, filesOf } from '../site/dist.ts';
import { keptFiles, keptPaths } from './kept-paths.ts';
import { launchBrowser } from './site.ts';
import { byTurns, findAxeFaults } from './visit-site.ts';

const TOPIC = '/complaints/six-steps/';
const MARK = '<p>这是下一版。</p>';
/** Downloading a whole language on a busy machine. */
const WHOLE_MS = 120_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A site that can be taken off the network, come back, and be another build. */
class Host {
  #server: SiteServer;
  readonly url: string;

  private constructor(server: SiteServer) {
    this.#server = server;
    this.url = server.url;
  }

  static async start(dist = DIST): Promise<Host> {
    const host = new Host(await serveSite(dist, 0));
    onTestFinished(() => host.stop());
    return host;
  }

  stop(): Promise<void> {
    return this.#server.close();
  }

  async restart(dist: string): Promise<void> {
    await this.stop();
    this.#server = await serveSite(dist, Number(new URL(this.url).port));
  }
}

/** A phone of its own; the test fails on any error of its pages and on any request to another host. */
async function newPhone(host: Host): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    serviceWorkers: 'allow',
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  });
  const errors: string[] = [];
  context.on('page', (page) => page.on('pageerror', (error) => errors.push(error.message)));
  context.on('request', (request) => {
    if (!request.url().startsWith(host.url) && !/^(?:blob|data):/.test(request.url())) errors.push(request.url());
  });
  onTestFinished(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
  return { context, page: await context.newPage() };
}

/** The site again, without what no list names: files are shared with the first one until they are written anew. */
function copySite(from: string): string {
  const copy = mkdtempSync(path.resolve('.cache/pocket-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  for (const file of filesOf(from).filter((each) => each === '404.html' || listsOfFile(each).length > 0)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    linkSync(path.join(from, file), path.join(copy, file));
  }
  return copy;
}

/** The next build of the site, with a line more on one page. */
async function nextBuild(): Promise<string> {
  const copy = copySite(DIST);
  const page = `${TOPIC.slice(1)}index.html`;
  writeFile(path.join(copy, page), readFileSync(path.join(DIST, page), 'utf8').replace('</main>', `${MARK}</main>`));
  await writePocket(process.cwd(), copy);
  return copy;
}

/** The network is gone, and so is the host: not even a forgotten connection answers. */
async function cutNetwork(context: BrowserContext, host: Host): Promise<void> {
  await context.setOffline(true);
  await host.stop();
}

async function openDesk(page: Page, root: string): Promise<void> {
  await page.goto(`${root}/pocket/`);
  await page.locator('pocket-desk[data-ready]').waitFor();
}

async function keepEverything(page: Page, root: string): Promise<void> {
  await openDesk(page, root);
  await page.locator('[data-part=keep]').tap();
  await page.locator('pocket-desk[data-state=all]').waitFor({ timeout: WHOLE_MS });
}

/** Opens a page and waits until the worker has kept it. */
async function visit(page: Page, root: string, address: string): Promise<void> {
  await page.goto(root + address);
  await expect.poll(() => keptPaths(page), { timeout: 30_000 }).toContain(address.slice(1));
}

/** What is typed in each language, and where. */
const TYPED = {
  zh: { root: '', query: 'tousu', phrase: '不知道' },
  en: { root: '/en', query: 'angry customer', phrase: "don't know" },
} as const;

describe.each(byTurns('zh'))('the whole book on the phone (%s)', (lang) => {
  const { root, query, phrase } = TYPED[lang];

  test(
    'works with the network cut: every page, search, phrases, cards, quiz, review, plan',
    { timeout: 300_000 },
    async () => {
      const host = await Host.start();
      const { context, page } = await newPhone(host);
      const home = host.url + root;
      await keepEverything(page, home);
      await cutNetwork(context, host);

      await page.goto(`${home}/`);
      await page.locator('.find-large').tap();
      await page.locator('#search-input').fill(query);
      await page.locator('#search-hits [data-topic^="complaints/"]').first().waitFor();

      await page.goto(`${home}/phrases/`);
      await page.locator('phrase-finder input').fill(phrase);
      await expect.poll(() => page.locator('phrase-finder tbody tr:visible').count()).toBeGreaterThan(0);

      await page.goto(`${home}/cards/`);
      const face = page.locator('main img').first();
      await face.scrollIntoViewIfNeeded();
      await expect.poll(() => face.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);

      await page.goto(home + TOPIC);
      await page.locator('pocket-quiz').scrollIntoViewIfNeeded();
      await page.locator('pocket-quiz[data-ready]').waitFor();
      await page.locator('.quiz-option input').first().waitFor();

      await page.goto(`${home}/review/`);
      await page.locator('daily-review button').first().waitFor();

      await page.goto(`${home}/onboarding/day-1/`);
      await page.locator('plan-page[data-ready]').waitFor();
      await page.locator('a[data-go]').waitFor();
    },
  );
});

/** Bytes that the site takes on the device, by the browser's own count. */
function usedBy(page: Page): Promise<number> {
  return page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
}

/** Opens the page that stands there now, by a reader's way of opening it anew, and says whether it is the next build's. */
async function isNext(page: Page): Promise<boolean> {
  await page.reload();
  await page.locator('h1').waitFor();
  return page.getByText('这是下一版。').isVisible();
}

test('what was seen is there without a network; what was not says so, and leads to what is; all of it can be removed', async () => {
  const host = await Host.start();
  const { context, page } = await newPhone(host);
  await visit(page, host.url, TOPIC);
  await visit(page, host.url, '/en/about/');
  await cutNetwork(context, host);

  await page.goto(`${host.url}/etiquette/`);
  expect(await page.locator('h1').innerText()).toBe('这一页没有存在手机里');
  await page.locator('kept-list a', { hasText: '六步' }).tap();
  await page.waitForURL(`**${TOPIC}`);
  await page.locator('.block').first().waitFor();
  await page.goto(`${host.url}/en/etiquette/`);
  expect(await page.locator('h1').innerText()).toBe('This page is not stored on this phone');

  await context.setOffline(false);
  await host.restart(DIST);
  await openDesk(page, host.url);
  expect(await findAxeFaults(page, 'main')).toEqual([]);
  const before = await usedBy(page);
  await page.locator('[data-part=remove]').tap();
  await page.getByText('都删掉了').waitFor();
  expect(await keptPaths(page)).toEqual([]);
  await expect.poll(() => usedBy(page)).toBeLessThan(before / 4);
});

test('a newer build waits for the reader while an older page is open, and is whole when it comes', async () => {
  const host = await Host.start();
  const { context, page } = await newPhone(host);
  await visit(page, host.url, TOPIC);
  const next = await nextBuild();
  await host.restart(next);
  const other = await context.newPage();
  await other.goto(`${host.url}/about/`);
  await page.locator('.pocket-prompt').waitFor({ timeout: 60_000 });

  // Asked for without a network before the reader agrees, the page is the old one, whole.
  await context.setOffline(true);
  expect(await isNext(page)).toBe(false);
  await context.setOffline(false);
  await page.locator('.pocket-prompt').waitFor();
  await Promise.all([page.waitForEvent('load'), page.locator('.pocket-prompt .btn').first().tap()]);
  await page.getByText('这是下一版。').waitFor();
  expect(await page.locator('.pocket-prompt').count()).toBe(0);
  await cutNetwork(context, host);
  expect(await isNext(page)).toBe(true);
});

test.runIf(process.env['DEEP'])(
  'where every open page is of the newer build already, it takes over unasked',
  async () => {
    const host = await Host.start();
    const { page } = await newPhone(host);
    await visit(page, host.url, TOPIC);
    const old = (await keptFiles(page)).get(TOPIC.slice(1));
    await host.restart(await nextBuild());
    expect(await isNext(page)).toBe(true);
    const kept = async () => (await keptFiles(page)).get(TOPIC.slice(1));
    await expect.poll(async () => ![old, undefined].includes(await kept()), { timeout: 60_000 }).toBe(true);
    expect(await page.locator('.pocket-prompt').count()).toBe(0);
  },
);

test.runIf(process.env['DEEP'])('a newer build that cannot be had whole changes nothing', async () => {
  const host = await Host.start();
  const { context, page } = await newPhone(host);
  await visit(page, host.url, TOPIC);
  const old = (await keptFiles(page)).get(TOPIC.slice(1));
  const next = await nextBuild();
  rmSync(path.join(next, TOPIC, 'index.html'));
  await host.restart(next);
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const coming = new Promise<ServiceWorker>((resolve) => {
      registration.addEventListener('updatefound', () => registration.installing && resolve(registration.installing));
    });
    await registration.update();
    const worker = await coming;
    while (worker.state === 'installing') await new Promise((resolve) => setTimeout(resolve, 50));
    return worker.state;
  });
  expect(state).toBe('redundant');
  await cutNetwork(context, host);
  expect(await isNext(page)).toBe(false);
  expect((await keptFiles(page)).get(TOPIC.slice(1))).toBe(old);
});

test('a phone that is full says so, keeps what it has, and takes the rest once there is room', async () => {
  const host = await Host.start();
  const { context, page } = await newPhone(host);
  await visit(page, host.url, TOPIC);
  await openDesk(page, host.url);
  const phone = await context.newCDPSession(page);
  await phone.send('Storage.overrideQuotaForOrigin', { origin: host.url, quotaSize: (await usedBy(page)) + 1_000_000 });
  await page.locator('[data-part=keep]').tap();
  await page.getByText('手机空间不够，存到一半停下了').waitFor({ timeout: WHOLE_MS });
  const half = await keptFiles(page);
  expect(half.size).toBeGreaterThan(20);

  // Nor does a newer build fit: the old copy stays, and the page says so.
  await phone.send('Storage.overrideQuotaForOrigin', { origin: host.url, quotaSize: (await usedBy(page)) + 20_000 });
  await host.restart(await nextBuild());
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/pocket/kept/note/full')) !== undefined), {
      timeout: 60_000,
    })
    .toBe(true);
  await openDesk(page, host.url);
  await page.getByText('新版没有存下来').waitFor();
  await context.setOffline(true);
  await page.goto(host.url + TOPIC);
  expect(await isNext(page)).toBe(false);
  if (!process.env['DEEP']) return;

  await context.setOffline(false);
  await phone.send('Storage.overrideQuotaForOrigin', { origin: host.url });
  await keepEverything(page, host.url);
});

test.runIf(process.env['DEEP'])(
  'what was paused or broken off goes on where it was, and is removed as a whole',
  async () => {
    const host = await Host.start();
    const { context, page } = await newPhone(host);
    const asked: string[] = [];
    context.on('request', (request) => {
      if (request.url().endsWith('.svg')) asked.push(request.url());
    });
    const isHalf = () => asked.length > 100;
    await openDesk(page, host.url);
    await page.locator('[data-part=keep]').tap();
    await expect.poll(isHalf, { timeout: WHOLE_MS, interval: 20 }).toBe(true);
    await page.locator('[data-part=pause]').tap();
    await page.getByText('停在这里了').waitFor();
    const kept = await keptPaths(page);
    expect(kept.length).toBeGreaterThan(50);

    asked.length = 0;
    await page.reload();
    await page.locator('pocket-desk[data-state=part]').waitFor();
    await page.locator('[data-part=keep]').tap();
    await expect.poll(isHalf, { timeout: WHOLE_MS, interval: 20 }).toBe(true);
    await context.setOffline(true);
    await page.getByText('网络断了').waitFor();
    await context.setOffline(false);
    await page.locator('[data-part=keep]').tap();
    await page.locator('pocket-desk[data-state=all]').waitFor({ timeout: WHOLE_MS });
    const again = asked.filter((url) => kept.includes(new URL(url).pathname.slice(1)));
    expect(again).toEqual([]);

    await page.locator('[data-part=remove]').tap();
    await page.getByText('都删掉了').waitFor();
    expect(await keptPaths(page)).toEqual([]);
    await expect.poll(() => usedBy(page)).toBeLessThan(1_000_000);
  },
);

test.each([
  ['zh', '/', ['/search/', '/cards/', '/review/']],
  ['en', '/en/', ['/en/search/', '/en/cards/', '/en/review/']],
] as const)('can be installed, with its shortcuts (%s)', async (_, start, shortcuts) => {
  const host = await Host.start();
  const { context, page } = await newPhone(host);
  await page.goto(host.url + start);
  const devtools = await context.newCDPSession(page);
  const { errors, data = '{}' } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data) as { start_url: string; shortcuts: { url: string }[] };
  expect(manifest.start_url).toBe(start);
  expect(manifest.shortcuts.map(({ url }) => url)).toEqual(shortcuts);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // The tests' windows are private ones, in which nothing is installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});

test('where no worker may run, the page says so and everything else works', async () => {
  const host = await Host.start();
  const context = await browser.newContext({ serviceWorkers: 'block' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await openDesk(page, host.url);
  await page.getByText('不让往手机里存').waitFor();
  expect(await page.locator('[data-part=keep]').isVisible()).toBe(false);
  await page.locator('[data-search-open]:visible').first().click();
  await page.locator('#search-input').fill('tousu');
  await page.locator('#search-hits [data-topic]').first().waitFor();
});
