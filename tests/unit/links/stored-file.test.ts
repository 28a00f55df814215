import { expect, test } from 'vitest';
import { storedFile } from '../../../src/links/stored-file.ts';

const FOREVER = 'public, max-age=31536000, immutable';

test.each([
  ['index.html', 'text/html; charset=utf-8', 'no-cache', 'pages'],
  ['complaints/six-steps/index.html', 'text/html; charset=utf-8', 'no-cache', 'pages'],
  ['404.html', 'text/html; charset=utf-8', 'no-cache', 'pages'],
  ['_astro/page.cNngjUgL.js', 'text/javascript; charset=utf-8', FOREVER, 'parts'],
  ['_astro/index.BdteI00.css', 'text/css; charset=utf-8', FOREVER, 'parts'],
  ['api/topics.json', 'application/json; charset=utf-8', 'no-cache', 'parts'],
  ['en/feed.xml', 'application/atom+xml; charset=utf-8', 'no-cache', 'parts'],
  ['sitemap-0.xml', 'text/xml; charset=utf-8', 'no-cache', 'parts'],
  ['en/complaints/six-steps.md', 'text/markdown; charset=utf-8', 'no-cache', 'parts'],
  ['llms.txt', 'text/plain; charset=utf-8', 'no-cache', 'parts'],
  ['cards/faces/a.svg', 'image/svg+xml; charset=utf-8', 'no-cache', 'parts'],
  ['og/index.zh.png', 'image/png', 'no-cache', 'parts'],
  ['cards/decks/everything.zh.pdf', 'application/pdf', 'no-cache', 'parts'],
  ['downloads/all.zh.apkg', 'application/octet-stream', 'no-cache', 'parts'],
  ['service-worker.js', 'text/javascript; charset=utf-8', 'no-cache', 'keepers'],
])('%s goes as %s, %s, among the %s', (file, type, cacheControl, stage) => {
  expect(storedFile(file)).toEqual({ type, cacheControl, stage });
});

test.each(['_headers', '_redirects', '_hosting/headers.caddy', 'index.html.gz', '_astro/a.js.br'])(
  '%s is not for readers',
  (file) => expect(storedFile(file)).toBeUndefined(),
);
