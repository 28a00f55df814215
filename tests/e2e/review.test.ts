import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ShownQuestion } from '../../src/quiz/shown-question.ts';
import { findAxeFaults, visitSite } from './visit-site.ts';

const TOPIC = 'psychology/perception-and-memory';
const PREFIX = 'pocketbook/progress/';

const site = visitSite();
/** The questions of the topic, as the site gives them to its own pages. */
let bank: ShownQuestion[];
beforeAll(async () => {
  bank = (await (await fetch(`${site.url}/api/quiz/${TOPIC}.zh.json`)).json()) as ShownQuestion[];
});

/** A page whose store holds `entries`. */
async function newPage(entries: Record<string, unknown> = {}, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await site.newPage(options);
  await page.addInitScript((kept) => {
    if (sessionStorage.getItem('filled')) return;
    sessionStorage.setItem('filled', 'yes');
    for (const [key, value] of Object.entries(kept)) {
      localStorage.setItem(key, typeof value === 'string' ? value : JSON.stringify(value));
    }
  }, entries);
  return page;
}

/** Answers as the store has them: questions of some types, each due since long ago, with a score. */
function answered(...scores: [type: string, score: number][]): { format: 1; answers: Record<string, unknown> } {
  const left = [...bank];
  const answers = scores.map(([type, score]) => {
    const [question] = left.splice(
      left.findIndex((one) => one.type === type),
      1,
    );
    return [question!.id.slice(TOPIC.length + 1), [question!.version, score, 1000, 1, [2000, 1, 5, 0]]];
  });
  return { format: 1, answers: Object.fromEntries(answers) as Record<string, unknown> };
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(site.url + address);
  await page.locator('daily-review[data-ready], theme-exam[data-ready]').waitFor();
}

const axe = (page: Page) => findAxeFaults(page, '.review');

/** Answers a choice or true–false question with its first option, and goes on. */
async function answerFirst(page: Page): Promise<void> {
  await page.locator('.quiz-option label').first().click();
  await page.locator('.quiz-form button[type=submit]').click();
}

