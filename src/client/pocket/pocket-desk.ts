import type { PocketTexts } from '../../i18n/pocket.ts';
import type { Lang } from '../../model/localized.ts';
import type { FileList, ListName } from '../../pocket/file-list.ts';
import { megabytes } from '../../pocket/megabytes.ts';
import type { ListAnswer } from '../../pocket/messages.ts';
import { joinFiles, standingOf, type Standing } from '../../pocket/standing.ts';
import { fillTemplate } from '../../quiz/fill-template.ts';
import { askWorker } from './ask-worker.ts';
import { KeptFiles, NoRoom, OtherBuild } from './kept-files.ts';
import { startWorker } from './start-worker.ts';
import { takeNewBuild } from './take-new-build.ts';

/** Chromium's offer to put the site on the home screen, which it makes once to a page that is listening. */
interface InstallOffer extends Event {
  prompt: () => Promise<unknown>;
}

/** The page on which a reader keeps the whole of a language on the device, sees how far that is, and removes it. */
class PocketDesk extends HTMLElement {
  #texts = {} as PocketTexts;
  #lang: Lang = 'zh';
  #kept = new KeptFiles(new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), location.href).href);
  #registration: ServiceWorkerRegistration | undefined;
  #lists = new Map<ListName, FileList>();
  /** Set while files are fetched; stops that. */
  #stop: AbortController | undefined;

  connectedCallback(): void {
    this.#texts = JSON.parse(this.dataset['texts'] ?? '{}') as PocketTexts;
    this.#lang = this.dataset['lang'] === 'en' ? 'en' : 'zh';
    this.#part('keep').addEventListener('click', () => void this.#keep());
    this.#part('pause').addEventListener('click', () => this.#stop?.abort());
    this.#part('remove').addEventListener('click', () => void this.#remove());
    this.#part('print').addEventListener('change', () => void this.#show());
    this.#listenForOffer();
    void this.#start().then(() => this.setAttribute('data-ready', ''));
  }

