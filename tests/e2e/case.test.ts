import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { byTurns, findAxeFaults, visitSite } from './visit-site.ts';

const TOPIC = 'complaints/case-hot-water';
const STORY = `${TOPIC}/story`;

const site = visitSite();
const { newPage } = site;

async function openStory(page: Page, lang: 'zh' | 'en' = 'zh', hash = ''): Promise<void> {
  await page.goto(`${site.url}${lang === 'en' ? '/en' : ''}/${TOPIC}/${hash}`);
  await page.locator('case-story[data-ready]').waitFor();
}

const player = (page: Page) => page.locator(`case-story[data-story="${STORY}"] .story-player`);
const said = (page: Page) => player(page).locator('[aria-live]').textContent();
const place = (page: Page) => player(page).locator('.story-place').innerText();

/** Which choice of the decision at hand has the effect wanted, as the page's own list has it. */
async function choiceOf(page: Page, effect: string): Promise<number> {
  const ask = await player(page).locator('.story-ask').last().textContent();
  return page.evaluate(
    ([wanted, text]) => {
      const decision = [...document.querySelectorAll('case-story [data-decision]')].find(
        (one) => one.querySelector('[data-ask]')?.textContent.trim() === text,
      );
      return [...decision!.querySelectorAll('[data-choice]')].findIndex(
        (choice) => choice.getAttribute('data-effect') === wanted,
      );
    },
    [effect, ask],
  );
}

/** Walks to an end with the pointer, always taking what has the effect wanted. */
async function walk(page: Page, effect: string): Promise<void> {
  while ((await player(page).locator('.story-summary').count()) === 0) {
    await player(page)
      .locator('.story-choice')
      .nth(await choiceOf(page, effect))
      .click();
    await player(page).locator('.story-go button').click();
  }
}

const axe = (page: Page) => findAxeFaults(page, 'case-story');

test('without scripts the whole story can be read: every scene, every choice with what comes of it, every end', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(`${site.url}/${TOPIC}/`);
  const scenes = page.locator('.scenes > li');
  expect(await scenes.count()).toBeGreaterThanOrEqual(9);
  for (const scene of await scenes.all()) expect(await scene.isVisible()).toBe(true);
  expect(await page.locator('.scenes [data-ending]').count()).toBeGreaterThanOrEqual(3);
  const choices = page.locator('.scenes [data-choice]');
  for (const summary of await choices.locator('summary').all()) await summary.click();
  for (const choice of await choices.all()) {
    expect((await choice.locator('[data-outcome]').innerText()).length).toBeGreaterThan(5);
    expect((await choice.locator('[data-why]').innerText()).length).toBeGreaterThan(5);
    const next = await choice.locator('.choice-ways a[href^="#"]').getAttribute('href');
    expect(await page.locator(`[id="${next!.slice(1)}"]`).count()).toBe(1);
  }
});

describe.each(byTurns('en'))('by keyboard alone (%s)', (lang) => {
  test('from the first scene to the end, told as it goes, each state clean for axe', async () => {
    const page = await newPage({ colorScheme: lang === 'zh' ? 'light' : 'dark' });
    await openStory(page, lang);
    const hasFocus = (selector: string) => page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 30 && !(await hasFocus(selector)); presses++) await page.keyboard.press('Tab');
      expect(await hasFocus(selector), selector).toBe(true);
    };
    expect(await axe(page), 'start').toEqual([]);
    expect(await said(page)).toBe('');
    // What stands before the story is not its concern.
    await player(page).locator('.story-stage').first().focus();

    for (let n = 1; (await player(page).locator('.story-summary').count()) === 0; n++) {
      expect(await place(page)).toContain(String(n));
      const at = await choiceOf(page, n === 1 ? 'half' : 'helps');
      for (let presses = 0; presses <= at; presses++) await page.keyboard.press('Tab');
      expect(await hasFocus('.story-choice')).toBe(true);
      await page.keyboard.press('Enter');
      expect(await hasFocus('.story-result')).toBe(true);
      expect(await said(page)).toMatch(n === 1 ? /^(只帮了一半|Helps by half)/ : /^(帮到了客户|Helps the customer)/);
      expect(await said(page)).toContain(await place(page));
      if (n === 1) expect(await axe(page), 'chosen').toEqual([]);
      await tabTo('.story-go button');
      await page.keyboard.press('Enter');
      expect(await hasFocus('.story-stage:last-child')).toBe(true);
      expect(await said(page)).toBe(await place(page));
    }
    expect(await said(page)).toMatch(/走完了|End of the story/);
    expect(await axe(page), 'end').toEqual([]);
    const marks = await player(page)
      .locator('.story-map li')
      .evaluateAll((all) => all.map((dot) => dot.getAttribute('data-mark')));
    expect(marks).toEqual(['half', ...marks.slice(1).map(() => 'helps')]);
    expect(await player(page).locator('.story-steps > li').count()).toBe(marks.length);

    // Back to the first decision, with the choice open and in focus again.
    await tabTo('.story-retry');
    await page.keyboard.press('Enter');
    expect(await hasFocus('.story-choice')).toBe(true);
    expect(await player(page).locator('.story-stage').count()).toBe(1);
    expect(await said(page)).toBe(await place(page));
  });
});

