import '../styles/search.css';
import { markText } from '../search/mark-text.ts';
import { makeElement } from './make-element.ts';
import type { ShownHit, ShownTheme } from './search-finder.ts';
import type { SearchPlace } from './search-texts.ts';

/** Where a hit leads: its best section, or its topic. */
export function hitAddress({ topic, section }: ShownHit, { root }: SearchPlace): string {
  return `${root}${topic}/${section ? `#${section.anchor}` : ''}`;
}

/** What a hit says: title, theme, section, excerpt, and the answer itself where there is one. Nothing in it is markup. */
export function hitContent(hit: ShownHit, query: string, { lang, texts }: SearchPlace): HTMLElement[] {
  const marked = (text: string) =>
    markText(text, query, lang).map((part) => (part.isMarked ? makeElement('mark', {}, part.text) : part.text));
  const { shown, theme, section, excerpt, phrase, term, line: sentence } = hit;
  const head = makeElement('span', { class: 'hit-head' });
  head.append(makeElement('b', {}, ...marked(shown.title)), makeElement('small', {}, theme.title));
  const line = (kind: string, label: string, text: string) =>
    makeElement('span', { class: `hit-${kind}` }, makeElement('small', {}, label), ' ', text);
  if (phrase) {
    return [
      line('avoid', texts.avoid, phrase.avoid),
      line('say', texts.say, phrase.say),
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
    ...(sentence ? [line('say', texts.line, sentence)] : []),
  ];
}

/** What can be done with a hit beside opening it: the links to its card and its quiz. */
export function hitActions({ topic, shown }: ShownHit, { texts, root }: SearchPlace): HTMLAnchorElement[] {
  const action = (anchor: string, text = '') =>
    makeElement('a', { href: `${root}${topic}/#${anchor}`, class: 'hit-action' }, text);
  return [
    ...(shown.hasCard ? [action('card', texts.card)] : []),
    ...(shown.hasQuiz ? [action('quiz', texts.quiz)] : []),
  ];
}

/** Links to themes, each in its colour. */
export function themeList(themes: readonly ShownTheme[], { root }: SearchPlace): HTMLElement {
  const items = themes.map((theme) => {
    const item = makeElement('li', {}, makeElement('a', { href: `${root}${theme.id}/` }, theme.title));
    tintByTheme(item, theme);
    return item;
  });
  return makeElement('ul', { class: 'search-themes', role: 'list' }, ...items);
}

/** Gives an element the colour of a theme. */
export function tintByTheme(element: HTMLElement, { hue, chroma }: ShownTheme): void {
  element.dataset['themeOf'] = '';
  element.style.setProperty('--hue', String(hue));
  element.style.setProperty('--chroma', String(chroma));
}
