import { makeElement } from './make-element.ts';
import { SearchFinder, type FoundHits, type ShownHit } from './search-finder.ts';
import { hitActions, hitAddress, hitContent, tintByTheme } from './search-hit-view.ts';
import { loadSearchPlace, type SearchPlace } from './search-texts.ts';

/** The page that answers the query in its address; without scripts it leads to the index. */
class SearchPage extends HTMLElement {
  connectedCallback(): void {
    void loadSearchPlace().then((place) => this.#answerIn(place));
  }

  #answerIn(place: SearchPlace): void {
    const input = this.querySelector('input');
    const list = this.querySelector<HTMLElement>('[data-search-results]');
    const closest = this.querySelector<HTMLElement>('[data-search-closest]');
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (!input || !list || !closest || !status) return;
    const { texts } = place;
    const finder = new SearchFinder(place.files, place.lang);
    let turn = 0;

    const show = ({ hits, closest: near }: Pick<FoundHits, 'hits' | 'closest'>, query: string) => {
      list.replaceChildren(...hits.map((hit) => itemOf(hit, query, place)));
      closest.replaceChildren(...near.map((hit) => itemOf(hit, query, place)));
      this.toggleAttribute('data-no-hits', query.trim() !== '' && hits.length === 0);
      status.textContent =
        query.trim() === ''
          ? ''
          : hits.length > 0
            ? texts.count.replace('{n}', String(hits.length))
            : texts.none.replace('{q}', () => query.trim().slice(0, 60));
    };
    const answer = async () => {
      const query = input.value;
      const now = ++turn;
      list.dataset['state'] = 'busy';
      try {
        const first = query.trim() === '' ? { hits: [], closest: [] } : await finder.find(query);
        if (now !== turn) return;
        show(first, query);
        if (query.trim() !== '') {
          const more = await finder.findMore(query);
          if (now !== turn) return;
          show(more, query);
        }
      } catch {
        if (now === turn) status.textContent = texts.failed;
      }
      if (now === turn) list.dataset['state'] = 'done';
    };

    input.value = new URLSearchParams(location.search).get('q') ?? '';
    input.addEventListener('input', () => {
      const address = new URL(location.href);
      address.searchParams.set('q', input.value.slice(0, 200));
      history.replaceState(history.state, '', address);
      void answer();
    });
    this.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    void answer();
  }
}

function itemOf(hit: ShownHit, query: string, place: SearchPlace): HTMLLIElement {
  const link = makeElement('a', { href: hitAddress(hit, place), class: 'hit-open' }, ...hitContent(hit, query, place));
  const item = makeElement('li', { 'data-topic': hit.topic, class: 'hit' }, link);
  const actions = hitActions(hit, place);
  if (actions.length > 0) item.append(makeElement('span', { class: 'hit-actions' }, ...actions));
  tintByTheme(item, hit.theme);
  return item;
}
customElements.define('search-page', SearchPage);
