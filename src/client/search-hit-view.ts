import '../styles/search.css';
import { markText } from '../search/mark-text.ts';
import { makeElement } from './make-element.ts';
import type { ShownHit } from './search-finder.ts';
import type { searchTexts } from './search-texts.ts';

/** What the views need of the page: its texts and the address that topics stand below. */
export interface HitPlace {
  texts: ReturnType<typeof searchTexts>;
  /** `/` or `/en/`, with the base path. */
  root: string;
}

/** Where a hit leads: its best section, or its topic. */
export function hitAddress({ topic, section }: ShownHit, { root }: HitPlace): string {
  return `${root}${topic}/${section ? `#${section.anchor}` : ''}`;
}

/** What a hit says: title, theme, section, excerpt, and the answer itself where there is one. Nothing in it is markup. */
export function hitContent(hit: ShownHit, query: string, { texts }: HitPlace): HTMLElement[] {
  const marked = (text: string) =>
    markText(text, query, texts.lang).map((part) => (part.isMarked ? makeElement('mark', {}, part.text) : part.text));
  const { shown, theme, section, excerpt, phrase, term, line: sentence } = hit;
  const head = makeElement('span', { class: 'hit-head' });
  head.append(makeElement('b', {}, ...marked(shown.title)), makeElement('small', {}, theme.title));
  const line = (kind: string, label: string, text: string) =>
    makeElement('span', { class: `hit-${kind}` }, makeElement('small', {}, label), ' ', text);
  if (phrase) {
    return [
      line('avoid', texts['avoid'] ?? '', phrase.avoid),
      line('say', texts['say'] ?? '', phrase.say),
      ...(phrase.why ? [makeElement('span', { class: 'hit-text' }, phrase.why)] : []),
      head,
    ];
  }
  if (term) {
    return [makeElement('span', { class: 'hit-term' }, makeElement('b', {}, term.term), ' ', term.definition), head];
  }
  const text = marked(excerpt ?? shown.description);
  return [
    head,
    ...(section?.title ? [makeElement('span', { class: 'hit-section' }, ...marked(section.title))] : []),
    makeElement('span', { class: 'hit-text' }, ...text),
    ...(sentence ? [line('say', texts['line'] ?? '', sentence)] : []),
  ];
}

/** What can be done with a hit beside opening it: the links to its card and its quiz. */
export function hitActions({ topic, shown }: ShownHit, { texts, root }: HitPlace): HTMLAnchorElement[] {
  const action = (anchor: string, text = '') =>
    makeElement('a', { href: `${root}${topic}/#${anchor}`, class: 'hit-action' }, text);
  return [
    ...(shown.hasCard ? [action('card', texts['card'])] : []),
    ...(shown.hasQuiz ? [action('quiz', texts['quiz'])] : []),
  ];
}

/** Gives an element the colour of the hit's theme. */
export function tintByTheme(element: HTMLElement, { theme }: ShownHit): void {
  element.dataset['themeOf'] = '';
  element.style.setProperty('--hue', String(theme.hue));
  element.style.setProperty('--chroma', String(theme.chroma));
}
