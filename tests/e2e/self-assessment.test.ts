import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { SiteServer } from '../../scripts/lib/serve-site.ts';
import { launchBrowser, serveDist } from './site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ATTITUDE = 'mindset-ethics/self-assessment-attitude';
const CALMING = 'complaints/calming';
const TONE = 'communication/tone-of-voice';
const keyOf = (scale: string) => `pocketbook/scale/${scale}`;

let browser: Browser;
let site: SiteServer;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), serveDist()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** A page of its own on a phone; the test fails on any error that the page reports. */
async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  onTestFinished(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
  return page;
}

/** Opens a topic whose self-assessment has come to life. */
async function open(page: Page, topic: string): Promise<void> {
  await page.goto(`${site.url}/${topic}/`);
  await page.locator('.scale-bar:not([hidden])').waitFor();
}

const status = (page: Page) => page.locator('self-assessment [role="status"]').innerText();
const result = (page: Page) => page.locator('.scale-result');
const kept = (page: Page, scale: string) => page.evaluate((key) => localStorage.getItem(key), keyOf(scale));
const keep = (page: Page, scale: string, value: string) =>
  page.evaluate(([key, text]) => localStorage.setItem(key!, text!), [keyOf(scale), value]);

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (context: string) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run('self-assessment')).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}

/** What assistive technology calls the element in focus: role, name and state. */
async function spoken(page: Page): Promise<{ role: string; name: string; checked: string | undefined }> {
  const client = await page.context().newCDPSession(page);
  const { result: focused } = await client.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await client.send('Accessibility.getPartialAXTree', {
    objectId: focused.objectId!,
    fetchRelatives: false,
  });
  await client.detach();
  const [node] = nodes;
  return {
    role: String(node?.role?.value),
    name: String(node?.name?.value),
    checked: node?.properties?.find(({ name }) => name === 'checked')?.value.value as string | undefined,
  };
}

