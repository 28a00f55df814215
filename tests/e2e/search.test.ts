import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteServer } from '../../scripts/lib/serve-site.ts';
import { judgedQueries } from '../unit/search/site-search.ts';
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

/** A page that fails the test on any error of its scripts. */
async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

async function openDialog(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await newPage(options);
  await page.goto(`${site.url}${url}`);
  await page.locator('[data-search-open]:visible').first().click();
  await page.waitForSelector('.search-dialog[open]');
  await page.waitForLoadState('networkidle');
  return page;
}

const topicsOf = (page: Page) =>
  page.locator('#search-hits [data-topic]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-topic')));

/** Types `query` into the open dialog and waits until it has been answered; yields the topics of the hits. */
async function ask(page: Page, query: string): Promise<(string | null)[]> {
  await page.fill('#search-input', '');
  await page.waitForFunction(() => document.querySelector('.search-dialog .search-status')?.textContent === '');
  await page.fill('#search-input', query);
  await page.waitForFunction(() =>
    /[\d“]/.test(document.querySelector('.search-dialog .search-status')?.textContent ?? ''),
  );
  return topicsOf(page);
}

/** What `/search/?q=` answers, once it is done. */
async function askPage(page: Page, query: string, lang: 'zh' | 'en' = 'zh'): Promise<string[]> {
  await page.goto(`${site.url}${lang === 'en' ? '/en' : ''}/search/?q=${encodeURIComponent(query)}`);
  return hitsOfPage(page);
}

async function hitsOfPage(page: Page): Promise<string[]> {
  await page.waitForSelector('[data-search-results][data-state="done"]', { state: 'attached' });
  const hits = page.locator('[data-search-results] > li');
  return hits.evaluateAll((items) => items.map((item) => item.getAttribute('data-topic') ?? ''));
}

