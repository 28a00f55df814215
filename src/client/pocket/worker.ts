/**
 * The site's service worker: answers when the network does not, with what is kept of the one build that it came with.
 *
 * With a network, pages come from the network and nothing here changes them. A newer build brings a worker of its own,
 * which fetches what differs of all that is kept; only when that is whole may it take over, and until then this one
 * answers, with a copy that is whole too. Every content is checked against its list, so no file is another build's.
 */
import { keyOf, type FileList, type ListName } from '../../pocket/file-list.ts';
import type { KeepAnswer, ListAnswer, Question, TakenNotice } from '../../pocket/messages.ts';
import { MOST_PICTURES } from '../../pocket/most-pictures.ts';
import { requestedPath } from '../../pocket/requested-path.ts';
import { KeptFiles, NoRoom, OtherBuild, revisionOf, type Wanted } from './kept-files.ts';
import type { RequestEvent, WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;
/** Put in at the build: what every device keeps, so that a page can always say that it has none. */
declare const BUILD: { version: string; shell: readonly Wanted[] };

/** How long a page that is kept waits for a network that does not answer. */
const PATIENCE_MS = 4000;

const { scope } = self.registration;
const kept = new KeptFiles(scope);
/** The revision of every file that this build's lists tell of, by its address; read when first asked for. */
let revisions: Promise<Map<string, string>> | undefined;
/** Open pages that were answered from what is kept: their data comes from there too. */
const servedFromKept = new Set<string>();
/** Open pages that the network had, and had newer than this build. */
const newerThanThis = new Set<string>();
/** Whether the pages of the build before load anew when this one takes over. */
let reloadsPages = false;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  const [port] = event.ports;
  event.waitUntil(reply(event.data as Question).then((answer) => port?.postMessage(answer)));
});
self.addEventListener('fetch', (event) => {
  const path = requestedPath(event.request.url, scope);
  if (event.request.method === 'GET' && path !== undefined) event.respondWith(answer(event, path));
});

async function install(): Promise<void> {
  const before = await kept.keys();
  const room = await freeRoom();
  // Where it did not fit, it is not fetched all over again before there is more room.
  if (room <= Number(await kept.note('full'))) throw new NoRoom('as before');
  try {
    await kept.fill(BUILD.shell);
    for (const name of new Set((await kept.lists()).map((list) => list.name))) await bringUpToDate(name);
    await kept.dropNote('full');
  } catch (error) {
    // Half of a new copy would only be in the way of the old one, which is whole.
    if (error instanceof NoRoom) {
      await kept.drop([...(await kept.keys())].filter((key) => !before.has(key)));
      await kept.putNote('full', String(room)).catch(() => undefined);
    }
    throw error;
  }
}

/** Bytes that the browser still allows; not a number where it does not tell. */
async function freeRoom(): Promise<number> {
  try {
    const { quota = NaN, usage = NaN } = await navigator.storage.estimate();
    return quota - usage;
  } catch {
    return NaN;
  }
}

/** Fetches, of a list that builds before have had, what differs of all that is kept of it. */
async function bringUpToDate(name: ListName): Promise<void> {
  const there = await kept.keys();
  const old = (await kept.lists()).filter((list) => list.name === name && list.version !== BUILD.version);
  const paths = new Set<string>();
  for (const { version } of old) {
    const known = await kept.list(name, version);
    for (const [path, revision] of known?.files ?? []) if (there.has(keyOf(path, revision))) paths.add(path);
  }
  const isWhole = (await kept.note(`whole-${name}`)) !== undefined;
  if (paths.size === 0 && !isWhole) return;
  const list = await fetchList(name);
  if (list === 'none' || list === 'behind') throw new OtherBuild(name);
  await kept.fill(isWhole ? list.files : list.files.filter(([path]) => paths.has(path)));
  await kept.putList(name, list);
  if (isWhole) await kept.putNote(`whole-${name}`, new Date().toISOString());
}

async function activate(): Promise<void> {
  await kept.dropListsBut(BUILD.version);
  revisions = undefined;
  const ours = new Set([...(await knownRevisions())].map(([path, revision]) => keyOf(path, revision)));
  await kept.drop([...(await kept.keys())].filter((key) => !ours.has(key)));
  // Pages are asked for while the worker is still waking up.
  await (self.registration as Partial<ServiceWorkerRegistration>).navigationPreload?.enable();
  await self.clients.claim();
  const notice: TakenNotice = { taken: true, reload: reloadsPages };
  for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage(notice);
}

function reply(question: Question): Promise<unknown> {
  switch (question.do) {
    case 'visit':
      return keepVisited(question.addresses);
    case 'keep':
      return keepPages(question.addresses);
    case 'list':
      return listOf(question.name);
    case 'compare':
      return areAllNewer();
    case 'take':
      reloadsPages = question.reload;
      return self.skipWaiting();
  }
}

/** Keeps what a reader has just seen, as far as it is of this build. */
async function keepVisited(addresses: readonly string[]): Promise<void> {
  const paths = pathsOf(addresses);
  try {
    await kept.fill(BUILD.shell);
    await loadLists(paths.slice(0, 1));
    await kept.fill(await wantedOf(paths));
  } catch (error) {
    // With the network gone, or no room, a later visit keeps it; a newer build brings a worker of its own.
    if (error instanceof OtherBuild) await self.registration.update().catch(() => undefined);
  }
}

