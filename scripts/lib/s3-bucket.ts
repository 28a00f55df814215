import { AwsClient } from 'aws4fetch';
import { createHash } from 'node:crypto';

/** Where a bucket is, and with what right it is written. */
export interface BucketOptions {
  bucket: string;
  /** The store's address, `https://s3.example.com`; without it Amazon's in `region`. */
  endpoint?: string;
  region: string;
  /** Whether the bucket is named in the host's name and not in the path, as some stores demand; Amazon's always is. */
  virtualHost: boolean;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** What a store can refuse, as far as something can be said about it. */
export type BucketTrouble = 'denied' | 'wrongKey' | 'noBucket' | 'wrongRegion' | 'unreachable' | 'other';

/** Why a store did not do what it was asked. */
export class BucketError extends Error {
  readonly trouble: BucketTrouble;

  /** @param detail the store's own words, or those of the network. */
  constructor(trouble: BucketTrouble, detail: string) {
    super(detail);
    this.trouble = trouble;
  }
}

/** An object as it is to be answered with. */
export interface StoredObject {
  body: Uint8Array<ArrayBuffer>;
  /** `content-type`, `cache-control` and their like. */
  headers: Record<string, string>;
}

/** The objects of one bucket, by their keys. All methods throw a BucketError where the store refuses. */
export interface Bucket {
  get: (key: string) => Promise<Uint8Array | undefined>;
  put: (key: string, object: StoredObject) => Promise<void>;
  /** What is not there is as good as removed. */
  remove: (key: string) => Promise<void>;
  /** Lets the bucket answer as a website: the page of a folder, and the page for what is not there. */
  serveWebsite: (indexName: string, notFoundKey: string) => Promise<void>;
}

/** How often a request is sent again when the store is busy. */
const RETRIES = 5;

/** The bucket of an S3-compatible store; requests are signed with Signature Version 4, the hash of the content included. */
export function openBucket(options: BucketOptions): Bucket {
  const { accessKeyId, secretAccessKey, sessionToken, region } = options;
  const client = new AwsClient({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
    service: 's3',
    region,
    retries: RETRIES,
  });
  const root = bucketAddress(options);
  const ask = async (method: string, place: string, object?: StoredObject): Promise<Response> => {
    const headers = { ...object?.headers, 'x-amz-content-sha256': sha256(object?.body ?? new Uint8Array()) };
    // A redirect to another region would carry a signature that is not for it.
    const sent = { method, headers, redirect: 'manual' as const, ...(object && { body: object.body }) };
    const answer = await client.fetch(root + place, sent).catch((error: unknown) => {
      throw new BucketError('unreachable', networkWords(error));
    });
    if (answer.ok || (answer.status === 404 && method !== 'PUT')) return answer;
    throw errorOf(answer, await answer.text());
  };
  const at = (key: string) => `/${key.split('/').map(encodeURIComponent).join('/')}`;
  return {
    get: async (key) => {
      const answer = await ask('GET', at(key));
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (answer.ok) return bytes;
      const words = new TextDecoder().decode(bytes);
      if (words.includes('<Code>NoSuchBucket<')) throw errorOf(answer, words);
      return undefined;
    },
    put: async (key, object) => {
      await (await ask('PUT', at(key), object)).arrayBuffer();
    },
    remove: async (key) => {
      await (await ask('DELETE', at(key))).arrayBuffer();
    },
    serveWebsite: async (indexName, notFoundKey) => {
      const rules =
        '<WebsiteConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">' +
        `<IndexDocument><Suffix>${indexName}</Suffix></IndexDocument>` +
        `<ErrorDocument><Key>${notFoundKey}</Key></ErrorDocument></WebsiteConfiguration>`;
      await ask('PUT', '?website', {
        body: new TextEncoder().encode(rules),
        headers: { 'content-type': 'application/xml' },
      });
    },
  };
}

/** The address below which the objects of a bucket are, without a slash at its end. */
export function bucketAddress({
  bucket,
  endpoint,
  region,
  virtualHost,
}: Omit<BucketOptions, 'accessKeyId' | 'secretAccessKey'>): string {
  if (endpoint === undefined) return `https://${bucket}.s3.${region}.amazonaws.com`;
  const url = new URL(endpoint);
  if (virtualHost) url.host = `${bucket}.${url.host}`;
  const root = url.href.replace(/\/$/, '');
  return virtualHost ? root : `${root}/${bucket}`;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const TROUBLES: Record<string, BucketTrouble> = {
  AccessDenied: 'denied',
  InvalidAccessKeyId: 'wrongKey',
  SignatureDoesNotMatch: 'wrongKey',
  ExpiredToken: 'wrongKey',
  InvalidToken: 'wrongKey',
  NoSuchBucket: 'noBucket',
  PermanentRedirect: 'wrongRegion',
  TemporaryRedirect: 'wrongRegion',
  AuthorizationHeaderMalformed: 'wrongRegion',
};

function errorOf(answer: Response, words: string): BucketError {
  const part = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(words)?.[1] ?? '';
  const region = answer.headers.get('x-amz-bucket-region');
  const said = [String(answer.status), part('Code'), part('Message'), region].filter(
    (text) => text !== null && text !== '',
  );
  return new BucketError(TROUBLES[part('Code')] ?? 'other', said.join(' '));
}

/** `fetch` says why it failed only in the cause of its error. */
function networkWords(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : String(cause);
}
