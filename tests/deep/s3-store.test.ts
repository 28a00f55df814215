import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { copyPartOfSite, MOVED } from './part-of-site.ts';

/** The one key that the server knows. */
const KEY = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };
const BUCKET = 'pocketbook';

/** What is used of s3rver 5, which checks every signature of version 4. */
interface Store {
  run: () => Promise<{ port: number }>;
  close: () => Promise<void>;
}
type StoreClass = new (options: object) => Store;

let folder: string;
let site: string;
let store: Store;
let url: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pocketbook-store-'));
  site = path.join(folder, 'site');
  await copyPartOfSite(site);
  const S3rver = createRequire(path.resolve('.cache/store/any.js'))('@20minutes/s3rver') as StoreClass;
  store = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: path.join(folder, 'data'),
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  url = `http://127.0.0.1:${String((await store.run()).port)}`;
}, 300_000);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command as somebody would. */
function publish(args: string[], env: Record<string, string> = KEY) {
  const place = ['--bucket', BUCKET, '--endpoint', url];
  return runProgram('node', ['scripts/publish-s3.ts', ...place, ...args], {
    AWS_ACCESS_KEY_ID: '',
    AWS_SECRET_ACCESS_KEY: '',
    OUT_DIR: site,
    BASE_PATH: '',
    ...env,
  });
}

const get = (place: string) =>
  fetch(`${url}/${BUCKET}${place}`, { redirect: 'manual', headers: { 'accept-encoding': 'gzip, br' } });

describe('what is refused is said in a line', () => {
  test.each([
    ['no key', [], {}, 'AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY'],
    ['a wrong key', [], { ...KEY, AWS_SECRET_ACCESS_KEY: 'guessed' }, 'SignatureDoesNotMatch'],
    ['a key that is not known', [], { ...KEY, AWS_ACCESS_KEY_ID: 'NOBODY' }, 'InvalidAccessKeyId'],
    ['a bucket that is not there', ['--bucket', 'nothing'], KEY, 'NoSuchBucket'],
    ['a store that is not there', ['--endpoint', 'http://127.0.0.1:2'], KEY, 'ECONNREFUSED'],
    ['an address that is none', ['--endpoint', 'example'], KEY, 'example'],
    ['an encoding that is none', ['--encoding', 'zip'], KEY, 'gzip, br, none'],
    ['an option that is none', ['--colour', 'red'], KEY, '--colour'],
  ])('%s', async (_name, args, env, words) => {
    const { ok, output } = await publish(args, env);
    expect(ok).toBe(false);
    expect(output).toContain(words);
    expect(output).not.toMatch(/^\s+at /m);
    expect(output.trim().split('\n').length).toBeLessThanOrEqual(3);
  });
});

test('a dry run says what it would do and leaves the bucket empty', async () => {
  const { ok, output } = await publish(['--dry-run']);
  expect(ok, output).toBe(true);
  expect(output).toContain('+ complaints/six-steps/index.html\ttext/html; charset=utf-8\tno-cache');
  expect(output).not.toMatch(/^\+ _(?:hosting|headers|redirects)/m);
  expect((await get('/index.html')).status).toBe(404);
});

describe.each([
  ['gzip', 'gzip'],
  ['br', 'br'],
] as const)('sent as %s', (encoding, expected) => {
  beforeAll(async () => {
    const { ok, output } = await publish(['--website', '--encoding', encoding]);
    expect(ok, output).toBe(true);
  }, 300_000);

  test.each([
    ['/index.html', 'text/html; charset=utf-8', 'index.html'],
    ['/complaints/six-steps/', 'text/html; charset=utf-8', 'complaints/six-steps/index.html'],
    ['/complaints/six-steps.md', 'text/markdown; charset=utf-8', 'complaints/six-steps.md'],
    ['/feed.xml', 'application/atom+xml; charset=utf-8', 'feed.xml'],
    ['/api/topics.json', 'application/json; charset=utf-8', 'api/topics.json'],
  ])('%s comes with its type, compressed, to be asked for anew', async (place, type, file) => {
    const answer = await get(place);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('content-encoding')).toBe(expected);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toBe(readFileSync(path.join(site, file), 'utf8'));
  });

  test('what is named after its content is kept for a year', async () => {
    const files = readdirSync(path.join(site, '_astro')).filter((name) => /\.(?:js|css)$/.test(name));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const answer = await get(`/_astro/${file}`);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('content-type')).toMatch(file.endsWith('.js') ? /javascript/ : /css/);
      expect(await answer.text()).toBe(readFileSync(path.join(site, '_astro', file), 'utf8'));
    }
  });

  test('as a website it leads on, and answers with the site’s own page where there is none', async () => {
    const short = await get('/complaints/six-steps');
    expect(short.status).toBe(302);
    expect(short.headers.get('location')).toMatch(/\/complaints\/six-steps\/$/);
    const moved = await get(MOVED.from);
    expect([moved.status, moved.headers.get('location')]).toEqual([301, MOVED.to]);
    for (const place of ['/nothing/', '/_headers', '/_redirects', '/_hosting/headers.caddy', '/index.html.gz']) {
      const answer = await get(place);
      expect(answer.status, place).toBe(404);
      expect(await answer.text(), place).toContain('data-theme');
    }
  });

  test('sent again it sends nothing', async () => {
    const { output } = await publish(['--website', '--encoding', encoding, '--dry-run']);
    expect(output).not.toMatch(/^[+-] /m);
  });
});

test('what a new build no longer has is taken away, scripts only when their days are over', async () => {
  const [script = ''] = readdirSync(path.join(site, '_astro')).filter((name) => name.endsWith('.js'));
  for (const file of ['complaints/six-steps.md', `_astro/${script}`]) rmSync(path.join(site, file));
  expect((await publish(['--website', '--encoding', 'br'])).ok).toBe(true);
  expect((await get('/complaints/six-steps.md')).status).toBe(404);
  expect((await get(`/_astro/${script}`)).status).toBe(200);
  expect((await publish(['--website', '--encoding', 'br', '--keep-days', '0'])).ok).toBe(true);
  expect((await get(`/_astro/${script}`)).status).toBe(404);
  expect((await get('/complaints/six-steps/')).status).toBe(200);
});
