import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { carryOutPlan, planPublishingTo, type PublishOptions } from '../../../scripts/lib/publish-to-bucket.ts';
import { bucketAddress, type Bucket, type StoredObject } from '../../../scripts/lib/s3-bucket.ts';

/** A bucket that remembers what it was asked to do, in order; `failAt` is the request at which it breaks down. */
function makeBucket(objects = new Map<string, StoredObject>(), failAt = Infinity) {
  const done: string[] = [];
  const note = (line: string) => {
    if (done.length >= failAt) return Promise.reject(new Error('the line is cut'));
    done.push(line);
    return Promise.resolve();
  };
  const bucket: Bucket = {
    get: (key) => Promise.resolve(objects.get(key)?.body),
    put: async (key, object) => {
      await note(`put ${key}`);
      objects.set(key, object);
    },
    remove: async (key) => {
      await note(`remove ${key}`);
      objects.delete(key);
    },
    serveWebsite: () => note('website'),
  };
  return { bucket, done, objects };
}

const RECORD = '_hosting/published.json';
const FIRST = {
  'index.html': '<script src="/_astro/page.one.js"></script>',
  'moved/index.html': 'it is elsewhere',
  'old/index.html': 'a page',
  '404.html': 'not here',
  'service-worker.js': 'keep("one")',
  '_astro/page.one.js': 'one()',
  'api/topics.json': '[]',
  _redirects: '# Pages that have moved.\n/moved/ /index/#there 301\n/moved /index/#there 301\n',
  _headers: '/*',
};
const SECOND = {
  ...without(FIRST, 'old/index.html', '_astro/page.one.js'),
  'index.html': '<script src="/_astro/page.two.js"></script>',
  'service-worker.js': 'keep("two")',
  '_astro/page.two.js': 'two()',
};

function without(files: Record<string, string>, ...names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !names.includes(name)));
}

let options: PublishOptions;
beforeEach(() => {
  const dist = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
  onTestFinished(() => rmSync(dist, { recursive: true, force: true }));
  options = { dist, prefix: '', encoding: 'gzip', redirects: false, keepDays: 7, all: false, today: '2026-11-22' };
});

