/* global self, caches, fetch, setTimeout, Response, URL */
/**
 * Keeps the pages of a plan for when there is no network. What stands between § is put in at the build.
 *
 * One cache a build, named after all that the build made, so that a page and its scripts always come from the same one:
 * a new build fills a cache of its own with everything kept so far, and only when that is whole takes the old one's
 * place. With a network, pages come from the network and nothing here changes them.
 */
const CACHE = 'pocketbook-§VERSION§';
const PREFIX = 'pocketbook-';
/** Where the list of pages to keep stands in a cache; no page has this address. */
const LIST = new URL('kept-pages.json', self.registration.scope).href;
/** Scripts and styles of the build, addresses relative to the scope. */
const ASSETS = ['§ASSETS§'];
/** How long a page that is kept waits for a network that does not answer. */
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data?.keep) event.waitUntil(keep(event.data.keep).then((kept) => event.source?.postMessage({ kept })));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === self.location.origin) {
    event.respondWith(answer(request));
  }
});

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(ASSETS.map((asset) => new URL(asset, self.registration.scope).href));
  await addPages(cache, await keptBefore());
  await self.skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
  await self.clients.claim();
}

/** The pages that the build before kept. */
async function keptBefore() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX) || name === CACHE) continue;
    const list = await (await caches.open(name)).match(LIST);
    if (list) return list.json();
  }
  return [];
}

/** Keeps pages and the pictures in them; returns whether all of them could be had. */
async function keep(addresses) {
  const cache = await caches.open(CACHE);
  const list = await cache.match(LIST);
  const before = list ? await list.json() : [];
  const wanted = addresses.map((address) => new URL(address, self.registration.scope).href);
  const pages = [...new Set([...before, ...wanted])];
  try {
    // Pages of a newer build belong with that build's scripts: its own worker fetches them.
    if (await isCurrent()) {
      await addPages(cache, pages);
      return true;
    }
    await cache.put(LIST, new Response(JSON.stringify(pages)));
    await self.registration.update();
  } catch {
    // No network, or it broke off: what is whole is kept, the rest is asked for again with the next visit.
  }
  return false;
}

/** True while the site is still the build that this worker came with. */
async function isCurrent() {
  const response = await fetch(self.location.href, { cache: 'no-cache' });
  return response.ok && (await response.text()).includes(CACHE);
}

async function addPages(cache, pages) {
  const missing = [];
  for (const page of pages) if (!(await cache.match(page))) missing.push(page);
  await Promise.all(
    missing.map(async (page) => {
      const response = await fetch(page, { cache: 'no-cache' });
      // A page taken down since is no reason to keep none of the others.
      if (!response.ok) return;
      const text = await response.clone().text();
      const pictures = [...text.matchAll(/<img[^>]*\ssrc="([^"]+)"/g)].map(([, src]) => new URL(src, page).href);
      const ours = pictures.filter((src) => new URL(src).origin === self.location.origin);
      // A picture that stands on the page twice may be asked for but once.
      await cache.addAll([...new Set(ours)]);
      await cache.put(page, response);
    }),
  );
  await cache.put(LIST, new Response(JSON.stringify(pages)));
}

/** From the network; where there is none, or none to speak of, from what is kept. Scripts and styles never change. */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true });
  if (!kept) return fetch(request);
  if (new URL(request.url).pathname.includes('/_astro/')) return kept;
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([fetch(request).catch(() => kept), late]);
}
