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

const linking = pages.filter(({ html }) => html.includes('class="term"'));
const SAMPLE = linking.find(({ url }) => url.startsWith('/en/'))!.url;

/** What a piece of HTML without tags says. */
const documentText = (html: string) => html.replaceAll('&#x26;', '&').replaceAll('&amp;', '&').replaceAll('&#39;', "'");

async function open(
  url: string,
  options: { width?: number; isMobile?: boolean; scripts?: boolean } = {},
): Promise<Page> {
  const { width = 1280, isMobile = false, scripts = true } = options;
  const context = await browser.newContext({
    viewport: { width, height: 780 },
    hasTouch: isMobile,
    isMobile,
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${site.url}${url}`);
  return page;
}

test('every linked term stands once a page, leads to its entry and carries the definition that stands there', () => {
  expect(linking.length).toBeGreaterThan(40);
  const glossaries = new Map(['/glossary/', '/en/glossary/'].map((url) => [url, documentOf(pageAt(url))] as const));
  for (const { url, html } of linking) {
    const links = [
      ...html.matchAll(
        /<a href="([^"#]+)#([^"]+)" class="term" aria-describedby="([^"]+)">[^<]+<\/a><span id="([^"]+)"[^>]*>([^<]+)</g,
      ),
    ];
    expect(links.length, url).toBe(html.split('class="term"').length - 1);
    expect(new Set(links.map(([, , id]) => id)).size, url).toBe(links.length);
    for (const [, address = '', id = '', described, noteId, note = ''] of links) {
      expect(described).toBe(noteId);
      const entry = glossaries.get(address)?.getElementById(id);
      const words = documentText(note);
      expect(entry?.querySelector('dd')?.textContent, url).toContain(words);
    }
  }
});

test('the note shows on focus and hover, Escape puts it away, and it shows again next time', async () => {
  for (const scripts of [true, false]) {
    const page = await open(SAMPLE, { scripts });
    const term = page.locator('a.term').first();
    const note = page.locator('.term-note').first();
    expect(await note.isVisible()).toBe(false);
    await term.focus();
    expect(await note.isVisible()).toBe(true);
    if (scripts) {
      await page.keyboard.press('Escape');
      expect(await note.isVisible()).toBe(false);
    }
    await term.blur();
    await term.hover();
    expect(await note.isVisible()).toBe(true);
    await page.context().close();
  }
});

test('on a touch screen the first tap shows the note, the second follows the link', async () => {
  const page = await open(SAMPLE, { width: 360, isMobile: true });
  const term = page.locator('a.term').first();
  await term.tap();
  expect(await page.locator('.term-note').first().isVisible()).toBe(true);
  expect(new URL(page.url()).pathname).toBe(SAMPLE);
  await term.tap();
  await page.waitForURL(/\/en\/glossary\/#/);
  await page.context().close();
});

test('no note runs off a phone, and on paper none is shown', async () => {
  const page = await open('/glossary/', { width: 360 });
  for (const { url } of linking.slice(0, 12)) {
    await page.goto(`${site.url}${url}`);
    const notes = await page.locator('a.term').evaluateAll((terms: HTMLElement[]) =>
      terms.map((term) => {
        term.focus();
        const { left, right, width } = document
          .getElementById(term.getAttribute('aria-describedby')!)!
          .getBoundingClientRect();
        return { said: term.textContent, fits: width > 0 && left >= 0 && right <= 360 };
      }),
    );
    expect(notes.length, url).toBeGreaterThan(0);
    expect(
      notes.filter(({ fits }) => !fits),
      url,
    ).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.term-note:visible').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
  }
  await page.context().close();
});