/** Makes `files` the site, each with what `npm run compress` puts beside it. */
function build(files: Record<string, string>): void {
  rmSync(options.dist, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    const place = path.join(options.dist, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    if (/\.(?:html|js|json)$/.test(file)) writeFileSync(`${place}.gz`, gzipSync(text));
  }
}

async function publish(bucket: Bucket, changed: Partial<PublishOptions> = {}) {
  const own = { ...options, ...changed };
  const plan = await planPublishingTo(bucket, own);
  await carryOutPlan(bucket, plan, own);
  return plan;
}

describe('in what order', () => {
  test('parts come before the pages that name them, and what decides which pages are kept comes last', async () => {
    build(FIRST);
    const { bucket, done } = makeBucket();
    await publish(bucket);
    const place = (key: string) => done.indexOf(`put ${key}`);
    expect(place('_astro/page.one.js')).toBeLessThan(place('index.html'));
    expect(place('api/topics.json')).toBeLessThan(place('404.html'));
    expect(place('index.html')).toBeLessThan(place('service-worker.js'));
    expect(done.filter((line) => line === `put ${RECORD}`)).toHaveLength(2);
    expect([done[0], done.at(-1)]).toEqual([`put ${RECORD}`, `put ${RECORD}`]);
    expect(done.filter((line) => /_headers|_redirects|\.gz$/.test(line))).toEqual([]);
  });

  test('what is gone goes last, and its script stays for the pages that are open', async () => {
    build(FIRST);
    const { bucket, done, objects } = makeBucket();
    await publish(bucket);
    build(SECOND);
    done.length = 0;
    const plan = await publish(bucket);
    expect(done).toEqual([
      `put ${RECORD}`,
      'put _astro/page.two.js',
      'put index.html',
      'put service-worker.js',
      'remove old/index.html',
      `put ${RECORD}`,
    ]);
    expect(plan).toMatchObject({ same: 3, kept: ['_astro/page.one.js'] });
    expect(objects.has('_astro/page.one.js')).toBe(true);
  });
});

test('an old script goes when its days are over, not when the site is published again', async () => {
  build(FIRST);
  const { bucket, objects } = makeBucket();
  await publish(bucket);
  build(SECOND);
  await publish(bucket);
  await publish(bucket, { today: '2026-11-28' });
  expect(objects.has('_astro/page.one.js')).toBe(true);
  await publish(bucket, { today: '2026-11-29' });
  expect(objects.has('_astro/page.one.js')).toBe(false);
});

test('a script that is named again is no longer counted as gone', async () => {
  const { bucket, objects } = makeBucket();
  for (const [site, today] of [
    [FIRST, '2026-11-01'],
    [SECOND, '2026-11-02'],
    [FIRST, '2026-11-20'],
    [SECOND, '2026-11-21'],
    [SECOND, '2026-11-22'],
  ] as const) {
    build(site);
    await publish(bucket, { today });
  }
  expect(objects.has('_astro/page.one.js')).toBe(true);
});

test('nothing is sent twice but what changed, unless it is asked for', async () => {
  build(FIRST);
  const { bucket, done } = makeBucket();
  await publish(bucket);
  done.length = 0;
  expect((await publish(bucket)).same).toBe(7);
  expect(done).toEqual([`put ${RECORD}`, `put ${RECORD}`]);
  expect((await publish(bucket, { all: true })).send.flat()).toHaveLength(7);
  // Other headers are a change as well.
  expect((await publish(bucket, { encoding: 'none' })).send.flat()).toHaveLength(6);
});

test('what somebody else keeps in the bucket is not touched', async () => {
  build(FIRST);
  const theirs: StoredObject = { body: new Uint8Array([1]), headers: {} };
  const { bucket, objects } = makeBucket(new Map([['photos/cat.jpg', theirs]]));
  await publish(bucket);
  build(SECOND);
  await publish(bucket, { keepDays: 0 });
  expect(objects.get('photos/cat.jpg')).toBe(theirs);
});

test.each([1, 2, 4, 6, 8])('stopped at request %i, the next run ends as if nothing had happened', async (failAt) => {
  build(FIRST);
  const whole = makeBucket();
  await publish(whole.bucket);
  build(SECOND);
  const third = without(SECOND, 'api/topics.json');
  const broken = makeBucket(new Map(whole.objects), failAt - 1);
  await publish(broken.bucket, { all: true }).catch((error: unknown) =>
    expect(error).toEqual(new Error('the line is cut')),
  );
  build(third);
  await publish(makeBucket(broken.objects).bucket, { keepDays: 0 });
  expect([...broken.objects.keys()].sort()).toEqual(
    [...Object.keys(third).filter((file) => !file.startsWith('_h') && !file.startsWith('_r')), RECORD].sort(),
  );
});

test('text is stored compressed and says so; the page for what is not there is not', async () => {
  build(FIRST);
  const { bucket, objects } = makeBucket();
  await publish(bucket, { prefix: 'kb/' });
  const page = objects.get('kb/index.html');
  expect(page?.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(page?.body ?? '').toString()).toBe(FIRST['index.html']);
  expect(objects.get('kb/404.html')?.headers['content-encoding']).toBeUndefined();
  expect(Buffer.from(objects.get('kb/404.html')?.body ?? '').toString()).toBe(FIRST['404.html']);
});

test('a page that has moved is a page that leads on, and a redirect where the store answers for itself', async () => {
  build(FIRST);
  const { bucket, objects } = makeBucket();
  await publish(bucket);
  expect(objects.get('moved/index.html')?.headers['x-amz-website-redirect-location']).toBeUndefined();
  await publish(bucket, { redirects: true });
  expect(objects.get('moved/index.html')?.headers['x-amz-website-redirect-location']).toBe('/index/#there');
});

test.each([
  [{ bucket: 'kb', region: 'eu-central-1', virtualHost: false }, 'https://kb.s3.eu-central-1.amazonaws.com'],
  [{ bucket: 'kb', region: 'x', virtualHost: false, endpoint: 'http://127.0.0.1:9000/' }, 'http://127.0.0.1:9000/kb'],
  [{ bucket: 'kb', region: 'x', virtualHost: true, endpoint: 'https://s3.example.com' }, 'https://kb.s3.example.com'],
])('%o is at %s', (where, address) => expect(bucketAddress(where)).toBe(address));
