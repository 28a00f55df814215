/** A page in one language, as a sitemap names it. */
interface LanguageLink {
  lang: string;
  url: string;
}

/**
 * Where a page is in every language; `x-default` is for a reader of none of them.
 * @param url the whole address of the page in any language.
 * @param root the whole address of the site, with the slash at its end: `https://kb.example.com/`.
 */
export function languageLinks(url: string, root: string): LanguageLink[] {
  const page = url.slice(root.length).replace(/^en\//, '');
  return [
    { lang: 'zh-CN', url: `${root}${page}` },
    { lang: 'en', url: `${root}en/${page}` },
    { lang: 'x-default', url: `${root}${page}` },
  ];
}
