import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { copyPartOfSite, MOVED } from './part-of-site.ts';
import { runServer, startCaddy, startNginx } from './run-web-server.ts';

const READERS = 1000;
const SECONDS = 20;

let folder: string;
let root: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pocketbook-host-'));
  root = path.join(folder, 'site');
  await copyPartOfSite(root);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['nginx', startNginx, 'gzip'],
  ['Caddy', startCaddy, 'br'],
] as const)('%s', (_name, start, encoding) => {
  let url: string;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ url, stop } = await runServer(start, { folder, root, base: '' }));
  });
  afterAll(() => stop());

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
