import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsQR from 'jsqr';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { SiteServer } from '../../scripts/lib/serve-site.ts';
import { launchBrowser, serveDist } from './site.ts';
import { byTurns } from './visit-site.ts';

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

/** A phone of its own, with nothing kept on it; the test fails on any error or foreign request of its pages. */
async function newPhone(options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    ...options,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== site.url && url.protocol !== 'blob:' && url.protocol !== 'data:') errors.push(request.url());
  });
  onTestFinished(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
  return { context, page };
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations: found } = await axe.run();
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** Nothing stands out of the phone's width. */
async function expectFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}

/** Answers a round of the quiz at hand by touch: the first question wrongly where it has options, others rightly. */
async function answerRound(page: Page): Promise<void> {
  await page.locator('pocket-quiz').scrollIntoViewIfNeeded();
  await page.locator('pocket-quiz[data-ready]').waitFor();
  const submit = page.locator('.quiz-form button[type=submit]');
  for (let n = 0; await submit.isVisible(); n += 1) {
    const stem = (await page.locator('.quiz-stage legend').innerText()).trim();
    const right = await page.locator('[data-question]').evaluateAll(
      (items, asked) =>
        items
          .find((item) => item.querySelector('.quiz-stem')?.textContent.trim() === asked)
          ?.getAttribute('data-key')
          ?.split(' ') ?? [],
      stem,
    );
    const inputs = page.locator('.quiz-option input');
    const values = await inputs.evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
    const isSingle = values.length > 0 && (await inputs.first().getAttribute('type')) === 'radio';
    const wanted = values.filter((value) => right.includes(value) === n > 0);
    for (const value of isSingle ? wanted.slice(0, 1) : wanted) {
      await page.locator('.quiz-option label', { has: page.locator(`input[value="${value}"]`) }).tap();
    }
    while ((await page.locator('.quiz-pool .quiz-item').count()) > 0) {
      await page.locator('.quiz-pool .quiz-item').first().tap();
      await page.locator('.quiz-put:not([disabled]):visible').first().tap();
    }
    await submit.tap();
    await page.locator('.quiz-verdict [data-mark]').waitFor();
    await submit.tap();
  }
}

const LANGS = {
  zh: { root: '', name: '林晓', from: '王敏', greeting: '欢迎加入，慢慢来。', job: '去仓库认一认三样常用的备件。' },
  en: {
    root: '/en',
    name: 'Sam Lin',
    from: 'Min Wang',
    greeting: 'Welcome. Take your time.',
    job: 'Find the fire exit.',
  },
} as const;
const TOPIC = 'complaints/six-steps';

/** Builds a plan of four steps by touch and returns its link. */
async function buildPlan(page: Page, lang: 'zh' | 'en'): Promise<string> {
  const { root, from, greeting, job } = LANGS[lang];
  await page.goto(`${site.url}${root}/onboarding/new/`);
  await page.locator('plan-builder[data-ready]').waitFor();
  await page.locator('[name=from]').fill(from);
  await page.locator('[name=greeting]').fill(greeting);
  await page.locator('[name=date]').fill('2026-01-05');
  const stage = page.locator('[data-stage="0"]');
  await stage.locator('[type=date]').fill('2026-01-06');
  await stage.locator('[type=date]').blur();
  const add = async (kind: string, what: string) => {
    await stage.locator('[data-kind]').selectOption(kind);
    if (kind === 'on-the-job') await stage.locator('[data-task]').fill(what);
    else await stage.locator('[data-what]').selectOption(what);
    await stage.locator('[data-add]').tap();
  };
  await add('on-the-job', job);
  await add('quiz', TOPIC);
  await add('card', `${TOPIC}/six-steps`);
  await add('read', TOPIC);
  // In the order of a day: read, card, quiz, then at work.
  for (const [row, times] of [
    [3, 3],
    [3, 2],
    [3, 1],
  ] as const) {
    for (let at = row; at > row - times; at -= 1) await stage.locator('li').nth(at).locator('[data-move=up]').tap();
  }
  expect(await stage.locator('li').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-do')))).toEqual([
    'read',
    'card',
    'quiz',
    'on-the-job',
  ]);
  await stage.locator('li select').selectOption('50');
  await expectFit(page);
  expect(await violations(page)).toEqual([]);
  const link = await page.locator('[name=link]').inputValue();
  expect(link.startsWith(`${site.url}${root}/onboarding/plan/#p1.`)).toBe(true);
  expect(link.length).toBeLessThan(800);
  await expectQr(page, link);
  // The builder opens again from its own address.
  await page.reload();
  await page.locator('plan-builder[data-ready]').waitFor();
  expect(await page.locator('[name=link]').inputValue()).toBe(link);
  expect(await page.locator('[name=from]').inputValue()).toBe(from);
  return link;
}

