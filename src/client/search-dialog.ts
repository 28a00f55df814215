import { makeElement } from './make-element.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';
import { SearchFinder, type FoundHits, type ShownHit } from './search-finder.ts';
import { hitActions, hitAddress, hitContent, themeList, tintByTheme } from './search-hit-view.ts';
import { loadSearchPlace, type SearchPlace } from './search-texts.ts';

/** The full text is asked when the typing rests for so long. */
const REST_MS = 350;
/** So many hits fill what of the dialog a phone shows; those below are painted a frame later. */
const SEEN_AT_ONCE = 4;

/**
 * The search dialog: a combobox whose popup is a grid. A row is a hit, its first cell opens it, the others are its card
 * and its quiz. The focus stays in the box; arrow keys move the active cell.
 */
class SearchDialog {
  readonly #place: SearchPlace;
  readonly #finder: SearchFinder;
  readonly #input: HTMLInputElement;
  readonly #status = makeElement('p', { class: 'search-status', role: 'status' });
  readonly #hits: HTMLElement;
  readonly #aside = makeElement('div', { class: 'search-aside' });
  readonly #all: HTMLAnchorElement;
  readonly #dialog: HTMLDialogElement;
  #turn = 0;
  /** The turn whose answer stands there. */
  #shown = 0;
  /** Counts what the grid was filled with. */
  #filled = 0;
  #timer = 0;
  #isComposing = false;

