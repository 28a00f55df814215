import type { SearchTexts } from '../i18n/search.ts';
import type { Lang } from '../model/localized.ts';
import { pageLang } from './page-lang.ts';

/** What the search on a page says, and where its files and pages are; every address begins with the base path. */
export interface SearchPlace {
  lang: Lang;
  texts: SearchTexts;
  /** Of this version's files, with a slash at its end. */
  files: string;
  /** The address that topics stand below: `/` or `/en/`. */
  root: string;
}

/** The search of the page at hand, as its header names it; rejects when its texts cannot be had. */
export async function loadSearchPlace(): Promise<SearchPlace> {
  const { root = '/', files = '' } = document.querySelector<HTMLElement>('a[data-files]')?.dataset ?? {};
  const lang = pageLang();
  const load = { zh: () => import('../i18n/search.zh.json'), en: () => import('../i18n/search.en.json') }[lang];
  return { lang, texts: (await load()).default, files, root };
}
