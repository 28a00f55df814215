/**
 * `npm run publish:s3 -- --bucket NAME --endpoint https://s3.example.com`: sends dist/ to an S3-compatible store; with
 * `--dry-run` it only says what it would do. The key comes from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, where
 * there is one, AWS_SESSION_TOKEN.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { publishTexts } from '../src/i18n/publish.ts';
import { carryOutPlan, ENCODINGS, planPublishingTo, type PublishOptions } from './lib/publish-to-bucket.ts';
import { BucketError, openBucket, type BucketTrouble } from './lib/s3-bucket.ts';
import { showProgress } from './lib/show-progress.ts';
import { today } from './lib/today.ts';

/** How each trouble is called among the texts. */
const TROUBLES = {
  denied: 'denied',
  wrongKey: 'wrongKey',
  noBucket: 'missingBucket',
  wrongRegion: 'wrongRegion',
  unreachable: 'unreachable',
  other: 'other',
} as const satisfies Record<BucketTrouble, string>;

const dist = path.resolve(process.env['OUT_DIR'] ?? 'dist');
const home = path.join(dist, 'index.html');
const isBuilt = existsSync(home);
// The site's own language, told without reading all of its records.
const say = publishTexts(isBuilt && /<html[^>]* lang="en"/.test(readFileSync(home, 'utf8')) ? 'en' : 'zh');
const values = readOptionsOrExit();
if (!isBuilt) exit(say('noSite', { dist }));
const bucket = openBucket(bucketOptionsOrExit());
const options = publishOptionsOrExit();

try {
  const plan = await planPublishingTo(bucket, options);
  const send = plan.send.flat();
  const kilobytes = Math.ceil(send.reduce((sum, { bytes }) => sum + bytes, 0) / 1024);
  const counts = { send: send.length, kilobytes, same: plan.same, remove: plan.remove.length, kept: plan.kept.length };
  console.log(say('plan', { bucket: values.bucket ?? '', ...counts }));
  if (values['dry-run']) {
    for (const { file, type, cacheControl } of send) console.log(say('willSend', { file, type, cacheControl }));
    for (const file of plan.remove) console.log(say('willRemove', { file }));
  } else {
    await carryOutPlan(bucket, plan, options, showProgress(process.stdout, say('progress')));
    if (values.website) await bucket.serveWebsite('index.html', `${options.prefix}404.html`);
    console.log(say('done'));
  }
} catch (error) {
  if (!(error instanceof BucketError)) throw error;
  exit(say(TROUBLES[error.trouble]), error.message);
}

function readOptionsOrExit() {
  try {
    const { values } = parseArgs({
      options: {
        bucket: { type: 'string' },
        endpoint: { type: 'string' },
        region: {
          type: 'string',
          default: process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'] ?? 'us-east-1',
        },
        'virtual-host': { type: 'boolean', default: false },
        prefix: { type: 'string', default: process.env['BASE_PATH'] ?? '' },
        encoding: { type: 'string', default: 'gzip' },
        website: { type: 'boolean', default: false },
        'keep-days': { type: 'string', default: '7' },
        all: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return exit((error as Error).message, say('usage'));
  }
}

function bucketOptionsOrExit() {
  const { bucket: name, endpoint, region } = values;
  if (name === undefined) return exit(say('noBucket'), say('usage'));
  if (endpoint !== undefined && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) {
    return exit(say('badEndpoint', { endpoint }));
  }
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = process.env;
  const missing = Object.entries({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey });
  const names = missing.filter(([, value]) => value === '').map(([key]) => key);
  if (names.length > 0) return exit(say('noCredentials', { names: names.join(', ') }));
  const sessionToken = process.env['AWS_SESSION_TOKEN'];
  return {
    bucket: name,
    region,
    virtualHost: values['virtual-host'],
    accessKeyId,
    secretAccessKey,
    ...(endpoint !== undefined && { endpoint }),
    ...(sessionToken !== undefined && { sessionToken }),
  };
}

function publishOptionsOrExit(): PublishOptions {
  const encoding = ENCODINGS.find((known) => known === values.encoding);
  if (!encoding) return exit(say('badEncoding', { encoding: values.encoding, encodings: ENCODINGS.join(', ') }));
  const packed = `index.html.${encoding === 'gzip' ? 'gz' : encoding}`;
  if (encoding !== 'none' && !existsSync(path.join(dist, packed))) return exit(say('notCompressed', { dist }));
  const keepDays = Number(values['keep-days']);
  if (!Number.isInteger(keepDays) || keepDays < 0) return exit(say('badDays', { days: values['keep-days'] }));
  const folder = values.prefix.replace(/^\/+|\/+$/g, '');
  return {
    dist,
    prefix: folder === '' ? '' : `${folder}/`,
    encoding,
    redirects: values.website,
    keepDays,
    all: values.all,
    today: today(),
  };
}

function exit(...lines: string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}
