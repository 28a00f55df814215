import { matchPhrase } from '../search/match-phrase.ts';

/** From here on a phrase is what the reader was about to say. */
const NEAR = 0.5;

/** Where none is near, those that share a word with it are shown. */
const RELATED = 0.25;

/** What a row's phrase and situation are called, in this language, and its phrase in the other. */
function phrasesOf(row: HTMLTableRowElement): string[] {
  const parts = row.cells[0]?.querySelectorAll('s, small') ?? [];
  return [...[...parts].map((part) => part.textContent), row.dataset['also'] ?? ''];
}

/** Filters the phrase table by what is typed and by situation; without scripts the whole table stands. */
class PhraseFinder extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const input = this.querySelector('input');
    const select = this.querySelector('select');
    const body = this.querySelector('tbody');
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (!form || !input || !select || !body || !status) return;
    const rows = [...body.rows];
    const { count = '', none = '' } = status.dataset;
    const show = () => {
      const scored = rows
        .filter((row) => select.value === '' || row.dataset['situation'] === select.value)
        .map((row) => ({ row, score: input.value.trim() === '' ? 1 : matchPhrase(input.value, phrasesOf(row)) }));
      const isNear = scored.some(({ score }) => score >= NEAR);
      const found = scored.filter(({ score }) => score >= (isNear ? NEAR : RELATED)).sort((a, b) => b.score - a.score);
      for (const row of rows) row.hidden = true;
      for (const { row } of found) row.hidden = false;
      body.append(...found.map(({ row }) => row));
      const asked = input.value.trim() !== '' || select.value !== '';
      status.textContent = !asked ? '' : found.length > 0 ? count.replace('{n}', String(found.length)) : none;
    };
    form.addEventListener('submit', (event) => event.preventDefault());
    input.addEventListener('input', show);
    select.addEventListener('change', show);
    const fromAddress = new URLSearchParams(location.search).get('q');
    if (fromAddress !== null) input.value = fromAddress;
    form.hidden = false;
    show();
  }
}
customElements.define('phrase-finder', PhraseFinder);