/** A phone's camera reads the code on the page as `link`. */
async function expectQr(page: Page, link: string): Promise<void> {
  const side = 400;
  const dark = await page.locator('.build-qr svg').evaluate(async (svg, size) => {
    const copy = svg.cloneNode(true) as SVGElement;
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.setAttribute('width', String(size));
    copy.setAttribute('height', String(size));
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = size;
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0, size, size);
    // What nothing is drawn on is the white card that the code stands on.
    const data = pen?.getImageData(0, 0, size, size).data ?? [];
    return Array.from({ length: size * size }, (_, at) => ((data[at * 4 + 3] ?? 0) > 127 ? '1' : '0')).join('');
  }, side);
  const pixels = Uint8ClampedArray.from(
    [...dark].flatMap((isDark) => [...Array<number>(3).fill(isDark === '1' ? 0 : 255), 255]),
  );
  expect(jsQR(pixels, side, side)?.data).toBe(link);
}

/** Works through the plan's pages from step to step, as its bar leads, up to the step at work. */
async function learn(page: Page): Promise<void> {
  await page.locator('a[data-go]').tap();
  await page.waitForURL(`**/${TOPIC}/`);
  await page.locator('plan-bar .btn').tap();
  await page.waitForURL('**/c/*/');
  await page.locator('plan-bar .btn').tap();
  await page.waitForURL(`**/${TOPIC}/#quiz`);
  await answerRound(page);
  await page.locator('plan-bar .bar-plan').tap();
  await page.locator('plan-page[data-ready]').waitFor();
}

