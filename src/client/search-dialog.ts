import { mergeRanked, nameScore, planQueries } from '../search/query-plan.ts';
import { makeElement } from './make-element.ts';

/** What Pagefind says of one page; https://pagefind.app/docs/api/ */
interface PageData {
  url: string;
  excerpt: string;
  /** Put in the page by SearchTerms.astro; the names are separated by semicolons. */
  meta: { title: string; aliases?: string; pinyin?: string; hue?: string };
  sub_results: { title: string; url: string; excerpt: string }[];
}
interface Pagefind {
  options: (options: {
    excerptLength: number;
    baseUrl: string;
    ranking: { metaWeights: Record<string, number> };
  }) => Promise<void>;
  init: () => Promise<void>;
  search: (query: string) => Promise<{ results: { id: string; data: () => Promise<PageData> }[] }>;
}

const SHOWN = 8;
/** Pages looked at before the ones that are called what was typed go first. */
const CONSIDERED = 30;
/** What a topic is called counts for more than what its page happens to mention. */
const META_WEIGHTS = { title: 10, aliases: 10, pinyin: 2 };

/** The interface texts, put in the page by Search.astro. */
function texts(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(document.querySelector<HTMLElement>('#search-texts')?.dataset ?? {}),
  ) as Record<string, string>;
}

let engine: Promise<Pagefind> | undefined;

function loadEngine(base: string): Promise<Pagefind> {
  engine ??= (import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24, baseUrl: base, ranking: { metaWeights: META_WEIGHTS } });
    await pagefind.init();
    return pagefind;
  });
  // A failed load is tried again at the next opening: the network may be back.
  engine.catch(() => (engine = undefined));
  return engine;
}

/** Up to `SHOWN` pages for `query`, best first. */
async function findPages(pagefind: Pagefind, query: string): Promise<PageData[]> {
  const lists = await Promise.all(planQueries(query).map(async (planned) => (await pagefind.search(planned)).results));
  const hits = mergeRanked(lists, (hit) => hit.id).slice(0, CONSIDERED);
  const pages = await Promise.all(hits.map((hit) => hit.data()));
  const score = ({ meta }: PageData) =>
    nameScore(query, meta.title, [...(meta.aliases ?? '').split(/[；;]\s*/), ...(meta.pinyin ?? '').split(' ')]);
  return pages.sort((a, b) => score(b) - score(a)).slice(0, SHOWN);
}

/** The excerpt's words, with its marks and no other markup. */
function excerptOf(html: string): Node[] {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  return [...body.childNodes].map((node) =>
    node.nodeName === 'MARK'
      ? makeElement('mark', {}, node.textContent ?? '')
      : document.createTextNode(node.textContent ?? ''),
  );
}

function hitOf(page: PageData): HTMLLIElement {
  const best = page.sub_results[0];
  const section = best && best.title !== page.meta.title ? best : undefined;
  const link = makeElement('a', { href: section?.url ?? page.url });
  link.append(makeElement('b', {}, page.meta.title));
  if (section) link.append(makeElement('span', { class: 'search-section' }, section.title));
  link.append(makeElement('span', { class: 'search-excerpt' }, ...excerptOf(section?.excerpt ?? page.excerpt)));
  const hit = makeElement('li', {}, link);
  if (page.meta.hue) {
    hit.dataset['themeOf'] = '';
    hit.style.setProperty('--hue', page.meta.hue);
  }
  return hit;
}

/** Makes the dialog and wires its keys; hits are links, so arrows move the focus among them. */
function build(): { dialog: HTMLDialogElement; input: HTMLInputElement } {
  const t = texts();
  const input = makeElement('input', {
    type: 'search',
    id: 'search-input',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    placeholder: t['placeholder'] ?? '',
    'aria-label': t['placeholder'] ?? '',
    'aria-describedby': 'search-help',
    'aria-controls': 'search-hits',
  });
  const close = makeElement('button', { type: 'button', class: 'tool' }, t['close'] ?? '');
  const status = makeElement('p', { class: 'search-status', role: 'status' });
  const hits = makeElement('ol', { id: 'search-hits', 'aria-label': t['results'] ?? '' });
  const help = makeElement('p', { id: 'search-help', class: 'search-help' }, t['help'] ?? '');
  const bar = makeElement('div', { class: 'search-bar' }, input, close);
  const dialog = makeElement(
    'dialog',
    { class: 'search-dialog', 'aria-label': t['placeholder'] ?? '' },
    bar,
    status,
    hits,
    help,
  );

  let asked = 0;
  const show = async () => {
    const query = input.value.trim();
    const turn = ++asked;
    if (query === '') {
      hits.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      if (hits.childElementCount === 0) status.textContent = t['loading'] ?? '';
      const pages = await findPages(await loadEngine(t['base'] ?? '/'), query);
      if (turn !== asked) return;
      hits.replaceChildren(...pages.map(hitOf));
      status.textContent =
        pages.length > 0
          ? (t['count'] ?? '').replace('{n}', String(pages.length))
          : (t['none'] ?? '').replace('{q}', query);
    } catch {
      if (turn === asked) status.textContent = t['failed'] ?? '';
    }
  };
  input.addEventListener('input', () => void show());
  close.addEventListener('click', () => {
    dialog.close();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const stops = [input, ...hits.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement as HTMLInputElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
    } else if (event.key === 'Enter' && document.activeElement === input) {
      hits.querySelector('a')?.click();
    }
  });
  // A hit on the page at hand only moves within it, so the dialog has to go by itself.
  hits.addEventListener('click', () => {
    dialog.close();
  });
  document.body.append(dialog);
  return { dialog, input };
}

let built: ReturnType<typeof build> | undefined;

/** Shows the search dialog, its words selected, and starts fetching the index. */
export function openSearch(): void {
  built ??= build();
  if (!built.dialog.open) built.dialog.showModal();
  built.input.focus();
  built.input.select();
  void loadEngine(texts()['base'] ?? '/').catch(() => undefined);
}