describe('the daily review', () => {
  test('the home page says how many are due; the review asks them, plans them anew, and says so', async () => {
    const page = await newPage({ [PREFIX + TOPIC]: answered(['choice', 1], ['true-false', 0], ['choice', 1]) });
    await page.goto(`${site.url}/`);
    expect(await page.locator('due-count').innerText()).toBe('今天该复习 3 题');
    await page.locator('.ways a[href$="/review/"]').click();
    await page.locator('daily-review[data-ready]').waitFor();
    expect(await page.locator('.review-count').innerText()).toMatch(/^该复习 3 题。这一轮 3 题，大约 1 分钟/);
    expect(await axe(page)).toEqual([]);

    await page.locator('.review-today button').click();
    // What is being asked is all at hand: no answer needs the network.
    await page.context().setOffline(true);
    for (let n = 0; n < 3; n++) {
      await answerFirst(page);
      await page.locator('.quiz-verdict [data-mark]').waitFor();
      await page.locator('.quiz-form button[type=submit]').click();
    }
    expect(await page.locator('.quiz-score').innerText()).toMatch(/^3 题，答对 \d 题$/);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('quiz-result');
    await page.context().setOffline(false);
    const kept = await page.evaluate((key) => localStorage.getItem(key)!, PREFIX + TOPIC);
    const plans = Object.values(
      (JSON.parse(kept) as { answers: Record<string, [string, number, number, number, number[]]> }).answers,
    );
    for (const [, , at, times, [due]] of plans) {
      expect(times).toBe(2);
      expect(due!).toBeGreaterThan(at);
    }
    await page.goto(`${site.url}/`);
    expect(await page.locator('due-count').innerText()).toBe('');
  });

  test('a story comes back and is walked where it is asked; what is chosen stands', async () => {
    const topic = 'complaints/case-hot-water';
    const questions = (await (await fetch(`${site.url}/api/quiz/${topic}.zh.json`)).json()) as ShownQuestion[];
    const story = questions.find(({ type }) => type === 'scenario')!;
    const name = story.id.slice(topic.length + 1);
    const page = await newPage({
      [PREFIX + topic]: { format: 1, answers: { [name]: [story.version, 0.5, 1000, 1, [2000, 1, 5, 0]] } },
    });
    await open(page, '/review/');
    expect(await page.locator('.review-count').innerText()).toContain('该复习 1 题');
    await page.locator('.review-today button').click();
    const player = page.locator('.story-player');
    await player.waitFor();
    // The walk is fetched before it is shown; from here on the network is not needed.
    await page.context().setOffline(true);
    for (const step of story.key.filter((one) => story.options.some(({ id }) => id === one))) {
      const [scene, choice] = step.split('/');
      const { choices } = story.story!.find(({ id }) => id === scene)!;
      await player
        .locator('.story-choice')
        .nth(choices.findIndex(({ id }) => id === choice))
        .click();
      if (step === story.options[0]!.id) expect(await axe(page)).toEqual([]);
      await player.locator('.story-go button').click();
    }
    expect(await player.locator('.story-summary').isVisible()).toBe(true);
    expect(await player.locator('.story-retry').count()).toBe(0);
    await page.locator('.quiz-form button[type=submit]').click();
    await page.locator('.quiz-verdict [data-mark=right]').waitFor();
    await page.context().setOffline(false);
    const kept = await page.evaluate((key) => localStorage.getItem(key)!, PREFIX + topic);
    const [, score, , times, [due]] = (
      JSON.parse(kept) as { answers: Record<string, [string, number, number, number, number[]]> }
    ).answers[name]!;
    expect([score, times]).toEqual([1, 2]);
    expect(due).toBeGreaterThan(Date.now() / 1000 + 3600);
  });

  test('the notebook holds what was answered wrongly, with the right answer and the way back', async () => {
    const page = await newPage({
      [PREFIX + TOPIC]: answered(['choice', 0], ['match', 0.4], ['sort', 0.5], ['order', 0]),
    });
    await open(page, '/review/');
    await page.locator('.review-part summary').click();
    const missed = page.locator('.quiz-missed');
    expect(await missed.count()).toBe(4);
    const wrong = bank.find(({ type }) => type === 'choice')!;
    const right = wrong.options.find(({ id }) => wrong.key.includes(id))!;
    const entry = missed.filter({ hasText: wrong.stem });
    expect(await entry.locator('.quiz-right').allInnerTexts()).toEqual([`✓ ${right.text}`]);
    expect(await entry.locator('a').getAttribute('href')).toBe(wrong.href);
    expect(await axe(page)).toEqual([]);
  });

  test('progress by theme is a picture with its words', async () => {
    const page = await newPage({ [PREFIX + TOPIC]: answered(['choice', 1], ['choice', 1], ['sort', 0]) });
    await open(page, '/en/review/');
    const picture = page.getByRole('img', { name: /^Customer psychology: 2 right, 1 wrong, \d+ not seen yet$/ });
    expect(await picture.count()).toBe(1);
    expect(await page.locator('.progress-picture li').count()).toBe(8);
    const [all, right] = await picture
      .locator('rect')
      .evaluateAll((rects) => rects.map((rect) => rect.getBoundingClientRect().width));
    expect(right! / all!).toBeGreaterThan(0);
  });

  test('what the site does not ask any more is kept, not asked, and said in one line', async () => {
    const gone = answered(['choice', 1]);
    gone.answers['block/next/removed'] = ['v', 0, 1000, 1, [2000, 1, 5, 0]];
    const other = { format: 1, answers: { 'a/b/c': ['v', 1, 1000, 1] } };
    const page = await newPage({ [PREFIX + TOPIC]: gone, [`${PREFIX}complaints/removed-topic`]: other });
    await open(page, '/review/');
    expect(await page.locator('.review-notes').innerText()).toBe('有 2 题已经从网站撤下，不再安排复习。');
    expect(await page.locator('.review-count').innerText()).toContain('该复习 1 题');
    const kept = await page.evaluate(() => Object.values(localStorage).join(''));
    expect(kept).toContain('block/next/removed');
    expect(kept).toContain('"a/b/c"');
    await page.goto(`${site.url}/`);
    expect(await page.locator('due-count').innerText()).toBe('今天该复习 1 题');
    await open(page, '/review/');
    expect(await page.locator('.review-notes').innerText()).toBe('');
  });

  test('the record can be saved, cleared and read again', async () => {
    const page = await newPage({ [PREFIX + TOPIC]: answered(['choice', 1]), 'starlight-theme': 'dark' });
    await open(page, '/en/review/');
    const stored = () => page.evaluate((key) => localStorage.getItem(key), PREFIX + TOPIC);
    const before = await stored();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('pocketbook-progress.json');
    const file = await download.path();

    await page.getByRole('button', { name: 'Clear the record' }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.getByText('The record is cleared.').waitFor();
    expect(await stored()).toBeNull();
    expect(await page.evaluate(() => localStorage.getItem('starlight-theme'))).toBe('dark');

    await page.locator('#progress-file').setInputFiles(file);
    await page.getByText('1 answers read').waitFor();
    expect(JSON.parse((await stored())!)).toEqual(JSON.parse(before!));
    await page
      .locator('#progress-file')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await page.getByText('This file was not saved by this page').waitFor();
  });

  test.each([
    ['corrupt', `localStorage.setItem('${PREFIX}${TOPIC}', '{"format":1,')`, '读不出来'],
    ['of a newer version', `localStorage.setItem('${PREFIX}${TOPIC}', '{"format":99}')`, '新版本'],
    [
      'refused',
      `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })`,
      '',
    ],
  ])('a store that is %s: no error, one line at most', async (_, prepare, line) => {
    const page = await newPage();
    await page.addInitScript(prepare);
    await page.goto(`${site.url}/`);
    await open(page, '/review/');
    const notes = await page.locator('.review-notes').innerText();
    expect(notes).toContain(line);
    expect(notes.split('\n')).toHaveLength(1);
  });
});

describe('an exam', () => {
  const LINK = '/en/review/exam/?theme=psychology&n=5&minutes=10&seed=monday';

  test('the same link gives everybody the same paper; nothing is told before the end', async () => {
    const papers = [];
    for (const scheme of ['light', 'dark'] as const) {
      const page = await newPage({}, { colorScheme: scheme });
      await open(page, LINK);
      expect(await page.locator('.exam-link').inputValue()).toBe(site.url + LINK);
      expect(await axe(page)).toEqual([]);
      await page.getByRole('button', { name: 'Begin' }).click();
      const stems = [];
      for (let n = 1; n <= 5; n++) {
        await page.getByRole('progressbar', { name: `Question ${n} of 5` }).waitFor();
        stems.push(await page.locator('.quiz-stage legend').innerText());
        if (n === 1) expect(await axe(page)).toEqual([]);
        // An unanswered question may be left.
        await page.locator('.quiz-form button[type=submit]').click();
        expect(await page.locator('.quiz-stage [data-mark]').count()).toBe(0);
      }
      expect(await page.locator('.exam-points').innerText()).toBe('0 points out of 100');
      expect(await page.locator('.quiz-missed').count()).toBe(5);
      expect(await page.locator('.quiz-again a').count()).toBeGreaterThan(0);
      expect(await axe(page)).toEqual([]);
      papers.push([await page.locator('.exam-about').innerText(), ...stems]);
    }
    expect(papers[1]).toEqual(papers[0]);
    expect(papers[0]![0]).toMatch(/^Customer psychology · 5 questions · paper monday · version [2-9A-Z]{4}$/);
  });

  test('when the time is up the exam ends, having said how much is left', async () => {
    const page = await newPage();
    await page.clock.install();
    await open(page, LINK);
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.locator('.exam-clock').waitFor();
    await page.clock.fastForward('05:01');
    await page.getByText('5 minutes left').waitFor({ state: 'attached' });
    await page.clock.fastForward('05:00');
    await page.getByText('Time is up').waitFor();
    expect(await page.locator('.exam-points').innerText()).toBe('0 points out of 100');
  });

  test('a story is walked to its end, and nothing says on the way whether a choice helped', async () => {
    const page = await newPage();
    await open(page, '/en/review/exam/?theme=complaints&n=10&seed=monday');
    await page.getByRole('button', { name: 'Begin' }).click();
    for (let n = 1; n < 10; n++) await page.locator('.quiz-form button[type=submit]').click();
    const player = page.locator('.story-player');
    await player.waitFor();
    const told = async () => [await player.innerText(), await player.locator('[aria-live]').textContent()].join('\n');
    while ((await player.locator('.story-choice').count()) > 0) {
      await player.locator('.story-choice').first().click();
      expect(await told()).not.toMatch(/helps|hurts|by half/i);
      await player.locator('.story-go button').click();
    }
    expect(await player.locator('[data-mark], [data-ending-mark], .story-summary').count()).toBe(0);
    expect(await told()).not.toMatch(/helps|hurts|ending/i);
    expect(await axe(page)).toEqual([]);
    await page.locator('.quiz-form button[type=submit]').click();
    expect(await page.locator('.exam-points').innerText()).toMatch(/^\d points out of 100$/);
    expect(await page.locator('.quiz-missed').last().locator('.quiz-right').count()).toBeGreaterThanOrEqual(3);
  });

  test('another seed, another paper', async () => {
    const page = await newPage();
    await open(page, LINK);
    await page.getByLabel('Paper number').fill('tuesday');
    expect(await page.locator('.exam-link').inputValue()).toContain('seed=tuesday');
    await page.getByRole('button', { name: 'Begin' }).click();
    expect(await page.locator('.exam-about').innerText()).toContain('paper tuesday');
    expect(new URL(page.url()).search).toContain('seed=tuesday');
  });
});

test('without scripts both pages say what to do instead', async () => {
  const page = await newPage({}, { javaScriptEnabled: false });
  for (const address of ['/review/', '/review/exam/']) {
    await page.goto(site.url + address);
    expect(await page.locator('.review noscript a, .review a[href="/downloads/"]').first().getAttribute('href')).toBe(
      '/downloads/',
    );
  }
});