describe.each(byTurns('zh'))('a plan by link (%s)', (lang) => {
  const { root, name, from, greeting, job } = LANGS[lang];

  test('trainer builds, new hire learns, trainer reads, each on a phone of their own, by touch', async () => {
    const trainer = await newPhone();
    const link = await buildPlan(trainer.page, lang);

    const { page } = await newPhone();
    await page.goto(link);
    await page.locator('plan-page[data-ready]').waitFor();
    expect(await page.locator('[data-part=from]').innerText()).toContain(from);
    expect(await page.locator('[data-part=greeting]').innerText()).toBe(greeting);
    expect(await page.locator('.plan-stage[data-overdue]').count()).toBe(1);
    expect(await page.locator('[data-part=progress]').innerText()).toMatch(/^0\b.*4/);
    await expectFit(page);
    expect(await violations(page)).toEqual([]);

    await learn(page);
    expect(await page.locator('[data-part=progress]').innerText()).toMatch(/^3\b.*4/);
    expect(await page.locator('a[data-go]').innerText()).toContain(job);
    await page.locator('.plan-step[data-do=on-the-job] input').tap();
    await page.reload();
    await page.locator('plan-page[data-ready]').waitFor();
    expect(await page.locator('.plan-step[data-done]').count()).toBe(4);

    await page.locator('a[data-finish]').tap();
    await page.locator('plan-finish[data-ready]').waitFor();
    await page.locator('[name=reader]').fill(name);
    expect(await page.locator('.certificate').innerText()).toContain(name);
    await expectFit(page);
    expect(await violations(page)).toEqual([]);
    const [picture] = await Promise.all([page.waitForEvent('download'), page.locator('[data-picture]').tap()]);
    expect(picture.suggestedFilename()).toContain(name);
    expect(
      readFileSync(await picture.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const result = await page.locator('[name=result]').inputValue();
    expect(result.startsWith(`${site.url}${root}/trainer/#r1.`)).toBe(true);

    const reader = await newPhone();
    await reader.page.goto(`${site.url}${root}/trainer/`);
    await reader.page.locator('trainer-desk[data-ready]').waitFor();
    const altered = `${result.slice(0, -1)}${result.endsWith('A') ? 'B' : 'A'}`;
    await reader.page.locator('textarea').fill(`${name}: ${result}\n${result}\n${altered}`);
    await readClass(reader.page, lang);
  });
});

/** What the trainer sees and saves of the one result. */
async function readClass(page: Page, lang: 'zh' | 'en'): Promise<void> {
  const { name } = LANGS[lang];
  const status = await page.locator('[data-part=status]').innerText();
  expect(status).toMatch(lang === 'zh' ? /重复的1份[\s\S]*改动过/ : /1 repeated[\s\S]*changed on the way/);
  const row = page.locator('[data-part=class] tbody tr');
  expect(await row.count()).toBe(1);
  expect(await row.innerText()).toMatch(new RegExp(`${name}[\\s\\S]*4 / 4`));
  expect(await page.locator('[data-part=items] tbody tr').count()).toBeGreaterThanOrEqual(6);
  const missed = page.locator('.missed a');
  expect(await missed.count()).toBeGreaterThan(0);
  expect(await missed.first().getAttribute('href')).toContain(`/${TOPIC}/#`);
  expect(await page.locator('.theme-bars li').count()).toBe(1);
  await expectFit(page);
  expect(await violations(page)).toEqual([]);
  const [csv] = await Promise.all([page.waitForEvent('download'), page.locator('[data-csv]').tap()]);
  expect(readFileSync(await csv.path(), 'utf8')).toContain(`${name},`);
  const [xlsx] = await Promise.all([page.waitForEvent('download'), page.locator('[data-xlsx]').tap()]);
  const rows = await readXlsxFile(readFileSync(await xlsx.path()));
  expect(JSON.stringify(rows)).toContain(name);
  // Nothing is kept unless asked.
  expect(await page.evaluate(() => localStorage.getItem('pocketbook/trainer'))).toBeNull();
  await page.locator('[name=keep]').tap();
  await page.reload();
  await page.locator('trainer-desk[data-ready]').waitFor();
  expect(await page.locator('[data-part=class] tbody tr').count()).toBe(1);
}

describe.each(byTurns('en'))('without a network after first open (%s)', (lang) => {
  test('the new hire reads, takes the card, answers the quiz and finishes', async () => {
    const trainer = await newPhone();
    const link = await buildPlan(trainer.page, lang);
    const { context, page } = await newPhone({ serviceWorkers: 'allow' });
    await page.goto(link);
    await page.locator('plan-page[data-ready]').waitFor();
    await page.locator('plan-page[data-offline]').waitFor({ timeout: 60_000 });
    await context.setOffline(true);
    await page.reload();
    await page.locator('plan-page[data-ready]').waitFor();
    await learn(page);
    await page.locator('.plan-step[data-do=on-the-job] input').tap();
    await page.locator('a[data-finish]').tap();
    await page.locator('plan-finish[data-ready]').waitFor();
    await page.locator('[name=reader]').fill('A');
    expect(await page.locator('[name=result]').inputValue()).toContain('#r1.');
  });
});

test('a link that is cut says so and lists what is on the device, and no markup of it comes to life', async () => {
  const { page } = await newPhone();
  for (const [fragment, said] of [
    ['p1.2s.0000000.abc', '链接不完整'],
    ['p1.3.0000000.abc', '校验对不上'],
    ['p9.3.0000000.abc', '新版本'],
    ['<img src=x onerror=alert(1)>', '不是一份计划的链接'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`${site.url}/onboarding/plan/#${fragment}`);
    await page.locator('[data-part=fault]:visible').waitFor();
    expect(await page.locator('[data-part=fault]').innerText()).toContain(said);
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.locator('.path-shelf li').count()).toBeGreaterThanOrEqual(6);
  }
});

test('two plans stand side by side, and the home page goes on with the last', async () => {
  const { page } = await newPhone();
  for (const path of ['day-1', 'week-1']) {
    await page.goto(`${site.url}/onboarding/${path}/`);
    await page.locator('plan-page[data-ready]').waitFor();
  }
  await page.locator('.plan-step[data-do=read] input').first().tap();
  await page.goto(`${site.url}/onboarding/`);
  expect(await page.locator('.kept-plans li').count()).toBe(2);
  await page.goto(`${site.url}/`);
  await page.locator('.kept-plans a').first().tap();
  await page.waitForURL('**/onboarding/week-1/');
  await page.locator('plan-page[data-ready]').waitFor();
  expect(await page.locator('.plan-step[data-done]').count()).toBe(1);
});

test('on a desk nothing covers the bar that leads back and on', async () => {
  const { page } = await newPhone();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${site.url}/onboarding/day-1/`);
  await page.locator('plan-page[data-ready]').waitFor();
  await page.locator('.plan-step a').first().click();
  for (const way of ['.bar-plan', '.btn']) {
    // A click waits until nothing stands above.
    await page.locator(`plan-bar ${way}`).click({ trial: true, timeout: 5000 });
  }
});

test('what is practised or done at work is ticked by hand, in two tabs side by side', async () => {
  const { context, page } = await newPhone();
  const url = `${site.url}/onboarding/complaint-handler/`;
  await page.goto(url);
  await page.locator('plan-page[data-ready]').waitFor();
  const other = await context.newPage();
  await other.goto(url);
  await other.locator('plan-page[data-ready]').waitFor();
  await page.locator('.plan-step[data-do=practise] input').first().tap();
  await other.locator('.plan-step[data-do=on-the-job] input').first().tap();
  await expect.poll(() => page.locator('.plan-step[data-done]').count()).toBe(2);
  await page.reload();
  await page.locator('plan-page[data-ready]').waitFor();
  expect(await page.locator('.plan-step[data-done]').count()).toBe(2);
});

describe('a device that does not keep what it is given', () => {
  const KEY = 'pocketbook/onboarding/day-1';
  const newer = '{"format":9}';

  test.each([
    ['is full', '', '这台设备不让保存'],
    ['was written by a newer version', newer, '新版本'],
    ['is damaged', '{"format":1,"ticks":', '进度只存在这台设备上'],
  ])('where the store %s, every tick stays on the screen, and one line says how it is', async (_, entry, line) => {
    const { page } = await newPhone();
    await page.addInitScript(
      ([key, text]) => {
        if (text !== '' && localStorage.getItem(key) === null) localStorage.setItem(key, text);
        if (text === '') {
          Storage.prototype.setItem = () => {
            throw new DOMException('full', 'QuotaExceededError');
          };
        }
      },
      [KEY, entry] as const,
    );
    await page.goto(`${site.url}/onboarding/day-1/`);
    await page.locator('plan-page[data-ready]').waitFor();
    const boxes = page.locator('.plan-step[data-do=read] input');
    for (const at of [0, 1]) await boxes.nth(at).tap();
    expect(await page.locator('.plan-step[data-done]').count()).toBe(2);
    expect(await page.locator('[data-part=kept]').innerText()).toContain(line);
    if (entry === newer) expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBe(newer);
  });
});

test('without scripts every step of a path can be read and followed', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${site.url}/onboarding/complaint-handler/`);
  const steps = page.locator('.plan-step');
  expect(await steps.count()).toBeGreaterThan(20);
  for (const step of await steps.all()) expect(await step.isVisible()).toBe(true);
  expect(await page.locator('.plan-step:not([data-do=on-the-job]) a[href]').count()).toBe(
    await page.locator('.plan-step:not([data-do=on-the-job])').count(),
  );
});
