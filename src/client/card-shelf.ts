import { facePath } from '../cards/card-address.ts';
import { formatDeckLink, parseDeckLink, type DeckChoice } from '../cards/deck-link.ts';
import { BLEED_MM, impose } from '../cards/impose.ts';
import type { PrintSettings } from '../cards/print-settings.ts';
import type { Lang } from '../model/localized.ts';
import { deckList, type DeckList } from './deck-list.ts';
import { printSheets, type FaceAddress, type LabelTexts } from './print-sheets.ts';

/** Where the offset of this device's printer is kept: two numbers of millimetres, `0.4,-0.2`. */
const OFFSET_KEY = 'pocketbook:card-offset';

interface ShelfCard {
  id: string;
  number: number;
  title: string;
  element: HTMLElement;
}

/**
 * The shelf of cards come to life: filters, turning over, and a deck of one's own to print or download. The choice stays
 * in the fragment of the address, so that it can be shared and survives a reload; nothing is sent anywhere.
 */
class CardShelf extends HTMLElement {
  readonly #cards = new Map<number, ShelfCard>();
  #words: Record<string, string> = {};
  #list: DeckList | undefined;
  #texts: Promise<Map<string, string>> | undefined;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as Record<string, string>;
    for (const element of this.querySelectorAll<HTMLElement>('[data-card]')) {
      const { card: id = '', number = '', title = '' } = element.dataset;
      this.#cards.set(Number(number), { id, number: Number(number), title, element });
    }
    this.#list = deckList(this.#part('.chosen'), {
      card: (number) => {
        const card = this.#cards.get(number);
        return { title: card?.title ?? '', picture: card ? this.#url(card.id, 'front', 'badge', 'svg') : '' };
      },
      words: (key, values) => this.#say(key, values),
      onChange: (said) => this.#changed(said),
    });
    for (const element of this.querySelectorAll<HTMLElement>(
      '[data-turn], [data-add], [data-start], .filters, #my-deck',
    ))
      element.hidden = false;
    this.addEventListener('click', (event) => this.#click(event.target as HTMLElement));
    this.addEventListener('click', (event) => this.#jump(event));
    const filters = this.#form('.filters');
    filters.addEventListener('input', () => void this.#filter(filters));
    filters.addEventListener('submit', (event) => event.preventDefault());
    const settings = this.#form('.settings');
    settings.addEventListener('input', () => this.#changed());
    settings.addEventListener('submit', (event) => event.preventDefault());
    window.addEventListener('hashchange', () => this.#readLink());
    this.#readOffset();
    this.#readLink();
    void this.#filter(filters);
  }

  #part(selector: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The shelf has no ${selector}.`);
    return found;
  }

  #form(selector: string): HTMLFormElement {
    return this.#part(selector) as HTMLFormElement;
  }

  #select(name: 'size' | 'paper' | 'sides'): HTMLSelectElement {
    return this.#part(`.settings [name="${name}"]`) as HTMLSelectElement;
  }

  #input(name: 'bleed' | 'right' | 'down'): HTMLInputElement {
    return this.#part(`.settings [name="${name}"]`) as HTMLInputElement;
  }

  #say(key: string, values: Record<string, string | number> = {}): string {
    return (this.#words[key] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  }

  #url(...[id, side, size, format]: [string, 'front' | 'back', PrintSettings['size'], 'svg' | 'pdf']): string {
    return `${this.dataset['base'] ?? ''}${facePath(id, side, size, this.dataset['lang'] as Lang, format)}`;
  }

  /** The address of the faces of the deck as it is now. */
  #addresses(format: 'svg' | 'pdf'): FaceAddress {
    const [numbers, { size }] = [this.#numbers(), this.#settings()];
    return (card, side) => this.#url(this.#cards.get(numbers[card] ?? 0)?.id ?? '', side, size, format);
  }

  #numbers(): number[] {
    return this.#list?.numbers() ?? [];
  }

  #settings(): PrintSettings {
    return {
      size: this.#select('size').value as PrintSettings['size'],
      paper: this.#select('paper').value as PrintSettings['paper'],
      sides: this.#select('sides').value as PrintSettings['sides'],
      bleedMm: this.#input('bleed').checked ? BLEED_MM : 0,
      backOffset: { xMm: this.#offset('right'), yMm: this.#offset('down') },
    };
  }

  #offset(name: 'right' | 'down'): number {
    const value = this.#input(name).valueAsNumber;
    return Number.isFinite(value) ? Math.max(-5, Math.min(5, value)) : 0;
  }

  #readOffset(): void {
    try {
      const [right = '', down = ''] = (localStorage.getItem(OFFSET_KEY) ?? '').split(',');
      if (Number.isFinite(Number.parseFloat(right))) this.#input('right').value = right;
      if (Number.isFinite(Number.parseFloat(down))) this.#input('down').value = down;
    } catch {
      // The store is closed to this page: the offset lasts as long as the page.
    }
  }

  #keepOffset(): void {
    try {
      localStorage.setItem(OFFSET_KEY, `${this.#offset('right')},${this.#offset('down')}`);
    } catch {
      // The same.
    }
  }

  #readLink(): void {
    const choice = parseDeckLink(location.hash);
    if (!choice) {
      this.#show();
      return;
    }
    if (formatDeckLink(choice) === formatDeckLink(this.#choice())) return;
    const { size, paper, sides, bleedMm } = choice.settings;
    this.#select('size').value = size;
    this.#select('paper').value = paper;
    this.#select('sides').value = sides;
    this.#input('bleed').checked = bleedMm > 0;
    this.#list?.set(choice.numbers.filter((number) => this.#cards.has(number)));
    this.#show();
    this.#part('#my-deck').scrollIntoView();
  }

  #choice(): DeckChoice {
    return { numbers: this.#numbers(), settings: this.#settings() };
  }

  #changed(said?: string): void {
    const choice = this.#choice();
    const isUsual = choice.numbers.length === 0;
    history.replaceState(history.state, '', isUsual ? location.pathname : `#${formatDeckLink(choice)}`);
    this.#keepOffset();
    this.#show();
    this.#status(said ?? '');
  }

  #show(): void {
    const { numbers, settings } = this.#choice();
    const n = numbers.length;
    for (const { number, element } of this.#cards.values()) {
      const add = element.querySelector('[data-add]');
      const isIn = numbers.includes(number);
      add?.setAttribute('aria-pressed', String(isIn));
      if (add) add.textContent = this.#say(isIn ? 'shelf.added' : 'shelf.add');
    }
    this.#part('[data-empty]').hidden = n > 0;
    this.#part('[data-count]').textContent =
      n === 0 ? '' : this.#say('deck.count', { n, pages: impose(n, settings).length });
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-act]')) button.disabled = n === 0;
    const toMine = this.#part('[data-to-mine]');
    toMine.hidden = n === 0;
    toMine.textContent = this.#say('deck.toMine', { n });
    const calibration = this.#part('[data-calibration]') as HTMLAnchorElement;
    calibration.href = calibration.href.replace(/\/(?:a4|letter)\.(\w+)\.pdf$/, `/${settings.paper}.$1.pdf`);
  }

  #status(text: string): void {
    this.#part('[data-status]').textContent = text;
  }

  #click(target: HTMLElement): void {
    const button = target.closest<HTMLElement>('[data-turn], [data-add], [data-start], [data-act]');
    if (!button) return;
    const card = this.#cards.get(Number(button.closest<HTMLElement>('[data-number]')?.dataset['number']));
    if (button.dataset['start'] !== undefined) {
      this.#list?.set(button.dataset['start'].split('.').map(Number));
      this.#changed();
      this.#part('#my-deck').scrollIntoView();
    } else if (button.hasAttribute('data-add') && card) {
      this.#list?.toggle(card.number);
      this.#changed();
    } else if (button.hasAttribute('data-turn') && card) {
      this.#turn(card);
    } else if (button.dataset['act'] !== undefined) {
      void this.#act(button.dataset['act']);
    }
  }

  /** Follows a link within the page; the fragment goes on holding the deck. */
  #jump(event: Event): void {
    const target = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[href^="#"]')?.hash;
    if (target === undefined) return;
    event.preventDefault();
    const part = this.#part(target);
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
    part.scrollIntoView();
  }

  #turn({ id, element }: ShelfCard): void {
    const image = element.querySelector('img');
    if (!image) return;
    const side = image.src.includes('.back.') ? 'front' : 'back';
    image.src = this.#url(id, side, 'badge', 'svg');
  }

  async #act(act: string): Promise<void> {
    const numbers = this.#numbers();
    if (act === 'clear') {
      this.#list?.set([]);
      this.#changed();
    } else if (act === 'print') {
      const labels = JSON.parse(this.dataset['labels'] ?? '{}') as LabelTexts;
      await printSheets(numbers.length, this.#settings(), this.#addresses('svg'), labels).catch(() =>
        this.#status(this.#say('deck.failed')),
      );
    } else if (act === 'share') {
      await navigator.clipboard.writeText(location.href).then(
        () => this.#status(this.#say('deck.shared')),
        () => this.#status(this.#say('deck.shareFailed')),
      );
    } else {
      await this.#download(numbers);
    }
  }

  async #download(numbers: readonly number[]): Promise<void> {
    const settings = this.#settings();
    const addresses = this.#addresses('pdf');
    try {
      const { assembleSheets } = await import('./assemble-sheets.ts');
      const about = {
        title: this.#part('#my-deck-title').textContent,
        author: this.dataset['site'] ?? '',
        lang: document.documentElement.lang,
      };
      const labels = `${this.dataset['base'] ?? ''}/cards/labels.${this.dataset['lang'] ?? ''}.pdf`;
      const pdf = await assembleSheets(numbers.length, settings, about, addresses, labels, (done, all) =>
        this.#status(this.#say('deck.progress', { done, all })),
      );
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([pdf as BlobPart], { type: 'application/pdf' }));
      link.download = `cards.${settings.size}.${settings.paper}.${settings.sides}.pdf`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      this.#status(this.#say('deck.ready'));
    } catch {
      this.#status(this.#say('deck.failed'));
    }
  }

  async #filter(form: HTMLFormElement): Promise<void> {
    const data = new FormData(form);
    const value = (name: string): string => {
      const given = data.get(name);
      return typeof given === 'string' ? given.trim().toLowerCase() : '';
    };
    const [theme, role, terms] = [value('theme'), value('role'), value('words').split(/\s+/).filter(Boolean)];
    const texts = terms.length === 0 ? new Map<string, string>() : await (this.#texts ??= this.#loadTexts());
    let found = 0;
    for (const { id, title, element } of this.#cards.values()) {
      const text = `${title} ${texts.get(id) ?? ''}`.toLowerCase();
      const { theme: own, roles = '' } = element.dataset;
      element.hidden =
        (theme !== '' && own !== theme) ||
        (role !== '' && !roles.split(' ').includes(role)) ||
        !terms.every((term) => text.includes(term));
      if (!element.hidden) found += 1;
    }
    for (const section of this.querySelectorAll<HTMLElement>('.theme-shelf'))
      section.hidden = !section.querySelector('[data-card]:not([hidden])');
    this.#part('[data-none]').hidden = found > 0;
    this.#part('[data-found]').textContent = this.#say('shelf.found', { n: found });
  }

  /** The words of every card, fetched when a reader first looks for some; without them the titles are searched. */
  async #loadTexts(): Promise<Map<string, string>> {
    try {
      const response = await fetch(`${this.dataset['base'] ?? ''}/api/cards.json`);
      const { cards } = (await response.json()) as { cards: { id: string; lang: string; text: string[] }[] };
      const own = cards.filter(({ lang }) => lang === this.dataset['lang']);
      return new Map(own.map(({ id, text }) => [id, text.join('\n')]));
    } catch {
      return new Map();
    }
  }
}

customElements.define('card-shelf', CardShelf);
