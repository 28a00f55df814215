import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

/** Under the checkout, so that the copy finds the same packages; a copy, so that no build beside it writes into it. */
const COPY = path.resolve('.cache/dev-server');
const PARTS = ['scripts', 'src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json', 'content/pages'];
const RECORD = path.join(COPY, 'content/topics/complaints/six-steps/topic.yaml');
const PAGE = '/complaints/six-steps/';
const CARD = '/cards/faces/complaints/six-steps/six-steps.front.badge.zh.svg';
/** Generous, since the first page waits for the bundler, and the machine may be busy with a build. */
const SOON = { timeout: 150_000, interval: 500 };

let server: ChildProcess;
let url: string;
let printed = '';
beforeAll(async () => {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(COPY, { recursive: true });
  for (const part of PARTS) cpSync(part, path.join(COPY, part), { recursive: true });
  cpSync('tests/fixtures/good/content', path.join(COPY, 'content'), { recursive: true });
  const port = await freePort();
  url = `http://localhost:${String(port)}`;
  const env = { ...process.env, PORT: String(port), NODE_ENV: 'development', VITEST: undefined };
  server = spawn('node', ['scripts/dev.ts'], { cwd: COPY, env });
  for (const stream of [server.stdout, server.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
    });
  }
  await vi.waitFor(async () => {
    expect((await fetch(url + PAGE)).status, printed).toBe(200);
  }, SOON);
}, 200_000);
afterAll(() => {
  server.kill();
});

test('a record is edited, broken and mended while its page is shown', async () => {
  const sound = readFileSync(RECORD, 'utf8');
  const edited = sound
    .replace('zh: 开场：让人放下戒备', 'zh: 开场：请他坐下')
    .replace('short: { zh: 开场,', 'short: { zh: 请坐,')
    .replace('zh: 称呼他，接住抱怨', 'zh: 请他坐下再说')
    .replace(/^title: \{ zh: [^,]+/m, 'title: { zh: 投诉怎么接');

  writeFileSync(RECORD, edited);
  await vi.waitFor(async () => {
    const page = await textAt(PAGE);
    expect(page).toMatch(/<title>投诉怎么接 /);
    expect(page).toMatch(/<h1[^>]*>投诉怎么接</);
    expect(page).toContain('开场：请他坐下');
    expect(page).toMatch(/<li data-option="name"[^>]*>请他坐下再说</);
    expect(await textAt(CARD)).toContain('请坐');
  }, SOON);

  const line = edited.split('\n').findIndex((text) => text.startsWith('reviewed: ')) + 1;
  writeFileSync(RECORD, edited.replace(/^reviewed: .*$/m, 'reviewed: 2026/11/20'));
  await vi.waitFor(async () => {
    expect((await fetch(url + PAGE)).status).toBe(500);
    expect(printed).toMatch(
      new RegExp(`content/topics/complaints/six-steps/topic\\.yaml:${String(line)}:\\d+ +bad-date`),
    );
  }, SOON);

  writeFileSync(RECORD, sound);
  await vi.waitFor(async () => {
    expect(await textAt(PAGE)).toContain('开场：让人放下戒备');
  }, SOON);
}, 400_000);

async function textAt(address: string): Promise<string> {
  const answer = await fetch(url + address);
  expect(answer.status).toBe(200);
  return answer.text();
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
