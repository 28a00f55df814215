/** A page in one language, as a sitemap names it. */
interface LanguageLink {
  lang: string;
  url: string;
}

/**
 * Where a page is in every language; `x-default` is for a reader of none of them.
 * @param url the whole address of the page in any language.
 * @param base the folder that the site is served under: `/`, `/kb/`.
 */
export function languageLinks(url: string, base: string): LanguageLink[] {
  const folder = base.replace(/\/?$/, '/');
  const page = new URL(url).pathname.slice(folder.length).replace(/^en\//, '');
  const at = (place: string) => new URL(folder + place, url).href;
  return [
    { lang: 'zh-CN', url: at(page) },
    { lang: 'en', url: at(`en/${page}`) },
    { lang: 'x-default', url: at(page) },
  ];
}
