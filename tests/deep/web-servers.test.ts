import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compressSite } from '../../scripts/lib/compress-site.ts';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { hostRules } from '../../src/links/redirects.ts';
import { DIST } from '../site/dist.ts';

/** What of the site is served here: a page of each sort and all that it names. */
const PARTS = [
  'index.html',
  '404.html',
  'complaints',
  '_astro',
  '_hosting',
  '_headers',
  '_redirects',
  'api',
  'feed.xml',
];
const MOVED = { from: '/complaints/six/', to: '/complaints/six-steps/#steps' };
const READERS = 1000;
const SECONDS = 20;

let folder: string;
let root: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pocketbook-host-'));
  root = path.join(folder, 'site');
  mkdirSync(root);
  for (const part of PARTS) cpSync(path.join(DIST, part), path.join(root, part), { recursive: true });
  for (const [name, rules] of hostRules([MOVED])) writeFileSync(path.join(root, name), rules);
  await compressSite(root);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** nginx as the repo's file has it; only where it listens and where the site is differ. */
function startNginx(port: number): ChildProcess {
  const own = readFileSync('hosting/nginx.conf', 'utf8')
    .replaceAll('/srv/pocketbook', root)
    .replace('listen 8080', `listen 127.0.0.1:${String(port)}`);
  writeFileSync(path.join(folder, 'site.conf'), own);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${path.join(folder, name)};`,
  );
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} pid ${path.join(folder, 'pid')}; daemon off; worker_processes 2;
    events { worker_connections 2048; }
    http { include /etc/nginx/mime.types; access_log off; ${places.join(' ')} include ${path.join(folder, 'site.conf')}; }`,
  );
  const args = ['-e', path.join(folder, 'error.log'), '-c', path.join(folder, 'nginx.conf')];
  return spawn('nginx', args, { stdio: 'ignore' });
}

function startCaddy(port: number): ChildProcess {
  return spawn('caddy', ['run', '--config', 'hosting/Caddyfile'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      POCKETBOOK_ROOT: root,
      POCKETBOOK_ADDRESS: `http://127.0.0.1:${String(port)}`,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
    },
  });
}

describe.each([
  ['nginx', startNginx, 'gzip'],
  ['Caddy', startCaddy, 'br'],
] as const)('%s', (_name, start, encoding) => {
  let server: ChildProcess;
  let url: string;
  beforeAll(async () => {
    const port = await freePort();
    server = start(port);
    url = `http://127.0.0.1:${String(port)}`;
    for (let tries = 0; tries < 100; tries += 1) {
      if (
        await fetch(url).then(
          () => true,
          () => false,
        )
      )
        return;
      await wait(100);
    }
    throw new Error('the server does not answer');
  });
  afterAll(async () => {
    server.kill();
    await new Promise((resolve) => server.once('exit', resolve));
  });

  const get = (place: string, coding = encoding as string) =>
    fetch(url + place, { redirect: 'manual', headers: { 'accept-encoding': coding } });

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/complaints/six-steps/', 'text/html; charset=utf-8'],
    ['/complaints/six-steps.md', 'text/markdown; charset=utf-8'],
    ['/feed.xml', 'application/atom+xml; charset=utf-8'],
    ['/api/topics.json', 'application/json'],
  ])(
    '%s comes with its type, compressed, to be asked for anew, with every header that keeps readers safe',
    async (place, type) => {
      const answer = await get(place);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain(type);
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      expect(answer.headers.get('vary')).toMatch(/accept-encoding/i);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'self';.*frame-ancestors 'self'$/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(answer.headers.get('permissions-policy')).toContain('camera=()');
      const plain = await get(place, 'identity');
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect(await answer.text()).toBe(await plain.text());
    },
  );

  test('what is named after its content is kept for a year', async () => {
    for (const file of readdirSync(path.join(root, '_astro'))
      .filter((name) => /\.(?:js|css)$/.test(name))
      .slice(0, 12)) {
      const answer = await get(`/_astro/${file}`);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('content-type')).toMatch(file.endsWith('.js') ? /javascript/ : /css/);
    }
  });

  test('a page asked for again that is the same is not sent again', async () => {
    const etag = (await get('/complaints/six-steps/')).headers.get('etag');
    const again = await fetch(`${url}/complaints/six-steps/`, {
      headers: { 'accept-encoding': encoding, 'if-none-match': etag ?? '' },
    });
    expect(again.status).toBe(304);
  });

  test('an address without its slash, and one that has moved, lead on with what stood behind the question mark', async () => {
    const short = await get('/complaints/six-steps');
    expect([301, 308]).toContain(short.status);
    expect(short.headers.get('location')).toMatch(/\/complaints\/six-steps\/$/);
    const moved = await get(`${MOVED.from}?from=card`);
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toMatch(/\/complaints\/six-steps\/\?from=card#steps$/);
  });

  test('what is not there, and what is meant for hosts, is the page that offers the search', async () => {
    for (const place of ['/nothing/', '/_headers', '/_redirects', '/_hosting/headers.caddy', '/../etc/passwd']) {
      const answer = await get(place);
      expect(answer.status, place).toBe(404);
      expect(await answer.text(), place).toContain('data-theme');
    }
  });

  test(
    `${String(READERS)} readers at a time for ${String(SECONDS)} s, and no error`,
    { timeout: 120_000 },
    async () => {
      const args = ['-t2', `-c${String(READERS)}`, `-d${String(SECONDS)}s`, '-H', `Accept-Encoding: ${encoding}`];
      const { ok, output } = await runProgram('wrk', [...args, `${url}/complaints/six-steps/`]);
      expect(ok, output).toBe(true);
      expect(output).not.toMatch(/Socket errors|Non-2xx/);
      console.info(/Requests\/sec:.*/.exec(output)?.[0]);
    },
  );
});
