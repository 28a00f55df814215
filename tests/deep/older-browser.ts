import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import type { SiteServer } from '../../scripts/lib/serve-site.ts';

/** What a style may ask and Chromium before 105 does not know; under another name no browser does. */
const UNKNOWN = /:has\(|:popover-open|oklch\(|color-mix\(/g;

/** The site at `url` as a browser of some years ago takes it: without popovers, and without the styles it does not know. */
export async function serveAsOlder(url: string): Promise<SiteServer> {
  const server = createServer((request, response) => {
    void fetch(url + (request.url ?? '/')).then(async (answer) => {
      const type = answer.headers.get('content-type') ?? '';
      const body = Buffer.from(await answer.arrayBuffer());
      const older = type.includes('css')
        ? body.toString().replace(UNKNOWN, (known) => known.replace(/[a-z]/, '-no-$&'))
        : type.includes('html')
          ? body.toString().replaceAll(/ popover(?:="[^"]*")?(?=[ >])/g, '')
          : body;
      response.writeHead(answer.status, { 'content-type': type }).end(older);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Takes away what scripts find in browsers of today and not in those of some years ago. */
export async function forgetNewer(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const newer: [object, string][] = [
      [window, 'structuredClone requestIdleCallback scheduler'],
      [Intl, 'Segmenter'],
      [Object, 'hasOwn groupBy'],
      [Map, 'groupBy'],
      [Promise, 'withResolvers try'],
      [Array, 'fromAsync'],
      [Array.prototype, 'at findLast findLastIndex toSorted toReversed toSpliced with'],
      [String.prototype, 'at isWellFormed toWellFormed'],
      [Set.prototype, 'union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom'],
      [URL, 'canParse parse'],
      [AbortSignal, 'timeout any'],
      [Crypto.prototype, 'randomUUID'],
      [HTMLElement.prototype, 'popover showPopover hidePopover togglePopover inert'],
      [HTMLDialogElement.prototype, 'show showModal close'],
    ];
    for (const [owner, names] of newer) for (const name of names.split(' ')) Reflect.deleteProperty(owner, name);
  });
}
