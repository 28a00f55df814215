import { makeElement } from './make-element.ts';

/** The cards of a deck in their order, to be moved and taken out. */
export interface DeckList {
  numbers: () => number[];
  set: (numbers: readonly number[]) => void;
  /** Takes a card in at the end, or out. */
  toggle: (number: number) => void;
}

interface DeckListOptions {
  card: (number: number) => { title: string; picture: string };
  words: (key: string, values: Record<string, string | number>) => string;
  /** Told when the reader has changed the list, with what to say of it. */
  onChange: (said: string) => void;
}

/** Brings an empty list to life: buttons for keyboard and thumb, a handle to drag with mouse or finger. */
export function deckList(list: HTMLElement, { card, words, onChange }: DeckListOptions): DeckList {
  const items = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('li')];
  const numbers = (): number[] => items().map(({ dataset }) => Number(dataset['number']));

  const move = (item: HTMLElement, by: -1 | 1, button: HTMLElement): void => {
    const neighbour = by === -1 ? item.previousElementSibling : item.nextElementSibling;
    if (!neighbour) return;
    if (by === -1) neighbour.before(item);
    else neighbour.after(item);
    // Moving takes the focus away with the element.
    button.focus();
    onChange(words('deck.moved', { title: titleOf(item), n: items().indexOf(item) + 1 }));
  };
  const remove = (item: HTMLElement): void => {
    const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector<HTMLElement>('[data-remove]');
    item.remove();
    next?.focus();
    onChange(words('deck.removed', { title: titleOf(item) }));
  };
  const titleOf = (item: HTMLElement): string => card(Number(item.dataset['number'])).title;

  const itemOf = (number: number): HTMLElement => {
    const { title, picture } = card(number);
    const button = (label: string, sign: string, attributes: Record<string, string | boolean> = {}) =>
      makeElement('button', { type: 'button', 'aria-label': words(label, { title }), ...attributes }, sign);
    const handle = button('deck.drag', '⠿', { class: 'handle', tabindex: '-1' });
    const [up, down] = [button('deck.up', '↑'), button('deck.down', '↓')];
    const out = button('deck.remove', '✕', { 'data-remove': true });
    const item = makeElement(
      'li',
      { 'data-number': String(number) },
      handle,
      makeElement('img', { src: picture, alt: '', loading: 'lazy' }),
      makeElement('span', {}, title),
      makeElement('span', {}, up, down, out),
    );
    up.addEventListener('click', () => move(item, -1, up));
    down.addEventListener('click', () => move(item, 1, down));
    out.addEventListener('click', () => remove(item));
    handle.addEventListener('pointerdown', (event) => drag(event, handle, item));
    return item;
  };

  const drag = (start: PointerEvent, handle: HTMLElement, item: HTMLElement): void => {
    start.preventDefault();
    handle.setPointerCapture(start.pointerId);
    item.classList.add('is-moving');
    const before = numbers().join();
    const follow = ({ clientX, clientY }: PointerEvent): void => {
      const over = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('li');
      if (!over || over === item || over.parentElement !== list) return;
      const isLater = item.compareDocumentPosition(over) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (isLater) over.after(item);
      else over.before(item);
    };
    const drop = (): void => {
      handle.removeEventListener('pointermove', follow);
      item.classList.remove('is-moving');
      if (numbers().join() !== before)
        onChange(words('deck.moved', { title: titleOf(item), n: items().indexOf(item) + 1 }));
    };
    handle.addEventListener('pointermove', follow);
    handle.addEventListener('lostpointercapture', drop, { once: true });
  };

  return {
    numbers,
    set: (chosen) => list.replaceChildren(...[...new Set(chosen)].map(itemOf)),
    toggle: (number) => {
      const known = items().find(({ dataset }) => dataset['number'] === String(number));
      if (known) known.remove();
      else list.append(itemOf(number));
    },
  };
}
