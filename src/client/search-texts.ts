import type { Lang } from '../model/localized.ts';

/** What Search.astro puts in the page for the search: its texts, its language and where its files are. */
export function searchTexts(): Record<string, string> & { lang: Lang } {
  const data = document.querySelector<HTMLElement>('#search-texts')?.dataset ?? {};
  return { ...(data as Record<string, string>), lang: data['lang'] === 'en' ? 'en' : 'zh' };
}