/** Keeps pages with their pictures, and every script and style, since nobody has run them yet to see which they need. */
async function keepPages(addresses: readonly string[]): Promise<KeepAnswer> {
  const paths = pathsOf(addresses);
  try {
    await loadLists(paths);
    const scripts = [...(await knownRevisions()).keys()].filter((path) => path.startsWith('_astro/'));
    await kept.fill(await wantedOf([...paths, ...scripts]));
    const pictures = await Promise.all(paths.map(picturesOf));
    await kept.fill(await wantedOf(pictures.flat()));
    return true;
  } catch (error) {
    // What came until then stays, and the rest is asked for again with the next visit.
    if (error instanceof OtherBuild) await self.registration.update().catch(() => undefined);
    return false;
  }
}

/** The pictures that a page shows, by their addresses. */
async function picturesOf(path: string): Promise<string[]> {
  const revision = (await knownRevisions()).get(path);
  if (revision === undefined || path.includes('.')) return [];
  const text = await (await kept.match(path, revision))?.text();
  const sources = [...(text ?? '').matchAll(/<img[^>]*\ssrc="([^"]+)"/g)].map(([, src = '']) => src);
  return sources.length > MOST_PICTURES ? [] : pathsOf(sources.map((src) => new URL(src, scope).href));
}

async function listOf(name: ListName): Promise<ListAnswer> {
  const known = await kept.list(name, BUILD.version);
  if (known) return known;
  const list = await fetchList(name);
  if (list === 'none') return list;
  if (list === 'behind') {
    await self.registration.update().catch(() => undefined);
    return list;
  }
  await kept.putList(name, list);
  revisions = undefined;
  return list;
}

/** The list as the site has it, when it is of this build. */
async function fetchList(name: ListName): Promise<ListAnswer> {
  const response = await fetch(new URL(`pocket/${name}.json`, scope), { cache: 'no-cache' }).catch(() => undefined);
  if (!response?.ok) return 'none';
  const list = (await response.json()) as FileList;
  return list.version === BUILD.version ? list : 'behind';
}

/**
 * Sees to it that the lists which these files may stand in are known.
 * @throws OtherBuild when the site is a newer build by now; TypeError without a network.
 */
async function loadLists(paths: readonly string[]): Promise<void> {
  for (const name of new Set(paths.map(languageOf))) {
    const list = await listOf(name);
    if (list === 'behind') throw new OtherBuild(name);
    if (list === 'none') throw new TypeError(name);
  }
}

async function wantedOf(paths: readonly string[]): Promise<Wanted[]> {
  const known = await knownRevisions();
  return paths.flatMap((path): Wanted[] => {
    const revision = known.get(path);
    return revision === undefined ? [] : [[path, revision]];
  });
}

function knownRevisions(): Promise<Map<string, string>> {
  revisions ??= readRevisions().catch(() => new Map<string, string>());
  return revisions;
}

async function readRevisions(): Promise<Map<string, string>> {
  const own = (await kept.lists()).filter(({ version }) => version === BUILD.version);
  const lists = await Promise.all(own.map(({ name, version }) => kept.list(name, version)));
  const files: readonly Wanted[] = [...BUILD.shell, ...lists.flatMap((list) => list?.files ?? [])];
  return new Map(files.map(([path, revision]) => [path, revision]));
}

/** From the network; where there is none, or none to speak of, from what is kept. Scripts and styles never change. */
async function answer(event: RequestEvent, path: string): Promise<Response> {
  const isPage = event.request.mode === 'navigate';
  const revision = (await knownRevisions()).get(path);
  const copy = revision === undefined ? undefined : await kept.match(path, revision).catch(() => undefined);
  if (copy && (path.startsWith('_astro/') || (!isPage && servedFromKept.has(event.clientId)))) return copy;
  const asked = askNetwork(event);
  if (!copy && !isPage) return asked;
  const come = asked.catch(() => undefined);
  const response = await (copy ? Promise.race([come, afterPatience()]) : come);
  if (response && !(copy && response.status >= 500)) {
    if (isPage && response.ok) event.waitUntil(compare(event.resultingClientId, response.clone(), revision));
    return response;
  }
  if (isPage) servedFromKept.add(event.resultingClientId);
  return copy ?? (await offlinePage(path)) ?? Response.error();
}

async function askNetwork(event: RequestEvent): Promise<Response> {
  return (await event.preloadResponse) ?? fetch(event.request);
}

function afterPatience(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
}

/** The page that says, in the language of the one asked for, that it is not kept. */
async function offlinePage(path: string): Promise<Response | undefined> {
  const page = languageOf(path) === 'en' ? 'en/pocket/offline/' : 'pocket/offline/';
  const revision = (await knownRevisions()).get(page);
  return revision === undefined ? undefined : kept.match(page, revision).catch(() => undefined);
}

/** Notes when a page that the network had is not the one of this build. */
async function compare(client: string, response: Response, revision: string | undefined): Promise<void> {
  const isListed = (await knownRevisions()).size > BUILD.shell.length;
  if (isListed && (await revisionOf(await response.arrayBuffer())) !== revision) newerThanThis.add(client);
}

async function areAllNewer(): Promise<boolean> {
  return (await self.clients.matchAll({ type: 'window' })).every(({ id }) => newerThanThis.has(id));
}

function pathsOf(addresses: readonly string[]): string[] {
  return [...new Set(addresses)].flatMap((address) => requestedPath(address, scope) ?? []);
}

function languageOf(path: string): 'zh' | 'en' {
  return path.startsWith('en/') ? 'en' : 'zh';
}
