import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { storedFile } from '../../src/links/stored-file.ts';
import {
  NOTHING_PUBLISHED,
  planPublishing,
  type LocalFile,
  type Published,
  type PublishPlan,
} from './plan-publishing.ts';
import type { Bucket, StoredObject } from './s3-bucket.ts';

/** How the text files are stored: a store sends each as it is, whoever asks. */
export const ENCODINGS = ['gzip', 'br', 'none'] as const;

export interface PublishOptions {
  /** The folder of the built site. */
  dist: string;
  /** What stands in front of every file's path in the store: '' or `kb/`. */
  prefix: string;
  encoding: (typeof ENCODINGS)[number];
  /** Whether the store itself answers with a redirect where a page has moved. */
  redirects: boolean;
  /** How many days a script or style stays that no page names any more. */
  keepDays: number;
  /** Whether what is in the store as it is is sent again. */
  all: boolean;
  /** `2026-11-22`. */
  today: string;
}

/** Where a store keeps what was published there: with the other files that are for hosts. */
const RECORD = '_hosting/published.json';
const SENT_AT_A_TIME = 8;
/** Some stores leave out the encoding when they answer with the page for what is not there. */
const NOT_FOUND = '404.html';

/**
 * Plans what has to be sent and taken away so that the bucket holds the site.
 * @throws a BucketError where the store refuses.
 */
export async function planPublishingTo(bucket: Bucket, options: PublishOptions): Promise<PublishPlan> {
  const record = await bucket.get(options.prefix + RECORD);
  const published = record ? (JSON.parse(new TextDecoder().decode(record)) as Published) : NOTHING_PUBLISHED;
  const known = options.all ? { ...published, files: mapValues(published.files, () => '') } : published;
  return planPublishing(localFiles(options), known, options.today, options.keepDays);
}

/**
 * Sends and takes away what the plan says, in its order. Stopped halfway, the next run carries on.
 * @param onProgress is told how many of how many files are done.
 * @throws a BucketError where the store refuses.
 */
export async function carryOutPlan(
  bucket: Bucket,
  plan: PublishPlan,
  options: PublishOptions,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<void> {
  const moved = movedPages(options);
  const all = plan.send.flat().length + plan.remove.length;
  let done = 0;
  const step = () => {
    done += 1;
    onProgress(done, all);
  };
  await bucket.put(options.prefix + RECORD, recordObject(plan.before));
  for (const stage of plan.send) {
    await inTurns(stage, async ({ file }) => {
      await bucket.put(options.prefix + file, objectOf(file, options, moved));
      step();
    });
  }
  await inTurns(plan.remove, async (file) => {
    await bucket.remove(options.prefix + file);
    step();
  });
  await bucket.put(options.prefix + RECORD, recordObject(plan.after));
}

/** What is sent for a file of the site: its bytes, compressed where they were before, and its headers. */
function objectOf(file: string, options: PublishOptions, moved: ReadonlyMap<string, string>): StoredObject {
  const { type = '', cacheControl = '' } = storedFile(file) ?? {};
  const place = path.join(options.dist, file);
  const packed = `${place}.${options.encoding === 'gzip' ? 'gz' : options.encoding}`;
  const isPacked = options.encoding !== 'none' && file !== NOT_FOUND && existsSync(packed);
  const to = moved.get(file);
  return {
    body: new Uint8Array(readFileSync(isPacked ? packed : place)),
    headers: {
      'content-type': type,
      'cache-control': cacheControl,
      ...(isPacked && { 'content-encoding': options.encoding }),
      ...(to !== undefined && { 'x-amz-website-redirect-location': to }),
    },
  };
}

function localFiles(options: PublishOptions): LocalFile[] {
  const moved = movedPages(options);
  return readdirSync(options.dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(options.dist, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) => {
      const sent = storedFile(file);
      if (!sent) return [];
      const object = objectOf(file, options, moved);
      return [{ file, ...sent, hash: hashOf(object), bytes: object.body.length }];
    });
}

/** Where pages have moved to, by the files that lead on; from the rules that the build wrote for hosts. */
function movedPages({ dist, prefix, redirects }: PublishOptions): Map<string, string> {
  const rules = path.join(dist, '_redirects');
  if (!redirects || !existsSync(rules)) return new Map();
  const pairs = readFileSync(rules, 'utf8').matchAll(/^\/(\S*\/) (\S+) 301$/gm);
  return new Map(
    Array.from(pairs, ([, from = '', to = '']) => [
      `${from.slice(from.startsWith(prefix) ? prefix.length : 0)}index.html`,
      to,
    ]),
  );
}

function hashOf({ body, headers }: StoredObject): string {
  return createHash('sha256').update(JSON.stringify(headers)).update(body).digest('hex').slice(0, 32);
}

function recordObject(record: Published): StoredObject {
  return {
    body: new Uint8Array(Buffer.from(JSON.stringify(record))),
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  };
}

/** Does the same with every item, several at a time; the first error ends it. */
async function inTurns<T>(items: readonly T[], handle: (item: T) => Promise<void>): Promise<void> {
  const next = items.values();
  let hasFailed = false;
  const work = async () => {
    for (const item of next) {
      if (hasFailed) return;
      try {
        await handle(item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: SENT_AT_A_TIME }, work));
}

function mapValues<T>(values: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
