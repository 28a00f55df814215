import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { byTurns, findAxeFaults, visitSite } from './visit-site.ts';

const TOPIC = 'complaints/six-steps';
/** It asks in every way there is. */
const VARIED = 'psychology/perception-and-memory';
const KEY = `pocketbook/progress/${TOPIC}`;
const TYPES = ['choice', 'multiple', 'true-false', 'order', 'match', 'sort'];

const site = visitSite();
const { newPage } = site;

/** Opens the topic and brings its quiz into view, so that it comes to life. */
async function openQuiz(page: Page, lang: 'zh' | 'en' = 'zh'): Promise<void> {
  await page.goto(`${site.url}${lang === 'en' ? '/en' : ''}/${TOPIC}/`);
  await page.locator('pocket-quiz').scrollIntoViewIfNeeded();
  await page.locator('pocket-quiz[data-ready]').waitFor();
}

/** Opens a topic that asks in every way, where one question of each of these types is still to be answered. */
async function openTypes(page: Page, types: readonly string[], lang: 'zh' | 'en' = 'zh'): Promise<void> {
  const address = `${site.url}${lang === 'en' ? '/en' : ''}/${VARIED}/`;
  await page.goto(`${address}quiz/`);
  await page.locator('[data-question]').evaluateAll(
    (items, { topic, wanted }) => {
      const open = new Set(wanted);
      const rest = items.filter((item) => !open.delete(item.getAttribute('data-type')!));
      const answers = rest.map((item) => [
        item.getAttribute('data-question')!.slice(topic.length + 1),
        [item.getAttribute('data-version'), 1, 1, 1],
      ]);
      localStorage.setItem(
        `pocketbook/progress/${topic}`,
        JSON.stringify({ format: 1, answers: Object.fromEntries(answers) as unknown }),
      );
    },
    { topic: VARIED, wanted: [...types] },
  );
  await page.goto(address);
  await page.locator('pocket-quiz').scrollIntoViewIfNeeded();
  await page.locator('pocket-quiz[data-ready]').waitFor();
}

const type = (page: Page) => page.locator('.quiz-stage fieldset').getAttribute('data-type');
const submit = (page: Page) => page.locator('.quiz-form button[type=submit]');
const record = (page: Page) => page.locator('.quiz-record').innerText();

/** The question that is being asked: its id and key, as the page's own list has them. */
async function asked(page: Page): Promise<{ id: string; key: string[] }> {
  const stem = await page.locator('.quiz-stage legend').innerText();
  const all = await page.locator('[data-question]').evaluateAll((items) =>
    items.map((item) => ({
      stem: item.querySelector('.quiz-stem')?.textContent.trim() ?? '',
      id: item.getAttribute('data-question') ?? '',
      key: (item.getAttribute('data-key') ?? '').split(' '),
    })),
  );
  return all.find((question) => question.stem === stem.trim())!;
}

/** Answers the question at hand with the pointer, rightly or not, and goes on to the next or to the result. */
async function answer(page: Page, isRight: boolean): Promise<void> {
  const { key } = await asked(page);
  const kind = await type(page);
  if (kind === 'order') {
    if (isRight) await sort(page, key);
    else await page.locator('.quiz-rows li').first().locator('.quiz-move').last().click();
  } else if (kind === 'match' || kind === 'sort') {
    await place(page, key, isRight);
  } else if (kind === 'multiple' && isRight) {
    for (const id of key) await page.locator(`.quiz-option:has(input[value="${id}"]) label`).click();
  } else {
    const inputs = await page
      .locator('.quiz-option input')
      .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
    await page
      .locator('.quiz-option label')
      .nth(inputs.findIndex((id) => key.includes(id) === isRight))
      .click();
  }
  await submit(page).click();
  await page.locator('.quiz-verdict [data-mark]').waitFor();
  await submit(page).click();
}

/** Puts every line where it belongs, or each where the next one belongs, by tapping it and then the place. */
async function place(page: Page, key: string[], isRight: boolean): Promise<void> {
  const pairs = key.map((put) => put.split('=') as [string, string]);
  for (const [at, [option]] of pairs.entries()) {
    const [, target] = pairs[(at + (isRight ? 0 : 1)) % pairs.length]!;
    await page.locator(`.quiz-stage [data-id="${option}"] .quiz-item`).click();
    await page.locator(`.quiz-stage [data-target="${target}"] .quiz-put`).click();
  }
}

