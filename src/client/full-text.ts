import { mergeRanked, planQueries } from '../search/query-plan.ts';

/** What Pagefind says of one page; https://pagefind.app/docs/api/ */
interface PageData {
  excerpt: string;
  /** Put in the page by SearchTerms.astro. */
  meta: { topic?: string };
  sub_results: { title: string; url: string; excerpt: string }[];
}
interface Pagefind {
  options: (options: { excerptLength: number; baseUrl: string }) => Promise<void>;
  init: () => Promise<void>;
  search: (query: string) => Promise<{ results: { id: string; data: () => Promise<PageData> }[] }>;
}

/** A topic whose page has the words, and where. */
export interface FullTextHit {
  topic: string;
  /** The best section of it; undefined for the page's beginning. */
  section: { title: string; anchor: string } | undefined;
  /** Plain text with `<mark>` in it, from Pagefind. */
  excerpt: string;
  /** True when the words stand there one after another. */
  isQuoted: boolean;
}

/** Pages whose text is fetched: more would cost more than they tell. */
const MOST = 6;

let engine: Promise<Pagefind> | undefined;

function loadEngine(base: string): Promise<Pagefind> {
  engine ??= (import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24, baseUrl: base });
    await pagefind.init();
    return pagefind;
  });
  // A failed load is tried again the next time: the network may be back.
  engine.catch(() => (engine = undefined));
  return engine;
}

/** The topics whose pages have the words of `query`, best first; rejects when the full text cannot be had. */
export async function findFullText(query: string, base: string): Promise<FullTextHit[]> {
  const pagefind = await loadEngine(base);
  const lists = await Promise.all(planQueries(query).map(async (planned) => (await pagefind.search(planned)).results));
  const quoted = new Set(lists[0]?.map(({ id }) => id));
  const found = mergeRanked(lists, ({ id }) => id).slice(0, MOST);
  const hits = await Promise.all(
    found.map(async ({ id, data }): Promise<FullTextHit[]> => {
      const { meta, excerpt, sub_results: sections } = await data();
      if (meta.topic === undefined) return [];
      const [best] = sections;
      const anchor = best?.url.split('#')[1];
      const section = best && anchor !== undefined ? { title: best.title, anchor } : undefined;
      return [{ topic: meta.topic, section, excerpt: best?.excerpt ?? excerpt, isQuoted: quoted.has(id) }];
    }),
  );
  return hits.flat();
}
