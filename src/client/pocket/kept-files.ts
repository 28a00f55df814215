import { keyOf, LIST_NAMES, REVISION_DIGITS, type FileList, type ListName } from '../../pocket/file-list.ts';

/** The site has, where a file should be, something else than its list says: another build stands there by now. */
export class OtherBuild extends Error {}

/** The device has no room for more. */
export class NoRoom extends Error {}

/** A content to keep: the address it has, below the site's root, and what its bytes come to. */
export type Wanted = readonly [path: string, revision: string, ...unknown[]];

/** So many files are fetched at a time. */
const AT_A_TIME = 6;

/**
 * What is kept of the site on this device, the same for the worker and for pages. Contents stand under the name of what
 * they are, not of where they were: builds share what they have in common, and a file is never taken for its successor.
 */
export class KeptFiles {
  /** The site's root, whole: `https://kb.example.com/`. Sites that share a host keep apart by it. */
  readonly scope: string;
  readonly #cacheName: string;

  constructor(scope: string) {
    this.scope = scope;
    this.#cacheName = `pocketbook ${new URL(scope).pathname}`;
  }

  /** The content with this name, as it came. */
  async match(path: string, revision: string): Promise<Response | undefined> {
    return this.#match(keyOf(path, revision));
  }

  /** The names of the contents that are there. */
  async keys(): Promise<Set<string>> {
    return new Set((await this.#entries()).filter((name) => !name.includes('/')));
  }

  /**
   * Fetches what is not there yet, several at a time; each that came is told to `onKept`. Stops at the first that cannot
   * be had: what came until then stays.
   * @throws OtherBuild, NoRoom; AbortError once `signal` is set off; TypeError without a network.
   */
  async fill<File extends Wanted>(
    wanted: readonly File[],
    onKept?: (file: File) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    const there = await this.keys();
    const queue = [...new Map(wanted.map((file) => [keyOf(file[0], file[1]), file]))]
      .filter(([key]) => !there.has(key))
      .map(([, file]) => file)
      .reverse();
    const stop = new AbortController();
    signal?.addEventListener('abort', () => stop.abort());
    const work = async () => {
      for (let file = queue.pop(); file; file = queue.pop()) {
        await this.#fetch(file, stop.signal);
        onKept?.(file);
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_A_TIME }, work));
    } finally {
      stop.abort();
    }
  }

  /** Removes contents by their names. */
  async drop(keys: Iterable<string>): Promise<void> {
    const cache = await this.#open();
    for (const key of keys) await cache.delete(this.#addressOf(key));
  }

  /** The list as the build with this version had it, where it is kept. */
  async list(name: ListName, version: string): Promise<FileList | undefined> {
    const kept = await this.#match(listKey(name, version));
    return kept && ((await kept.json()) as FileList);
  }

  async putList(name: ListName, list: FileList): Promise<void> {
    await this.#put(listKey(name, list.version), new Response(JSON.stringify(list)));
  }

  /** The lists that are kept, of whatever build. */
  async lists(): Promise<{ name: ListName; version: string }[]> {
    return (await this.#entries()).flatMap((entry) => {
      const [version = '', file] = entry.split('/');
      const name = LIST_NAMES.find((each) => file === `${each}.json`);
      return name ? [{ name, version }] : [];
    });
  }

  /** Forgets every list of other builds than `version`. */
  async dropListsBut(version: string): Promise<void> {
    const others = (await this.lists()).filter((list) => list.version !== version);
    await this.drop(others.map((list) => listKey(list.name, list.version)));
  }

  /** What is remembered under `name`, a word; never in the way of a content. */
  async note(name: string): Promise<string | undefined> {
    return (await this.#match(`note/${name}`))?.text();
  }

  async putNote(name: string, text: string): Promise<void> {
    await this.#put(`note/${name}`, new Response(text));
  }

  async dropNote(name: string): Promise<void> {
    await this.drop([`note/${name}`]);
  }

  /** Removes everything. */
  async clear(): Promise<void> {
    if (!(await caches.has(this.#cacheName))) return;
    // A browser may put off freeing a whole cache for as long as somebody has it open; what is in it goes at once.
    const cache = await this.#open();
    await Promise.all((await cache.keys()).map((entry) => cache.delete(entry)));
    await caches.delete(this.#cacheName);
  }

  async #fetch([path, revision]: Wanted, signal: AbortSignal): Promise<void> {
    const cache = path.startsWith('_astro/') ? 'default' : 'no-cache';
    const response = await fetch(new URL(path, this.scope), { cache, signal });
    if (response.status >= 500) throw new TypeError(`${path}: ${String(response.status)}`);
    const body = await response.arrayBuffer();
    if (!response.ok || (await revisionOf(body)) !== revision) throw new OtherBuild(path);
    // Made anew, it has no address of its own: what it refers to is looked for from where it is asked for.
    const type = response.headers.get('content-type');
    await this.#put(
      keyOf(path, revision),
      new Response(body, type === null ? {} : { headers: { 'content-type': type } }),
    );
  }

  async #put(key: string, response: Response): Promise<void> {
    try {
      await (await this.#open()).put(this.#addressOf(key), response);
    } catch (error) {
      throw error instanceof Error && error.name === 'QuotaExceededError' ? new NoRoom(key) : error;
    }
  }

  #match(key: string): Promise<Response | undefined> {
    return caches.match(this.#addressOf(key), { cacheName: this.#cacheName });
  }

  /** Every name that is taken, below the folder that no page of the site has. */
  async #entries(): Promise<string[]> {
    if (!(await caches.has(this.#cacheName))) return [];
    const folder = this.#addressOf('');
    return (await (await this.#open()).keys()).map(({ url }) => url.slice(folder.length));
  }

  #open(): Promise<Cache> {
    return caches.open(this.#cacheName);
  }

  #addressOf(key: string): string {
    return new URL(`pocket/kept/${key}`, this.scope).href;
  }
}

/** What the bytes of a file come to, as its list has it. */
export async function revisionOf(body: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, REVISION_DIGITS);
}

function listKey(name: ListName, version: string): string {
  return `${version}/${name}.json`;
}