/** Puts the rows in order with their buttons. */
async function sort(page: Page, key: string[]): Promise<void> {
  for (const [to, id] of key.entries()) {
    const row = page.locator(`.quiz-rows li[data-id="${id}"]`);
    const at = () => row.evaluate((element) => [...element.parentElement!.children].indexOf(element));
    while ((await at()) > to) await row.locator('.quiz-move').first().click();
  }
}

const axe = (page: Page) => findAxeFaults(page, 'pocket-quiz');

describe('without scripts', () => {
  test('some questions stand at the end of the topic and all where it leads to, answer and reasons folded under each', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${site.url}/${TOPIC}/`);
    const questions = page.locator('.quiz-paper > li');
    expect(await questions.count()).toBe(3);
    for (const question of await questions.all()) expect(await question.isVisible()).toBe(true);
    await page.locator('.quiz-door').click();
    await page.waitForURL(`**/${TOPIC}/quiz/`);
    expect(await questions.count()).toBeGreaterThan(3);
    for (const question of await questions.all()) expect(await question.isVisible()).toBe(true);
    const first = questions.first();
    expect(await first.locator('[data-reason]').first().isVisible()).toBe(false);
    await first.locator('summary').click();
    const reasons = await first.locator('[data-reason]').allInnerTexts();
    expect(reasons).toHaveLength(await first.locator('[data-option]').count());
    expect(reasons.every((reason) => reason.length > 0)).toBe(true);
    expect(await first.locator('.quiz-reasons [data-mark=right]').count()).toBe(1);
  });

  test('so they do on the topic when the code of the quiz does not arrive', async () => {
    const context = await site.browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.route(/quiz-element/, (route) => route.abort());
    await page.goto(`${site.url}/${TOPIC}/`);
    await page.locator('pocket-quiz').scrollIntoViewIfNeeded();
    await page.locator('.quiz-paper > li').last().waitFor();
    await page.locator('pocket-quiz:not([data-waiting])').waitFor();
    await context.close();
  });

  test('when the other questions do not arrive either, some stand there, and the way to all', async () => {
    const context = await site.browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.route(/\/quiz\/$/, (route) => route.abort());
    await page.goto(`${site.url}/${TOPIC}/`);
    await page.locator('pocket-quiz').scrollIntoViewIfNeeded();
    await page.locator('pocket-quiz:not([data-waiting])').waitFor();
    expect(await page.locator('.quiz-paper > li:visible').count()).toBe(3);
    expect(await page.locator('.quiz-door').getAttribute('href')).toBe(`/${TOPIC}/quiz/`);
    await context.close();
  });
});

test('its code comes when the quiz is near, and is small', async () => {
  const page = await newPage();
  const scripts = new Map<string, number>();
  await page.goto(`${site.url}/${TOPIC}/`, { waitUntil: 'networkidle' });
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) {
      void response.body().then((body) => scripts.set(response.url(), gzipSync(body).length));
    }
  });
  await page.locator('pocket-quiz').scrollIntoViewIfNeeded();
  await page.locator('pocket-quiz[data-ready]').waitFor();
  await expect.poll(() => [...scripts.keys()].some((url) => url.includes('quiz-element'))).toBe(true);
  expect([...scripts.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(25_000);
});

describe.each(byTurns('zh'))('by keyboard alone (%s)', (lang) => {
  test('a round of every type from the first question to the result, each state clean for axe', async () => {
    const page = await newPage({ colorScheme: lang === 'zh' ? 'light' : 'dark' });
    await openTypes(page, TYPES, lang);
    const seen = new Set<string>();
    const [, total = ''] = /(\d+)\D*$/.exec(await page.locator('.quiz-count').innerText()) ?? [];
    const hasFocus = (selector: string) => page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 30 && !(await hasFocus(selector)); presses++) await page.keyboard.press('Tab');
      expect(await hasFocus(selector), selector).toBe(true);
    };
    // What stands before the quiz is not its concern.
    await page.locator('.quiz-stage legend').focus();

    for (let n = 1; n <= Number(total); n++) {
      const kind = (await type(page)) ?? '';
      const isFirstOfKind = !seen.has(kind);
      seen.add(kind);
      // What is asked stands in the marked question as well: one look at it by itself is enough.
      if (isFirstOfKind && lang === 'zh') expect(await axe(page), kind).toEqual([]);

      if (kind === 'order') await moveByKeys(page, tabTo);
      else if (kind === 'match' || kind === 'sort') await placeByKeys(page, tabTo);
      else {
        // Enter without an answer asks for one and marks nothing.
        await tabTo('.quiz-form button[type=submit]');
        await page.keyboard.press('Enter');
        expect(await page.locator('.quiz-verdict').innerText()).toMatch(/先选一个|Choose an answer/);
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press(kind === 'multiple' || n % 2 === 1 ? 'Space' : 'ArrowDown');
        expect(await page.locator('.quiz-option input:checked').count()).toBe(1);
      }
      // From an option Enter marks the question; from a row's button it would move the row.
      if (['order', 'match', 'sort'].includes(kind)) await tabTo('.quiz-form button[type=submit]');
      await page.keyboard.press('Enter');
      const verdict = await page.locator('.quiz-verdict[role=status]').textContent();
      expect(verdict?.replace(/\s/g, '').length).toBeGreaterThan(5);
      expect(
        await page.locator('.quiz-stage [data-mark=right], .quiz-stage [data-mark=wrong]').count(),
      ).toBeGreaterThan(0);
      expect(await page.locator('.quiz-stage .quiz-why').count()).toBeGreaterThan(0);
      if (isFirstOfKind) expect(await axe(page), `${kind}, marked`).toEqual([]);

      expect(await hasFocus('.quiz-form button[type=submit]')).toBe(true);
      await page.keyboard.press('Enter');
      expect(await hasFocus(n < Number(total) ? '.quiz-stage legend' : '.quiz-result')).toBe(true);
    }
    expect(await axe(page), 'result').toEqual([]);
    expect([...seen].sort()).toEqual(TYPES.toSorted());
  });
});

/** Picks up each line with Enter and puts it down with Enter; both are announced, and the focus finds the next line. */
async function placeByKeys(page: Page, tabTo: (selector: string) => Promise<void>): Promise<void> {
  const said = page.locator('.quiz-live [aria-live]');
  await tabTo('.quiz-pool li:first-child .quiz-item');
  const total = await page.locator('.quiz-pool li').count();
  const targets = await page.locator('.quiz-target').count();
  for (let n = 0; n < total; n++) {
    const item = await page.locator('.quiz-item:focus').innerText();
    await page.keyboard.press('Enter');
    expect(await said.textContent()).toContain(item);
    expect(await page.locator('.quiz-put:focus').count()).toBe(1);
    if (n === 0) {
      await page.keyboard.press('Escape');
      expect(await page.locator('.quiz-item:focus').innerText()).toBe(item);
      await page.keyboard.press('Enter');
    }
    for (let down = 0; down < n % targets; down++) await page.keyboard.press('ArrowDown');
    const id = await page.locator('.quiz-target:has(:focus)').getAttribute('data-target');
    const target = page.locator(`.quiz-target[data-target="${id}"]`);
    const name = await target.locator('.quiz-target-name').innerText();
    await page.keyboard.press('Enter');
    expect(await said.textContent()).toContain(name);
    expect(await target.locator('.quiz-placed').innerText()).toContain(item);
  }
  expect(await page.locator('.quiz-pool li').count()).toBe(0);
}

/** Moves the first row down and up again with the arrow keys: it is announced, and the focus goes with it. */
async function moveByKeys(page: Page, tabTo: (selector: string) => Promise<void>): Promise<void> {
  await tabTo('.quiz-rows li:first-child .quiz-move');
  const row = page.locator('.quiz-rows li:has(:focus)');
  const name = await row.locator('span').nth(1).innerText();
  const place = () => row.evaluate((element) => [...element.parentElement!.children].indexOf(element));
  await page.keyboard.press('ArrowDown');
  expect(await place()).toBe(1);
  expect(await page.locator('.quiz-live [aria-live]').textContent()).toContain(name);
  await page.keyboard.press('ArrowUp');
  expect(await place()).toBe(0);
  await tabTo('.quiz-rows li:first-child .quiz-move:last-of-type');
  await page.keyboard.press('Enter');
  expect(await place()).toBe(1);
}

test('screen readers are given the question, the options and the buttons by name', async () => {
  const page = await newPage();
  await openQuiz(page, 'en');
  const stem = await page.locator('.quiz-stage legend').innerText();
  const group = page.getByRole('group', { name: stem });
  expect(await group.count()).toBe(1);
  const options = await page.locator('.quiz-option label > span').allInnerTexts();
  for (const option of options) expect(await group.getByRole('radio', { name: option }).count()).toBe(1);
  expect(await page.getByRole('progressbar', { name: 'Question 1 of 8' }).count()).toBe(1);
  while ((await type(page)) !== 'order') await answer(page, true);
  const [first = ''] = await page.locator('.quiz-rows li > span:nth-child(2)').allInnerTexts();
  expect(await page.getByRole('button', { name: `Move up: ${first}`, exact: true }).count()).toBe(1);
});

test('screen readers are given check boxes, lines and places by name', async () => {
  const page = await newPage();
  await openTypes(page, ['multiple', 'match', 'sort'], 'en');
  while (await page.locator('.quiz-form').isVisible()) {
    const kind = (await type(page))!;
    const group = page.getByRole('group', { name: await page.locator('.quiz-stage legend').innerText() });
    if (kind === 'multiple') {
      const options = await page.locator('.quiz-option label > span').allInnerTexts();
      for (const option of options) expect(await group.getByRole('checkbox', { name: option }).count()).toBe(1);
    }
    if (kind === 'match' || kind === 'sort') {
      const [item = ''] = await page.locator('.quiz-item').allInnerTexts();
      const button = group.getByRole('button', { name: item, exact: true });
      expect(await button.getAttribute('aria-pressed')).toBe('false');
      await button.click();
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      const names = await page.locator('.quiz-target-name').allInnerTexts();
      for (const name of names) {
        expect(await group.getByRole('button', { name: `Put it with: ${name}`, exact: true }).count()).toBe(1);
      }
      expect(await group.getByRole('list', { name: 'Still to be placed' }).count()).toBe(1);
      await button.click();
    }
    await answer(page, true);
  }
  expect(await page.locator('.quiz-score').innerText()).toBe('3 of 3 right');
});

describe('results', () => {
  test('what was missed is linked to be read again, and asked again in the end', async () => {
    const page = await newPage();
    await openQuiz(page);
    const { id } = await asked(page);
    await answer(page, false);
    while (await page.locator('.quiz-form').isVisible()) await answer(page, true);
    const links = await page
      .locator('.quiz-again a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual([`/${TOPIC}/#${id.split('/')[2]}`]);
    expect(await page.locator(`[id="${id.split('/')[2]}"]`).count()).toBe(1);

    const again = page.locator('.quiz-result button');
    for (;;) {
      await again.click();
      if ((await asked(page)).id === id) break;
      while (await page.locator('.quiz-form').isVisible()) {
        if ((await asked(page)).id === id) break;
        await answer(page, true);
      }
      if (await page.locator('.quiz-form').isVisible()) break;
    }
    expect((await asked(page)).id).toBe(id);
  });

  test('when all is answered rightly the quiz says so, and can be started again', async () => {
    const page = await newPage();
    await openQuiz(page);
    const total = await page.locator('[data-question]').count();
    for (let round = 0; round < total; round++) {
      while (await page.locator('.quiz-form').isVisible()) await answer(page, true);
      if ((await page.locator('.quiz-result button').innerText()) === '再做一遍') break;
      await page.locator('.quiz-result button').click();
    }
    expect(await record(page)).toContain(`已答对 ${total} 题，共 ${total} 题`);
    await openQuiz(page);
    expect(await page.locator('.quiz-result h3').innerText()).toContain('都答对过了');
    await page.locator('.quiz-result button').click();
    expect(await page.locator('.quiz-count').innerText()).toBe('第 1 题，共 8 题');
  });
});