describe('a scale', () => {
  test('goes through to its result by keyboard alone, and says where one is', async () => {
    const page = await newPage();
    await open(page, ATTITUDE);
    const legends = await page.locator('.scale-item legend').allInnerTexts();
    expect(legends).toHaveLength(10);
    await page.locator('.scale-item input').first().focus();
    for (let item = 0; item < 10; item += 1) {
      if (item > 0) await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      // The points run 5, 4, 3, 2, 1: one to the right of the first is a 4.
      await page.keyboard.press('ArrowRight');
      expect(await spoken(page)).toEqual({ role: 'radio', name: '4', checked: 'true' });
      const group = await page.evaluate(
        () => document.activeElement?.closest('fieldset')?.querySelector('legend')?.innerText,
      );
      expect(group).toBe(legends[item]);
      if (item < 9) expect(await status(page)).toBe(`已答 ${item + 1} 题，共 10 题`);
      expect(await page.locator('self-assessment progress').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(
        item + 1,
      );
      if (item === 4) expect(await violations(page)).toEqual([]);
    }
    expect(await status(page)).toBe('已答 10 题，共 10 题 · 40 分，满分 50 分 · 有顺手的，有费劲的');
    expect(await result(page).locator('.scale-score').innerText()).toBe('40 分，满分 50 分');
    expect(await result(page).locator('[data-band]:visible').count()).toBe(1);
    expect(await result(page).locator('.scale-profile meter').count()).toBe(10);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    expect((await spoken(page)).name).toBe('重新来过');
    const links = await result(page)
      .locator('[data-band]:visible a')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(0);
    for (const href of links) expect((await page.request.get(href)).status()).toBe(200);
  });

  test('partly filled, it is there after the page is loaded again', async () => {
    const page = await newPage();
    await open(page, ATTITUDE);
    for (const item of [0, 1, 2]) await page.locator('.scale-item').nth(item).locator('label').nth(item).click();
    await page.reload();
    await page.locator('.scale-bar:not([hidden])').waitFor();
    expect(await status(page)).toBe('已答 3 题，共 10 题');
    expect(
      await page
        .locator('.scale-item input:checked')
        .evaluateAll((all) => all.map((i) => (i as HTMLInputElement).value)),
    ).toEqual(['5', '4', '3']);
    await page.locator('[data-again]').click();
    expect(await page.locator('.scale-item input:checked').count()).toBe(0);
    expect(await status(page)).toBe('已答 0 题，共 10 题');
  });

  test('is compared with the last time', async () => {
    const page = await newPage();
    await open(page, ATTITUDE);
    const items = await page
      .locator('.scale-item')
      .evaluateAll((all) => all.map((item) => item.querySelector('input')!.name));
    const answers = Object.fromEntries(items.map((item) => [item, 3]));
    await keep(
      page,
      `${ATTITUDE}/attitude`,
      JSON.stringify({ format: 1, draft: {}, results: [{ day: '2026-01-31', answers }] }),
    );
    await page.reload();
    await page.locator('.scale-bar:not([hidden])').waitFor();
    for (const item of items) await page.locator(`input[name="${item}"][value="5"]`).check({ force: true });
    expect(await result(page).locator('.scale-score').innerText()).toBe('50 分，满分 50 分');
    expect(await result(page).locator('.scale-before').innerText()).toBe('上次（2026-01-31）：30 分');
    expect(await result(page).locator('.scale-profile small').allInnerTexts()).toEqual(items.map(() => '3 → 5'));
    expect(JSON.parse((await kept(page, `${ATTITUDE}/attitude`))!)).toMatchObject({
      results: [{ day: '2026-01-31' }, {}],
    });
  });

  test.each([
    ['not JSON', '{{{'],
    ['another shape', '{"format":1,"draft":[1,2],"results":"none"}'],
    ['points that are off', '{"format":1,"draft":{"on-a-level":99,"nobody":3},"results":[{"day":7}]}'],
  ])('a store that holds %s begins afresh and is mended', async (_, value) => {
    const page = await newPage();
    await open(page, ATTITUDE);
    await keep(page, `${ATTITUDE}/attitude`, value);
    await page.reload();
    await page.locator('.scale-bar:not([hidden])').waitFor();
    expect(await page.locator('.scale-item input:checked').count()).toBe(0);
    await page.locator('.scale-item label').first().click();
    expect(await status(page)).toBe('已答 1 题，共 10 题');
    expect(JSON.parse((await kept(page, `${ATTITUDE}/attitude`))!)).toMatchObject({
      format: 1,
      draft: { 'on-a-level': 5 },
    });
  });

  test.each(['full', 'refused'])('a store that is %s: it works, and says that nothing is kept', async (kind) => {
    const page = await newPage();
    await page.addInitScript((how) => {
      const refuse = () => {
        throw new DOMException('no', how === 'full' ? 'QuotaExceededError' : 'SecurityError');
      };
      if (how === 'full') Storage.prototype.setItem = refuse;
      else Object.defineProperty(window, 'localStorage', { get: refuse });
    }, kind);
    await open(page, ATTITUDE);
    for (let item = 0; item < 10; item += 1)
      await page.locator('.scale-item').nth(item).locator('label').first().click();
    expect(await status(page)).toContain('这台设备没能保存');
    expect(await result(page).locator('.scale-score').innerText()).toBe('50 分，满分 50 分');
  });

  test('an entry of a newer format is left as it is', async () => {
    const page = await newPage();
    await open(page, ATTITUDE);
    await keep(page, `${ATTITUDE}/attitude`, '{"format":9,"kept":"later"}');
    await page.reload();
    await page.locator('.scale-bar:not([hidden])').waitFor();
    await page.locator('.scale-item label').first().click();
    expect(await status(page)).toContain('这台设备没能保存');
    expect(await kept(page, `${ATTITUDE}/attitude`)).toBe('{"format":9,"kept":"later"}');
  });

  test('prints as filled in or blank, by itself, and is then as it was', async () => {
    const page = await newPage();
    await open(page, ATTITUDE);
    await page.evaluate(() => {
      window.print = () => {
        const shown = (selector: string) => document.querySelector(selector)?.closest('[data-not-printed]') === null;
        document.documentElement.dataset['printed'] = JSON.stringify({
          checked: document.querySelectorAll('.scale-item input:checked').length,
          scale: shown('self-assessment'),
          heading: shown('h2#attitude'),
          rest: shown('.topic-end'),
        });
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    const printed = async () => JSON.parse((await page.locator('html').getAttribute('data-printed'))!) as object;
    for (const item of [0, 1]) await page.locator('.scale-item').nth(item).locator('label').first().click();
    await page.locator('[data-print="filled"]').click();
    expect(await printed()).toEqual({ checked: 2, scale: true, heading: true, rest: false });
    await page.locator('[data-print="blank"]').click();
    expect(await printed()).toEqual({ checked: 0, scale: true, heading: true, rest: false });
    expect(await page.locator('.scale-item input:checked').count()).toBe(2);
    expect(await page.locator('[data-not-printed]').count()).toBe(0);
  });
});

describe('the fifteen calming skills', () => {
  const boxes = (page: Page) => page.locator('self-assessment input[type=checkbox]');

  test('are ticked by keyboard, each with its name; the result says what to practise', async () => {
    const page = await newPage();
    await open(page, CALMING);
    expect(await boxes(page).count()).toBe(15);
    const names = await page.locator('self-assessment .ticks label').allInnerTexts();
    await boxes(page).first().focus();
    for (let item = 0; item < 15; item += 1) {
      if (item > 0) await page.keyboard.press('Tab');
      if (item % 2 === 0) await page.keyboard.press('Space');
      const state = item % 2 === 0 ? 'true' : 'false';
      expect(await spoken(page)).toEqual({ role: 'checkbox', name: names[item], checked: state });
    }
    expect(await status(page)).toBe('勾了 8 条，共 15 条');
    expect(await result(page).isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    expect(await spoken(page)).toMatchObject({ role: 'button', name: '看结果' });
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect((await spoken(page)).name).toBe('结果');
    expect(await status(page)).toBe('勾了 8 条，共 15 条 · 有一半了，一次补一样');
    const open15 = result(page).locator('[data-list=open] a:visible');
    expect(await open15.allInnerTexts()).toEqual(names.filter((_, index) => index % 2 === 1));
    expect(await result(page).locator('[data-band]:visible a').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await open15.first().click();
    expect(new URL(page.url()).hash).toBe('#skills-mind-on-concern');
  });

  test('are kept, and compared with the last time', async () => {
    const page = await newPage();
    await open(page, CALMING);
    const answers = { 'stay-calm-no-interrupting': 1, 'take-notes': 1 };
    await keep(
      page,
      `${CALMING}/skills`,
      JSON.stringify({ format: 1, draft: {}, results: [{ day: '2026-01-31', answers }] }),
    );
    await page.reload();
    await page.locator('.scale-bar:not([hidden])').waitFor();
    for (const id of ['stay-calm-no-interrupting', 'mind-on-concern', 'no-fuel'])
      await page.locator(`#skills-${id}-tick`).check();
    await page.locator('[data-finish]').click();
    expect(await result(page).locator('.scale-before').innerText()).toBe('上次（2026-01-31）：勾了 2 条');
    expect(await result(page).locator('[data-list=gained] li:visible').count()).toBe(2);
    expect(await result(page).locator('[data-list=dropped] li:visible').count()).toBe(1);
    await page.reload();
    await page.locator('.scale-result:not([hidden])').waitFor();
    expect(await boxes(page).evaluateAll((all) => all.filter((box) => (box as HTMLInputElement).checked).length)).toBe(
      3,
    );
  });

  test('without scripts they are a plain list that can be ticked and printed', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${site.url}/${CALMING}/`);
    await boxes(page).nth(3).check();
    expect(await page.locator('.scale-bar').isVisible()).toBe(false);
    expect(await result(page).isVisible()).toBe(false);
    expect(await page.locator('self-assessment .ticks li p').count()).toBe(15);
  });
});

test('the tone check sends to what helps, and names strengths', async () => {
  const page = await newPage();
  await open(page, TONE);
  const box = (id: string) => page.locator(`input[name="${id}"]`);
  await box('nervous-fast').check();
  await box('in-control').check();
  await page.locator('[data-finish]').click();
  const lists = result(page).locator('[data-list=ticked]:visible');
  expect(await lists.count()).toBe(2);
  expect(await lists.nth(0).locator('a:visible').getAttribute('href')).toBe('#adjust-fast-fix');
  expect(await page.locator('#adjust-fast-fix').count()).toBe(1);
  expect(await lists.nth(1).locator('li:visible').allInnerTexts()).toEqual(['大多数时候，用什么语气由我自己定。']);
  expect(await violations(page)).toEqual([]);
});