describe('the page to link to', () => {
  test('a sample of the judged queries finds its topics, and nothing outside the subject does', async () => {
    const page = await newPage();
    const sample = judgedQueries().filter((_, index) => index % 12 === 5);
    let found = 0;
    let inside = 0;
    for (const lang of ['zh', 'en'] as const) {
      await askPage(page, '', lang);
      for (const { query, topics } of sample.filter((judged) => judged.lang === lang)) {
        await page.fill('search-page input', query);
        const hits = await hitsOfPage(page);
        if (topics.length > 0) inside += 1;
        if (topics.length > 0 && hits.slice(0, 3).some((hit) => topics.includes(hit))) found += 1;
        expect(new Set(hits).size, query).toBe(hits.length);
      }
    }
    expect(found / inside).toBeGreaterThanOrEqual(0.95);
    expect(await askPage(page, '比特币价格')).toEqual([]);
    expect(await page.locator('[data-search-closest] li').count()).toBeLessThanOrEqual(5);
    expect(await page.locator('.no-hits .themes').isVisible()).toBe(true);
    await page.close();
  }, 120_000);

  test('a phrase that must not be said is answered with the better one, first', async () => {
    const page = await newPage();
    expect((await askPage(page, '这不关我事'))[0]).toBe('complaints/taboo-phrases');
    const answer = page.locator('[data-search-results] > li').first();
    await answer.locator('.hit-say').getByText('我带您过去').waitFor();
    expect(await answer.locator('.hit-avoid').textContent()).toContain('这不关我事');
    expect(await answer.locator('a').first().getAttribute('href')).toBe('/complaints/taboo-phrases/#phrases');
    await page.close();
  });

  test('a hit tells what can be said at once', async () => {
    const page = await newPage();
    expect((await askPage(page, '客人发火怎么办'))[0]).toBe('complaints/calming');
    expect(await page.locator('[data-search-results] > li').first().locator('.hit-say').textContent()).toContain(
      '我在听',
    );
    await page.close();
  });

  test('a house term is told, and a section is gone to', async () => {
    const page = await newPage();
    await askPage(page, '峰终');
    expect(await page.locator('.hit-term').first().textContent()).toContain('峰终');
    await askPage(page, '望闻问切');
    expect(await page.locator('.hit-open').first().getAttribute('href')).toMatch(/\/service-cycle\/cycle-overview\//);
    await page.close();
  });

  test('what is typed there changes the answer and the address', async () => {
    const page = await newPage();
    await askPage(page, '微笑');
    await page.fill('search-page input', '道歉');
    await page.waitForFunction(() => location.search.includes(encodeURIComponent('道歉')));
    await page.locator('[data-search-results][data-state="done"] > li[data-topic^="communication/"]').first().waitFor();
    await page.close();
  });
});

test('the same hits without Intl.Segmenter, and without a network once the dialog has loaded', async () => {
  const sample = judgedQueries().filter(({ topics }, index) => topics.length > 0 && index % 15 === 7);
  for (const lang of ['zh', 'en'] as const) {
    const plain = await openDialog(lang === 'zh' ? '/' : '/en/');
    const context = await browser.newContext();
    await context.addInitScript(() => Reflect.deleteProperty(Intl, 'Segmenter'));
    const bare = await context.newPage();
    await bare.goto(`${site.url}${lang === 'zh' ? '/' : '/en/'}`);
    const came = Promise.all(
      [`${lang}-wordings`, ...(lang === 'zh' ? ['han'] : [])].map((name) =>
        bare.waitForEvent('requestfinished', (request) => request.url().endsWith(`/${name}.json`)),
      ),
    );
    await bare.keyboard.press('/');
    await bare.waitForSelector('.search-dialog[open]');
    await came;
    expect(await bare.evaluate(() => 'Segmenter' in Intl)).toBe(false);
    await context.setOffline(true);
    for (const { query } of sample.filter((judged) => judged.lang === lang)) {
      expect((await ask(bare, query))[0], query).toBe((await ask(plain, query))[0]);
    }
    await context.close();
    await plain.close();
  }
}, 120_000);

describe('by keyboard alone', () => {
  test('slash opens, arrows choose hits and what to do with them, Enter goes, Esc closes', async () => {
    const page = await newPage();
    await page.goto(`${site.url}/`);
    await page.keyboard.press('/');
    await page.waitForSelector('.search-dialog[open]');
    await page.keyboard.type('ts');
    await page.keyboard.press('Escape');
    expect(await page.locator('.search-dialog[open]').count()).toBe(0);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('tousu');
    // On the way there stand answers to the first letters.
    await page.locator('.search-all[href$="q=tousu"]').waitFor();
    await page.locator('#search-hits [data-topic]').nth(1).waitFor();
    const input = page.locator('#search-input');
    expect(await input.getAttribute('aria-expanded')).toBe('true');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
    const active = () => page.locator('#search-hits a[data-active]');
    expect(await input.getAttribute('aria-activedescendant')).toBe(await active().getAttribute('id'));
    expect(await active().getAttribute('href')).toMatch(/^\/complaints\/what-is-a-complaint\//);
    await page.keyboard.press('ArrowRight');
    expect(await active().getAttribute('href')).toBe('/complaints/what-is-a-complaint/#card');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/complaints/what-is-a-complaint/**');
    await page.close();
  });

  test('what is typed before the dialog is there is not lost', async () => {
    const page = await newPage();
    await page.route(/search-dialog/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      await route.continue();
    });
    await page.goto(`${site.url}/`);
    await page.keyboard.press('/');
    await page.keyboard.type('tou');
    await page.waitForSelector('.search-dialog[open]');
    await page.keyboard.type('su');
    expect(await page.locator('#search-input').inputValue()).toBe('tousu');
    await page.locator('#search-hits [data-topic="complaints/what-is-a-complaint"]').waitFor();
    await page.close();
  });

  test('recent searches come back, and can be forgotten', async () => {
    const page = await openDialog('/');
    await ask(page, '双赢');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/complaints/six-steps/**');
    await page.keyboard.press('/');
    await page.locator('.search-again', { hasText: '双赢' }).click();
    await page.locator('#search-hits [data-topic="complaints/six-steps"]').waitFor();
    await page.fill('#search-input', '');
    await page.locator('.search-clear').click();
    expect(await page.locator('.search-again').count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('pocketbook/searches'))).toBeNull();
    await page.close();
  });
});

test('an input method: hits while composing, none taken away, no Enter stolen', async () => {
  const page = await openDialog('/');
  await page.evaluate(() => {
    const hits = document.querySelector('#search-hits')!;
    const state = { least: Infinity };
    new MutationObserver(() => {
      if (state.least < Infinity || hits.childElementCount > 0)
        state.least = Math.min(state.least, hits.childElementCount);
    }).observe(hits, { childList: true });
    Object.assign(window, { hitCounts: state });
  });
  const compose = (text: string) =>
    page.evaluate((value) => {
      const input = document.querySelector<HTMLInputElement>('#search-input')!;
      input.value = value;
      input.dispatchEvent(new CompositionEvent('compositionupdate', { data: value, bubbles: true }));
      input.dispatchEvent(new InputEvent('input', { data: value, isComposing: true, bubbles: true }));
    }, text);
  const first = page.locator('#search-hits [data-topic]').first();
  const complaint = page.locator('#search-hits [data-topic="complaints/what-is-a-complaint"]');
  await page.evaluate(() => {
    document.querySelector('#search-input')!.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  });
  for (const text of ['t', 'to']) await compose(text);
  await compose("tou's");
  await complaint.waitFor();
  await compose("tou'su");
  await complaint.waitFor();
  // Nothing sounds like this: what was found stays. The next answer comes after this one's.
  await compose('zz qqq');
  await compose("wei'xiao");
  await page.locator('#search-hits [data-topic="etiquette/professional-smile"]').waitFor();
  expect(await page.locator('.search-status').textContent()).not.toMatch(/\d/);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#search-input')!;
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    input.value = '投诉';
    input.dispatchEvent(new CompositionEvent('compositionend', { data: '投诉', bubbles: true }));
    input.dispatchEvent(new InputEvent('input', { data: '投诉', bubbles: true }));
  });
  await page.locator('.search-status', { hasText: /\d/ }).waitFor();
  expect(await first.getAttribute('data-topic')).toBe('complaints/what-is-a-complaint');
  expect(
    await page.evaluate(() => (window as unknown as { hitCounts: { least: number } }).hitCounts.least),
  ).toBeGreaterThan(0);
  expect(new URL(page.url()).pathname).toBe('/');
  await page.close();
});

test('by touch on a phone: opens, finds, fits, goes', async () => {
  const page = await openDialog('/complaints/six-steps/', {
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  await ask(page, '我不能');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  const small = await page.locator('.search-dialog :is(a, button):visible').evaluateAll((targets) =>
    targets.flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      return Math.min(width, height) < 24 ? [target.textContent] : [];
    }),
  );
  expect(small).toEqual([]);
  await page.locator('#search-hits a').first().tap();
  await page.waitForURL('**/communication/positive-language/**');
  await page.close();
});

test('axe finds nothing: closed, empty, with hits, with none, on its page', async () => {
  const page = await newPage();
  const faults = async () => {
    await page.evaluate(AXE);
    return page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
  };
  await askPage(page, '这不关我事');
  expect(await faults()).toEqual([]);
  await page.keyboard.press('Control+k');
  await page.waitForSelector('.search-dialog[open]');
  expect(await faults()).toEqual([]);
  for (const query of ['投诉', '比特币价格']) {
    await ask(page, query);
    expect(await faults(), query).toEqual([]);
  }
  await page.close();
}, 60_000);

test('hostile queries give hits or an empty state, never markup or an error', async () => {
  const page = await newPage();
  const hostile = [
    '<img src=x onerror=document.title=1>',
    '"><script>document.title=1</script>',
    '投诉'.repeat(5000),
    '.*+?^${}()|[]\\/',
    '\ud83d',
    '😀👩‍👩‍👧‍👦',
    '__proto__ constructor toString',
    '%00%ff\u0000\u202e',
    ' '.repeat(500),
  ];
  await page.goto(`${site.url}/search/`);
  for (const query of hostile) {
    await page.fill('search-page input', query);
    await page.waitForSelector('[data-search-results][data-state="done"]', { state: 'attached' });
    expect(await page.locator('search-page :is(img, script)').count()).toBe(0);
  }
  const dialog = await openDialog('/');
  for (const query of hostile.slice(0, 7)) {
    await ask(dialog, query);
    expect(await dialog.locator('.search-dialog :is(img, script)').count()).toBe(0);
  }
  expect((await ask(dialog, '投诉')).length).toBeGreaterThan(0);
  expect(await dialog.title()).not.toBe('1');
  await dialog.close();
  await page.close();
}, 60_000);

test('nothing is fetched before it is wanted, and little then', async () => {
  const page = await newPage();
  let fetched: { url: string; size: Promise<number> }[] = [];
  page.on('response', (response) => {
    fetched.push({
      url: new URL(response.url()).pathname,
      size: response.body().then(
        (body) => gzipSync(body).length,
        () => 0,
      ),
    });
  });
  const total = async () => (await Promise.all(fetched.map(({ size }) => size))).reduce((sum, size) => sum + size, 0);
  await page.goto(`${site.url}/complaints/six-steps/`, { waitUntil: 'networkidle' });
  expect(fetched.filter(({ url }) => /api\/search|search-dialog/.test(url))).toEqual([]);
  fetched = [];
  await page.keyboard.press('/');
  await page.waitForSelector('.search-dialog[open]');
  await page.keyboard.insertText('客人发火怎么办');
  await page.locator('#search-hits [data-topic]').first().waitFor();
  const opening = fetched.filter(({ url }) => !/\/(?:han|wordings|..-wordings)\.[^/]*$/.test(url));
  const sizes = await Promise.all(opening.map(({ size }) => size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(70_000);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(600);
  expect(await total()).toBeLessThanOrEqual(150_000);
  for (const query of ['怎么跟业主说坏消息', 'empathy', '我不能']) {
    fetched = [];
    await ask(page, query);
    await page.waitForTimeout(600);
    await page.waitForLoadState('networkidle');
    expect(await total(), query).toBeLessThanOrEqual(40_000);
  }
  await page.close();
}, 60_000);

test('with scripts off, the search box leads to the index', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/complaints/six-steps/`);
  await page.locator('.find').first().click();
  await page.waitForURL('**/index/');
  await page.getByRole('link', { name: '客诉处理步骤' }).waitFor();
  await page.goto(`${site.url}/search/`);
  await page.locator('noscript a, search-page a[href="/index/"]').first().waitFor({ state: 'attached' });
  await context.close();
});
