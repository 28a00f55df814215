import type { Page } from 'playwright-core';

/** The files of the site that are on the device of `page`, by their addresses below the site's root, with their revisions. */
export async function keptFiles(page: Page): Promise<Map<string, string>> {
  const found = await page.evaluate(async () => {
    const files: [string, string][] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const addresses = (await cache.keys()).map(({ url }) => url);
      const contents = new Set(addresses.map((url) => /\/([0-9a-f]+)\.\w+$/.exec(url)?.[1]));
      for (const url of addresses.filter((address) => /\/kept\/[0-9a-f]+\/[\w-]+\.json$/.test(address))) {
        const list = (await (await cache.match(url))?.json()) as { files: [string, string][] };
        for (const [path, revision] of list.files) if (contents.has(revision)) files.push([path, revision]);
      }
    }
    return files;
  });
  return new Map(found);
}

/** The addresses alone. */
export async function keptPaths(page: Page): Promise<string[]> {
  return [...(await keptFiles(page)).keys()];
}