  constructor(place: SearchPlace) {
    const { texts } = place;
    this.#place = place;
    this.#finder = new SearchFinder(place.files, place.lang);
    this.#input = makeElement('input', {
      type: 'search',
      id: 'search-input',
      role: 'combobox',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      enterkeyhint: 'search',
      placeholder: texts.placeholder,
      'aria-label': texts.open,
      'aria-describedby': 'search-help',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'grid',
      'aria-controls': 'search-hits',
      'aria-expanded': 'false',
    });
    this.#hits = makeElement('div', { id: 'search-hits', class: 'hits', role: 'grid', 'aria-label': texts.results });
    this.#all = makeElement('a', { class: 'search-all' }, texts.all);
    this.#dialog = makeElement('dialog', { class: 'search-dialog', 'aria-label': texts.open });
    const close = makeElement('button', { type: 'button', class: 'tool' }, texts.close);
    const help = makeElement('p', { id: 'search-help', class: 'search-help' }, texts.help);
    this.#dialog.append(
      makeElement('div', { class: 'search-bar' }, this.#input, close),
      this.#status,
      makeElement('div', { class: 'search-body' }, this.#hits, this.#aside),
      makeElement('div', { class: 'search-foot' }, help, this.#all),
    );
    this.#all.hidden = true;
    this.#input.addEventListener('compositionstart', () => (this.#isComposing = true));
    this.#input.addEventListener('compositionend', () => {
      this.#isComposing = false;
      void this.#answer();
    });
    this.#input.addEventListener('input', () => void this.#answer());
    this.#dialog.addEventListener('keydown', (event) => this.#onKey(event));
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
      // A hit on the page at hand only moves within it, so the dialog has to go by itself.
      if (event.target instanceof Element && event.target.closest('.hits a')) {
        rememberSearch(this.#input.value);
        this.#dialog.close();
      }
    });
    close.addEventListener('click', () => this.#dialog.close());
    document.body.append(this.#dialog);
  }

  /** Shows the dialog, its words selected or, where somebody did not wait for it, what they typed instead. */
  open(typed: string): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.focus();
    if (typed !== '') {
      this.#input.value = typed;
      void this.#answer();
      return;
    }
    this.#input.select();
    if (this.#input.value === '') this.#showRecent();
    void this.#finder.open().catch(() => undefined);
  }

  async #answer(): Promise<void> {
    const query = this.#input.value;
    const turn = ++this.#turn;
    clearTimeout(this.#timer);
    this.#dialog.toggleAttribute('data-asked', query.trim() !== '');
    if (query.trim() === '') {
      this.#shown = turn;
      this.#showRecent();
      return;
    }
    try {
      if (this.#hits.childElementCount === 0) this.#say(this.#place.texts.loading);
      const first = await this.#finder.find(query);
      // Who types faster than answers come sees those to what stood there a letter ago.
      if (turn < this.#shown) return;
      this.#shown = turn;
      // A half-composed word may find nothing yet: what stands there stays until there is something else to show.
      if (first.hits.length > 0 || !this.#isComposing) this.#show(first, query);
      if (turn === this.#turn) this.#timer = window.setTimeout(() => void this.#answerMore(query, turn), REST_MS);
    } catch {
      if (turn === this.#turn) this.#say(this.#place.texts.failed);
    }
  }

  async #answerMore(query: string, turn: number): Promise<void> {
    const more = await this.#finder.findMore(query);
    if (turn === this.#turn && (more.hits.length > 0 || !this.#isComposing)) this.#show(more, query);
  }

  #say(text: string): void {
    // The count of a word half composed would only be in the way of the input method's own voice.
    if (!this.#isComposing && this.#status.textContent !== text) this.#status.textContent = text;
  }

  #show({ hits, closest, themes }: FoundHits, query: string): void {
    this.#fill(hits, query);
    this.#input.setAttribute('aria-expanded', String(hits.length > 0));
    this.#say(
      hits.length > 0
        ? this.#place.texts.count.replace('{n}', String(hits.length))
        : this.#place.texts.none.replace('{q}', () => query.trim().slice(0, 60)),
    );
    this.#aside.replaceChildren();
    if (hits.length === 0) {
      const near = makeElement('ol', { class: 'hits', 'data-search-closest': true });
      near.append(
        ...closest.map((hit) => {
          const item = makeElement('li', { class: 'hit', 'data-topic': hit.topic });
          item.append(
            makeElement(
              'a',
              { class: 'hit-open', href: hitAddress(hit, this.#place) },
              ...hitContent(hit, query, this.#place),
            ),
          );
          tintByTheme(item, hit.theme);
          return item;
        }),
      );
      if (closest.length > 0) this.#aside.append(this.#heading('closest'), near);
      this.#aside.append(this.#heading('themes'), themeList(themes, this.#place));
    }
    const page = new URL(`${this.#place.root}search/`, location.href);
    page.searchParams.set('q', query.trim().slice(0, 200));
    this.#all.href = page.href;
    this.#all.hidden = false;
  }

  #heading(key: 'closest' | 'themes' | 'recent'): HTMLElement {
    return makeElement('p', { class: 'label' }, this.#place.texts[key]);
  }

  /**
   * Puts `hits` into the grid, first those that are seen at once; rows that stay the same are left alone, so that nothing
   * flickers.
   */
  #fill(hits: readonly ShownHit[], query: string): void {
    const grid = this.#hits;
    let active: string | null | undefined;
    const put = (from: number, to: number) => {
      active = this.#active()?.getAttribute('href') ?? active;
      for (const [nth, hit] of hits.slice(from, to).entries()) {
        const row = this.#row(hit, from + nth, query);
        const old = grid.children[from + nth];
        if (!old) grid.append(row);
        else if (!old.isEqualNode(row)) old.replaceWith(row);
      }
      while (grid.childElementCount > hits.length) grid.lastElementChild?.remove();
      const cells = this.#cells().flat();
      this.#activate(active ? cells.find((cell) => cell.getAttribute('href') === active) : undefined);
    };
    put(0, SEEN_AT_ONCE);
    const isWhole = hits.length <= SEEN_AT_ONCE;
    grid.setAttribute('aria-busy', String(!isWhole));
    const turn = ++this.#filled;
    if (isWhole) return;
    afterPaint(() => {
      if (turn !== this.#filled) return;
      put(SEEN_AT_ONCE, hits.length);
      grid.setAttribute('aria-busy', 'false');
    });
  }

  #row(hit: ShownHit, at: number, query: string): HTMLElement {
    const open = makeElement(
      'a',
      { class: 'hit-open', href: hitAddress(hit, this.#place) },
      ...hitContent(hit, query, this.#place),
    );
    const cells = [open, ...hitActions(hit, this.#place)].map((link, nth) => {
      link.id = `search-cell-${at}-${nth}`;
      link.tabIndex = -1;
      return makeElement('div', { role: 'gridcell' }, link);
    });
    const row = makeElement('div', { role: 'row', class: 'hit', 'data-topic': hit.topic }, ...cells);
    tintByTheme(row, hit.theme);
    return row;
  }

  #cells(): HTMLAnchorElement[][] {
    return [...this.#hits.children].map((row) => [...row.querySelectorAll('a')]);
  }

  #active(): HTMLAnchorElement | null {
    return this.#hits.querySelector<HTMLAnchorElement>('a[data-active]');
  }

  #activate(cell: HTMLAnchorElement | undefined): void {
    this.#active()?.removeAttribute('data-active');
    if (!cell) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    cell.setAttribute('data-active', '');
    this.#input.setAttribute('aria-activedescendant', cell.id);
    cell.scrollIntoView({ block: 'nearest' });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.target !== this.#input) return;
    const rows = this.#cells();
    const active = this.#active();
    const row = rows.findIndex((cells) => active !== null && cells.includes(active));
    const column = active ? (rows[row]?.indexOf(active) ?? 0) : 0;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const aside = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step && rows.length > 0) {
      event.preventDefault();
      const next = row + step;
      this.#activate(next < 0 ? undefined : rows[Math.min(next, rows.length - 1)]?.[0]);
    } else if (aside && active) {
      event.preventDefault();
      this.#activate(rows[row]?.[column + aside] ?? active);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      (active ?? rows[0]?.[0])?.click();
    } else if (event.key === 'Escape' && this.#input.value !== '') {
      // The browser would empty the box and leave the dialog open.
      event.preventDefault();
      this.#dialog.close();
    }
  }

  #showRecent(): void {
    const searches = recentSearches();
    this.#fill([], '');
    this.#input.setAttribute('aria-expanded', 'false');
    this.#say('');
    this.#all.hidden = true;
    this.#aside.replaceChildren();
    if (searches.length === 0) return;
    const clear = makeElement('button', { type: 'button', class: 'search-clear' }, this.#place.texts.clear);
    clear.addEventListener('click', () => {
      forgetSearches();
      this.#showRecent();
      this.#input.focus();
    });
    const again = searches.map((query) => {
      const button = makeElement('button', { type: 'button', class: 'search-again' }, query);
      button.addEventListener('click', () => {
        this.#input.value = query;
        this.#input.focus();
        void this.#answer();
      });
      return makeElement('li', {}, button);
    });
    this.#aside.append(
      makeElement('div', { class: 'search-recent' }, this.#heading('recent'), clear),
      makeElement('ul', { role: 'list' }, ...again),
    );
  }
}

/** Calls `next` once what stands in the page now is painted. */
function afterPaint(next: () => void): void {
  requestAnimationFrame(() => setTimeout(next));
}

let dialog: Promise<SearchDialog> | undefined;

/**
 * Shows the search dialog with what was `typed` ahead of it, and starts fetching what it needs; rejects when its texts
 * cannot be had.
 */
export async function openSearch(typed: () => string): Promise<void> {
  dialog ??= loadSearchPlace().then((place) => new SearchDialog(place));
  dialog.catch(() => (dialog = undefined));
  (await dialog).open(typed());
}
