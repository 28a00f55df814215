import { keyOf } from '../../pocket/file-list.ts';
import type { ListAnswer } from '../../pocket/messages.ts';
import { makeElement } from '../make-element.ts';
import { askWorker } from './ask-worker.ts';
import { KeptFiles } from './kept-files.ts';
import { startWorker } from './start-worker.ts';

/** More links than this nobody reads. */
const MOST = 60;

/** Links to the pages of one language that are kept on the device, for whoever asked for one that is not. */
class KeptList extends HTMLElement {
  connectedCallback(): void {
    void this.#show();
  }

  async #show(): Promise<void> {
    const links = await this.#links();
    this.querySelector('ul')?.replaceChildren(...links.map((link) => makeElement('li', {}, link)));
    const none = this.querySelector('p');
    if (none) none.hidden = links.length > 0;
  }

  async #links(): Promise<HTMLElement[]> {
    const registration = await startWorker();
    if (!registration) return [];
    const kept = new KeptFiles(registration.scope);
    const name = this.dataset['lang'] === 'en' ? 'en' : 'zh';
    const list = await askWorker<ListAnswer>(registration.active, { do: 'list', name });
    if (typeof list === 'string') return [];
    const there = await kept.keys();
    const pages = list.files
      .filter(([path, revision]) => isPage(path) && there.has(keyOf(path, revision)))
      .sort(([a], [b]) => Number(isCard(a)) - Number(isCard(b)));
    return Promise.all(
      pages.slice(0, MOST).map(async ([path, revision]) => {
        const text = await (await kept.match(path, revision))?.text();
        return makeElement('a', { href: new URL(path, registration.scope).pathname }, titleOf(text ?? '') || path);
      }),
    );
  }
}
customElements.define('kept-list', KeptList);

/** True for a page that is worth going to instead. */
function isPage(path: string): boolean {
  return (path === '' || path.endsWith('/')) && !/^(?:en\/)?pocket\//.test(path);
}

/** True for the page of one card, of which there are many. */
function isCard(path: string): boolean {
  return /^(?:en\/)?c\//.test(path);
}

/** What a page calls itself, without the site's name. */
function titleOf(html: string): string {
  const [title = ''] = /<title>[^<]*/.exec(html) ?? [];
  return new DOMParser().parseFromString(title, 'text/html').title.split(' | ')[0] ?? '';
}