  async #start(): Promise<void> {
    this.#registration = await startWorker();
    if (!this.#registration) {
      const { insecure, refused } = this.#texts.cannot;
      this.#say(isSecureContext ? refused : insecure);
      this.dataset['state'] = 'cannot';
      return;
    }
    const printed = await this.#kept.note(`begun-${this.#lang}-print`);
    (this.#part('print') as HTMLInputElement).checked = printed !== undefined;
    await this.#show();
    const isFull = (await this.#kept.note('full')) !== undefined;
    if (isFull) this.#say(this.#texts.fullUpdate, { mb: megabytes((await this.#standing(this.#names()))?.size ?? 0) });
  }

  /** The lists that the reader has chosen. */
  #names(): ListName[] {
    const { checked } = this.#part('print') as HTMLInputElement;
    return checked ? [this.#lang, `${this.#lang}-print`] : [this.#lang];
  }

  /** How much of these lists is there; undefined when they cannot be had now. */
  async #standing(names: readonly ListName[]): Promise<Standing | undefined> {
    for (const name of names) {
      if (this.#lists.has(name)) continue;
      const list = await askWorker<ListAnswer>(this.#registration?.active ?? null, { do: 'list', name });
      if (list === 'behind') await this.#moveOn();
      if (typeof list === 'string') return undefined;
      this.#lists.set(name, list);
    }
    const files = joinFiles(names.map((name) => this.#lists.get(name)?.files ?? []));
    return standingOf(files, await this.#kept.keys());
  }

  /** Shows how much is there, and what can be done. */
  async #show(): Promise<void> {
    const own = await this.#standing(this.#names());
    const stored = await this.#storedSize();
    this.#write('remove', this.#texts.remove, { mb: megabytes(stored) });
    this.#part('removing').hidden = stored === 0;
    if (!own) {
      this.dataset['state'] = 'unknown';
      if (this.#part('message').textContent === '') this.#say(this.#texts.offline);
      return;
    }
    const isBegun = (await this.#kept.note(`begun-${this.#lang}`)) !== undefined;
    this.dataset['state'] = own.missing.length === 0 ? 'all' : isBegun ? 'part' : 'nothing';
    await this.#showStatus(own);
    this.#write('keep', isBegun ? this.#texts.resume : this.#texts.keep, { mb: megabytes(own.toFetch) });
    this.#write('size', this.#texts.size, { size: megabytes(own.size) });
    const print = await this.#standing([`${this.#lang}-print`]);
    this.#write('print-label', this.#texts.print, { mb: megabytes(print?.toFetch ?? 0) });
    this.#part('printing').hidden = (print?.missing.length ?? 0) === 0;
  }

  async #showStatus({ keptSize, size }: Standing): Promise<void> {
    const { status } = this.#texts;
    const values = { kept: megabytes(keptSize), size: megabytes(size) };
    const { state } = this.dataset;
    this.#write('status', state === 'all' ? status.all : state === 'part' ? status.part : status.nothing, values);
    const at = await this.#kept.note(`whole-${this.#lang}`);
    const date =
      at === undefined ? '' : new Date(at).toLocaleDateString(document.documentElement.lang, { dateStyle: 'long' });
    const version = this.#lists.get(this.#lang)?.version.slice(0, 6) ?? '';
    this.#write('facts', state === 'all' ? status.facts : '', { ...values, date, version });
  }

  /** Bytes that are stored, of whatever language. */
  async #storedSize(): Promise<number> {
    const lists = await Promise.all(
      (await this.#kept.lists()).map(({ name, version }) => this.#kept.list(name, version)),
    );
    return standingOf(joinFiles(lists.map((list) => list?.files ?? [])), await this.#kept.keys()).keptSize;
  }

  async #keep(): Promise<void> {
    this.#say('');
    // Removed lists are fetched again, for the worker to know them too.
    this.#lists.clear();
    const names = this.#names();
    const before = await this.#standing(names);
    if (!before) return this.#show();
    this.#stop = new AbortController();
    this.dataset['state'] = 'keeping';
    this.#showProgress(0, before.toFetch);
    try {
      await this.#fetchAll(names, before, this.#stop.signal);
    } catch (error) {
      await this.#showTrouble(error, names);
    }
    this.#stop = undefined;
    await this.#show();
    this.#part(this.dataset['state'] === 'all' ? 'status' : 'keep').focus();
  }

  async #fetchAll(names: readonly ListName[], { missing, toFetch }: Standing, signal: AbortSignal): Promise<void> {
    await askToStay();
    for (const name of names) await this.#kept.putNote(`begun-${name}`, new Date().toISOString());
    let done = 0;
    await this.#kept.fill(
      missing,
      ([, , wire]) => {
        done += wire;
        this.#showProgress(done, toFetch);
      },
      signal,
    );
    for (const name of names) await this.#kept.putNote(`whole-${name}`, new Date().toISOString());
    await this.#kept.dropNote('full');
  }

  #showProgress(done: number, all: number): void {
    const bar = this.#part('bar') as HTMLProgressElement;
    bar.max = all;
    bar.value = done;
    this.#write('progress', this.#texts.progress, { done: megabytes(done), all: megabytes(all) });
  }

  async #showTrouble(error: unknown, names: readonly ListName[]): Promise<void> {
    const { paused, full, offline } = this.#texts;
    if (error instanceof OtherBuild) return this.#moveOn();
    if (error instanceof NoRoom) {
      const left = await this.#standing(names);
      this.#say(full, { mb: megabytes((left?.size ?? 0) - (left?.keptSize ?? 0)) });
    } else {
      this.#say(error instanceof DOMException && error.name === 'AbortError' ? paused : offline);
    }
  }

  /** The site is another build than the one that is kept: that comes first. */
  async #moveOn(): Promise<void> {
    this.#say(this.#texts.moving);
    if (this.#registration && !(await takeNewBuild(this.#registration))) this.#say(this.#texts.moved);
  }

  async #remove(): Promise<void> {
    await this.#kept.clear();
    await this.#show();
    this.#say(this.#texts.removed);
    this.#part('keep').focus();
  }

  #listenForOffer(): void {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      const button = this.#part('install');
      button.hidden = false;
      button.onclick = () => {
        button.hidden = true;
        void (event as InstallOffer).prompt();
      };
    });
  }

  #say(text: string, values: Readonly<Record<string, string>> = {}): void {
    this.#write('message', text, values);
  }

  #write(part: string, text: string, values: Readonly<Record<string, string>>): void {
    this.#part(part).textContent = fillTemplate(text, values);
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`the page has no part ${name}`);
    return part;
  }
}
customElements.define('pocket-desk', PocketDesk);

/** Asks the browser not to clear what is kept when room gets scarce; it may say no, and then all works the same. */
async function askToStay(): Promise<void> {
  try {
    await navigator.storage.persist();
  } catch {
    // Not known here.
  }
}
