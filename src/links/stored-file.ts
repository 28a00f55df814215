import { lookup } from 'mrmime';
import { ASKED_ANEW, KEPT_FOREVER } from './cache-rules.ts';

/** How a store that answers for itself has to send a file of the site. */
export interface StoredFile {
  type: string;
  cacheControl: string;
  /**
   * When it may take the place of the old one: what pages are made of first, then the pages, and last what decides which
   * of them a reader keeps, so that nothing ever names a file that is not there.
   */
  stage: (typeof STAGES)[number];
}

export const STAGES = ['parts', 'pages', 'keepers'] as const;

/** Written for hosts, not for readers. */
const FOR_HOSTS = /^(?:_hosting\/|_headers$|_redirects$)/;
/** What `npm run compress` put beside a file. */
const COMPRESSED = /\.(?:br|gz)$/;
/** A script that stands beside the home page: it serves the pages of the whole site. */
const SERVICE_WORKER = /^[^/]+\.js$/;

/** How to send `file`, a path below the site such as `complaints/six-steps/index.html`; undefined for what no reader asks for. */
export function storedFile(file: string): StoredFile | undefined {
  if (FOR_HOSTS.test(file) || COMPRESSED.test(file)) return undefined;
  return {
    type: typeOf(file),
    cacheControl: isNamedAfterContent(file) ? KEPT_FOREVER : ASKED_ANEW,
    stage: SERVICE_WORKER.test(file) ? 'keepers' : file.endsWith('.html') ? 'pages' : 'parts',
  };
}

/** Whether a file has another name as soon as its content differs, so that pages opened before may still ask for it. */
export function isNamedAfterContent(file: string): boolean {
  return file.startsWith('_astro/');
}

function typeOf(file: string): string {
  if (/(?:^|\/)feed\.xml$/.test(file)) return 'application/atom+xml; charset=utf-8';
  const type = lookup(file) ?? 'application/octet-stream';
  const isText = type.startsWith('text/') || /(?:json|xml|javascript)$/.test(type);
  return isText ? `${type}; charset=utf-8` : type;
}
