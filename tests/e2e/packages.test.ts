import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadExportTools } from '../../scripts/lib/export-tools.ts';
import { exportBank } from '../../scripts/lib/question-banks.ts';
import { cmi5 } from '../../src/exporters/cmi5.ts';
import type { Bank, Exporter } from '../../src/exporters/exporter.ts';
import { scorm } from '../../src/exporters/scorm.ts';
import { hostileBank } from '../contract/hostile-bank.ts';
import type { QuestionType } from '../../src/model/question.ts';
import type { ShownQuestion } from '../../src/quiz/shown-question.ts';
import { launchBrowser } from './site.ts';

const RUNTIME = readFileSync(createRequire(import.meta.url).resolve('scorm-again/scorm12'), 'utf8');
const TYPES: QuestionType[] = ['choice', 'multiple', 'true-false', 'order', 'match', 'sort', 'scenario'];

/** One question of each type, their texts full of what breaks pages. */
const bank: Bank = {
  ...hostileBank,
  questions: TYPES.flatMap((type) => hostileBank.questions.filter((question) => question.type === type).slice(0, 1)),
};

let browser: Browser;
const open: Server[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  open.forEach((server) => server.close());
});

interface Reply {
  type: string;
  body: string | Uint8Array;
  status?: number;
}

/** Serves replies by path on this machine; `answer` is asked where no file has that path. */
async function serve(
  files: Record<string, Uint8Array>,
  answer: (url: URL, method: string, body: string, headers: Record<string, unknown>) => Reply | undefined,
): Promise<string> {
  const kinds: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const file = files[url.pathname.replace(/^\/package\//, '')];
      const reply: Reply | undefined =
        file && url.pathname.startsWith('/package/')
          ? { type: kinds[path.extname(url.pathname)] ?? 'text/plain', body: file }
          : answer(url, request.method ?? '', Buffer.concat(chunks).toString('utf8'), request.headers);
      response.writeHead(reply ? (reply.status ?? 200) : 404, {
        'content-type': `${reply?.type ?? 'text/plain'}; charset=utf-8`,
      });
      response.end(reply?.body ?? '');
    });
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

async function packageFiles(exporter: Exporter): Promise<Record<string, Uint8Array>> {
  return unzipSync(await exportBank(bank, exporter, await loadExportTools()));
}

/** What of the run-time's own record is read. */
interface Runtime {
  LMSGetValue: (element: string) => string;
  cmi: {
    interactions: {
      childArray: { toJSON: () => { id: string; type: string; result: string; student_response: string } }[];
    };
  };
}

interface Packed {
  questions: ShownQuestion[];
}

/** Answers every question of the package: rightly, but for the first one. */
async function answerAll(frame: Page | Frame): Promise<void> {
  const { questions } = JSON.parse((await frame.locator('#package').textContent()) ?? '') as Packed;
  for (const [at, question] of questions.entries()) {
    await frame.locator('.quiz-stage legend', { hasText: question.stem.split('\n')[0]! }).waitFor();
    if (['choice', 'multiple', 'true-false'].includes(question.type)) {
      const wrong = question.options.find(({ id }) => !question.key.includes(id))!.id;
      for (const id of at === 0 ? [wrong] : question.key) {
        await frame.locator(`.quiz-stage input[value="${id}"]`).check({ force: true });
      }
    }
    if (question.type === 'scenario') {
      // Each step of the key is the choice that helps in the scene that the story has come to.
      for (const step of question.key) {
        const [scene, choice] = step.split('/');
        const place = question.story!.find(({ id }) => id === scene)!.choices.findIndex(({ id }) => id === choice);
        await frame.locator('.story-choice').nth(place).click();
        expect(await frame.locator('.story-why').last().isVisible()).toBe(true);
        await frame.locator('.story-go button').click();
      }
      expect(await frame.locator('.story-summary').isVisible()).toBe(true);
      expect(await frame.locator('.story-retry').count()).toBe(0);
    }
    for (const [item, target] of question.key.map((pair) => pair.split('='))) {
      if (target === undefined) continue;
      await frame.locator(`.quiz-pool li[data-id="${item!}"] button`).click();
      await frame.locator(`.quiz-target[data-target="${target}"] .quiz-put`).click();
    }
    await frame.locator('.quiz-form button[type=submit]').click();
    await frame.locator('.quiz-form button[type=submit]').click();
  }
  await frame.locator('.quiz-result:not([hidden])').waitFor();
}

test('a SCORM package runs to its end on another run-time: score, status and every interaction arrive', async () => {
  const files = await packageFiles(scorm);
  const manifest = new JSDOM(new TextDecoder().decode(files['imsmanifest.xml']), { contentType: 'text/xml' }).window
    .document;
  const page = manifest.querySelector('resource')!;
  expect([...page.querySelectorAll('file')].map((file) => file.getAttribute('href')).sort()).toEqual(
    Object.keys(files)
      .filter((name) => name !== 'imsmanifest.xml')
      .sort(),
  );
  const site = await serve(files, ({ pathname }) =>
    pathname === '/lms.html'
      ? {
          type: 'text/html',
          body: `<!doctype html><meta charset="utf-8"><title>LMS</title><script>${RUNTIME}</script>
<script>window.API = new Scorm12API({ autocommit: false, logLevel: 4 });</script>
<iframe src="/package/${page.getAttribute('href')!}?length=all" style="width:390px;height:800px"></iframe>`,
        }
      : undefined,
  );
  const window = await browser.newPage();
  const outside: string[] = [];
  window.on('request', (request) => {
    if (!request.url().startsWith(site)) outside.push(request.url());
  });
  await window.goto(`${site}/lms.html`);
  const frame = window.frames()[1]!;
  await frame.waitForSelector('.quiz-stage legend');
  await answerAll(frame);

  const read = (element: string) =>
    window.evaluate((name) => (globalThis as unknown as { API: Runtime }).API.LMSGetValue(name), element);
  const interactions = await window.evaluate(() =>
    (globalThis as unknown as { API: Runtime }).API.cmi.interactions.childArray.map((one) => one.toJSON()),
  );
  expect(interactions.map(({ id }) => id)).toEqual(bank.questions.map(({ id }) => id));
  expect(interactions.map(({ type }) => type)).toEqual([
    'choice',
    'choice',
    'true-false',
    'sequencing',
    'matching',
    'matching',
    'performance',
  ]);
  expect(interactions[0]?.result).toBe('wrong');
  expect(interactions.slice(4).map(({ result }) => result)).toEqual(['correct', 'correct', 'correct']);
  expect(interactions.at(-1)?.student_response).toBe('first/i0');
  expect(interactions.every(({ student_response }) => student_response !== '')).toBe(true);
  const score = Number(await read('cmi.core.score.raw'));
  expect(score).toBeGreaterThanOrEqual(66);
  expect(score).toBeLessThan(100);
  expect(await read('cmi.core.lesson_status')).toBe(score >= 80 ? 'passed' : 'failed');
  await frame.evaluate(() => globalThis.dispatchEvent(new Event('pagehide')));
  expect(outside).toEqual([]);
  await window.close();
});

test('a cmi5 package tells a learning record store what cmi5 asks of it, in order', async () => {
  const files = await packageFiles(cmi5);
  const course = new JSDOM(new TextDecoder().decode(files['cmi5.xml']), { contentType: 'text/xml' }).window.document;
  const statements: {
    verb: { id: string };
    object: { id: string; definition?: { interactionType: string } };
    context: { registration: string; contextActivities?: { category?: { id: string }[] } };
    result?: { score?: { scaled: number }; success?: boolean };
  }[] = [];
  let tokens = 0;
  const site = await serve(files, ({ pathname, searchParams }, method, body, headers) => {
    if (pathname === '/token') {
      tokens += 1;
      return { type: 'application/json', body: JSON.stringify({ 'auth-token': 'dGVzdDp0ZXN0' }) };
    }
    if (headers['authorization'] !== 'Basic dGVzdDp0ZXN0' || headers['x-experience-api-version'] !== '1.0.3') {
      return { type: 'text/plain', body: 'no', status: 401 };
    }
    if (pathname === '/xapi/activities/state' && searchParams.get('stateId') === 'LMS.LaunchData') {
      const template = { contextActivities: { grouping: [{ id: 'https://lms.test/course' }] }, extensions: {} };
      return { type: 'application/json', body: JSON.stringify({ contextTemplate: template, masteryScore: 0.8 }) };
    }
    if (pathname === '/xapi/statements' && method === 'POST') {
      statements.push(JSON.parse(body) as (typeof statements)[number]);
      return { type: 'application/json', body: '["00000000-0000-4000-8000-000000000000"]' };
    }
    return undefined;
  });
  const activityId = course.querySelector('au')!.getAttribute('id')!;
  const launch = new URLSearchParams({
    endpoint: `${site}/xapi/`,
    fetch: `${site}/token`,
    registration: '7f0c1c1e-7b1a-4d0e-9c38-1d2f3a4b5c6d',
    activityId,
    actor: JSON.stringify({ objectType: 'Agent', account: { homePage: 'https://lms.test', name: 'learner-1' } }),
    length: 'all',
  });
  const window = await browser.newPage();
  await window.goto(`${site}/package/${course.querySelector('url')!.textContent}?${launch.toString()}`);
  await answerAll(window);
  await expect.poll(() => statements.length).toBe(TYPES.length + 3);
  await window.goto('about:blank');
  await expect.poll(() => statements.at(-1)?.verb.id).toMatch(/terminated$/);

  const verbs = statements.map(({ verb }) => verb.id.split('/').at(-1));
  expect(verbs[0]).toBe('initialized');
  expect(verbs.filter((verb) => verb === 'answered')).toHaveLength(TYPES.length);
  expect(verbs.slice(-3, -1).sort()).toEqual(expect.arrayContaining(['completed']));
  const passed = statements.find(({ verb }) => /passed|failed$/.test(verb.id))!;
  expect(passed.result?.success).toBe((passed.result?.score?.scaled ?? 0) >= 0.8);
  expect(passed.context.contextActivities?.category?.map(({ id }) => id.split('/').at(-1))).toEqual(['cmi5', 'moveon']);
  for (const { context, object } of statements) {
    expect(context.registration).toBe('7f0c1c1e-7b1a-4d0e-9c38-1d2f3a4b5c6d');
    expect(object.id.startsWith(activityId)).toBe(true);
  }
  expect(tokens).toBe(1);
  await window.close();
});
