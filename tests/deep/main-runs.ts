import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

/*
 * What readers come for, done in any engine on a site at any address: `root` is that address without a slash at its end.
 */

const TOPIC = 'complaints/six-steps';
const PHONE = { width: 360, height: 740 };

/** Looks a thing up as it would be said, and opens the first hit. */
export async function lookUp(page: Page, root: string): Promise<void> {
  await page.setViewport(PHONE);
  await page.goto(`${root}/${TOPIC}/`);
  await page.locator('[data-search-open]').click();
  // A browser without dialogs is taken to the page of the search.
  await page.waitForSelector('.search-dialog[open], search-page');
  await page.locator('#search-input, search-page input').fill('客人发火怎么办');
  const hits = '#search-hits [data-topic], [data-search-results] [data-topic]';
  await page.waitForSelector(hits);
  const topics = await page.$$eval(hits, (rows) => rows.map((row) => row.getAttribute('data-topic')));
  expect(topics.slice(0, 3)).toContain('complaints/calming');
  await Promise.all([page.waitForNavigation(), page.locator('.hit a').click()]);
  expect(page.url()).toContain(`${root}/${topics[0] ?? ''}/`);
}

/** Answers a round of a topic's quiz by tapping what stands first; the answers are there after a reload. */
export async function answerQuiz(page: Page, root: string): Promise<void> {
  await page.setViewport(PHONE);
  await openQuiz(page, root);
  const isOver = () => page.$eval('.quiz-result', (result) => !result.hasAttribute('hidden'));
  while (!(await isOver())) {
    const type = await page.$eval('.quiz-stage fieldset', (stage) => stage.getAttribute('data-type'));
    if (type === 'match' || type === 'sort') {
      while (await page.$('.quiz-pool .quiz-item')) {
        await page.locator('.quiz-pool .quiz-item').click();
        await page.locator('.quiz-put:not([disabled])').click();
      }
    } else if (type !== 'order') await page.locator('.quiz-option label').click();
    await page.locator('.quiz-form button[type=submit]').click();
    await page.waitForSelector('.quiz-verdict [data-mark]');
    await page.locator('.quiz-form button[type=submit]').click();
  }
  const record = () => page.$eval('.quiz-record', (line) => line.textContent);
  const before = await record();
  expect(before).toMatch(/\d/);
  await openQuiz(page, root);
  expect(await record()).toBe(before);
}

async function openQuiz(page: Page, root: string): Promise<void> {
  await page.goto(`${root}/${TOPIC}/`);
  await page.$eval('pocket-quiz', (quiz) => quiz.scrollIntoView());
  await page.waitForSelector('pocket-quiz[data-ready]');
}

/** Puts two cards of the shelf together as one file to print. */
export async function printCards(page: Page, root: string): Promise<void> {
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(() => {
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      (window as unknown as { saved: Blob }).saved = blob;
      return create(blob);
    };
  });
  await page.goto(`${root}/cards/`);
  for (const nth of [0, 1]) {
    const add = (await page.$$('[data-number] [data-add]'))[nth];
    await add?.click();
  }
  await page.waitForSelector('.chosen li:nth-child(2)');
  await page.locator('[data-act="download"]').click();
  await page.waitForFunction('window.saved');
  const begin = await page.evaluate(() => (window as unknown as { saved: Blob }).saved.slice(0, 5).text());
  expect(begin).toBe('%PDF-');
}

/** A trainer makes a plan of one task; whoever opens its link ticks it, and the tick is there after a reload. */
export async function followPlan(page: Page, root: string): Promise<void> {
  await page.setViewport(PHONE);
  await page.goto(`${root}/onboarding/new/`);
  await page.waitForSelector('plan-builder[data-ready]');
  await page.select('[data-stage="0"] [data-kind]', 'on-the-job');
  await page.locator('[data-stage="0"] [data-task]').fill('去仓库认一认三样常用的备件。');
  await page.locator('[data-stage="0"] [data-add]').click();
  await page.waitForSelector('[data-stage="0"] li');
  const link = await page.$eval('[name=link]', (field) => (field as HTMLInputElement).value);
  expect(link.startsWith(`${root}/onboarding/plan/#p1.`)).toBe(true);
  await page.goto(link);
  await page.locator('.plan-step[data-do=on-the-job] input').click();
  await page.waitForSelector('.plan-step[data-done]');
  await page.reload();
  await page.waitForSelector('.plan-step[data-done]');
}