test('a scene is announced by its title, a result by what it does', async () => {
  const page = await newPage();
  await openStory(page, 'en');
  expect(await page.getByRole('group', { name: 'No hot water upstairs' }).count()).toBe(1);
  const ask = await player(page).locator('.story-ask').innerText();
  const group = page.getByRole('group', { name: ask });
  expect(await group.getByRole('button').count()).toBe(3);
  await group
    .getByRole('button')
    .nth(await choiceOf(page, 'hurts'))
    .click();
  expect(await page.getByRole('group', { name: 'Hurts the customer' }).count()).toBe(1);
});

test('the end says what hurt and where it is taught, and remembers the ending on this device', async () => {
  const page = await newPage();
  await openStory(page);
  await walk(page, 'hurts');
  const summary = player(page).locator('.story-summary');
  expect(await summary.locator('.story-score').innerText()).toMatch(/\d 个决定，0 个帮到了客户/);
  const links = await summary.locator('.story-reading a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  expect(links.length).toBeGreaterThanOrEqual(2);
  expect(new Set(links).size).toBe(links.length);
  expect(await summary.locator('[data-reached]').count()).toBe(1);

  await openStory(page);
  await walk(page, 'helps');
  expect(await summary.locator('[data-reached]').count()).toBe(2);
  expect(await summary.locator('.story-reading').count()).toBe(0);
  const kept = await page.evaluate((key) => localStorage.getItem(key), `pocketbook/case/${STORY}`);
  expect(JSON.parse(kept!)).toEqual({ format: 1, endings: ['complained-twice', 'right-table'] });
});

test('a store that refuses or is broken costs no more than the memory', async () => {
  const page = await newPage();
  await page.addInitScript(`localStorage.setItem('pocketbook/case/${STORY}', '{"format":');
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }`);
  await openStory(page);
  await walk(page, 'helps');
  expect(await player(page).locator('[data-reached]').count()).toBe(1);
  expect(await player(page).locator('.story-kept').count()).toBe(0);
});

test('a walk that helped all the way answers the question that the quiz asks about it', async () => {
  const page = await newPage();
  await openStory(page);
  await walk(page, 'helps');
  const id = `${STORY}/walk/story`;
  const stored = () => page.evaluate((key) => localStorage.getItem(key), `pocketbook/progress/${TOPIC}`);
  await expect.poll(stored).not.toBeNull();
  const { answers } = JSON.parse((await stored())!) as { answers: Record<string, [string, number]> };
  const [version, score] = answers[id.slice(TOPIC.length + 1)]!;
  expect(await page.locator('case-story').getAttribute('data-asked')).toBe(id);
  expect([version, score]).toEqual([await page.locator('case-story').getAttribute('data-version'), 1]);
});

test('in the quiz the story is walked as well, and marked by its share', async () => {
  const page = await newPage();
  // Everything but the story is known already.
  await page.goto(`${site.url}/${TOPIC}/quiz/`);
  await page.evaluate((topic) => {
    const answers = [...document.querySelectorAll<HTMLElement>('[data-question]:not([data-type=scenario])')].map(
      ({ dataset }) => [dataset['question']!.slice(topic.length + 1), [dataset['version'], 1, 1, 1]],
    );
    localStorage.setItem(
      `pocketbook/progress/${topic}`,
      JSON.stringify({ format: 1, answers: Object.fromEntries(answers) as object }),
    );
  }, TOPIC);
  await openStory(page);
  await page.locator('pocket-quiz').scrollIntoViewIfNeeded();
  const inQuiz = page.locator('pocket-quiz .story-player');
  await inQuiz.waitFor();
  const submit = page.locator('.quiz-form button[type=submit]');
  await submit.click();
  expect(await page.locator('.quiz-verdict').innerText()).toContain('先把故事走到结局');
  while ((await inQuiz.locator('.story-summary').count()) === 0) {
    await inQuiz.locator('.story-choice').first().click();
    await inQuiz.locator('.story-go button').click();
  }
  const score = await inQuiz.locator('.story-score').innerText();
  await submit.click();
  expect(await page.locator('.quiz-verdict').innerText()).toContain(score);
});

test('the whole story is one button away, and a link to a scene opens it', async () => {
  const page = await newPage();
  await openStory(page);
  const whole = page.locator('case-story > .scenes');
  expect(await whole.isVisible()).toBe(false);
  await page.getByRole('button', { name: '读整个故事' }).click();
  expect([await whole.isVisible(), await player(page).isVisible()]).toEqual([true, false]);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '一步步走' }).click();
  expect(await player(page).isVisible()).toBe(true);

  await openStory(page, 'zh', '#story-morning-call');
  expect(await page.locator('#story-morning-call').isVisible()).toBe(true);
});

test('nothing is wider than a phone in any state', async () => {
  const page = await newPage();
  await openStory(page, 'en');
  const wide = () =>
    page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      return [...document.querySelectorAll('case-story *:not(.sr-only)')]
        .filter((element) => element.getBoundingClientRect().right > room)
        .map((element) => element.className);
    });
  expect(await wide()).toEqual([]);
  await walk(page, 'half');
  expect(await wide()).toEqual([]);
});
