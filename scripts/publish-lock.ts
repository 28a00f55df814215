/** `npm run publish:lock`, at release: records every new id, address, card number and card version, and the translations. */
import { publishLocks } from './lib/publish-locks.ts';
import { contentRoot } from './lib/site-records.ts';
import { siteUrl } from './lib/site-url.ts';

const { isPublished, message } = publishLocks(contentRoot, siteUrl());
console[isPublished ? 'log' : 'error'](message);
process.exitCode = isPublished ? 0 : 1;