describe('ordering', () => {
  async function openOrdering(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await newPage(options);
    await openQuiz(page);
    while ((await type(page)) !== 'order') await answer(page, true);
    return page;
  }
  const rows = (page: Page) =>
    page.locator('.quiz-rows li').evaluateAll((all) => all.map((row) => row.getAttribute('data-id') ?? ''));
  async function middleOf(page: Page, row: number): Promise<{ x: number; y: number }> {
    const box = (await page.locator('.quiz-rows li').nth(row).locator('.quiz-handle').boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  test('by mouse: a row dragged by its handle takes the place where it is dropped', async () => {
    const page = await openOrdering();
    const [first, ...others] = await rows(page);
    const [from, to] = [await middleOf(page, 0), await middleOf(page, 2)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y + 4, { steps: 8 });
    await page.mouse.up();
    expect(await rows(page)).toEqual([others[0], others[1], first, ...others.slice(2)]);
    expect(await page.locator('[data-dragged]').count()).toBe(0);
  });

  test('by touch: the same, and the page does not scroll under the finger', async () => {
    const page = await openOrdering({ hasTouch: true });
    await page.locator('.quiz-rows').evaluate((list) => list.scrollIntoView({ block: 'center' }));
    const [first, ...others] = await rows(page);
    const [from, to] = [await middleOf(page, 0), await middleOf(page, 1)];
    const scrolled = () => page.evaluate(() => window.scrollY);
    const before = await scrolled();
    const client = await page.context().newCDPSession(page);
    const touch = (name: string, points: { x: number; y: number }[]) =>
      client.send('Input.dispatchTouchEvent', { type: name as 'touchStart', touchPoints: points });
    await touch('touchStart', [from]);
    for (const part of [0.3, 0.6, 1.1]) await touch('touchMove', [{ x: from.x, y: from.y + (to.y - from.y) * part }]);
    await touch('touchEnd', []);
    expect(await rows(page)).toEqual([others[0], first, ...others.slice(1)]);
    expect(await scrolled()).toBe(before);
  });

  test('the right order is right, and every row is told why it stands where it stands', async () => {
    const page = await openOrdering();
    await sort(page, (await asked(page)).key);
    await submit(page).click();
    expect(await page.locator('.quiz-rows [data-mark=right]').count()).toBe((await rows(page)).length);
    expect(await page.locator('.quiz-rows .quiz-why').count()).toBe((await rows(page)).length);
  });
});

describe('placing', () => {
  async function openPlacing(kind: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await newPage(options);
    await openTypes(page, [kind]);
    return page;
  }
  const middle = async (page: Page, selector: string) => {
    const box = (await page.locator(selector).first().boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  test('by mouse: a line dragged by its handle lies where it is dropped, and goes back when dropped elsewhere', async () => {
    const page = await openPlacing('sort', { viewport: { width: 1000, height: 1400 } });
    await page.locator('.quiz-stage').evaluate((stage) => stage.scrollIntoView({ block: 'start' }));
    const drag = async (from: string, to: string) => {
      const [start, end] = [await middle(page, from), await middle(page, to)];
      await page.mouse.move(start.x, start.y);
      await page.mouse.down();
      await page.mouse.move(end.x, end.y, { steps: 6 });
      await page.mouse.up();
    };
    const name = await page.locator('.quiz-pool .quiz-item').first().innerText();
    await drag('.quiz-pool .quiz-handle', '.quiz-target');
    expect(await page.locator('.quiz-target').first().locator('.quiz-item').allInnerTexts()).toEqual([name]);
    await drag('.quiz-placed .quiz-handle', '.quiz-stage .quiz-stem');
    expect(await page.locator('.quiz-target .quiz-item').count()).toBe(0);
    expect(await page.locator('.quiz-pool .quiz-item').allInnerTexts()).toContain(name);
    expect(await page.locator('pocket-quiz [style]').count()).toBe(0);
  });

  test('beside one text there is room for one: the other goes back', async () => {
    const page = await openPlacing('match');
    const [first = '', second = ''] = await page.locator('.quiz-pool .quiz-item').allInnerTexts();
    for (const name of [first, second]) {
      await page.locator('.quiz-item', { hasText: name }).first().click();
      await page.locator('.quiz-put').first().click();
    }
    expect(await page.locator('.quiz-target').first().locator('.quiz-item').allInnerTexts()).toEqual([second]);
    expect(await page.locator('.quiz-pool .quiz-item').allInnerTexts()).toContain(first);
    await submit(page).click();
    expect(await page.locator('.quiz-verdict').innerText()).toBe('先把每一条都放好。');
  });

  test('part of it right earns part, and every line is told where it belongs', async () => {
    const page = await openPlacing('sort');
    const { key } = await asked(page);
    await place(page, key, true);
    const [option] = key[0]!.split('=');
    const at = await page
      .locator('.quiz-target')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-target')));
    const wrong = at.find((target) => `${option}=${target}` !== key[0]);
    await page.locator(`.quiz-stage [data-id="${option}"] .quiz-item`).click();
    await page.locator(`.quiz-stage [data-target="${wrong}"] .quiz-put`).click();
    await submit(page).click();
    expect(await page.locator('.quiz-verdict').innerText()).toContain(
      `对了一部分 · ${key.length} 项里放对了 ${key.length - 1} 项`,
    );
    expect(await page.locator('.quiz-placed .quiz-why').count()).toBe(key.length);
    expect(await page.locator('.quiz-placed [data-mark=wrong]').count()).toBe(1);
  });
});

describe('progress', () => {
  const stored = (page: Page) => page.evaluate((key) => localStorage.getItem(key), KEY);

  /** The page with something done to its store before any of its scripts runs. */
  async function openWith(prepare: string): Promise<Page> {
    const page = await newPage();
    await page.addInitScript(prepare);
    await openQuiz(page);
    return page;
  }

  test('is there after a reload, and the next round goes on from it', async () => {
    const page = await newPage();
    await openQuiz(page);
    const { id } = await asked(page);
    await answer(page, true);
    await openQuiz(page);
    expect((await asked(page)).id).not.toBe(id);
    expect(await record(page)).toMatch(/^已答对 1 题/);
  });

  test('a question reworded since is asked again', async () => {
    const page = await newPage();
    await openQuiz(page);
    const { id } = await asked(page);
    await answer(page, true);
    await page.evaluate(
      ([key, name]) => {
        const data = JSON.parse(localStorage.getItem(key!)!) as { answers: Record<string, unknown[]> };
        data.answers[name!]![0] = 'older';
        localStorage.setItem(key!, JSON.stringify(data));
      },
      [KEY, id.slice(TOPIC.length + 1)],
    );
    await openQuiz(page);
    expect(await record(page)).toContain('有 1 题改过，要再答一次');
  });

  test('what was answered under the former name of a topic counts under the new one', async () => {
    const page = await newPage();
    await page.route(`${site.url}/${TOPIC}/quiz/`, async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(
        '<pocket-quiz ',
        '<pocket-quiz data-formerly="complaints/old-name" ',
      );
      await route.fulfill({ response, body: html });
    });
    await page.goto(`${site.url}/${TOPIC}/quiz/`);
    const first = page.locator('[data-question]').first();
    const id = (await first.getAttribute('data-question'))!;
    const version = await first.getAttribute('data-version');
    await page.evaluate(
      ([name, of]) => {
        const answers = { [name!]: [of, 1, 5, 2] };
        localStorage.setItem('pocketbook/progress/complaints/old-name', JSON.stringify({ format: 1, answers }));
      },
      [id.slice(TOPIC.length + 1), version],
    );
    await openQuiz(page);
    expect(await record(page)).toMatch(/^已答对 1 题/);
    expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain('old-name');
  });

  test('a corrupt store: one line says so, and the quiz goes on', async () => {
    const page = await openWith(`localStorage.getItem('${KEY}') ?? localStorage.setItem('${KEY}', '{"format":1,')`);
    expect(await record(page)).toContain('读不出来');
    await answer(page, true);
    expect(JSON.parse((await stored(page))!)).toMatchObject({ format: 1 });
  });

  test('a store of a newer version is left as it is', async () => {
    const page = await openWith(`localStorage.setItem('${KEY}', '{"format":99}')`);
    await answer(page, true);
    expect(await record(page)).toContain('新版本');
    expect(await stored(page)).toBe('{"format":99}');
  });

  test.each([
    ['full', `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }`],
    [
      'refused',
      `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })`,
    ],
  ])('a store that is %s: one line says so, and the round can be finished', async (_, prepare) => {
    const page = await openWith(prepare);
    while (await page.locator('.quiz-form').isVisible()) await answer(page, true);
    expect(await record(page)).toContain('没让保存');
    expect(await record(page)).toMatch(/^已答对 8 题/);
  });
});

describe('looks', () => {
  test('nothing is wider than a phone in any state', async () => {
    const page = await newPage();
    await openQuiz(page, 'en');
    const fits = () =>
      page.evaluate(() => {
        const room = document.documentElement.clientWidth;
        return [...document.querySelectorAll('pocket-quiz *:not(.sr-only)')]
          .filter((element) => element.getBoundingClientRect().right > room)
          .map((element) => element.className);
      });
    while (await page.locator('.quiz-form').isVisible()) {
      expect(await fits()).toEqual([]);
      await answer(page, false);
    }
    expect(await fits()).toEqual([]);
  });

  test('on paper: every question, no folded answers, the key at the end', async () => {
    const page = await newPage();
    await openQuiz(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.quiz-live').isVisible()).toBe(false);
    expect(await page.locator('.quiz-paper > li').last().isVisible()).toBe(true);
    expect(await page.locator('.quiz-paper summary').first().isVisible()).toBe(false);
    expect(await page.locator('.quiz-key li').count()).toBe(await page.locator('[data-question]').count());
    expect(await page.locator('.quiz-key li').last().isVisible()).toBe(true);
  });

  test('no inline style is needed', async () => {
    const page = await newPage();
    await openQuiz(page);
    while (await page.locator('.quiz-form').isVisible()) await answer(page, true);
    expect(await page.locator('pocket-quiz [style]').count()).toBe(0);
  });
});
